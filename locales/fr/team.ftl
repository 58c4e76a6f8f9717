team-title = Équipe
team-lead = { $count ->
    [one] Membres de l’équipe : { $count } fiche affichée
   *[other] Membres de l’équipe : { $count } fiches affichées
}
team-search = Rechercher par nom ou adresse
team-last-login = Dernière connexion
team-started = Cours commencés
team-completed = Cours terminés
team-status-active = Actif
team-status-suspended = Suspendu
team-status-waiting = Invitation envoyée
team-chosen = Personnes choisies :
team-edit-person = Modifier le compte de { $name }
team-suspend-person = Suspendre le compte de { $name }
team-reactivate-person = Réactiver le compte de { $name }
team-delete-person = Supprimer le compte de { $name }
team-suspend = Suspendre
team-suspend-hint = La personne ne peut plus se connecter, et les modules qu’elle a ouverts prennent fin aussitôt. Rien n’est perdu.
team-reactivate = Réactiver
team-suspended = { $count ->
    [one] Le compte de { $name } est suspendu. Ses sessions et ses modules ouverts ont pris fin.
   *[other] { $count } comptes sont suspendus : { $name }. Leurs sessions et leurs modules ouverts ont pris fin.
}
team-reactivated = { $count ->
    [one] Le compte de { $name } est de nouveau actif.
   *[other] { $count } comptes sont de nouveau actifs : { $name }.
}
team-none-changed = Aucun compte n’a été modifié.
team-undo = Annuler
team-not-yours = Vous ne pouvez pas modifier ce compte : c’est le vôtre, ou il dispose de droits plus étendus que les vôtres.
team-email-hint = Tout changement est signalé à l’ancienne adresse comme à la nouvelle.
team-fault-email-taken = Un autre compte utilise cette adresse.
team-role = Rôle
team-role-learner = Apprenant
team-role-author = Auteur de cours
team-role-secretariat = Secrétariat
team-delete = Supprimer le compte
team-delete-who = { $name }, { $email }
team-delete-warning = Cette action est définitive. Sont supprimés aussitôt :
team-delete-account = le nom, l’adresse, la fonction, le mot de passe et les sessions
team-delete-work = { $count ->
    [0] tout ce que les modules ont enregistré sur la personne
    [one] le travail accompli dans { $count } cours : tentatives, réponses et points de reprise
   *[other] le travail accompli dans { $count } cours : tentatives, réponses et points de reprise
}
team-delete-mails = les alertes et les courriels envoyés à la personne
team-delete-kept = { $count ->
    [0] Les chiffres des statistiques sont conservés, sans nom.
    [one] { $count } certificat restera vérifiable, tel qu’il a été imprimé. Les chiffres des statistiques sont conservés, sans nom.
   *[other] { $count } certificats resteront vérifiables, tels qu’ils ont été imprimés. Les chiffres des statistiques sont conservés, sans nom.
}
team-delete-confirm = Supprimer définitivement le compte de { $name }
team-deleted = Le compte et ses données ont été supprimés.
team-invite = Inviter des personnes
team-invite-lead = Les personnes invitées reçoivent un courriel contenant un identifiant et un mot de passe provisoire, qu’elles changent lors de leur première connexion.
team-invite-one = Une personne
team-invite-many = Une liste
team-invite-send = Inviter
team-invited = Le compte a été créé, et le courriel d’invitation est en route.
team-invite-again = Envoyer un nouveau mot de passe provisoire
team-invited-again = Un nouveau mot de passe provisoire est en route. Le précédent n’est plus valable.
team-not-invited = Cette personne s’est déjà connectée. En cas d’oubli du mot de passe, il convient d’en demander un nouveau sur la page de connexion.
team-username-hint = Formé à partir du prénom et du nom si vous laissez ce champ vide.
team-row-taken = Un compte existe déjà avec cette adresse ou cet identifiant. Si vous ne le trouvez pas dans votre équipe, adressez-vous au secrétariat.
team-row-new = Recevra une invitation
team-row-known = A déjà un compte
team-row-elsewhere = Invitation impossible ici : adressez-vous au secrétariat
team-row-repeated = Même personne qu’à la ligne { $line } : ignorée
team-fault-lang = Les langues possibles sont en, fr, es, pt et ar.
team-fault-organisation = Cette administration ne figure pas ici, ou n’accueille plus de nouvelles personnes.
team-fault-position = Cette fonction n’existe pas. La liste est tenue par le secrétariat.
team-import-hint = Un tableau enregistré au format CSV ou texte, avec les colonnes de l’importation d’utilisateurs de Moodle : firstname, lastname et email, et, si vous le souhaitez, username, lang, institution (l’administration) et department (la fonction).
team-import-column = Le tableau doit avoir une colonne « { $column } ». Ajoutez-la à la première ligne, puis réessayez.
team-import-apply = { $count ->
    [one] Inviter { $count } personne
   *[other] Inviter { $count } personnes
}
team-imported = Les comptes ont été créés, et les courriels d’invitation sont en route.
team-second-off = Désactiver la deuxième étape
team-second-off-hint = Pour qui a perdu le téléphone et les codes de secours. Assurez-vous que la demande vient bien de la personne. Elle en est informée par courriel.
team-jobs = Administrations et fonctions
team-jobs-now = aujourd’hui
team-move = Transférer vers une autre administration
team-move-hint = Les acquis suivent la personne. Ce qu’elle coordonne prend fin.
team-move-position = Fonction dans cette administration
team-move-do = Transférer
team-moved = La personne appartient désormais à l’autre administration.
team-moved-meanwhile = Quelqu’un d’autre vient de transférer ou de supprimer cette personne. Rouvrez la page pour voir où en sont les choses.
team-role-operator = Exploitant
