mail-greeting = Caro/a { $name },
mail-course-completed-subject = { $site }: concluiu «{ $course }»
mail-course-completed-text = Concluiu o curso «{ $course }». O seu certificado espera por si no fim da página.
