front-title = Bienvenue
front-welcome = Bienvenue sur { $site }
front-lead = La formation des agents des douanes : des modules à suivre à votre rythme, des résultats visibles et des certificats que chacun peut vérifier.
front-verify = On vous a présenté un certificat ?
front-verify-link = Vérifiez-le ici
