# ما وجده الاستيراد؛ الرموز هي رموز مكتبة packages.
report-version = المعيار: { $edition }.
report-scos = أجزاء تُسجَّل نتائجها: { $count } ({ $titles }).
report-assets = أجزاء تُعرض فقط: { $count } ({ $titles }).
report-size = الملفات: { $files }، { $size }.
report-first-screen = حجم الصفحة الأولى { $size }، أي نحو { $seconds } ث على خط سرعته 1 ميغابت في الثانية ({ $page }).
report-first-screen-slow = حجم الصفحة الأولى { $size }، أي نحو { $seconds } ث على خط سرعته 1 ميغابت في الثانية ({ $page }). اضغط صورها أو قسّمها.
report-tool = أُنشئت باستخدام { $name }.
report-signal = يمكن للحزمة أن ترسل: { $signals }.
report-signal-none = لم يظهر أن أي نص برمجي في الحزمة يرسل نتائج. اختبرها: فإن بقيت غير مكتملة فاجعل النشاط يكتمل عند مشاهدته.
report-signal-other-standard = تستخدم النصوص البرمجية معيار SCORM الآخر ({ $signals }) غير المذكور في البيان. اختبر الحزمة، وصدّرها من جديد إذا لم يُسجَّل شيء.
report-mastery-score = يُجتاز «{ $item }» بدرجة { $score } حسب الحزمة وبدرجة { $pass-mark } حسب هذا الموقع، والقرار للموقع.
report-passing-score = يُجتاز «{ $item }» بنسبة { $score } % حسب الحزمة وبنسبة { $pass-mark } % حسب هذا الموقع، والقرار للموقع.
report-launch-missing = لا يمكن فتح «{ $item }»: صفحته «{ $file }» ليست في ملف zip. صدّر الحزمة من جديد؛ والملفات التي غُيّرت أسماؤها يدويًا يجب تغييرها أيضًا في imsmanifest.xml.
report-files-missing = ملفات يذكرها البيان وليست في ملف zip: { $count } ({ $files }). إذا نقصت صفحات أو صور فصدّر الحزمة من جديد.
report-first-page-missing = تحتاج الصفحة الأولى إلى ملفات ليست في أرشيف zip: { $count } ({ $files }). قد تبقى فارغة؛ صدّر الحزمة من جديد.
report-case-repaired = أسماء يكتبها البيان بصورة مختلفة ويُعثر عليها مع ذلك: { $count } ({ $files }).
report-flash = ملفات Flash لم يعد أي متصفح يشغّلها: { $count } ({ $files }).
report-unload = تُرسل نتائج عند إغلاق الصفحة، وهي خطوة كثيرًا ما تتخطاها الهواتف. وتُحفظ النتائج باستمرار على أي حال؛ فتحقق من أن لا شيء يُرسل في النهاية فقط في: { $files }.
report-beforeunload = ملفات تطرح سؤالًا قبل المغادرة: { $files }.
report-sync-request = ملفات ترسل طلبات متزامنة ترفضها المتصفحات عند إغلاق الصفحة: { $files }.
report-service-worker = ملفات تسجّل service workers، وهي غير متاحة للحزم: { $files }.
report-external-loads = تحمّل الحزمة ملفات من مواقع أخرى: { $hosts }. يجب أن يتمكن المتعلمون من الوصول إليها.
report-external-hosts = تذكر الحزمة مواقع أخرى: { $hosts }. تحقق من أنها تعمل من دونها، أو أنها متاحة لمتعلميك.
report-external-launch = يفتح «{ $item }» العنوان { $url } خارج هذا الموقع.
report-server-scripts = برامج خاصة بالخوادم لا تعمل هنا: { $count } ({ $files }).
report-screen-fixed = الصفحات معدّة لنافذة بقياس { $width } × { $height }.
report-screen-responsive = تتكيف الصفحات مع النافذة.
report-root-folder = توجد الحزمة في المجلد «{ $folder }» داخل ملف zip.
report-outside-root = ملفات خارج مجلد الحزمة جرى استبعادها: { $count }.
report-junk-ignored = ملفات لا يحتاجها إلا حاسوب المؤلف جرى استبعادها: { $count }.
report-backslashes = أسماء ملفات مكتوبة بشرطات مائلة عكسية جرى تصحيحها: { $count }.
report-legacy-names = أسماء ملفات ليست بترميز يونيكود وقُرئت على أنها { $code-page }: { $count }. إذا نقصت صفحات أو صور فاضغط الحزمة من جديد بأداة حديثة.
report-leading-bytes = جرى تخطي { $size } قبل بداية الأرشيف.
report-duplicate-names = ملفات مكررة في ملف zip يُستخدم آخرها: { $files }.
report-case-collision = لا تختلف هذه الأسماء إلا في حالة الأحرف: { $files }. يُقدَّم كل منها باسمه الدقيق؛ غيّر اسم أحدها للتأكد.
report-nested-archives = أرشيفات داخل الحزمة تُعرض للتنزيل ولا تُفتح: { $files }.
report-refused-not-a-zip = هذا الملف ليس أرشيف zip قابلًا للقراءة. صدّر الحزمة من جديد من أداة التأليف وارفع ملف zip الناتج.
report-refused-empty = أرشيف zip هذا فارغ. صدّر الحزمة من جديد وارفع ذلك الملف.
report-refused-too-many-files = يحتوي أرشيف zip هذا على { $found } ملف، والحد الأقصى { $limit }. احذف ما لا تستخدمه الدورة أو قسّمها إلى عدة حزم.
report-refused-directory-too-large = فهرس أرشيف zip هذا أكبر من أن يُقرأ بأمان. اضغط الحزمة من جديد دون تعليقات أو بيانات إضافية.
report-refused-path-outside = يحتوي أرشيف zip على الملف «{ $name }» الذي يشير اسمه إلى خارج الحزمة. اضغط مجلد الحزمة من جديد من داخله.
report-refused-absolute-path = يحتوي أرشيف zip على الملف «{ $name }» المحدد بمسار مطلق. اضغط مجلد الحزمة من جديد لتكون كل الأسماء نسبية إليه.
report-refused-forbidden-name = يحتوي أرشيف zip على الملف «{ $name }»، { $fault ->
    [control-character] وفي اسمه محرف تحكم غير مرئي
    [colon] وفي اسمه نقطتان رأسيتان
   *[device] واسمه مخصص لجهاز في نظام ويندوز
}. غيّر اسم الملف في الحزمة وفي الصفحات التي تستخدمه.
report-refused-name-too-long = يحتوي أرشيف zip على ملف اسمه طويل جدًا أو عميق جدًا («{ $name }…»). اختصر أسماء المجلدات في الحزمة.
report-refused-not-a-file = «{ $name }» في أرشيف zip رابط أو ملف خاص. استبدل به الملف الذي يمثله واضغط الحزمة من جديد.
report-refused-encrypted = «{ $name }» في أرشيف zip محمي بكلمة مرور. اضغط الحزمة من جديد دون كلمة مرور.
report-refused-compression = «{ $name }» في أرشيف zip مضغوط بطريقة لا تقرؤها إلا أدوات قليلة ({ $method }). اضغط الحزمة من جديد بالضغط المعتاد (deflate).
report-refused-overlapping = تتداخل ملفات داخل أرشيف zip هذا، ولا تكتب ذلك أي أداة معتادة. اضغط الحزمة من جديد.
report-refused-too-large = ستشغل هذه الحزمة بعد فك الضغط { $found }، والحد الأقصى { $limit }. اضغط مقاطع الفيديو أو قسّم الحزمة.
report-refused-file-too-large = سيشغل «{ $name }» بعد فك الضغط { $found }، والحد الأقصى للملف الواحد { $limit }. اضغطه وأعد إنشاء ملف zip.
report-refused-bomb = يتضخم أرشيف zip هذا عند فكه إلى { $ratio } ضعف حجمه، كما تفعل الأرشيفات المعدّة للإضرار. إن كانت حزمة حقيقية فابحث فيها عن ملفات ضخمة فارغة.
report-refused-damaged = «{ $name }» تالف: لا يطابق محتواه ما يذكره أرشيف zip. صدّر الحزمة أو ارفعها من جديد.
report-refused-no-manifest = لا يحتوي أرشيف zip هذا على imsmanifest.xml، فهو ليس حزمة SCORM. { $hint ->
    [nested-zip] وفيه أرشيف zip آخر، «{ $name }»، قد يكون هو الحزمة: ارفع ذلك الملف وحده.
    [web-publication] ويبدو أنه نشر للويب من { $name }: انشر من جديد واختر المخرجات الخاصة بنظام إدارة التعلم (SCORM 1.2 أو SCORM 2004).
    [other-standard] وهو حزمة { $name }: صدّرها بصيغة SCORM 1.2 أو SCORM 2004.
    [too-deep] وبيانه «{ $name }» في مجلد عميق جدًا: اضغط المجلد الذي يحتوي على imsmanifest.xml.
   *[unknown] صدّر الحزمة من جديد بصيغة SCORM 1.2 أو SCORM 2004 وارفع ملف zip دون فتحه.
}
report-refused-several-packages = يحتوي أرشيف zip هذا على عدة حزم («{ $first }» و«{ $second }»). ارفع كلًا منها في ملف zip خاص بها.
report-refused-manifest = تعذرت قراءة البيان بوصفه دورة: { $reason }
report-refused-nothing-to-launch = ليس في الحزمة ما يُفتح: يبدأ بيانها بالصفحة «{ $file }» غير الموجودة في أرشيف zip. صدّرها من جديد؛ والملفات التي غُيّرت أسماؤها يدويًا يجب تغييرها أيضًا في imsmanifest.xml.
report-refused-page-renamed = ليس في الحزمة ما يُفتح: يبدأ بيانها بالصفحة «{ $file }» غير الموجودة في أرشيف zip، غير أن فيه «{ $candidate }». إن كان اسم الصفحة قد غُيّر يدويًا فأعد إليها اسمها القديم، أو صدّر الحزمة من جديد.
report-refused-no-page = لا يذكر بيان هذه الحزمة أي صفحة تُفتح. صدّر الحزمة من جديد بصيغة SCORM 1.2 أو SCORM 2004.
report-refused-server = تعذر حفظ الحزمة بسبب عطل في هذا الخادم. حاول لاحقًا، وأبلغ المشغّل إذا تكرر ذلك.
report-manifest-encoding-guessed = يذكر البيان أنه مكتوب بترميز { $declared } وليس كذلك؛ فقُرئ على أنه { $used }. تحقق من ظهور العناوين صحيحة.
report-manifest-control-characters = يحتوي البيان على محارف تحكم؛ فحُذفت.
report-manifest-doctype-ignored = جرى تجاهل تصريح نوع المستند في البيان؛ فهو لا يحتاجه.
report-manifest-unknown-entity = &{ $name }; غير معروف في البيان وبقي كما هو. اكتب المحرف نفسه.
report-manifest-attribute-unreadable = تعذرت قراءة سمة في <{ $element }> في البيان فحُذفت. ضع قيمتها بين علامتي اقتباس.
report-manifest-schema-version-unknown = إصدار المخطط «{ $value }» ليس من إصدارات SCORM؛ واستُدل على الإصدار بعلامات أخرى.
report-manifest-version-assumed = لا شيء في البيان يذكر إصدار SCORM المتبع؛ فافتُرض SCORM 1.2.
report-manifest-not-scorm = يتبع البيان «{ $schema }» لا SCORM؛ يُعرض ما يمكن عرضه وقد لا تُسجَّل النتائج.
report-manifest-organization-built = ليس في البيان تنظيم؛ فأُنشئ واحد من موارده القابلة للفتح ({ $items }). تحقق من ترتيبها وعناوينها.
report-manifest-default-organization-missing = لا يذكر البيان تنظيمًا افتراضيًا؛ فاستُخدم «{ $used }».
report-manifest-default-organization-unknown = التنظيم الافتراضي «{ $wanted }» ليس في البيان؛ فاستُخدم «{ $used }». تحقق من أنه الصحيح.
report-manifest-title-missing = ليس لـ«{ $identifier }» عنوان؛ فيُعرض «{ $used }».
report-manifest-identifier-missing = عنصر بلا معرّف؛ أُعطي «{ $used }».
report-manifest-identifier-duplicate = المعرّف «{ $identifier }» مستخدم أكثر من مرة؛ وأصبح الأخير «{ $used }». أعطِ كل عنصر معرّفه.
report-manifest-sub-manifest-joined = ضُمّ البيان الموجود داخل البيان، «{ $identifier }»، إلى الدورة في موضع ذكره.
report-manifest-sub-manifest-cycle = يحيل «{ $item }» إلى بيان يحتويه؛ فحُذفت الإحالة.
report-manifest-resource-unknown = يحيل العنصر «{ $item }» إلى المورد «{ $resource }» غير الموجود في البيان؛ فلا يمكن فتحه. صحّح identifierref أو أضف المورد.
report-manifest-resource-without-href = ليس للمورد «{ $resource }» عنوان (href)، فلا يمكن فتح العنصر «{ $item }». أضف الصفحة التي تُفتح.
report-manifest-resource-duplicate = معرّف المورد «{ $identifier }» مستخدم أكثر من مرة؛ ويُعتد بالأول.
report-manifest-scorm-type-missing = موارد لا تذكر هل هي SCO أم asset: { $count } (أولها «{ $resource }»). وعومل كل منها على أنه { $used }.
report-manifest-dependency-unknown = يعتمد المورد «{ $resource }» على «{ $dependency }» غير الموجود في البيان.
report-manifest-launch-on-branch = للعنصر «{ $item }» عناصر تحته وصفحة خاصة به أيضًا، وهو ما لا يتوقعه SCORM 2004؛ ويمكن فتحها كلها.
report-manifest-href-external = يفتح العنصر «{ $item }» العنوان { $url } خارج الحزمة؛ وقد لا تُسجَّل نتائجه، ويحتاج إلى الإنترنت.
report-manifest-href-unusable = لا يمكن فتح العنوان «{ $href }» للمورد «{ $resource }» في نافذة متصفح؛ استخدم مسارًا داخل الحزمة.
report-manifest-href-outside = يشير العنوان «{ $href }» إلى خارج الحزمة؛ فاستُخدم «{ $used }». تحقق من أنه الملف الصحيح.
report-manifest-href-repaired = العنوان «{ $href }» ليس مكتوبًا كما تقتضيه الويب؛ فقُرئ «{ $used }».
report-manifest-base-without-slash = لا ينتهي عنوان الأساس «{ $base }» بشرطة مائلة؛ فقُرئ على أنه مجلد.
report-manifest-nothing-to-launch = لا يمكن فتح شيء في هذه الدورة: لا يؤدي أي عنصر إلى صفحة. صدّر الحزمة من جديد من أداة التأليف.
report-manifest-value-invalid = «{ $value }» ليست قيمة ممكنة لـ{ $field } في «{ $item }»؛ فحُذفت.
report-manifest-prerequisites-unreadable = تعذرت قراءة المتطلبات السابقة لـ«{ $item }»، فهو متاح للجميع. صحّح: { $expression }
report-manifest-prerequisites-unknown = تذكر المتطلبات السابقة لـ«{ $item }» المعرّف «{ $identifier }»، وليس عنصرًا في هذه الدورة؛ فلا يُعد منجزًا أبدًا. صحّح المعرّف.
report-manifest-sequencing-collection-unknown = يستخدم «{ $item }» التسلسل «{ $reference }» غير الموجود في البيان؛ فحُذف.
report-manifest-sequencing-unknown = { $field } في تسلسل «{ $item }» غير معروف في SCORM ولا أثر له.
report-manifest-rule-incomplete = قاعدة (<{ $rule }>) في تسلسل «{ $item }» تنقصها شروط أو إجراء يعرفه SCORM؛ فلا أثر لها. صحّحها في أداة التأليف.
report-manifest-further = مشكلات أخرى من هذا النوع: { $count }.
