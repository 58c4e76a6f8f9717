front-title = Boas-vindas
front-welcome = Boas-vindas ao { $site }
front-lead = Formação para funcionários aduaneiros: módulos ao seu ritmo, resultados visíveis e certificados que qualquer pessoa pode verificar.
front-verify-link = Verifique-o aqui
front-learn = Aprender
front-learn-text = Abra um módulo na sua própria janela, pare quando precisar e continue onde ficou.
front-prove = Comprovar
front-prove-text = Quem receber um certificado pode verificar o seu número ou código QR.
