# Certificates: earning, verifying, registering and wording them.
certificates-certificate = شهادة
certificates-mine = شهاداتي
certificates-mine-lead = الشهادات التي حصلتم عليها. يمكن لأي شخص تعرضونها عليه أن يتحقق منها.
certificates-none-title = لا توجد شهادات بعد
certificates-none-text = أكملوا دورة تدريبية، ثم اختاروا «الحصول على شهادتي» في صفحتها.
certificates-download = تنزيل الشهادة (PDF)
certificates-file-name = شهادة – { $course }
certificates-verification = التحقق
certificates-verification-text = يمكن لأي شخص التحقق من هذه الشهادة على العنوان أدناه أو بواسطة رمز الاستجابة السريعة.
certificates-qr-code = رمز الاستجابة السريعة لصفحة التحقق
certificates-to-course = الانتقال إلى الدورة
certificates-issued = هذه شهادتكم.
certificates-not-complete = لم تكتمل الدورة بعد. ما بقي إنجازه مذكور أدناه.
certificates-state = الحالة
certificates-state-valid = سارية
certificates-state-replaced = مستبدَلة
certificates-state-revoked = ملغاة

# The printed facts
certificates-fact-name = الاسم
certificates-fact-course = الدورة
certificates-fact-date = التاريخ
certificates-fact-score = الدرجة
certificates-fact-number = رقم الشهادة
certificates-fact-qr = رمز الاستجابة السريعة (QR)
certificates-fact-qr-hint = يقود إلى صفحة التحقق من الشهادة. ومن دونه يُطبع الرقم وعنوان تلك الصفحة.
certificates-fact-issuer = جهة الإصدار

# Verification
certificates-verify = التحقق من شهادة
certificates-verify-lead = تحققوا مما إذا كانت الشهادة التي عُرضت عليكم صادرة من هنا وما إذا كانت لا تزال سارية.
certificates-verify-hint = ستة عشر حرفًا ورقمًا مطبوعة على الشهادة. لا أهمية لحالة الأحرف أو المسافات أو الشرطات.
certificates-verify-go = تحقق
certificates-verify-compare = قارنوا كل سطر بالشهادة التي عُرضت عليكم. إذا اختلف أي شيء، فقد جرى تغيير الوثيقة.
certificates-valid-title = هذه الشهادة سارية
certificates-valid-text = صدرت من هنا بالبيانات التالية.
certificates-replaced-title = استُبدلت هذه الشهادة
certificates-replaced-text = كانت أصلية ولم تعد معتمدة منذ { $date } لأن شهادة مصححة صدرت بدلًا منها.
certificates-replaced-link = استُبدلت بالشهادة { $number }
certificates-revoked-title = أُلغيت هذه الشهادة
certificates-revoked-text = لم تعد معتمدة منذ { $date }. للاستفسار، يرجى التوجه إلى الإدارة التي أصدرتها.
certificates-unknown-title = لا توجد شهادة كهذه
certificates-unknown-text = لم تصدر من هنا أي شهادة بالرقم { $number }. تأكدوا من صحة الرقم؛ فإن كان صحيحًا، فالوثيقة ليست صادرة عنا.

# The register of the secretariat
certificates-register = الشهادات
certificates-register-lead = جميع الشهادات الصادرة. افتحوا إحداها لتصحيح اسم أو لإلغائها.
certificates-search = البحث بالاسم أو الرقم
certificates-search-go = بحث
certificates-none-found = لم يُعثر على شهادات
certificates-none-found-text = جربوا جزءًا من الاسم أو بداية الرقم.
certificates-cut = لا تُعرض سوى أحدث { $count } شهادة. استخدموا البحث للعثور على غيرها.
certificates-reason = السبب
certificates-reason-hint = يُبلَّغ به صاحب الشهادة بالبريد الإلكتروني ويُحفظ في السجل، ولا يُعرض على الجمهور.
certificates-replace = تصحيح الاسم
certificates-replace-title = تصحيح الاسم في هذه الشهادة
certificates-replace-text = تصدر شهادة جديدة برقم جديد وبالتاريخ نفسه. وتبقى هذه الشهادة قابلة للتحقق وتشير إلى ما حل محلها.
certificates-replace-name = الاسم كما يجب أن يُطبع
certificates-replace-go = إصدار الشهادة المصححة
certificates-replaced = صدرت الشهادة المصححة.
certificates-revoke = إلغاء الشهادة
certificates-revoke-title = هل تريدون إلغاء هذه الشهادة؟
certificates-revoke-text = سيرى كل من يتحقق منها أنها أُلغيت. لا يمكن التراجع عن ذلك، ولن تصدر شهادة أخرى لهذه الدورة.
certificates-revoked = أُلغيت الشهادة.
certificates-ended-already = سبق أن استُبدلت هذه الشهادة أو أُلغيت.

