mail-greeting = Dear { $name },
mail-course-completed-subject = { $site }: you have completed “{ $course }”
mail-course-completed-text = You have completed the course “{ $course }”. Your certificate is waiting at the end of its page.
