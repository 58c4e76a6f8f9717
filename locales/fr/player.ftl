### The module player. %time% and %score% are filled in by the player itself.

## Controls; their English names are relied on by tests and operators.

player-previous = Précédent
player-continue = Continuer
player-exit = Quitter
player-exit-all = Tout quitter
player-abandon = Abandonner
player-abandon-all = Tout abandonner
player-suspend-all = Tout suspendre
player-contents = Sommaire
player-loading = Le module se charge…
player-dismiss = Masquer
player-continue-here = Continuer ici
player-close = Fermer
player-close-by-hand = Vous pouvez maintenant fermer cette fenêtre.
player-back = Retour au cours
player-see-result = Voir le résultat

## The status line.

player-state-connecting = Connexion…
player-state-ready = Rien à enregistrer pour l’instant
player-state-saving = Enregistrement…
player-state-saved = Enregistré à %time%
player-state-unrecorded = Rien n’est enregistré
player-state-retrying = Non enregistré – nouvelle tentative
player-state-offline = Hors ligne – pas encore enregistré
player-state-readonly = Lecture seule
player-state-closed = Fermé

## The mark beside the title.

player-mode-review = Révision : votre résultat est conservé
player-mode-browse = Aperçu
player-mode-preview = Essai : rien n’est enregistré
player-mode-guest = Démonstration : rien n’est enregistré

## Notices above the content.

player-notice-storage-none = Ce navigateur ne garde aucune copie de votre travail sur cet appareil. Laissez cette fenêtre ouverte jusqu’à ce qu’elle affiche « Enregistré ».
player-notice-storage-full = Cet appareil n’a plus de place pour votre dernière réponse ; elle n’a pas été enregistrée. Libérez de l’espace dans le stockage du navigateur, puis donnez de nouveau la réponse.
player-notice-part-finished = Cette partie est terminée. Utilisez les boutons ci-dessus pour continuer, ou fermez cette fenêtre.
player-notice-module-finished = Ce module est arrivé à sa fin.
player-notice-navigation-unsure = La connexion a échoué avant que nous sachions où vous en êtes. Tout ce que vous avez fait est conservé ; nous interrogeons de nouveau le serveur.
player-notice-unreachable = Le serveur ne répond pas. Nous continuons d’essayer. Vérifiez votre connexion, ou fermez cette fenêtre et relancez le module depuis la page du cours.
player-notice-readonly = Vous avez continué ce module dans une autre fenêtre. Ce que vous faites ici n’est plus enregistré.
player-notice-closed = Cette tentative est terminée sur le serveur ; plus rien n’est enregistré ici. Fermez cette fenêtre et relancez le module depuis la page du cours.

## Words in the table of contents.

player-status-not-attempted = non commencé
player-status-incomplete = en cours
player-status-completed = achevé
player-status-passed = réussi
player-status-failed = échoué
player-status-browsed = consulté
player-status-unknown = état inconnu

## Messages in place of the content.

player-takeover-title = Ce module est ouvert dans une autre fenêtre
player-takeover-text = Vous pouvez continuer ici. L’autre fenêtre passera en lecture seule ; ce qu’elle a enregistré est conservé.
player-takeover-last-seen = Dernière activité à %time%.
player-closed-title = Ce module ne peut pas être ouvert maintenant
player-choose-title = Choisissez une partie
player-choose-text = Choisissez dans le sommaire la partie que vous souhaitez ouvrir.
player-choose-first = Commencer par « %title% »

## The end of a session.

player-ended-exited = Vous avez quitté le module
player-ended-suspended = Votre travail est enregistré pour plus tard
player-ended-completed = Vous avez terminé le module
player-ended-unsaved = Une partie de votre travail n’est pas encore parvenue au serveur. Laissez cette fenêtre ouverte jusqu’à ce qu’elle affiche « Enregistré » ; si vous devez partir, l’envoi se fera à votre prochaine visite sur cet appareil.
player-score = Score : %score%

## The call log of a test run.

player-log-title = Journal des appels
player-log-time = Heure
player-log-call = Appel
player-log-argument = Argument
player-log-answer = Réponse
player-log-error = Erreur
player-log-ms = Millisecondes
player-needs-javascript = Ce module nécessite JavaScript. Activez-le dans les réglages de votre navigateur et rechargez cette page.
