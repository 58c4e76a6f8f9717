# الدرجات: نظرة عامة وتفاصيل دورة واحدة.
grades-lead = نتائجكم في جميع دوراتكم. اختاروا دورة للاطلاع على كل نشاط.
grades-rule = مجموع الدورة هو متوسط الدرجات التي حصلتم عليها؛ ولا تخفضه الأنشطة التي لا درجة لها.
grades-none-title = لا توجد درجات بعد
grades-none-text = تظهر درجاتكم هنا بعد تسجيلكم في دورة أو عملكم فيها.
grades-total = مجموع الدورة
grades-item = عنصر التقييم
grades-weight = الوزن المحسوب
grades-grade = الدرجة
grades-range-title = النطاق
grades-range = { $min }–{ $max }
grades-percentage = النسبة المئوية
grades-feedback = ملاحظات
grades-contribution = المساهمة في مجموع الدورة
grades-empty = { $weight } (فارغ)
grades-ungraded = غير مقيَّم
