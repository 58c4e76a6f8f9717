requests-register = طلب حساب
requests-register-lead = أخبرونا من أنتم وأين تعملون. ثم يبت منسق إدارتكم في طلبكم، وتُبلَّغون بالبريد الإلكتروني.
requests-organisation = إدارتكم
requests-organisation-hint = يُحال طلبكم إلى منسقها الوطني.
requests-choose = اختاروا…
requests-position-other = غير ذلك، أو غير موجودة في القائمة
requests-given-name = الاسم الشخصي
requests-family-name = اسم العائلة
requests-name-hint = كما ينبغي أن يُطبع على الشهادات.
requests-email = البريد الإلكتروني
requests-email-hint = عنوانكم الخاص في العمل. تُرسل إليه رسالة فيها رابط.
requests-password = كلمة المرور
requests-language = اللغة المفضلة
requests-note = الغرض من الطلب
requests-note-hint = يساعد منسقكم على البت. يمكنكم تركه فارغًا.
requests-register-send = إرسال طلبي
requests-have-account = لديكم حساب بالفعل؟
requests-fault-organisation = اختاروا إدارتكم من القائمة.
requests-fault-given = اكتبوا اسمكم الشخصي، بما لا يتجاوز 100 حرف.
requests-fault-family = اكتبوا اسم عائلتكم، بما لا يتجاوز 100 حرف.
requests-fault-email = اكتبوا عنوان بريد إلكتروني، مثل name@customs.example.
requests-fault-long = هذا النص طويل جدًا. يرجى اختصاره.
requests-fault-text = اكتبوا بضع كلمات.
requests-fault-reason = اذكروا السبب كي يفهم مقدّم الطلب القرار. ويُرسل السبب مع الرسالة.
requests-fault-username = لا يتضمن اسم المستخدم إلا أحرفًا وأرقامًا والعلامات . - _ @
requests-fault-username-address = لا يجوز أن يشبه اسم المستخدم عنوان بريد إلكتروني إلا إذا كان عنوان الشخص نفسه.
requests-sent = تفقّدوا بريدكم الإلكتروني
requests-sent-text = أرسلنا إليكم رسالة فيها رابط. افتحوه وأكّدوا عنوانكم، ولا يُستشار منسقكم إلا بعد ذلك. الرابط صالح سبعة أيام.
requests-resend = لم تصلكم رسالة بعد بضع دقائق؟
requests-resend-hint = ابحثوا أولًا بين الرسائل غير المرغوب فيها.
requests-resend-send = إعادة الإرسال
requests-resent = إذا كان هناك طلب ينتظر تأكيد هذا العنوان، فالرسالة في طريقها إليه.
requests-link-dead = لم يعد هذا الرابط صالحًا
requests-link-dead-text = مضى عليه أكثر من سبعة أيام، أو حلت محله رسالة أحدث. استعملوا أحدث رسالة، أو قدّموا طلبًا جديدًا.
requests-confirm = تأكيد عنوانكم
requests-confirm-text = اضغطوا الزر ليُحال طلبكم إلى منسق إدارتكم.
requests-confirm-send = تأكيد عنواني
requests-confirmed = تم تأكيد عنوانكم
requests-confirmed-text = طلبكم معروض على منسق إدارتكم. ستُبلَّغون بالبريد الإلكتروني فور البت فيه، ولا داعي لأي إجراء آخر من جانبكم.
requests-waits = طلبكم قيد النظر
requests-answer = لدى منسقكم سؤال
requests-answer-dead = سبقت الإجابة عن هذا السؤال، أو سبق البت في طلبكم.
requests-question-was = السؤال
requests-your-answer = جوابكم
requests-answer-send = إرسال الجواب
requests-answered = أُرسل جوابكم إلى منسقكم.
requests-title = طلبات الحسابات
requests-lead = الأشخاص الذين يطلبون حسابًا. يأتي أولًا من طال انتظارهم.
requests-open = قيد البت
requests-decided = تم البت فيها
requests-search = البحث بالاسم أو العنوان
requests-none = لا أحد في الانتظار
requests-none-text = تظهر الطلبات الجديدة هنا، وتُبلَّغون بالبريد الإلكتروني.
requests-none-decided = لم يُبت في أي طلب بعد
requests-unfound = لم يُعثر على أحد
requests-unfound-text = تحققوا من كلمات البحث.
requests-choose-row = اختيار
requests-choose-person = اختيار { $name }
requests-person = الاسم
requests-waiting = في الانتظار
requests-decided-on = تاريخ القرار
requests-status = الحالة
requests-since = في الانتظار منذ
requests-late = أُرسل تذكير
requests-age = { $days ->
    [zero] منذ اليوم
    [one] منذ يوم واحد
    [two] منذ يومين
    [few] منذ { $days } أيام
    [many] منذ { $days } يومًا
   *[other] منذ { $days } يوم
}
requests-state-unconfirmed = غير مؤكد
requests-state-pending = في الانتظار
requests-state-accepted = مقبول
requests-state-denied = مرفوض
requests-state-expired = لم يُؤكَّد قط
requests-chosen = البت في طلبات الأشخاص المختارين
requests-decide = البت في الطلب
requests-reason = السبب
requests-reason-hint = لازم عند الرفض. ويُرسل إلى مقدّم الطلب.
requests-accept = قبول
requests-deny = رفض
requests-accepted = قُبل الطلب، ويُبلَّغ مقدّمه بالبريد الإلكتروني.
requests-denied = رُفض الطلب، ويُبلَّغ مقدّمه بالبريد الإلكتروني.
requests-none-chosen = اختاروا شخصًا واحدًا على الأقل.
requests-many-done = { $count ->
    [zero] لم يُبت في أي طلب.
    [one] تم البت في طلب واحد.
    [two] تم البت في طلبين.
    [few] تم البت في { $count } طلبات.
    [many] تم البت في { $count } طلبًا.
   *[other] تم البت في { $count } طلب.
}
requests-already = { $state ->
    [accepted] سبق قبول هذا الطلب بقرار من { $name } في { $at }.
   *[denied] سبق رفض هذا الطلب بقرار من { $name } في { $at }.
}
requests-not-pending = سبق البت في هذا الطلب.
requests-email-taken = يوجد الآن حساب بهذا البريد الإلكتروني، فلا يوجد ما يُقبل. ارفضوا الطلب مع ذكر ذلك.
requests-closed = لا تستقبل هذه الإدارة أشخاصًا جددًا. أحيلوا الطلب أو ارفضوه.
requests-twins = قد يكون الشخص نفسه الوارد أدناه
requests-twin-account = { $state ->
    [suspended] لديه حساب موقوف
   *[active] لديه حساب
}
requests-twin-request = { $state ->
    [accepted] طلب مقبول
    [denied] طلب مرفوض
   *[pending] طلب في الانتظار أيضًا
}
requests-history = سجل الطلب
requests-event-submitted = إرسال النموذج
requests-event-confirmed = تأكيد العنوان
requests-event-edited = تصحيح من { $name }
requests-event-asked = سؤال من { $name }
requests-event-answered = جواب من مقدّم الطلب
requests-event-forwarded = إحالة من { $name }
requests-event-reminded = إرسال تذكير
requests-event-escalated = استشارة الأمانة أيضًا
requests-event-accepted = قبول الطلب بقرار من { $name }
requests-event-denied = رفض الطلب بقرار من { $name }
requests-event-expired = لم يُؤكَّد العنوان قط
requests-event-purged = حذف الاسم والعنوان
requests-decided-by = بقرار من { $name }، { $at }
requests-purged-name = (محذوف)
requests-correct = تصحيح الطلب
requests-username = اسم المستخدم
requests-username-hint = يمكن دائمًا تسجيل الدخول بالعنوان أيضًا.
requests-ask = توجيه سؤال إلى مقدّم الطلب
requests-question = السؤال
requests-question-hint = يُرسل بالبريد الإلكتروني. ويظهر الجواب هنا، وتُبلَّغون به.
requests-question-send = إرسال السؤال
requests-asked = أُرسل السؤال.
requests-forward = ألا يخصّكم هذا الطلب؟
requests-forward-to = إحالة إلى
requests-forward-send = إحالة
requests-forwarded = أُحيل الطلب.
requests-secretariat = الأمانة
requests-open-page = عرض كل ما يتعلق بهذا الطلب