# The template of a course
certificates-design = شهادة الدورة
certificates-design-lead = ما تنص عليه شهادات هذه الدورة وشكلها. النموذج صالح كما هو؛ وتسري تعديلاتكم على الشهادات الصادرة بعد ذلك.
certificates-group-wording = النص
certificates-group-facts = البيانات في أسفل الصفحة
certificates-group-signature = التوقيع
certificates-group-look = المظهر
certificates-issuer = جهة الإصدار
certificates-issuer-hint = تُطبع فوق العنوان.
certificates-title = العنوان
certificates-wording = الأسطر
certificates-wording-hint = سطر لكل عبارة. تُملأ هذه الكلمات تلقائيًا: {"{"}name{"}"}, {"{"}course{"}"}, {"{"}date{"}"}, {"{"}score{"}"}, {"{"}number{"}"}. يُحذف السطر الذي تنقصه معلومته، ويُطبع الاسم أو الدورة بخط كبير إذا كان وحده في سطره.
certificates-facts-hint = تُطبع الدرجة فقط في الدورات التي تتضمن أنشطة مُقيَّمة.
certificates-signatory-name = اسم الموقّع
certificates-signatory-title = منصبه
certificates-signature = صورة التوقيع
certificates-signature-drop = إزالة التوقيع الحالي
certificates-logo = الشعار
certificates-logo-drop = إزالة الشعار الحالي
certificates-image-hint = صورة PNG أو JPEG لا يتجاوز حجمها 1 ميغابايت.
certificates-accent = اللون
certificates-accent-hint = لون العنوان والاسم ورمز الاستجابة السريعة. يجب أن يكون داكنًا كي تتمكن الكاميرات من قراءة الرمز.
certificates-save = حفظ
certificates-preview = معاينة
certificates-preview-saved = معاينة ما هو محفوظ
certificates-version-default = هذا هو النموذج الافتراضي الذي تبدأ به كل دورة.
certificates-version = هذا هو الإصدار { $version }. وتحتفظ الشهادات الصادرة بإصدارها.
certificates-design-saved = حُفظ النموذج. وهو يسري على الشهادات الصادرة من الآن فصاعدًا.
certificates-design-changed = عدّل شخص آخر شهادة هذه الدورة في هذه الأثناء.
certificates-sample-name = محمد الأمين بن يوسف

# Faults
certificates-fault-title = أدخلوا عنوانًا.
certificates-fault-long = هذا أطول مما تتسع له صفحة واحدة. اختصروه.
certificates-fault-name = يجب أن تذكر الشهادة اسم الشخص. أبقوا {"{"}name{"}"} في أحد الأسطر.
certificates-fault-colour = اختاروا لونًا أغمق: فهذا اللون لا يُقرأ ولا يمكن مسح رمزه.
certificates-fault-image = هذا الملف ليس صورة صالحة للاستعمال. اختاروا صورة PNG أو JPEG.
certificates-fault-image-size = الصورة أكبر من 1 ميغابايت. صغّروها.
certificates-fault-holder = أدخلوا الاسم.
certificates-fault-reason = أدخلوا السبب.
certificates-unprintable-title = تتعذر طباعة الشهادة
certificates-unprintable-letters = يحتوي «{ $text }» على حروف تتعذر طباعتها: { $letters }. تُطبع الشهادات بالحروف اللاتينية واليونانية والسيريلية والعربية.
certificates-unprintable-long = لا يتسع النص في صفحة واحدة. اختصروه أو استخدموا أسطرًا أقل.
certificates-unprintable-other = تعذر إنشاء الصفحة. يرجى إبلاغ مشغلي الموقع بذلك.
certificates-unprintable-next = لم يصدر شيء. اطلبوا من الأمانة كتابة الاسم بحروف يمكن طباعتها، أو من مؤلفي الدورة تصحيح نصها، ثم أعيدوا المحاولة.
