requests-register = Demander un compte
requests-register-lead = Indiquez-nous qui vous êtes et où vous travaillez. Le coordinateur de votre administration décide ensuite, et la décision vous est communiquée par courriel.
requests-organisation = Votre administration
requests-organisation-hint = Votre demande est transmise à son coordinateur national.
requests-choose = Choisissez…
requests-position-other = Autre, ou absente de la liste
requests-given-name = Prénom
requests-family-name = Nom de famille
requests-name-hint = Tel qu’il doit figurer sur les certificats.
requests-email = Adresse électronique
requests-email-hint = Votre propre adresse professionnelle. Un courriel contenant un lien y est envoyé.
requests-password = Mot de passe
requests-language = Langue préférée
requests-note = Raison de la demande
requests-note-hint = Aide votre coordinateur à décider. Vous pouvez laisser ce champ vide.
requests-register-send = Envoyer ma demande
requests-have-account = Vous avez déjà un compte ?
requests-fault-organisation = Choisissez votre administration dans la liste.
requests-fault-given = Donnez votre prénom, de 100 caractères au plus.
requests-fault-family = Donnez votre nom de famille, de 100 caractères au plus.
requests-fault-email = Donnez une adresse électronique, comme nom@douane.example.
requests-fault-long = Ce texte est trop long. Veuillez le raccourcir.
requests-fault-text = Écrivez quelques mots.
requests-fault-reason = Indiquez le motif, afin que la personne comprenne la décision. Il est envoyé avec le courriel.
requests-fault-username = Seuls les lettres, les chiffres et les signes . - _ @ sont admis dans un identifiant.
requests-fault-username-address = Un identifiant ne peut ressembler à une adresse électronique que s’il s’agit de celle de la personne.
requests-sent = Consultez votre messagerie
requests-sent-text = Nous vous avons envoyé un courriel contenant un lien. Ouvrez-le et confirmez votre adresse ; votre coordinateur n’est consulté qu’ensuite. Le lien est valable sept jours.
requests-resend = Pas de courriel après quelques minutes ?
requests-resend-hint = Regardez d’abord parmi les courriels indésirables.
requests-resend-send = Envoyer de nouveau
requests-resent = Si une demande attend la confirmation de cette adresse, son courriel est en route.
requests-link-dead = Ce lien n’est plus valable
requests-link-dead-text = Il date de plus de sept jours, ou un courriel plus récent l’a remplacé. Utilisez le courriel le plus récent, ou présentez une nouvelle demande.
requests-confirm = Confirmez votre adresse
requests-confirm-text = Appuyez sur le bouton, et votre demande sera transmise au coordinateur de votre administration.
requests-confirm-send = Confirmer mon adresse
requests-confirmed = Votre adresse est confirmée
requests-confirmed-text = Votre demande est entre les mains du coordinateur de votre administration. La décision vous sera communiquée par courriel dès qu’elle sera prise ; vous n’avez plus rien à faire.
requests-waits = Votre demande est à l’étude
requests-answer = Votre coordinateur a une question
requests-answer-dead = Cette question a reçu une réponse, ou votre demande a déjà fait l’objet d’une décision.
requests-question-was = La question
requests-your-answer = Votre réponse
requests-answer-send = Envoyer la réponse
requests-answered = Votre réponse a été envoyée à votre coordinateur.
requests-title = Demandes de compte
requests-lead = Les personnes qui demandent un compte. Celles qui attendent depuis le plus longtemps figurent en premier.
requests-open = À traiter
requests-decided = Traitées
requests-search = Rechercher par nom ou adresse
requests-none = Personne n’attend
requests-none-text = Les nouvelles demandes apparaissent ici et vous sont signalées par courriel.
requests-none-decided = Aucune demande n’a encore été traitée
requests-unfound = Aucune personne trouvée
requests-unfound-text = Vérifiez les mots recherchés.
requests-choose-row = Choisir
requests-choose-person = Choisir { $name }
requests-person = Nom
requests-waiting = En attente
requests-decided-on = Date de la décision
requests-status = Statut
requests-since = En attente depuis
requests-late = Rappel envoyé
requests-age = { $days ->
    [0] depuis aujourd’hui
    [one] depuis un jour
   *[other] depuis { $days } jours
}
requests-state-unconfirmed = Non confirmée
requests-state-pending = En attente
requests-state-accepted = Acceptée
requests-state-denied = Refusée
requests-state-expired = Jamais confirmée
requests-chosen = Décider pour les personnes choisies
requests-decide = Décider
requests-reason = Motif
requests-reason-hint = Nécessaire pour refuser. Il est envoyé à la personne.
requests-accept = Accepter
requests-deny = Refuser
requests-accepted = La demande a été acceptée et la personne en est informée par courriel.
requests-denied = La demande a été refusée et la personne en est informée par courriel.
requests-none-chosen = Choisissez au moins une personne.
requests-many-done = { $count ->
    [one] { $count } demande a été traitée.
   *[other] { $count } demandes ont été traitées.
}
requests-already = { $state ->
    [accepted] Demande déjà acceptée par { $name } le { $at }.
   *[denied] Demande déjà refusée par { $name } le { $at }.
}
requests-not-pending = Cette demande a déjà fait l’objet d’une décision.
requests-email-taken = Un compte existe désormais avec cette adresse électronique ; il n’y a donc rien à accepter. Refusez la demande en l’indiquant.
requests-closed = Cette administration n’accueille plus de nouvelles personnes. Transmettez la demande, ou refusez-la.
requests-twins = Peut-être la même personne que
requests-twin-account = { $state ->
    [suspended] a un compte suspendu
   *[active] a un compte
}
requests-twin-request = { $state ->
    [accepted] demande acceptée
    [denied] demande refusée
   *[pending] demande aussi en attente
}
requests-history = Historique
requests-event-submitted = Formulaire envoyé
requests-event-confirmed = Adresse confirmée
requests-event-edited = Demande corrigée par { $name }
requests-event-asked = Question de { $name }
requests-event-answered = Réponse de la personne
requests-event-forwarded = Demande transmise par { $name }
requests-event-reminded = Rappel envoyé
requests-event-escalated = Secrétariat consulté également
requests-event-accepted = Demande acceptée par { $name }
requests-event-denied = Demande refusée par { $name }
requests-event-expired = Adresse jamais confirmée
requests-event-purged = Nom et adresse supprimés
requests-decided-by = par { $name }, le { $at }
requests-purged-name = (supprimé)
requests-correct = Corriger la demande
requests-username = Identifiant
requests-username-hint = Il est aussi toujours possible de se connecter avec son adresse.
requests-ask = Poser une question à la personne
requests-question = Question
requests-question-hint = Envoyée par courriel. La réponse apparaît ici et vous est signalée.
requests-question-send = Envoyer la question
requests-asked = La question a été envoyée.
requests-forward = Cette demande ne relève pas de vous ?
requests-forward-to = Transmettre à
requests-forward-send = Transmettre
requests-forwarded = La demande a été transmise.
requests-secretariat = Le secrétariat
requests-open-page = Afficher tout ce qui concerne cette demande
