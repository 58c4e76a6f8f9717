mail-greeting = السيد/ة { $name }،
mail-course-completed-subject = { $site }: لقد أكملت «{ $course }»
mail-course-completed-text = لقد أكملت دورة «{ $course }». شهادتك في انتظارك في نهاية صفحتها.
