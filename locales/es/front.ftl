front-title = Bienvenida
front-welcome = Le damos la bienvenida a { $site }
front-lead = Formación para funcionarios de aduanas: módulos a su propio ritmo, resultados a la vista y certificados que cualquiera puede verificar.
front-verify-link = Verifíquelo aquí
front-learn = Aprender
front-learn-text = Abra un módulo en su propia ventana, deténgase cuando lo necesite y siga donde lo dejó.
front-prove = Demostrarlo
front-prove-text = Quien reciba un certificado puede comprobar su número o su código QR.
