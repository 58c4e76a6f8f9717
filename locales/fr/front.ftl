front-title = Bienvenue
front-welcome = Bienvenue sur { $site }
front-lead = La formation des agents des douanes : des modules à suivre à votre rythme, des résultats visibles et des certificats que chacun peut vérifier.
front-verify-link = Vérifiez-le ici
front-learn = Apprendre
front-learn-text = Ouvrez un module dans sa propre fenêtre, arrêtez-vous quand il le faut et reprenez où vous en étiez.
front-prove = Le prouver
front-prove-text = Toute personne à qui l’on présente un certificat peut en vérifier le numéro ou le code QR.
