policies-title = سياسات الموقع
policies-lead = ما تُطلب الموافقة عليه عند تسجيل الدخول. وكل إصدار جديد تُطلب الموافقة عليه من جديد.
policies-none = لا توجد سياسات بعد
policies-none-text = من دون سياسة لا يُسأل أحد عن شيء.
policies-name = الاسم
policies-name-hint = لكم ولزملائكم؛ أما القراء فيرون عنوان النص.
policies-kind = النوع
policies-mandatory = إلزامية
policies-mandatory-hint = من لا يوافق لا يمكنه استعمال الموقع.
policies-optional = اختيارية
policies-in-force = النافذ
policies-add = إضافة سياسة
policies-added = أُضيفت السياسة. اكتبوا نصها ثم ضعوها موضع النفاذ.
policies-fault-name = اكتبوا اسمًا لا يتجاوز 100 حرف.
policies-fault-title = اكتبوا عنوانًا لا يتجاوز 200 حرف.
policies-fault-body = اكتبوا النص، بما لا يتجاوز 100000 حرف.
policies-fault-statement = اكتبوا ما يُجاب عنه بنعم أو لا، بما لا يتجاوز 500 حرف.
policies-version = الإصدار { $number }
policies-version-column = الإصدار
policies-state-draft = مسودة
policies-state-published = نافذ
policies-state-archived = مؤرشف
policies-published-on = نافذ منذ
policies-new-version = كتابة إصدار جديد
policies-drafted = تبدأ المسودة بنصوص الإصدار السابق.
policies-draft-exists = توجد مسودة بالفعل: تابعوا العمل عليها.
policies-draft-text = اكتبوا النص باللغات التي تحتاجون إليها. يقرؤه كل شخص بلغته، وإلا فبالإنجليزية، وإلا فبأول لغة متوفرة.
policies-frozen = لم يعد هذا الإصدار مسودة، فلا يمكن تغيير نصه.
policies-unpublishable = ليس لهذا الإصدار نص، أو أنه لم يعد مسودة.
policies-publish = وضعها موضع النفاذ
policies-published = أصبحت السياسة نافذة. ويُسأل كل شخص عنها في الصفحة التالية التي يفتحها.
policies-languages = لغات النص
policies-text-title = العنوان
policies-text-body = النص
policies-text-body-hint = Markdown: «#» للعناوين، و«-» للقوائم، و«**كلمة**» للخط العريض.
policies-statement = الإقرار
policies-statement-hint = مثل: «قرأت السياسة وأوافق عليها».
policies-changes = ما الذي تغيّر
policies-changes-hint = يظهر فوق النص. اتركوه فارغًا في الإصدار الأول.
policies-remaining = { $count ->
    [zero] لا أسئلة متبقية
    [one] سؤال واحد قبل المتابعة
    [two] سؤالان قبل المتابعة
    [few] { $count } أسئلة قبل المتابعة
    [many] { $count } سؤالًا قبل المتابعة
   *[other] { $count } سؤال قبل المتابعة
}
policies-yes = نعم
policies-no = لا
policies-optional-hint = يمكنكم الإجابة بلا ومواصلة استعمال الموقع.
policies-withheld-title = لم توافقوا
policies-withheld-text = لا يمكن استعمال الموقع من دون هذه الموافقة. يمكنكم تغيير جوابكم أدناه أو تسجيل الخروج، وما أنجزتموه حتى الآن محفوظ.
policies-answers = الموافقات
policies-answers-of = الموافقات: { $policy }
policies-answer = الجواب
policies-given = تمت الموافقة
policies-withheld = رُفضت الموافقة
policies-answered-on = تاريخ الجواب
policies-no-answers = لم يُجب أحد بعد
policies-export = تصدير بصيغة CSV
policies-register-fault = لا يمكن إنشاء حساب من دون هذه الموافقة.
policies-mine = موافقاتي
policies-mine-lead = إجاباتكم على السياسات السارية، وتاريخها.
policies-mine-none = لا توجد سياسة سارية
policies-mine-none-text = حالما توجد سياسة تُسألون عنها في الصفحة التالية.
policies-mine-read = قراءة الإصدار { $number }
policies-mine-mandatory = لا يمكن استعمال الموقع بدون هذه الموافقة. ولسحبها سجلوا الخروج ولا تعودوا، أو اطلبوا حذف حسابكم.
policies-mine-erasure = طلب الحذف
policies-mine-withdraw = سحب موافقتي
policies-mine-give = الموافقة
policies-mine-history = جميع إجاباتكم
policies-not-in-force = لم يعد هذا الإصدار ساريًا، فلم يتغير شيء. راجعوا موافقاتكم من جديد.
policies-mandatory-stays = هذه الموافقة إلزامية، فلا يمكن تغييرها هنا. سجلوا الخروج، أو اطلبوا حذف حسابكم.
policies-unchanged = كانت هذه إجابتكم بالفعل.
policies-answer-changed = تغيرت إجابتكم.
