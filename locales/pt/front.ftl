front-title = Boas-vindas
front-welcome = Boas-vindas ao { $site }
front-lead = Formação para funcionários aduaneiros: módulos ao seu ritmo, resultados visíveis e certificados que qualquer pessoa pode verificar.
front-verify = Apresentaram-lhe um certificado?
front-verify-link = Verifique-o aqui
