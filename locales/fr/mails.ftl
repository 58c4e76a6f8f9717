mails-title = Messages non envoyés
mails-lead = Aucun serveur de messagerie n’est configuré ; les messages sont conservés ici.
mails-empty = Aucun message pour l’instant
mails-empty-text = Ils apparaissent ici dès que le site en enverrait un.
mails-to = À { $to }
