# Writing to those who run the site.
contact-title = Contact
contact-lead = Écrivez au secrétariat de ce site. Vous recevrez une réponse par courriel.
contact-name = Votre nom
contact-address = Votre adresse électronique
contact-address-hint = La réponse y sera envoyée.
contact-message = Votre message
contact-send = Envoyer
contact-sent = Votre message est en route vers le secrétariat.
contact-too-many = De nombreux messages sont venus d’ici en peu de temps ; celui-ci n’a donc pas été envoyé. Attendez dix minutes, puis renvoyez-le : ce que vous avez écrit figure encore ci-dessous.
contact-nobody = Personne n’est encore responsable de ce site ; votre message n’a donc pas été envoyé. Réessayez plus tard : ce que vous avez écrit figure encore ci-dessous.
contact-fault-name = Indiquez votre nom.
contact-fault-message = Écrivez de quoi il s’agit.
mail-contact-subject = { $site } : message de { $sender }
mail-contact-text = { $sender } ({ $address }) écrit par le formulaire de contact :
mail-contact-next = Répondez à ce courriel pour répondre à l’expéditeur.
