# لوحة المتابعة: الفئات والدورات.
dashboard-welcome = مرحبًا بكم، { $name }
dashboard-navigation = اختيار طريقة التصفح
dashboard-tab-categories = فئات دوراتي
dashboard-tab-courses = الدورات المتاحة لي
dashboard-search = البحث عن الدورات والفئات
dashboard-find = بحث
dashboard-show-all = عرض الكل
dashboard-filter = الدورات المعروضة
dashboard-active = الدورات الجارية
dashboard-completed = الدورات المكتملة
dashboard-count = { $count ->
    [zero] لا توجد دورات
    [one] دورة واحدة
    [two] دورتان
    [few] { $count } دورات
    [many] { $count } دورة
   *[other] { $count } دورة
}
dashboard-none-title = لا توجد دورات بعد
dashboard-none-text = لستم مسجَّلين في أي دورة. يُرجى طلب التسجيل من المنسق الوطني في إدارتكم، وستظهر دوراتكم هنا بعد ذلك.
dashboard-unfound-title = لا توجد نتائج
dashboard-unfound-text = لا يوجد عنوان يحتوي على جميع هذه الكلمات. جرِّبوا كلمات أقل أو كلمات أخرى.
dashboard-all-done-title = لا توجد دورات جارية
dashboard-all-done-text = لقد أكملتم جميع الدورات المتاحة لكم، وتجدونها مع شهاداتها ضمن الدورات المكتملة.
dashboard-none-completed-title = لا توجد دورات مكتملة بعد
dashboard-none-completed-text = تظهر الدورة هنا حالما تكملون جميع أنشطتها المطلوبة.
dashboard-empty-category-title = لا توجد دورات لكم في هذه الفئة
dashboard-empty-category-text = توجد دوراتكم الأخرى في الفئات الأخرى.
