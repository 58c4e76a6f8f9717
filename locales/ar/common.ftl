# Words that belong to every page.
common-skip = الانتقال إلى المحتوى
common-demo = هذا موقع تجريبي؛ الأشخاص والدورات فيه من نسج الخيال، وقد يُعاد ضبطه في أي وقت.
common-breadcrumbs = موقعكم الحالي
common-close = إغلاق
common-cancel = إلغاء
common-draft-offer = لم يُحفظ ما كتبتموه هنا عند انتهاء جلستكم، وما زال هذا المتصفح يحتفظ به.
common-draft-restore = استعادته
common-draft-discard = تجاهله
common-required = إلزامي
common-percent = { $value }٪
common-progress = التقدّم
common-category = فئة
common-course = دورة
common-step-done = (تمّ)
common-pagination = الصفحات
common-previous-page = الصفحة السابقة
common-next-page = الصفحة التالية
common-notice-info = معلومة
common-notice-success = تمّ
common-notice-warning = تنبيه
common-notice-error = خطأ
common-form-errors = { $count ->
    [one] إجابة واحدة تحتاج إلى انتباهكم
    [two] إجابتان تحتاجان إلى انتباهكم
    [few] { $count } إجابات تحتاج إلى انتباهكم
    [many] { $count } إجابة تحتاج إلى انتباهكم
   *[other] { $count } إجابة تحتاج إلى انتباهكم
}
common-launch-blocked = لم يفتح متصفّحكم نافذة جديدة.
common-open-here = الفتح هنا
common-upload-sending = جارٍ الإرسال: {"{"}percent{"}"}٪
common-upload-checking = أُرسل الملف، وجارٍ التحقق منه…
common-upload-failed = لم يُحفظ الملف. يُرجى التحقق من الاتصال ثم إعادة المحاولة.
common-drag = نقل
common-moved = أصبح «{ $name }» في الموضع { $position } من { $total }.
common-move-failed = تعذّر حفظ الترتيب الجديد، فأُعيد عرض الترتيب السابق. يُرجى التحقق من الاتصال ثم إعادة المحاولة.
common-move-up = نقل «{ $name }» إلى أعلى
common-move-down = نقل «{ $name }» إلى أسفل
common-call-log = نداءات الوحدة
common-call = النداء
common-argument = الوسيط
common-answer = الجواب
common-error-code = الخطأ
common-milliseconds = م.ث

menu-main = القائمة الرئيسية
menu-user = قائمة { $name }
menu-dashboard = لوحة المتابعة
menu-grades = الدرجات
menu-authoring = إعداد الدورات
menu-language = اللغة
menu-log-in = تسجيل الدخول
menu-log-out = تسجيل الخروج
common-range = من { $from } إلى { $to } من أصل { $total }
