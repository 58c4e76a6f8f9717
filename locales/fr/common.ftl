# Words that belong to every page.
common-skip = Aller au contenu
common-demo = Ceci est un site de démonstration. Les personnes et les cours y sont fictifs, et il peut être réinitialisé à tout moment.
common-breadcrumbs = Vous êtes ici
common-close = Fermer
common-cancel = Annuler
common-draft-offer = Ce que vous aviez saisi ici n’a pas été enregistré lorsque votre session a pris fin. Ce navigateur l’a conservé.
common-draft-restore = Le remettre
common-draft-discard = L’abandonner
common-required = obligatoire
common-percent = { $value } %
common-progress = Progression
common-category = Catégorie
common-course = Cours
common-step-done = (terminé)
common-pagination = Pages
common-previous-page = Page précédente
common-next-page = Page suivante
common-notice-info = Information
common-notice-success = Terminé
common-notice-warning = À noter
common-notice-error = Erreur
common-form-errors = { $count ->
    [one] Une réponse demande votre attention
   *[other] { $count } réponses demandent votre attention
}
common-launch-blocked = Votre navigateur n’a pas ouvert de nouvelle fenêtre.
common-open-here = Ouvrir ici
common-upload-sending = Envoi : {"{"}percent{"}"} %
common-upload-checking = Fichier envoyé. Vérification en cours…
common-upload-failed = Le fichier n’a pas été enregistré. Vérifiez votre connexion, puis réessayez.
common-drag = Déplacer
common-moved = « { $name } » est maintenant en position { $position } sur { $total }.
common-move-failed = Le nouvel ordre n’a pas pu être enregistré ; l’ancien est de nouveau affiché. Vérifiez votre connexion, puis réessayez.
common-move-up = Déplacer « { $name } » vers le haut
common-move-down = Déplacer « { $name } » vers le bas
common-call-log = Appels du module
common-call = Appel
common-argument = Argument
common-answer = Réponse
common-error-code = Erreur
common-milliseconds = ms

menu-main = Menu principal
menu-user = Menu de { $name }
menu-dashboard = Tableau de bord
menu-grades = Notes
menu-authoring = Édition
menu-language = Langue
menu-log-in = Se connecter
menu-log-out = Se déconnecter
common-range = { $from }–{ $to } sur { $total }
