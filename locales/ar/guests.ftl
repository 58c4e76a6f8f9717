# Courses that visitors may try without an account.
guests-take = جرّبوا دورة تجريبية
guests-kicker = دورة تجريبية
guests-notice = يمكنكم هنا تجربة كل وحدة من دون حساب. لا يُسجَّل شيء مما تفعلونه ولا تُمنح شهادة.
guests-start = تجربة
guests-empty-text = لا يوجد ما يُفتح في هذه الدورة حاليًا.
guests-title = الإتاحة للضيوف
guests-state-open = متاحة للضيوف
guests-state-closed = غير متاحة للضيوف
guests-see = عرضها كما يراها الضيف
guests-draft = يراها الضيوف حالما تُنشر.
guests-hint = تظهر الدورة المتاحة للضيوف في الصفحة الرئيسية، ويستطيع أي شخص متابعة وحداتها من دون حساب، ولا يُسجَّل شيء.
guests-ask = تتيح الأمانة الدورات للضيوف، لأنها تظهر أمام الجميع في الصفحة الرئيسية.
guests-open = إتاحتها للضيوف
guests-close = إغلاقها أمام الضيوف
guests-opened = أصبحت الدورة متاحة للضيوف.
guests-closed = أُغلقت الدورة أمام الضيوف. وعلى من كان يتابعها ضيفًا أن يتوقف.
guests-name = ضيف
