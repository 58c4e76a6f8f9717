mail-greeting = Estimado/a { $name }:
mail-course-completed-subject = { $site }: ha completado «{ $course }»
mail-course-completed-text = Ha completado el curso «{ $course }». Su certificado le espera al final de la página.
