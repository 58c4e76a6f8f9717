# صفحات المؤلفين: الدورات والأقسام والأنشطة.
courses-authoring = إعداد الدورات
courses-add = إضافة دورة
courses-add-lead = يكفي عنوان للبدء. ويمكن تغيير كل ما عداه لاحقًا.
courses-create = إنشاء الدورة
courses-added = أُنشئت الدورة. ولا يراها أحد حتى تنشروها.
courses-none = ليست لديكم دورات بعد
courses-none-text = الدورة صفحة فيها وحدات تعليمية مرتبة. أضيفوا دورة، وارفعوا وحداتكم، ثم انشروها.
courses-none-found = لا توجد دورة تطابق «{ $q }»
courses-show-all = عرض جميع الدورات
courses-search = البحث بالعنوان أو الاسم المختصر
courses-search-go = بحث
courses-categories = الفئات
courses-organisation = الإدارة
courses-activities = الأنشطة
courses-state = الحالة
courses-state-draft = مسودة
courses-state-published = منشورة
courses-title = العنوان
courses-short-name = الاسم المختصر
courses-short-name-hint = يُستعمل في التقارير وعمليات الاستيراد. اتركوه فارغًا ليُشتق من العنوان.
courses-lang = لغة الدورة
courses-lang-hint = لغة وحداتها وشهادتها.
courses-category = الفئة
courses-category-none = بلا فئة
courses-save = حفظ
courses-cancel = إلغاء
courses-saved = حُفظت تغييراتكم.

courses-view = العرض كمتعلم
courses-settings = الإعدادات
courses-participants-count = { $count ->
    [zero] لا مشاركين
    [one] مشارك واحد
    [two] مشاركان
    [few] { $count } مشاركين
    [many] { $count } مشاركًا
   *[other] { $count } مشارك
}
courses-publish = نشر
courses-published = نُشرت الدورة.
courses-withdraw = الإعادة إلى مسودة
courses-withdrawn = عادت الدورة مسودة. لم يعد المتعلمون يرونها، وما أنجزوه محفوظ.
courses-outline = مخطط الدورة
courses-outline-hint = اسحبوا صفًا أو استعملوا أسهمه لتغيير الترتيب. ينتمي كل نشاط إلى القسم الذي فوقه.
courses-reordered = حُفظ الترتيب الجديد.
courses-order-stale = تغيّر المخطط في هذه الأثناء. أعيدوا تحميل الصفحة وكرروا تغييركم.
courses-next = الخطوة التالية
courses-next-add = أضيفوا أول درس أو اختبار.
courses-next-upload = ارفعوا حزمة «{ $title }».
courses-upload = رفع حزمة
courses-next-publish = كل شيء جاهز. انشروا الدورة لتُفتح لمتعلميها.
courses-next-view = هذه الدورة منشورة
courses-next-view-text = يستطيع المتعلمون متابعتها. وما تغيرونه هنا يظهر فورًا.

courses-add-activity = إضافة نشاط
courses-activity-added = أُضيف النشاط.
courses-kind = النوع
courses-kind-lesson = درس
courses-kind-quiz = اختبار
courses-activity-title = العنوان
courses-activity-title-hint = اتركوه فارغًا ليُؤخذ عنوان الحزمة.
courses-activity-untitled = نشاط بلا عنوان
courses-fact-pass-mark = درجة النجاح { $mark } %
courses-fact-optional = اختياري
courses-fact-hidden = مخفي
courses-fact-no-package = لا حزمة بعد
courses-section = القسم
courses-section-title = عنوان القسم
courses-section-title-hint = يبقى القسم بلا عنوان ما دام هذا الحقل فارغًا.
courses-section-untitled = قسم بلا عنوان
courses-add-section = إضافة قسم
courses-section-added = أُضيف القسم.
courses-section-delete = حذف هذا القسم
courses-section-deleted = حُذف القسم.
courses-section-in-use = لا يمكن حذف القسم ما دامت فيه أنشطة. انقلوها أولًا.
courses-section-only = تحتفظ الدورة بقسم واحد على الأقل.

courses-activity-settings = إعدادات نشاط
courses-packages = الحزم
courses-activity-no-package = لم تُنشر حزمة بعد، ولذلك يرى المتعلمون «غير متاح بعد».
courses-group-general = عام
courses-group-grading = الإتمام والتقييم
courses-group-window = النافذة
courses-required = إلزامي
courses-required-hint = يُحتسب في إتمام الدورة.
courses-hidden = مخفي
courses-hidden-hint = لا يراه المتعلمون. وما أنجزوه محفوظ.
courses-pass-mark = درجة النجاح بالنسبة المئوية
courses-pass-mark-hint = اتركوها فارغة إذا كان الإتمام يكفي ولا تُطلب درجة.
courses-attempts = عدد المحاولات المسموح بها
courses-attempts-hint = اتركوه فارغًا لعدد غير محدود.
courses-grading = المحاولة المحتسبة
courses-grading-best = الأفضل
courses-grading-last = الأخيرة
courses-grading-first = الأولى
courses-grading-average = متوسط الجميع
courses-width = العرض بالبكسل
courses-height = الارتفاع بالبكسل
courses-fills-screen = ملء الشاشة
courses-strict = تشغيل صارم
courses-strict-hint = يطبق المعيار حرفيًا. اتركوه معطلًا إلا لاختبار حزمة.
courses-activity-delete = حذف هذا النشاط
courses-activity-delete-title = حذف «{ $title }»؟
courses-activity-delete-text = تُحذف حزمه معه. لم يحاوله أحد، فلا تضيع أي نتيجة.
courses-activity-deleted = حُذف النشاط.
courses-activity-attempted = حاول متعلمون هذا النشاط، فلا يمكن حذفه. أخفوه بدلًا من ذلك: نتائجهم محفوظة.

courses-fault-title = اكتبوا عنوانًا لا يتجاوز 200 حرف.
courses-fault-short-name = اكتبوا اسمًا مختصرًا لا يتجاوز 100 حرف، أو اتركوه فارغًا.
courses-fault-short-name-taken = هذا الاسم المختصر مستعمل لدورة أخرى. اختاروا غيره.
courses-fault-objectives = اختصروا الأهداف إلى 20000 حرف على الأكثر.
courses-fault-lang = اختاروا لغة الدورة.
courses-fault-choice = اختاروا إحدى قيم القائمة.
courses-fault-pass-mark = اكتبوا نسبة من 0 إلى 100، أو اتركوا الحقل فارغًا.
courses-fault-attempts = اكتبوا عددًا من 1 إلى 1000، أو اتركوا الحقل فارغًا.
courses-fault-window = اكتبوا عدد بكسلات من 200 إلى 8000.
