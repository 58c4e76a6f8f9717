# ما وجده الاستيراد؛ الرموز هي رموز مكتبة packages.
# Names that read from left to right are isolated (U+2068 … U+2069), so that what follows them stays in its place.
report-version = المعيار: {"\u2068"}{ $edition }{"\u2069"}{ $why ->
    [declared] ، لأن ملف البيان يذكر إصدار المخطط «{"\u2068"}{ $sign }{"\u2069"}»
    [declared-deeper] ، لأن جزءًا من ملف البيان يذكر إصدار المخطط «{"\u2068"}{ $sign }{"\u2069"}»
    [element] ، لأن ملف البيان يستخدم <{"\u2068"}{ $sign }{"\u2069"}>
    [namespace] ، لأن ملف البيان يستخدم فضاء الأسماء {"\u2068"}{ $sign }{"\u2069"}
    [spelling] ، لأن ملف البيان يكتب «{"\u2068"}{ $sign }{"\u2069"}» على هذا النحو
    [assumed] ، لأنه لا شيء يذكر إصدارًا، وهذا هو الأكثر شيوعًا
   *[unknown] {""}
}.
report-scos = أجزاء تُسجَّل نتائجها: { $count } ({"\u2068"}{ $titles }{"\u2069"}).
report-assets = أجزاء تُعرض فقط: { $count } ({"\u2068"}{ $titles }{"\u2069"}).
report-size = الملفات: {"\u2068"}{ $files }{"\u2069"}، { $size }.
report-first-screen = حجم الصفحة الأولى { $size }، أي { $seconds ->
    [instant] أقل من 1 ث
   *[other] نحو { $seconds } ث
} على خط سرعته 1 ميغابت في الثانية ({"\u2068"}{ $page }{"\u2069"}).
report-first-screen-slow = حجم الصفحة الأولى { $size }، أي نحو { $seconds } ث على خط سرعته 1 ميغابت في الثانية ({"\u2068"}{ $page }{"\u2069"}). اضغطوا صورها أو قسّموها.
report-tool = أُنشئت باستخدام {"\u2068"}{ $name }{"\u2069"}.
report-signal = يمكن للحزمة أن ترسل: {"\u2068"}{ $signals }{"\u2069"}.
report-signal-none = لم يظهر أن أي نص برمجي في الحزمة يرسل نتائج. اختبروها: فإن بقيت غير مكتملة فاجعلوا النشاط يكتمل عند مشاهدته.
report-signal-other-standard = تستخدم النصوص البرمجية معيار SCORM الآخر ({"\u2068"}{ $signals }{"\u2069"}) غير المذكور في البيان. اختبروا الحزمة، وصدّروها من جديد إذا لم يُسجَّل شيء.
report-mastery-score = يُجتاز «{"\u2068"}{ $item }{"\u2069"}» بدرجة { $score } حسب الحزمة وبدرجة { $pass-mark } حسب هذا الموقع، والقرار للموقع.
report-passing-score = يُجتاز «{"\u2068"}{ $item }{"\u2069"}» بنسبة { $score }٪ حسب الحزمة وبنسبة { $pass-mark }٪ حسب هذا الموقع، والقرار للموقع.
report-launch-missing = لا يمكن فتح «{"\u2068"}{ $item }{"\u2069"}»: صفحته «{"\u2068"}{ $file }{"\u2069"}» ليست في ملف zip. صدّروا الحزمة من جديد؛ والملفات التي غُيّرت أسماؤها يدويًا يجب تغييرها أيضًا في imsmanifest.xml.
report-files-missing = ملفات يذكرها البيان وليست في ملف zip: { $count } ({"\u2068"}{ $files }{"\u2069"}). إذا نقصت صفحات أو صور فصدّروا الحزمة من جديد.
report-first-page-missing = تحتاج الصفحة الأولى إلى ملفات ليست في أرشيف zip: { $count } ({"\u2068"}{ $files }{"\u2069"}). قد تبقى فارغة؛ صدّروا الحزمة من جديد.
report-case-repaired = أسماء يكتبها البيان بصورة مختلفة ويُعثر عليها مع ذلك: { $count } ({"\u2068"}{ $files }{"\u2069"}).
report-flash = ملفات Flash لم يعد أي متصفح يشغّلها: { $count } ({"\u2068"}{ $files }{"\u2069"}).
report-unload = تُرسل نتائج عند إغلاق الصفحة، وهي خطوة كثيرًا ما تتخطاها الهواتف. وتُحفظ النتائج باستمرار على أي حال؛ فتحققوا من أن لا شيء يُرسل في النهاية فقط في: {"\u2068"}{ $files }{"\u2069"}.
report-beforeunload = ملفات تطرح سؤالًا قبل المغادرة: {"\u2068"}{ $files }{"\u2069"}.
report-sync-request = ملفات ترسل طلبات متزامنة ترفضها المتصفحات عند إغلاق الصفحة: {"\u2068"}{ $files }{"\u2069"}.
report-service-worker = ملفات تسجّل service workers، وهي غير متاحة للحزم: {"\u2068"}{ $files }{"\u2069"}.
report-external-loads = تحمّل الحزمة ملفات من مواقع أخرى: {"\u2068"}{ $hosts }{"\u2069"}. يجب أن يتمكن المتعلمون من الوصول إليها.
report-external-hosts = تذكر الحزمة مواقع أخرى: {"\u2068"}{ $hosts }{"\u2069"}. تحققوا من أنها تعمل من دونها، أو أنها متاحة لمتعلميكم.
report-external-launch = يفتح «{"\u2068"}{ $item }{"\u2069"}» العنوان {"\u2068"}{ $url }{"\u2069"} خارج هذا الموقع.
report-server-scripts = برامج خاصة بالخوادم لا تعمل هنا: { $count } ({"\u2068"}{ $files }{"\u2069"}).
report-screen-fixed = الصفحات معدّة لنافذة بقياس { $width } × { $height }.
report-screen-responsive = تتكيف الصفحات مع النافذة.
report-root-folder = توجد الحزمة في المجلد «{"\u2068"}{ $folder }{"\u2069"}» داخل ملف zip.
report-outside-root = ملفات خارج مجلد الحزمة جرى استبعادها: { $count }.
report-junk-ignored = ملفات لا يحتاجها إلا حاسوب المؤلف جرى استبعادها: { $count }.
report-backslashes = أسماء ملفات مكتوبة بشرطات مائلة عكسية جرى تصحيحها: { $count }.
report-legacy-names = أسماء ملفات ليست بترميز يونيكود وقُرئت على أنها {"\u2068"}{ $code-page }{"\u2069"}: { $count }. إذا نقصت صفحات أو صور فاضغطوا الحزمة من جديد بأداة حديثة.
report-leading-bytes = جرى تخطي { $size } قبل بداية الأرشيف.
report-duplicate-names = ملفات مكررة في ملف zip يُستخدم آخرها: {"\u2068"}{ $files }{"\u2069"}.
report-case-collision = لا تختلف هذه الأسماء إلا في حالة الأحرف: {"\u2068"}{ $files }{"\u2069"}. يُقدَّم كل منها باسمه الدقيق؛ غيّروا اسم أحدها للتأكد.
report-nested-archives = أرشيفات داخل الحزمة تُعرض للتنزيل ولا تُفتح: {"\u2068"}{ $files }{"\u2069"}.
report-refused-not-a-zip = هذا الملف ليس أرشيف zip قابلًا للقراءة. صدّروا الحزمة من جديد من أداة التأليف وارفعوا ملف zip الناتج.
report-refused-empty = أرشيف zip هذا فارغ. صدّروا الحزمة من جديد وارفعوا ذلك الملف.
report-refused-too-many-files = يحتوي أرشيف zip هذا على { $found } ملف، والحد الأقصى { $limit }. احذفوا ما لا تستخدمه الدورة أو قسّموها إلى عدة حزم.
report-refused-directory-too-large = فهرس أرشيف zip هذا أكبر من أن يُقرأ بأمان. اضغطوا الحزمة من جديد دون تعليقات أو بيانات إضافية.
report-refused-path-outside = يحتوي أرشيف zip على الملف «{"\u2068"}{ $name }{"\u2069"}» الذي يشير اسمه إلى خارج الحزمة. اضغطوا مجلد الحزمة من جديد من داخله.
report-refused-absolute-path = يحتوي أرشيف zip على الملف «{"\u2068"}{ $name }{"\u2069"}» المحدد بمسار مطلق. اضغطوا مجلد الحزمة من جديد لتكون كل الأسماء نسبية إليه.
report-refused-forbidden-name = يحتوي أرشيف zip على الملف «{"\u2068"}{ $name }{"\u2069"}»، { $fault ->
    [control-character] وفي اسمه محرف تحكم غير مرئي
    [colon] وفي اسمه نقطتان رأسيتان
   *[device] واسمه مخصص لجهاز في نظام ويندوز
}. غيّروا اسم الملف في الحزمة وفي الصفحات التي تستخدمه.
report-refused-name-too-long = يحتوي أرشيف zip على ملف اسمه طويل جدًا أو عميق جدًا («{"\u2068"}{ $name }{"\u2069"}…»). اختصروا أسماء المجلدات في الحزمة.
report-refused-not-a-file = «{"\u2068"}{ $name }{"\u2069"}» في أرشيف zip رابط أو ملف خاص. استبدلوا به الملف الذي يمثله واضغطوا الحزمة من جديد.
report-refused-encrypted = «{"\u2068"}{ $name }{"\u2069"}» في أرشيف zip محمي بكلمة مرور. اضغطوا الحزمة من جديد دون كلمة مرور.
report-refused-compression = «{"\u2068"}{ $name }{"\u2069"}» في أرشيف zip مضغوط بطريقة لا تقرؤها إلا أدوات قليلة ({ $method }). اضغطوا الحزمة من جديد بالضغط المعتاد (deflate).
report-refused-overlapping = تتداخل ملفات داخل أرشيف zip هذا، ولا تكتب ذلك أي أداة معتادة. اضغطوا الحزمة من جديد.
report-refused-too-large = ستشغل هذه الحزمة بعد فك الضغط { $found }، والحد الأقصى { $limit }. اضغطوا مقاطع الفيديو أو قسّموا الحزمة.
report-refused-file-too-large = سيشغل «{"\u2068"}{ $name }{"\u2069"}» بعد فك الضغط { $found }، والحد الأقصى للملف الواحد { $limit }. اضغطوه وأعيدوا إنشاء ملف zip.
report-refused-bomb = يتضخم أرشيف zip هذا عند فكه إلى { $ratio } ضعف حجمه، كما تفعل الأرشيفات المعدّة للإضرار. إن كانت حزمة حقيقية فابحثوا فيها عن ملفات ضخمة فارغة.
report-refused-damaged = «{"\u2068"}{ $name }{"\u2069"}» تالف: لا يطابق محتواه ما يذكره أرشيف zip. صدّروا الحزمة أو ارفعوها من جديد.
report-refused-no-manifest = لا يحتوي أرشيف zip هذا على imsmanifest.xml، فهو ليس حزمة SCORM. { $hint ->
    [nested-zip] وفيه أرشيف zip آخر، «{"\u2068"}{ $name }{"\u2069"}»، قد يكون هو الحزمة: ارفعوا ذلك الملف وحده.
    [web-publication] ويبدو أنه نشر للويب من {"\u2068"}{ $name }{"\u2069"}: انشروا من جديد واختاروا المخرجات الخاصة بنظام إدارة التعلم (SCORM 1.2 أو SCORM 2004).
    [other-standard] وهو حزمة {"\u2068"}{ $name }{"\u2069"}: صدّروها بصيغة SCORM 1.2 أو SCORM 2004.
    [too-deep] وبيانه «{"\u2068"}{ $name }{"\u2069"}» في مجلد عميق جدًا: اضغطوا المجلد الذي يحتوي على imsmanifest.xml.
   *[unknown] صدّروا الحزمة من جديد بصيغة SCORM 1.2 أو SCORM 2004 وارفعوا ملف zip دون فتحه.
}
report-refused-several-packages = يحتوي أرشيف zip هذا على عدة حزم («{"\u2068"}{ $first }{"\u2069"}» و«{"\u2068"}{ $second }{"\u2069"}»). ارفعوا كلًا منها في ملف zip خاص بها.
report-refused-manifest = تعذرت قراءة البيان بوصفه دورة: { $reason }
report-refused-nothing-to-launch = ليس في الحزمة ما يُفتح: يبدأ بيانها بالصفحة «{"\u2068"}{ $file }{"\u2069"}» غير الموجودة في أرشيف zip. صدّروها من جديد؛ والملفات التي غُيّرت أسماؤها يدويًا يجب تغييرها أيضًا في imsmanifest.xml.
report-refused-page-renamed = ليس في الحزمة ما يُفتح: يبدأ بيانها بالصفحة «{"\u2068"}{ $file }{"\u2069"}» غير الموجودة في أرشيف zip، غير أن فيه «{"\u2068"}{ $candidate }{"\u2069"}». إن كان اسم الصفحة قد غُيّر يدويًا فأعيدوا إليها اسمها القديم، أو صدّروا الحزمة من جديد.
report-refused-no-page = لا يذكر بيان هذه الحزمة أي صفحة تُفتح. صدّروا الحزمة من جديد بصيغة SCORM 1.2 أو SCORM 2004.
report-refused-server = تعذر حفظ الحزمة بسبب عطل في هذا الخادم. حاولوا لاحقًا، وأبلغوا المشغّل إذا تكرر ذلك.
report-manifest-encoding-guessed = يذكر البيان أنه مكتوب بترميز {"\u2068"}{ $declared }{"\u2069"} وليس كذلك؛ فقُرئ على أنه {"\u2068"}{ $used }{"\u2069"}. تحققوا من ظهور العناوين صحيحة.
report-manifest-control-characters = يحتوي البيان على محارف تحكم؛ فحُذفت.
report-manifest-doctype-ignored = جرى تجاهل تصريح نوع المستند في البيان؛ فهو لا يحتاجه.
report-manifest-unknown-entity = &{"\u2068"}{ $name }{"\u2069"}; غير معروف في البيان وبقي كما هو. اكتبوا المحرف نفسه.
report-manifest-attribute-unreadable = تعذرت قراءة سمة في <{"\u2068"}{ $element }{"\u2069"}> في البيان فحُذفت. ضعوا قيمتها بين علامتي اقتباس.
report-manifest-schema-version-unknown = إصدار المخطط «{"\u2068"}{ $value }{"\u2069"}» ليس من إصدارات SCORM؛ واستُدل على الإصدار بعلامات أخرى.
report-manifest-version-assumed = لا شيء في البيان يذكر إصدار SCORM المتبع؛ فافتُرض SCORM 1.2.
report-manifest-not-scorm = يتبع البيان «{"\u2068"}{ $schema }{"\u2069"}» لا SCORM؛ يُعرض ما يمكن عرضه وقد لا تُسجَّل النتائج.
report-manifest-organization-built = ليس في البيان تنظيم؛ فأُنشئ واحد من موارده القابلة للفتح ({"\u2068"}{ $items }{"\u2069"}). تحققوا من ترتيبها وعناوينها.
report-manifest-default-organization-missing = لا يذكر البيان تنظيمًا افتراضيًا؛ فاستُخدم «{"\u2068"}{ $used }{"\u2069"}».
report-manifest-default-organization-unknown = التنظيم الافتراضي «{"\u2068"}{ $wanted }{"\u2069"}» ليس في البيان؛ فاستُخدم «{"\u2068"}{ $used }{"\u2069"}». تحققوا من أنه الصحيح.
report-manifest-title-missing = ليس لـ«{"\u2068"}{ $identifier }{"\u2069"}» عنوان؛ فيُعرض «{"\u2068"}{ $used }{"\u2069"}».
report-manifest-identifier-missing = عنصر بلا معرّف؛ أُعطي «{"\u2068"}{ $used }{"\u2069"}».
report-manifest-identifier-duplicate = المعرّف «{"\u2068"}{ $identifier }{"\u2069"}» مستخدم أكثر من مرة؛ وأصبح الأخير «{"\u2068"}{ $used }{"\u2069"}». أعطوا كل عنصر معرّفه.
report-manifest-sub-manifest-joined = ضُمّ البيان الموجود داخل البيان، «{"\u2068"}{ $identifier }{"\u2069"}»، إلى الدورة في موضع ذكره.
report-manifest-sub-manifest-cycle = يحيل «{"\u2068"}{ $item }{"\u2069"}» إلى بيان يحتويه؛ فحُذفت الإحالة.
report-manifest-resource-unknown = يحيل العنصر «{"\u2068"}{ $item }{"\u2069"}» إلى المورد «{"\u2068"}{ $resource }{"\u2069"}» غير الموجود في البيان؛ فلا يمكن فتحه. صحّحوا identifierref أو أضيفوا المورد.
report-manifest-resource-without-href = ليس للمورد «{"\u2068"}{ $resource }{"\u2069"}» عنوان (href)، فلا يمكن فتح العنصر «{"\u2068"}{ $item }{"\u2069"}». أضيفوا الصفحة التي تُفتح.
report-manifest-resource-duplicate = معرّف المورد «{"\u2068"}{ $identifier }{"\u2069"}» مستخدم أكثر من مرة؛ ويُعتد بالأول.
report-manifest-scorm-type-missing = موارد لا تذكر هل هي SCO أم asset: { $count } (أولها «{"\u2068"}{ $resource }{"\u2069"}»). وعومل كل منها على أنه {"\u2068"}{ $used }{"\u2069"}.
report-manifest-dependency-unknown = يعتمد المورد «{"\u2068"}{ $resource }{"\u2069"}» على «{"\u2068"}{ $dependency }{"\u2069"}» غير الموجود في البيان.
report-manifest-launch-on-branch = للعنصر «{"\u2068"}{ $item }{"\u2069"}» عناصر تحته وصفحة خاصة به أيضًا، وهو ما لا يتوقعه SCORM 2004؛ ويمكن فتحها كلها.
report-manifest-href-external = يفتح العنصر «{"\u2068"}{ $item }{"\u2069"}» العنوان {"\u2068"}{ $url }{"\u2069"} خارج الحزمة؛ وقد لا تُسجَّل نتائجه، ويحتاج إلى الإنترنت.
report-manifest-href-unusable = لا يمكن فتح العنوان «{ $href }» للمورد «{"\u2068"}{ $resource }{"\u2069"}» في نافذة متصفح؛ استخدموا مسارًا داخل الحزمة.
report-manifest-href-outside = يشير العنوان «{ $href }» إلى خارج الحزمة؛ فاستُخدم «{"\u2068"}{ $used }{"\u2069"}». تحققوا من أنه الملف الصحيح.
report-manifest-href-repaired = العنوان «{ $href }» ليس مكتوبًا كما تقتضيه الويب؛ فقُرئ «{"\u2068"}{ $used }{"\u2069"}».
report-manifest-base-without-slash = لا ينتهي عنوان الأساس «{ $base }» بشرطة مائلة؛ فقُرئ على أنه مجلد.
report-manifest-nothing-to-launch = لا يمكن فتح شيء في هذه الدورة: لا يؤدي أي عنصر إلى صفحة. صدّروا الحزمة من جديد من أداة التأليف.
report-manifest-value-invalid = «{"\u2068"}{ $value }{"\u2069"}» ليست قيمة ممكنة لـ{ $field } في «{"\u2068"}{ $item }{"\u2069"}»؛ فحُذفت.
report-manifest-prerequisites-unreadable = تعذرت قراءة المتطلبات السابقة لـ«{"\u2068"}{ $item }{"\u2069"}»، فهو متاح للجميع. صحّحوا: { $expression }
report-manifest-prerequisites-unknown = تذكر المتطلبات السابقة لـ«{"\u2068"}{ $item }{"\u2069"}» المعرّف «{"\u2068"}{ $identifier }{"\u2069"}»، وليس عنصرًا في هذه الدورة؛ فلا يُعد منجزًا أبدًا. صحّحوا المعرّف.
report-manifest-sequencing-collection-unknown = يستخدم «{"\u2068"}{ $item }{"\u2069"}» التسلسل «{ $reference }» غير الموجود في البيان؛ فحُذف.
report-manifest-sequencing-unknown = { $field } في تسلسل «{"\u2068"}{ $item }{"\u2069"}» غير معروف في SCORM ولا أثر له.
report-manifest-sequencing-time-ignored = { $field } في تسلسل «{"\u2068"}{ $item }{"\u2069"}» يعتمد على الوقت الذي لا يُراقَب هنا، فلا أثر له. دعوا الوحدة تراقب وقتها بنفسها.
report-manifest-rule-incomplete = قاعدة (<{"\u2068"}{ $rule }{"\u2069"}>) في تسلسل «{"\u2068"}{ $item }{"\u2069"}» ينقصها جزء، أو فيها جزء لا يعرفه SCORM؛ فلا أثر لها. صحّحوها في أداة التأليف.
report-manifest-sequencing-repeated = يرد {"\u2068"}{ $field }{"\u2069"} أكثر من مرة في «{"\u2068"}{ $item }{"\u2069"}»؛ ويُعتد بالأول.
report-manifest-shared-sequencing-duplicate = التسلسل المشترك «{"\u2068"}{ $identifier }{"\u2069"}» معرّف أكثر من مرة؛ ويُعتد بالأول.
report-manifest-without-effect = لا أثر لـ{"\u2068"}{ $field }{"\u2069"} في «{"\u2068"}{ $item }{"\u2069"}» من دون {"\u2068"}{ $lacks }{"\u2069"}.
report-manifest-weight-above-one = قيمة {"\u2068"}{ $field }{"\u2069"} في «{"\u2068"}{ $item }{"\u2069"}» هي {"\u2068"}{ $value }{"\u2069"}، وأقصاها في SCORM هو 1؛ فتُحتسب بنسبتها إلى أوزان العناصر الأخرى.
report-manifest-item-opens-nothing = لا يفتح «{"\u2068"}{ $item }{"\u2069"}» شيئًا وليس تحته شيء؛ فيُتخطى.
report-manifest-needs-items-below = لا أثر لـ{"\u2068"}{ $field }{"\u2069"} في «{"\u2068"}{ $item }{"\u2069"}»، إذ ليس تحته عناصر.
report-manifest-needs-page = لا أثر لـ{"\u2068"}{ $field }{"\u2069"} في «{"\u2068"}{ $item }{"\u2069"}»، إذ ليست له صفحة خاصة به.
report-manifest-not-in-edition = لا أثر لـ{"\u2068"}{ $field }{"\u2069"} في {"\u2068"}{ $edition }{"\u2069"} الذي تُشغَّل به هذه الدورة (عدد مرات وروده: { $count }، أولها في «{"\u2068"}{ $item }{"\u2069"}»). اذكروا الإصدار الصحيح في schemaversion إن كانت الدورة تحتاج إليه.
report-manifest-primary-objective-repeated = لـ«{"\u2068"}{ $item }{"\u2069"}» أكثر من هدف رئيسي؛ فالأول هو الرئيسي، وتُقرأ البقية أهدافًا عادية.
report-manifest-objective-duplicate = الهدف «{"\u2068"}{ $objective }{"\u2069"}» معرّف أكثر من مرة في «{"\u2068"}{ $item }{"\u2069"}»؛ ويُعتد بالأول.
report-manifest-objective-unknown = تسأل قاعدة في «{"\u2068"}{ $item }{"\u2069"}» عن الهدف «{"\u2068"}{ $objective }{"\u2069"}»، وليس من أهداف «{"\u2068"}{ $item }{"\u2069"}»؛ فلا يتحقق ذلك الشرط أبدًا. صحّحوا referencedObjective.
report-manifest-objective-never-written = يقرأ «{"\u2068"}{ $item }{"\u2069"}» القيمة {"\u2068"}{ $field }{"\u2069"} من الهدف المشترك «{"\u2068"}{ $target }{"\u2069"}» الذي لا يكتبه شيء في هذه الدورة؛ فيبقى مجهولًا ما لم تكتبه دورة أخرى.
report-manifest-objective-maps-clash = في «{"\u2068"}{ $item }{"\u2069"}» عدة روابط تخص {"\u2068"}{ $field }{"\u2069"} للهدف نفسه؛ ولا أثر إلا لآخرها.
report-manifest-attempt-limit-zero = عدد المحاولات المسموح بها لـ«{"\u2068"}{ $item }{"\u2069"}» هو 0 (attemptLimit)، فلا يمكن فتحه أبدًا. ارفعوا الحد أو احذفوه.
report-manifest-cluster-closed = لا يسمح «{"\u2068"}{ $item }{"\u2069"}» بالاختيار (choice) ولا بالتتابع (flow)، فلا يستطيع المتعلم الوصول إلى ما فيه. اسمحوا بأحدهما.
report-manifest-forward-only-choice = يسمح «{"\u2068"}{ $item }{"\u2069"}» بـchoice وforwardOnly معًا: فلا يمكن اختيار ما يسبق الجزء الحالي.
report-manifest-selection-exceeds = عدد الأجزاء المطلوب انتقاؤها من «{"\u2068"}{ $item }{"\u2069"}»: { $count }، وليس فيه سوى { $available }؛ فتُستخدم كلها.
report-manifest-impossible-for-course = تطلب قاعدة في «{"\u2068"}{ $item }{"\u2069"}» الإجراء {"\u2068"}{ $action }{"\u2069"}، وهو غير ممكن للدورة بأكملها؛ فلا أثر لها.
report-manifest-rollup-always-holds = تطلب قاعدة تجميع في «{"\u2068"}{ $item }{"\u2069"}» ما لا يقل عن 0 من أجزائه، فهي متحققة دائمًا. اذكروا minimumCount أو minimumPercent.
report-manifest-rollup-never-holds = تطلب قاعدة تجميع في «{"\u2068"}{ $item }{"\u2069"}» ما لا يقل عن { $count } من أجزائه، وليس فيه سوى { $available }؛ فلا تتحقق أبدًا.
report-manifest-rollup-of-nothing = لا يُحتسب أي جزء من «{"\u2068"}{ $item }{"\u2069"}» في {"\u2068"}{ $field }{"\u2069"}، فلا تتوقف حالته على أي منها. اجعلوا جزءًا واحدًا على الأقل يُحتسب.
report-manifest-rollup-overruled = لا أثر لقواعد التجميع في «{"\u2068"}{ $item }{"\u2069"}» حيث يترك {"\u2068"}{ $field }{"\u2069"} القرار للقياس.
report-manifest-never-reported = ينتظر {"\u2068"}{ $field }{"\u2069"} في «{"\u2068"}{ $item }{"\u2069"}» نتيجة لا يبلّغ بها شيء، فلا تُحسم حالته أبدًا. صحّحوه في أداة التأليف.
report-manifest-further = مشكلات أخرى من هذا النوع: { $count }.
