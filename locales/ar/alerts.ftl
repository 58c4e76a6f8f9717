alerts-title = التنبيهات
alerts-lead = ما ينبغي أن تعرفوه. يبقى التنبيه هنا إلى أن تخفوه.
alerts-none = لا توجد تنبيهات
alerts-dismiss = إخفاء: { $text }
alerts-dismiss-all = إخفاء الكل
alerts-dismissed = تم الإخفاء.
alerts-tasks = المهام
alerts-tasks-lead = ما ينتظر قراركم. تختفي المهمة لدى الجميع فور اتخاذ أي شخص القرار.
alerts-tasks-none = لا شيء في انتظاركم
alerts-task-request = طلب حساب من { $name }
alerts-task-info = مزيد من المعلومات: { $text }
alerts-showing = المعروض { $shown } من { $total }
alerts-view-all = عرض الكل
alerts-designated = تتولّون من الآن فصاعدًا التنسيق في { $organisation }. ويعود إليكم البت في طلبات الحسابات.
alerts-request-decided = { $state ->
    [accepted] قُبل
   *[denied] رُفض
} طلب { $person } بقرار من { $name }.
alerts-welcome = قُبل طلبكم. أهلًا بكم! تعرض هذه الصفحة دوراتكم فور تسجيلكم فيها.
alerts-moved = أنتم تابعون الآن إلى { $organisation }، ويتابع منسّقوها دوراتكم.
alerts-export-ready = نسخة بياناتكم جاهزة. نزّلوها خلال خمسة أيام.
