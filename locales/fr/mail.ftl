mail-greeting = Bonjour { $name },
mail-course-completed-subject = { $site } : vous avez terminé « { $course } »
mail-course-completed-text = Vous avez terminé le cours « { $course } ». Votre certificat vous attend à la fin de sa page.
