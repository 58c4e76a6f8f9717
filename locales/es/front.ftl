front-title = Bienvenida
front-welcome = Le damos la bienvenida a { $site }
front-lead = Formación para funcionarios de aduanas: módulos a su propio ritmo, resultados a la vista y certificados que cualquiera puede verificar.
front-verify = ¿Le han presentado un certificado?
front-verify-link = Verifíquelo aquí
