### The module player. %time% and %score% are filled in by the player itself.

## Controls; their English names are relied on by tests and operators.

player-previous = السابق
player-continue = متابعة
player-exit = خروج
player-exit-all = خروج من الكل
player-abandon = تخلٍّ
player-abandon-all = تخلٍّ عن الكل
player-suspend-all = تعليق الكل
player-contents = المحتويات
player-loading = جارٍ تحميل الوحدة…
player-dismiss = إخفاء
player-continue-here = المتابعة هنا
player-close = إغلاق
player-close-by-hand = يمكنكم الآن إغلاق هذه النافذة.
player-back = العودة إلى الدورة
player-see-result = عرض النتيجة

## The status line.

player-state-connecting = جارٍ الاتصال…
player-state-ready = لا يوجد ما يُحفظ بعد
player-state-saving = جارٍ الحفظ…
player-state-saved = تم الحفظ %time%
player-state-unrecorded = لا يُسجَّل شيء
player-state-retrying = لم يُحفظ – تُعاد المحاولة
player-state-offline = لا يوجد اتصال – لم يُحفظ بعد
player-state-readonly = للقراءة فقط
player-state-closed = مغلق

## The mark beside the title.

player-mode-review = مراجعة: نتيجتكم محفوظة
player-mode-browse = معاينة
player-mode-preview = تجربة: لا يُسجَّل أي شيء
player-mode-guest = عرض تجريبي: لا يُسجَّل شيء

## Notices above the content.

player-notice-storage-none = لا يحتفظ هذا المتصفح بنسخة من عملكم على هذا الجهاز. أبقوا هذه النافذة مفتوحة إلى أن تظهر عبارة «تم الحفظ».
player-notice-storage-full = لا توجد مساحة على هذا الجهاز لإجابتكم الأخيرة، ولذلك لم تُحفظ. أفرغوا بعض المساحة في مخزن المتصفح ثم أجيبوا من جديد.
player-notice-part-finished = انتهى هذا الجزء. استعملوا الأزرار أعلاه للمتابعة أو أغلقوا هذه النافذة.
player-notice-module-finished = انتهت هذه الوحدة.
player-notice-navigation-unsure = انقطع الاتصال قبل أن نعرف أين وصلتم. كل ما قمتم به محفوظ، ونحن نسأل الخادم من جديد.
player-notice-unreachable = الخادم لا يجيب، ونحن نواصل المحاولة. تحققوا من الاتصال، أو أغلقوا هذه النافذة وابدأوا الوحدة من جديد من صفحة الدورة.
player-notice-readonly = تابعتم هذه الوحدة في نافذة أخرى. ما تقومون به هنا لم يعد يُحفظ.
player-notice-closed = انتهت هذه المحاولة على الخادم ولم يعد يُحفظ هنا أي شيء. أغلقوا هذه النافذة وابدأوا الوحدة من جديد من صفحة الدورة.

## Words in the table of contents.

player-status-not-attempted = لم يبدأ
player-status-incomplete = قيد الإنجاز
player-status-completed = مكتمل
player-status-passed = ناجح
player-status-failed = راسب
player-status-browsed = تم الاطلاع
player-status-unknown = الحالة غير معروفة

## Messages in place of the content.

player-takeover-title = هذه الوحدة مفتوحة في نافذة أخرى
player-takeover-text = يمكنكم المتابعة هنا. عندئذٍ تصبح النافذة الأخرى للقراءة فقط، ويبقى ما حفظته.
player-takeover-last-seen = كان آخر نشاط لها في %time%.
player-closed-title = لا يمكن فتح هذه الوحدة الآن
player-choose-title = اختاروا جزءًا
player-choose-text = اختاروا من المحتويات الجزء الذي تريدون فتحه.
player-choose-first = البدء بـ «%title%»

## The end of a session.

player-ended-exited = لقد خرجتم من الوحدة
player-ended-suspended = عملكم محفوظ لوقت لاحق
player-ended-completed = لقد أنهيتم الوحدة
player-ended-unsaved = لم يصل بعض عملكم إلى الخادم بعد. أبقوا هذه النافذة مفتوحة إلى أن تظهر عبارة «تم الحفظ»، وإن اضطررتم إلى المغادرة فسيُرسل في زيارتكم القادمة على هذا الجهاز.
player-score = الدرجة: %score%

## The call log of a test run.

player-log-title = سجل الاستدعاءات
player-log-time = الوقت
player-log-call = الاستدعاء
player-log-argument = القيمة
player-log-answer = الجواب
player-log-error = الخطأ
player-log-ms = ميلي ثانية
player-needs-javascript = تحتاج هذه الوحدة إلى JavaScript. فعّلوه في إعدادات متصفحكم ثم أعيدوا تحميل هذه الصفحة.
