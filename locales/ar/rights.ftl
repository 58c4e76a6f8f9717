rights-data = بياناتي
rights-data-lead = ما هو محفوظ عنكم، وما يحق لكم أن تطلبوه منا.
rights-export = نسخة من كل شيء
rights-export-text = ملف واحد فيه كل ما هو محفوظ عنكم: صفحة للقراءة، والبيانات نفسها للبرامج، وصورتكم وشهاداتكم.
rights-export-ask = إعداد نسختي
rights-export-hint = يستغرق ذلك لحظات. وتُبلَّغون بالبريد عندما تصبح جاهزة، ويمكنكم تنزيلها من هنا طوال { $days } أيام.
rights-export-running = يجري إعداد نسختكم
rights-export-leave = يمكنكم مغادرة هذه الصفحة: ستصلكم رسالة عندما تصبح النسخة جاهزة.
rights-export-ready = نسختكم جاهزة ({ $size }). تُحفظ حتى { $until } ثم تُحذف.
rights-export-download = تنزيل النسخة
rights-export-delete = حذفها الآن
rights-export-begun = يجري إعداد نسختكم.
rights-export-one = لديكم نسخة بالفعل، أو يجري إعدادها. احذفوها أولًا إن أردتم نسخة جديدة.
rights-export-gone = لا توجد نسخة للتنزيل: انقضت مدتها أو لم تصبح جاهزة بعد. اطلبوا نسخة جديدة من صفحة «بياناتي».
rights-export-deleted = حُذفت النسخة.
rights-consents-text = إجاباتكم على سياسات هذا الموقع، وكيفية تغيير ما هو اختياري منها.
rights-consents-show = عرض موافقاتي
rights-erasure = حذف حسابي
rights-erasure-text = يحق لكم أن تطلبوا حذف حسابكم وكل ما هو محفوظ عنكم. ويبتّ في الطلب منسق إدارتكم، وتُبلَّغون بالبريد. وحتى ذلك الحين يمكنكم سحب الطلب. ويُحذف ما يلي:
rights-erasure-work = كل ما حفظته الوحدات: المحاولات والأجوبة ومواضع التوقف
rights-erasure-mails = تنبيهاتكم والرسائل المرسلة إليكم
rights-erasure-reason = السبب
rights-erasure-reason-hint = يقرؤه من يبتّ في الطلب. ويمكنكم تركه فارغًا.
rights-erasure-ask = طلب الحذف
rights-erasure-asked = أُرسل طلبكم. وستُبلَّغون بالبريد فور البتّ فيه.
rights-erasure-one = طلبكم قيد الانتظار بالفعل. ولا حاجة إلى إرساله مرة أخرى.
rights-erasure-waits = طلبتم حذف حسابكم في { $at }. ولم يُبتّ في الطلب بعد.
rights-erasure-withdraw = سحب الطلب
rights-erasure-withdrawn = سحبتم طلبكم. ويبقى حسابكم كما هو.
rights-erasure-none = لا يوجد طلب لسحبه: بُتّ فيه أو سُحب من قبل.
rights-erasure-refused = رُفض طلبكم الأخير في { $at } للسبب التالي:
rights-list = قائمة الحذف
rights-list-lead = أشخاص طلبوا حذفهم، وأشخاص لم يسجلوا الدخول منذ مدة طويلة. ولا يُحذف أحد إلا بقراركم.
rights-list-none = لا أحد في القائمة
rights-list-none-text = يظهر هنا وفي المهام كل من يطلب حذفه، وكذلك كل من لم يسجل الدخول طوال المدة التي حددتها الأمانة لإدارته.
rights-tab-all = الجميع
rights-tab-asked = بطلب منهم
rights-tab-retention = غياب طويل
rights-why = السبب
rights-why-asked = بطلب منه
rights-why-retention = غياب طويل
rights-since = منذ
rights-would-go = ما يتعلق به الأمر
rights-goes = الدورات التي بدأت: { $courses } · الشهادات الباقية: { $certificates }
rights-certificates = الشهادات الباقية
rights-all = { $count ->
    [zero] لا أحد في هذه القائمة
    [one] الشخص الوحيد في هذه القائمة
    [two] الشخصان في هذه القائمة
    [few] الأشخاص في هذه القائمة، وعددهم { $count }
    [many] الأشخاص في هذه القائمة، وعددهم { $count }
   *[other] الأشخاص في هذه القائمة، وعددهم { $count }
}
rights-choose = حذف المختارين…
rights-standing-open = قيد الانتظار
rights-standing-withdrawn = مسحوب
rights-standing-returned = سُجل الدخول من جديد
rights-standing-refused = مرفوض
rights-standing-done = محذوف
rights-ended-withdrawn = لم يعد هذا قيد الانتظار: سُحب في { $at }، أو تغيرت القاعدة.
rights-ended-returned = سجل هذا الشخص الدخول في { $at } وخرج من القائمة.
rights-ended-refused = تقرر في { $at } الإبقاء على هذا الشخص.
rights-ended-done = حُذف هذا الشخص في { $at }.
rights-changed = تغير شيء في هذه الأثناء، فلم تحذفوا هذا الشخص ولم تبقوا عليه. راجعوا القائمة من جديد.
rights-deleted = حُذف الحساب وبياناته. ويُبلَّغ الشخص بالبريد.
rights-refused = أُبقي على الشخص، ويُبلَّغ بالسبب بالبريد.
rights-keep = الإبقاء على هذا الشخص
rights-keep-hint = يُرسل إلى الشخص بالبريد.
rights-keep-send = رفض الحذف
rights-chosen = حذف المختارين
rights-chosen-people = { $count ->
    [zero] لن يُحذف أحد:
    [one] سيُحذف شخص واحد:
    [two] سيُحذف شخصان:
    [few] سيُحذف { $count } أشخاص:
    [many] سيُحذف { $count } شخصًا:
   *[other] سيُحذف { $count } شخص:
}
rights-chosen-more = { $count ->
    [zero] ولا أحد غيرهم
    [one] وشخص آخر
    [two] وشخصان آخران
    [few] و{ $count } آخرون
    [many] و{ $count } آخرون
   *[other] و{ $count } آخرون
}
rights-chosen-again = يُتحقق من كل حالة من جديد عندما يحين دورها: ويُبقى على من سحب طلبه أو سجل الدخول حتى ذلك الحين.
rights-chosen-confirm = { $count ->
    [zero] عدم حذف أحد
    [one] حذف شخص واحد نهائيًا
    [two] حذف شخصين نهائيًا
    [few] حذف { $count } أشخاص نهائيًا
    [many] حذف { $count } شخصًا نهائيًا
   *[other] حذف { $count } شخص نهائيًا
}
rights-run = الحذف
rights-run-progress = { $done } من { $total }
rights-run-leave = يمكنكم مغادرة هذه الصفحة؛ فالعمل مستمر.
rights-run-started = بدأ في { $at }
rights-run-done = اكتمل: حُذف { $deleted } من { $total }. ويُبلَّغ كل منهم بالبريد.
rights-run-dropped = لم يُحذفوا
rights-run-why = السبب
rights-run-back = العودة إلى القائمة
rights-dropped-withdrawn = سحب الطلب
rights-dropped-returned = سجل الدخول منذ ذلك الحين
rights-dropped-refused = قرر أحدهم الإبقاء عليه
rights-dropped-elsewhere = أصبح تابعًا لإدارة أخرى، أو له صلاحيات تفوق صلاحياتكم
rights-task = يطلب { $name } حذف حسابه
rights-task-retention = { $count ->
    [zero] لا أحد في قائمة الحذف
    [one] شخص واحد لم يسجل الدخول منذ مدة طويلة وهو في قائمة الحذف
    [two] شخصان لم يسجلا الدخول منذ مدة طويلة وهما في قائمة الحذف
    [few] { $count } أشخاص لم يسجلوا الدخول منذ مدة طويلة وهم في قائمة الحذف
    [many] { $count } شخصًا لم يسجلوا الدخول منذ مدة طويلة وهم في قائمة الحذف
   *[other] { $count } شخص لم يسجلوا الدخول منذ مدة طويلة وهم في قائمة الحذف
}
rights-yes = نعم
rights-no = لا
rights-page-title = بيانات { $name }
rights-page-made = كل ما يحفظه موقع { $site } عنكم، بتاريخ { $at } (بالتوقيت العالمي).
rights-page-beside = إلى جانب هذه الصفحة: الملف data.json وفيه البيانات نفسها للبرامج، والمجلد «files» وفيه صورتكم وشهاداتكم.
rights-page-nothing = لا شيء محفوظ.
rights-page-show = عرض
rights-part-account = الحساب
rights-part-profile = الملف الشخصي
rights-part-address-changes = عنوان جديد ينتظر التأكيد
rights-part-positions = المناصب
rights-part-designations = التعيينات منسقًا
rights-part-sessions = الجلسات
rights-part-devices = الأجهزة التي سُجل الدخول منها
rights-part-second-step = الخطوة الثانية عند تسجيل الدخول
rights-part-identities = حسابات الدخول المرتبطة
rights-part-consents = الموافقات
rights-part-requests = طلبات الانضمام
rights-part-talk = ما جرى لطلباتكم
rights-part-enrolments = الدورات
rights-part-grades = الدرجات
rights-part-launches = الوحدات المفتوحة
rights-part-attempts = المحاولات
rights-part-modules = ما حفظته الوحدات
rights-part-interactions = الأجوبة في الوحدات
rights-part-late-entries = ما أرسلته الوحدات متأخرًا فلم يُحتسب
rights-part-shared = ما تتشاركه الوحدات
rights-part-certificates = الشهادات
rights-part-alerts = التنبيهات
rights-part-mails = الرسائل المرسلة إليكم
rights-part-files-sent = الحزم التي رفعتموها
rights-part-erasures = حذف حسابكم
rights-part-deeds = سجل ما فعلتموه
rights-part-done-to-you = سجل ما جرى على حسابكم
rights-field-username = اسم المستخدم
rights-field-email = عنوان البريد الإلكتروني
rights-field-given-name = الاسم الأول
rights-field-family-name = اسم العائلة
rights-field-role = الدور
rights-field-organisation = الإدارة
rights-field-language = اللغة
rights-field-state = الحالة
rights-field-created = تاريخ الإنشاء
rights-field-last-login = آخر تسجيل دخول
rights-field-temporary-password = كلمة المرور مؤقتة
rights-field-warned = تاريخ الإبلاغ بحذف قريب
rights-field-learner-key = الرقم الذي تعرفكم به الوحدات
rights-field-city = المدينة
rights-field-country = البلد
rights-field-time-zone = المنطقة الزمنية
rights-field-about = نبذة عنكم
rights-field-interests = الاهتمامات
rights-field-photo = الصورة
rights-field-until = حتى
rights-field-position = الوظيفة
rights-field-from = من
rights-field-kind = النوع
rights-field-last-seen = آخر ظهور
rights-field-browser = المتصفح
rights-field-address = عنوان الشبكة
rights-field-policy = السياسة
rights-field-version = الإصدار
rights-field-consented = أُعطيت الموافقة
rights-field-at = التاريخ
rights-field-confirmed = تاريخ التأكيد
rights-field-decided = تاريخ القرار
rights-field-reason = السبب
rights-field-request = الطلب
rights-field-event = الحدث
rights-field-detail = التفاصيل
rights-field-course = الدورة
rights-field-completed = تاريخ الإكمال
rights-field-progress = التقدم
rights-field-activity = النشاط
rights-field-status = الحالة
rights-field-score = النتيجة
rights-field-document = البيانات
rights-field-attempt = المحاولة
rights-field-number = الرقم
rights-field-saved = آخر حفظ
rights-field-place = الموضع في الوحدة
rights-field-seconds = الثواني
rights-field-module = الوحدة
rights-field-identifier = المعرّف
rights-field-provider = مزوّد الهوية
rights-field-response = الجواب
rights-field-result = الحصيلة
rights-field-code = الرقم
rights-field-file = الملف
rights-field-dismissed = تاريخ الإخفاء
rights-field-subject = الموضوع
rights-field-answer = الرد
rights-field-action = الإجراء
rights-mail-export-subject = { $site }: نسختكم جاهزة
rights-mail-export-text = أصبحت نسخة بياناتكم التي طلبتموها جاهزة. ويمكنكم تنزيلها حتى { $until }.
rights-mail-export-action = الانتقال إلى بياناتي
rights-mail-export-next = إن لم تطلبوها فغيّروا كلمة المرور: فقد كان أحدهم داخلًا إلى حسابكم.
rights-mail-asked-subject = { $site }: شخص يطلب حذف حسابه
rights-mail-asked-text = يطلب هذا الشخص حذف حسابه وبياناته. يُرجى البتّ في طلبه:
rights-mail-asked-action = الاطلاع على الطلب
rights-mail-reminder-subject = { $site }: طلب حذف ما زال ينتظر
rights-mail-reminder-text = يطلب هذا الشخص منذ { $date } حذف حسابه وبياناته. يُرجى البتّ في طلبه:
rights-mail-refused-subject = { $site }: يبقى حسابكم
rights-mail-refused-text = طلبتم حذف حسابكم. وقد رفضت إدارة { $organisation } ذلك.
rights-mail-kept-text = لم تسجلوا الدخول منذ مدة طويلة، فكان حسابكم في قائمة الحسابات التي ستُحذف. وقد قررت إدارة { $organisation } الإبقاء عليه.
rights-mail-done-subject = { $site }: حُذف حسابكم
rights-mail-done-text = حُذف حسابكم لدى { $organisation } وكل ما كان محفوظًا عنكم. وهذه آخر رسالة تصلكم منا.
rights-mail-done-kept = { $count ->
    [0] لا يبقى في الإحصاءات سوى أرقام بلا أسماء.
    [zero] لا يبقى في الإحصاءات سوى أرقام بلا أسماء.
    [one] يبقى التحقق من شهادتكم ممكنًا كما طُبعت. وفيما عداها لا تبقى سوى أرقام بلا أسماء.
    [two] يبقى التحقق من شهادتيكم ممكنًا كما طُبعتا. وفيما عداهما لا تبقى سوى أرقام بلا أسماء.
    [few] يبقى التحقق من شهاداتكم، وعددها { $count }، ممكنًا كما طُبعت. وفيما عداها لا تبقى سوى أرقام بلا أسماء.
    [many] يبقى التحقق من شهاداتكم، وعددها { $count }، ممكنًا كما طُبعت. وفيما عداها لا تبقى سوى أرقام بلا أسماء.
   *[other] يبقى التحقق من شهاداتكم، وعددها { $count }، ممكنًا كما طُبعت. وفيما عداها لا تبقى سوى أرقام بلا أسماء.
}
rights-mail-done-action = التحقق من شهادة
rights-mail-warning-subject = { $site }: سجلوا الدخول للاحتفاظ بحسابكم
rights-mail-warning-text = لم تسجلوا الدخول منذ مدة طويلة. وإدارتكم، { $organisation }، لا تحتفظ بحسابات لا يستعملها أحد. وفي { $date } يُدرج حسابكم في قائمة الحسابات التي ستُحذف، ما لم تسجلوا الدخول قبل ذلك.
rights-mail-warning-action = تسجيل الدخول
rights-mail-warning-next = يكفي تسجيل الدخول مرة واحدة، وهو يخرجكم من القائمة في أي وقت قبل الحذف. وإن لم يعد بإمكانكم تسجيل الدخول فاكتبوا إلى منسق إدارتكم.
rights-data-link = نسخة من بياناتكم أو حذف حسابكم
