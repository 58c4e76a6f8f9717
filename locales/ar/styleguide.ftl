# The style guide, which shows every component with these words.
styleguide-title = دليل الأسلوب
styleguide-kicker = لمن يبنون الصفحات
styleguide-lead = جميع العناصر بجميع حالاتها، باللغة واتجاه الكتابة اللذين اخترتموهما.
styleguide-action = عرض التفاصيل
styleguide-main-action = إضافة دورة
styleguide-course = إدارة المخاطر على الحدود
styleguide-category = تيسير التجارة
styleguide-count = { $count ->
    [zero] لا دورات
    [one] دورة واحدة
    [two] دورتان
    [few] { $count } دورات
    [many] { $count } دورة
   *[other] { $count } دورة
}
styleguide-long = تدلّ مؤشرات المخاطر الموظفين على ما ينبغي النظر فيه أولًا، فتمرّ التجارة النزيهة بسرعة ويجري التفتيش حيث تكون له أهمية.
styleguide-more = مزيد من المعلومات
styleguide-tiles = البطاقات
styleguide-outline = مخطط الدورة
styleguide-steps = الخطوات
styleguide-buttons = الأزرار
styleguide-statuses = الحالة
styleguide-navigation = التنقّل
styleguide-type = الخطوط والأيقونات
styleguide-forms = الاستمارات
styleguide-data = الجداول والقوائم
styleguide-sortable = ترتيب الوحدات
styleguide-not-started = لم تبدأ
styleguide-in-progress = قيد الإنجاز
styleguide-completed = مكتملة
styleguide-passed = ناجح
styleguide-failed = غير ناجح
styleguide-locked = مقفلة
styleguide-locked-why = تُفتح بعد اجتياز الاختبار.
styleguide-start = البدء
styleguide-continue = متابعة
styleguide-review = مراجعة
styleguide-people = شخصًا
styleguide-empty = لا توجد دورات بعد
styleguide-empty-text = ستجدون الدورة هنا فور تسجيلكم فيها.
styleguide-name = الاسم الكامل
styleguide-mail = البريد الإلكتروني
styleguide-disabled = السنة (ثابتة)
styleguide-text = ملاحظات
styleguide-hint = كما ينبغي أن يُطبع على الشهادة.
styleguide-fault = أدخلوا عنوانًا كاملًا، مثل name@customs.example.
styleguide-package = اختاروا حزمة SCORM أو أفلتوها هنا
