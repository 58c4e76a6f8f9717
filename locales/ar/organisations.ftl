organisations-title = الإدارات
organisations-lead = { $count ->
    [zero] لا توجد إدارات بعد
    [one] إدارة واحدة
    [two] إدارتان
    [few] { $count } إدارات
    [many] { $count } إدارة
   *[other] { $count } إدارة
}
organisations-search = البحث بالاسم أو الرمز
organisations-none = لم يُعثر على أي إدارة
organisations-none-text = تحققوا من كلمات البحث، أو أضيفوا الإدارة.
organisations-name = الاسم
organisations-code = الرمز
organisations-code-hint = أحرف وأرقام، مثل BE لبلجيكا. يُستعمل في القوائم وفي سطر الأوامر.
organisations-approver = المخوَّل بالبت
organisations-deputies = النواب
organisations-people = الأشخاص
organisations-secretariat-decides = لا أحد: تبت الأمانة
organisations-closed = مغلقة
organisations-add = إضافة إدارة
organisations-added = أُضيفت الإدارة. حدّدوا الآن من يتولى التنسيق فيها.
organisations-settings = الاسم والحالة
organisations-close = لا تستقبل أشخاصًا جددًا
organisations-close-hint = لا تُعرض بعد ذلك على من يطلبون حسابًا. ويبقى فيها من ينتمون إليها.
organisations-domains = نطاقات البريد الإلكتروني
organisations-domains-list = النطاقات
organisations-domains-hint = نطاق في كل سطر، مثل customs.example. تُقترح هذه الإدارة على من يسجّلون بعنوان من هذه النطاقات، وتدخل فيها النطاقات الفرعية مثل hq.customs.example.
organisations-fault-code = اكتبوا رمزًا من أحرف وأرقام ونقاط وشرطات لا يتجاوز 20 حرفًا.
organisations-fault-name = اكتبوا اسمًا لا يتجاوز 200 حرف.
organisations-fault-taken = هذا الرمز مستعمل لإدارة أخرى.
organisations-fault-domain = اكتبوا نطاقات مثل customs.example، وبحد أقصى 50.
organisations-fault-domain-public = أحد هذه النطاقات متاح للجميع، مثل gmail.com، ولا يدل على مكان العمل. احذفوه.
organisations-fault-domain-taken = لإدارة أخرى أحد هذه النطاقات.
organisations-coordinators = المنسقون الوطنيون
organisations-no-approver = لا يوجد حاليًا مخوَّل بالبت. تُحال الطلبات إلى النواب، وإن لم يوجد نائب فإلى الأمانة.
organisations-kind = بصفة
organisations-kind-approver = المخوَّل بالبت
organisations-kind-approver-hint = يُستشار في كل طلب من هذه الإدارة. ولا يكون إلا واحدًا في الوقت نفسه.
organisations-kind-deputy = نائب
organisations-kind-deputy-hint = يجوز له البت أيضًا، ويُستشار عندما لا يوجد مخوَّل بالبت أو عندما يطول انتظار طلب.
organisations-state-planned = مقرر
organisations-state-ended = منتهٍ
organisations-from = اعتبارًا من
organisations-from-hint = اتركوه فارغًا ليبدأ الآن.
organisations-until = حتى
organisations-until-hint = اليوم الأخير. اتركوه فارغًا إذا لم يُحدَّد بعد.
organisations-further-notice = حتى إشعار آخر
organisations-end = إنهاء تعيين { $name }
organisations-ended = انتهى التعيين.
organisations-designate = تعيين منسق
organisations-designated = عُيّن المنسق.
organisations-handed-over = عُيّن المنسق، وينتهي التعيين السابق عند بدء التعيين الجديد.
organisations-person-hint = شخص لديه حساب في هذه الإدارة.
organisations-fault-person = لا أحد في هذه الإدارة له اسم المستخدم هذا أو هذا البريد الإلكتروني.
organisations-fault-date = اكتبوا تاريخًا، مثل 2026-05-31.
organisations-fault-order = يجب أن يكون اليوم الأخير بعد اليوم الأول وألا يكون في الماضي.
organisations-fault-clash = يوجد تعيين آخر في تلك الفترة: للإدارة مخوَّل واحد بالبت في الوقت نفسه، وللشخص تعيين واحد. أنهوا التعيين الآخر أولًا، أو اختاروا أيامًا أخرى.
organisations-positions = الوظائف
organisations-positions-lead = الوظائف التي يختار منها الأشخاص عند طلب حساب.
organisations-positions-none = لا توجد وظائف بعد
organisations-positions-none-text = أضيفوا الوظائف التي يشغلها الموظفون، مثل «موظف جمارك» أو «مدرّب».
organisations-position = الوظيفة
organisations-position-uses = عدد شاغليها
organisations-position-add = إضافة وظيفة
organisations-position-added = أُضيفت الوظيفة.
organisations-position-delete = حذف { $name }
organisations-position-deleted = حُذفت الوظيفة.
organisations-position-used = يشغل أشخاص هذه الوظيفة أو سبق أن شغلوها، فلا يمكن حذفها.
organisations-fault-position = اكتبوا اسمًا لا يتجاوز 100 حرف.
organisations-fault-position-taken = توجد وظيفة بهذا الاسم.
organisations-import = استيراد قائمة
organisations-import-lead = يضيف إدارات من جدول بيانات ويصحح أسماءها. ويُعرض عليكم أولًا أثر كل صف.
organisations-import-choose = اختيار قائمة
organisations-import-hint = جدول محفوظ بصيغة CSV أو كملف نصي، فيه عمود «code» وعمود «name». تُقرأ كل الترميزات والفواصل التي تكتبها برامج جداول البيانات.
organisations-import-columns = يجب أن يتضمن السطر الأول من الجدول عمود «code» وعمود «name». أضيفوهما ثم أعيدوا المحاولة.
organisations-import-rows = { $count ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $count } صفوف
    [many] { $count } صفًا
   *[other] { $count } صف
}
organisations-import-apply = { $count ->
    [zero] لا صفوف للاستيراد
    [one] استيراد صف واحد
    [two] استيراد صفين
    [few] استيراد { $count } صفوف
    [many] استيراد { $count } صفًا
   *[other] استيراد { $count } صف
}
organisations-imported = استُوردت القائمة.
organisations-row-new = جديدة
organisations-row-same = لا شيء يلزم فعله
organisations-row-renamed = يتغيّر الاسم (كان «{ $from }»)
organisations-row-repeated = الرمز نفسه في السطر { $line }: يُتجاهل
organisations-retention = من لم يعودوا يدخلون
organisations-months = أشهر بلا تسجيل دخول
organisations-months-hint = كل من لم يسجل الدخول طوال هذه الأشهر يُدرج في قائمة الحذف، ويُبلَّغ بالبريد قبل ذلك بثلاثين يومًا. ولا يُحذف أحد إلا بقرار من المنسق أو الأمانة. ستة أشهر على الأقل؛ ويُترك فارغًا لعدم الإدراج أبدًا.
organisations-fault-months = أدخلوا عددًا من الأشهر بين 6 و240، أو اتركوا الحقل فارغًا.
