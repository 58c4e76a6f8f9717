accounts-title = التفضيلات
accounts-lead = حسابكم وما يحميه.
accounts-username = اسم المستخدم
accounts-email = البريد الإلكتروني
accounts-password = كلمة المرور
accounts-password-text = كلمة مرور خاصة بكم لا تُستعمل في أي مكان آخر.
accounts-password-change = تغيير كلمة المرور
accounts-password-choose = اختاروا كلمة المرور
accounts-password-forced = كلمة المرور الحالية مؤقتة. اختاروا كلمة مرور خاصة بكم للدخول إلى الموقع.
accounts-password-none = ليس لحسابكم كلمة مرور بعد: تسجّلون الدخول عبر موفّر. إذا رغبتم في كلمة مرور أيضًا فاطلبوا رابطًا بالبريد.
accounts-for-user = للحساب
accounts-current = كلمة المرور الحالية
accounts-current-hint = التي سجّلتم بها الدخول للتو.
accounts-new-password = كلمة المرور الجديدة
accounts-new-again = كلمة المرور الجديدة مرة أخرى
accounts-password-save = حفظ كلمة المرور
accounts-password-follows = تنتهي جلستكم في كل مكان آخر سجّلتم فيه الدخول، وتُبلَّغون بالتغيير في رسالة.
accounts-password-changed = تم تغيير كلمة المرور
accounts-password-changed-text = سجّلوا الدخول من الآن فصاعدًا بكلمة المرور الجديدة. رسالة التأكيد في طريقها إليكم.
accounts-ended = { $count ->
    [zero] لم تكن لكم جلسة مفتوحة في مكان آخر.
    [one] كانت لكم جلسة واحدة مفتوحة في مكان آخر، وقد أُنهيت.
    [two] كانت لكم جلستان مفتوحتان في مكانين آخرين، وقد أُنهيتا.
    [few] كانت لكم { $count } جلسات مفتوحة في أماكن أخرى، وقد أُنهيت.
    [many] كانت لكم { $count } جلسة مفتوحة في أماكن أخرى، وقد أُنهيت.
   *[other] كانت لكم { $count } جلسة مفتوحة في أماكن أخرى، وقد أُنهيت.
}
accounts-go-on = متابعة
accounts-fault-again = الكلمتان غير متطابقتين. اكتبوا كلمة المرور الجديدة من جديد.
accounts-fault-same = هذه كلمة المرور الحالية. اختاروا غيرها.
accounts-fault-current = هذه ليست كلمة المرور الحالية.
accounts-fault-none = ليس لحسابكم كلمة مرور بعد. اختاروا واحدة عبر رابط نسيان اسم المستخدم أو كلمة المرور، ثم عودوا.
accounts-fault-slow-down = محاولات كثيرة جدًا. انتظروا دقيقة ثم أعيدوا المحاولة.
accounts-lost-link = نسيتم اسم المستخدم أو كلمة المرور؟
accounts-lost = نسيتم كلمة المرور؟
accounts-lost-lead = اكتبوا اسم المستخدم أو بريدكم الإلكتروني لنرسل إليكم رابطًا تختارون به كلمة مرور جديدة.
accounts-lost-send = أرسلوا إليّ الرابط
accounts-lost-sent = تفقّدوا بريدكم الإلكتروني
accounts-lost-sent-text = إذا كان هناك حساب مفعّل بما كتبتموه، فإن رسالة فيها رابط في طريقها إلى صاحبه. الرابط صالح { $minutes } دقيقة.
accounts-lost-sent-more = لم تصلكم رسالة بعد بضع دقائق؟ ابحثوا بين الرسائل غير المرغوب فيها، أو جرّبوا عنوانكم الآخر، أو اتصلوا بالمنسق لديكم. والطلب الذي ما زال قيد النظر ليس له حساب بعد.
accounts-lost-again = طلب رابط جديد
accounts-to-login = إلى تسجيل الدخول
accounts-link-dead = لم يعد هذا الرابط صالحًا
accounts-link-dead-text = سبق استعماله، أو مضى عليه أكثر من { $minutes } دقيقة. لم تتغير كلمة المرور.
accounts-reset-follows = تنتهي جميع جلساتكم المفتوحة، وتُبلَّغون بالتغيير في رسالة.
accounts-reset-done = حُفظت كلمة المرور الجديدة. سجّلوا الدخول بها.
accounts-remember = تذكّر اسمي على هذا الجهاز
accounts-login-network = فشلت محاولات كثيرة لتسجيل الدخول من شبكتكم، ولا بد من الانتظار. أعيدوا المحاولة بعد دقيقة، أو من جهاز سبق أن سجّلتم به الدخول هنا.
accounts-device = { $browser } على { $system }
accounts-device-unknown = جهاز غير معروف
accounts-sessions = جلساتكم
accounts-sessions-text = الأجهزة التي لكم فيها الآن جلسة مفتوحة.
accounts-sessions-show = عرض جلساتي
accounts-sessions-lead = كل سطر جهاز لكم فيه جلسة مفتوحة. أنهوا ما لا تعرفونه منها، ثم غيّروا كلمة المرور.
accounts-end-others = إنهاء جميع الجلسات الأخرى
accounts-session-device = الجهاز
accounts-session-address = عنوان الشبكة
accounts-session-since = مفتوحة منذ
accounts-session-seen = آخر استعمال
accounts-session-this = هذا الجهاز
accounts-session-end = إنهاء
accounts-session-end-of = إنهاء الجلسة: { $device }
accounts-sessions-note = الأوقات بالتوقيت العالمي المنسق. تنتهي الجلسة من تلقاء نفسها إذا لم تُستعمل اثنتي عشرة ساعة.
accounts-session-ended = أُنهيت الجلسة.
accounts-sessions-ended = أُنهيت جميع الجلسات الأخرى.
accounts-second = تسجيل الدخول بخطوتين
accounts-second-text = رمز من هاتفكم يُطلب بعد كلمة المرور، فلا تكفي معرفة كلمة المرور وحدها لتسجيل الدخول.
accounts-second-show = تسجيل الدخول بخطوتين
accounts-second-lead = بعد كلمة المرور تكتبون رمزًا يعرضه تطبيق على هاتفكم، فلا تكفي معرفة كلمة المرور وحدها لتسجيل الدخول.
accounts-second-on = مفعّل
accounts-second-off = غير مفعّل. يلزمكم تطبيق يعرض هذه الرموز، وهو موجود في معظم الهواتف أو يمكن تثبيته مجانًا.
accounts-second-begin = إعداده
accounts-second-app = إعداد التطبيق
accounts-second-scan = افتحوا التطبيق وأضيفوا حسابًا ووجّهوا الكاميرا إلى هذه الصورة:
accounts-second-qr = صورة تتضمن المفتاح السري للتطبيق
accounts-second-type = أو اكتبوا هذا المفتاح السري في التطبيق:
accounts-second-check = التحقق من عمله
accounts-second-check-hint = الأرقام الستة التي يعرضها التطبيق لهذا الحساب.
accounts-second-confirm = تفعيل
accounts-second-remove = إلغاء التفعيل
accounts-second-removed = أُلغي تفعيل تسجيل الدخول بخطوتين.
accounts-fault-code = هذا الرمز غير صحيح أو سبق استعماله. اكتبوا الرمز الذي يعرضه التطبيق الآن.
accounts-codes = رموز الاسترداد الخاصة بكم
accounts-codes-keep = دوّنوا هذه الرموز أو اطبعوها
accounts-codes-text = لا تُعرض إلا الآن. إذا فقدتم هاتفكم، أمكنكم تسجيل الدخول بكل رمز منها مرة واحدة. احفظوها بعيدًا عن كلمة المرور.
accounts-codes-kept = حفظتُها
accounts-codes-renew = إنشاء رموز استرداد جديدة
accounts-codes-left = { $count ->
    [zero] مفعّل. لم يبق أي رمز استرداد: أنشئوا رموزًا جديدة.
    [one] مفعّل. بقي رمز استرداد واحد، وتحل الرموز الجديدة محله.
    [two] مفعّل. بقي رمزا استرداد، وتحل الرموز الجديدة محلهما.
    [few] مفعّل. بقيت { $count } رموز استرداد، وتحل الرموز الجديدة محلها.
    [many] مفعّل. بقي { $count } رمز استرداد، وتحل الرموز الجديدة محلها.
   *[other] مفعّل. بقي { $count } رمز استرداد، وتحل الرموز الجديدة محلها.
}
accounts-code-title = الرمز
accounts-code-lead = كلمة المرور صحيحة. بقيت خطوة واحدة.
accounts-code = الرمز
accounts-code-hint = الأرقام الستة التي يعرضها تطبيقكم، أو أحد رموز الاسترداد.
accounts-code-lost = ليس لديكم الهاتف ولا رموز الاسترداد؟ اطلبوا من الأمانة إلغاء الخطوة الثانية لحسابكم.
accounts-code-late = انقضى الوقت أو جُرّبت رموز كثيرة جدًا. يرجى تسجيل الدخول من جديد.
accounts-mail-reset-subject = { $site }: اختاروا كلمة مرور جديدة
accounts-mail-reset-text = ورد إلينا، والأرجح أنه منكم، أن كلمة مرور حسابكم { $username } قد نُسيت. يرجى فتح الصفحة أدناه واختيار كلمة مرور جديدة.
accounts-mail-reset-action = اختيار كلمة مرور جديدة
accounts-mail-reset-until = يُستعمل الرابط مرة واحدة، حتى { $at } (بالتوقيت العالمي المنسق). وإذا لم يكن الطلب منكم، فلا داعي لأي إجراء: تبقى كلمة المرور على حالها.
accounts-mail-changed-subject = { $site }: تم تغيير كلمة المرور
accounts-mail-changed-text = تم تغيير كلمة مرور حسابكم { $username } في { $at } (بالتوقيت العالمي المنسق). إذا كان التغيير منكم، فلا داعي لأي إجراء.
accounts-mail-changed-else = وإذا لم يكن منكم، فاختاروا كلمة مرور جديدة فورًا وأبلغوا المنسق لديكم.
accounts-mail-second-on-subject = { $site }: تم تفعيل تسجيل الدخول بخطوتين
accounts-mail-second-on-text = تم تفعيل تسجيل الدخول بخطوتين لحسابكم { $username } في { $at } (بالتوقيت العالمي المنسق). من الآن فصاعدًا يُطلب رمز بعد كلمة المرور.
accounts-mail-second-off-subject = { $site }: أُلغي تفعيل تسجيل الدخول بخطوتين
accounts-mail-second-off-text = أُلغي تفعيل تسجيل الدخول بخطوتين لحسابكم { $username } في { $at } (بالتوقيت العالمي المنسق)، من جانبكم أو من جانب الأمانة. من الآن فصاعدًا تكفي كلمة المرور وحدها.
accounts-mail-second-action = تسجيل الدخول بخطوتين
