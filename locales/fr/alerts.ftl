alerts-title = Alertes
alerts-lead = Ce que vous devez savoir. Une alerte reste ici jusqu’à ce que vous la masquiez.
alerts-none = Aucune alerte
alerts-dismiss = Masquer : { $text }
alerts-dismiss-all = Tout masquer
alerts-dismissed = Masqué.
alerts-tasks = Tâches
alerts-tasks-lead = Ce qui attend votre décision. Une tâche disparaît pour tous dès que quelqu’un a décidé.
alerts-tasks-none = Rien ne vous attend
alerts-task-request = { $name } demande un compte
alerts-task-info = En savoir plus : { $text }
alerts-showing = { $shown } sur { $total } affichées
alerts-view-all = Tout afficher
alerts-designated = Vous coordonnez désormais { $organisation }. C’est vous qui décidez des demandes de compte.
alerts-request-decided = { $name } a { $state ->
    [accepted] accepté
   *[denied] refusé
} la demande de { $person }.
alerts-welcome = Votre demande a été acceptée. Bienvenue ! Vos cours apparaîtront sur cette page dès votre inscription.
alerts-moved = Vous appartenez désormais à { $organisation }. Ses coordonnateurs suivent vos cours.
alerts-export-ready = La copie de vos données est prête. Téléchargez-la dans les cinq jours.
