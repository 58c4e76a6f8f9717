packages-title = Paquets
packages-lead = Chaque envoi devient une version. Les apprenants reçoivent celle qui est publiée.
packages-untitled = Activité sans titre
packages-versions = Versions
packages-none-title = Aucun paquet pour l’instant
packages-none-text = Envoyez-en un ci-dessus. Le premier qui peut être joué est publié aussitôt.
packages-number = Version
packages-version = Version { $number }
packages-is-published = Publiée
packages-file = Fichier
packages-standard = Norme
packages-scos = SCO
packages-size = Taille
packages-report = Rapport
packages-line-error = À corriger avant publication
packages-line-warning = Avertissement : à vérifier
packages-line-info = Remarques
packages-inside = Personnes en cours
packages-blocks = { $count ->
    [one] { $count } défaut
   *[other] { $count } défauts
}
packages-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
packages-well = Rien à corriger
packages-test = Tester
packages-publish-title = Publier cette version
packages-publish-text = Les nouvelles tentatives utiliseront cette version.
packages-publish-back = Cette version a déjà été publiée. La publier à nouveau vous y ramène.
packages-publish = Publier
packages-published = La version est publiée.
packages-publish-blocked = Cette version ne peut pas être publiée, car son rapport signale des défauts à corriger d’abord. Corrigez-les, puis envoyez à nouveau le paquet.
packages-inside-question = Personnes ayant commencé une autre version : { $count }
packages-inside-keep = Elles terminent la version commencée ({ $count })
packages-inside-unfinished = Déplacer celles qui n’ont pas terminé ({ $count })
packages-inside-all = Les déplacer toutes ({ $count })
packages-inside-here = Personnes ayant commencé cette version sans l’avoir terminée : { $count }
packages-changes = Changements par rapport à la version { $number }
packages-no-changes = Les fichiers et les SCO sont identiques.
packages-scos-added = SCO ajoutés : { $count }
packages-scos-removed = SCO supprimés : { $count }
packages-scos-renamed = SCO renommés : { $count }
packages-files-added = Fichiers ajoutés : { $count }
packages-files-removed = Fichiers supprimés : { $count }
packages-files-changed = Fichiers modifiés : { $count }
packages-more = et { $count } de plus
