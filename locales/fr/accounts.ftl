accounts-title = Préférences
accounts-lead = Votre compte, et ce qui le protège.
accounts-username = Identifiant
accounts-email = Adresse électronique
accounts-password = Mot de passe
accounts-password-text = Un mot de passe qui vous est propre et ne sert nulle part ailleurs.
accounts-password-change = Modifier le mot de passe
accounts-password-choose = Choisissez votre mot de passe
accounts-password-forced = Votre mot de passe est provisoire. Choisissez-en un qui vous soit propre pour accéder au site.
accounts-for-user = Pour le compte
accounts-current = Mot de passe actuel
accounts-current-hint = Celui avec lequel vous venez de vous connecter.
accounts-new-password = Nouveau mot de passe
accounts-new-again = Nouveau mot de passe, une seconde fois
accounts-password-save = Enregistrer le mot de passe
accounts-password-follows = Partout ailleurs où vous êtes connecté, votre session prend fin, et un courriel vous signale la modification.
accounts-password-changed = Votre mot de passe est modifié
accounts-password-changed-text = Désormais, connectez-vous avec le nouveau mot de passe. Un courriel de confirmation vous est envoyé.
accounts-ended = { $count ->
    [0] Vous n’étiez connecté nulle part ailleurs.
    [one] Vous étiez connecté à un autre endroit : cette session a pris fin.
   *[other] Vous étiez connecté à { $count } autres endroits : ces sessions ont pris fin.
}
accounts-go-on = Continuer
accounts-fault-again = Les deux saisies diffèrent. Saisissez de nouveau le nouveau mot de passe.
accounts-fault-same = C’est votre mot de passe actuel. Choisissez-en un autre.
accounts-fault-current = Ce n’est pas votre mot de passe actuel.
accounts-fault-slow-down = Trop de tentatives. Patientez une minute, puis réessayez.
accounts-lost-link = Identifiant ou mot de passe oublié ?
accounts-lost = Mot de passe oublié ?
accounts-lost-lead = Indiquez votre identifiant ou votre adresse électronique : nous vous envoyons un lien pour choisir un nouveau mot de passe.
accounts-lost-send = Envoyer le lien
accounts-lost-sent = Consultez votre messagerie
accounts-lost-sent-text = S’il existe un compte actif correspondant à votre saisie, un courriel contenant un lien est en route vers son titulaire. Le lien est valable { $minutes } minutes.
accounts-lost-sent-more = Pas de courriel après quelques minutes ? Regardez parmi les courriels indésirables, essayez votre autre adresse ou adressez-vous à votre coordinateur. Une demande de compte encore à l’étude n’a pas encore de compte.
accounts-lost-again = Demander un nouveau lien
accounts-to-login = Aller à la connexion
accounts-link-dead = Ce lien n’est plus valable
accounts-link-dead-text = Il a déjà servi ou date de plus de { $minutes } minutes. Votre mot de passe reste inchangé.
accounts-reset-follows = Partout où vous êtes connecté, votre session prend fin, et un courriel vous signale la modification.
accounts-reset-done = Votre nouveau mot de passe est enregistré. Utilisez-le pour vous connecter.
accounts-mail-reset-subject = { $site } : choisissez un nouveau mot de passe
accounts-mail-reset-text = Quelqu’un, sans doute vous-même, a oublié le mot de passe de votre compte { $username }. Ouvrez la page ci-dessous et choisissez-en un nouveau.
accounts-mail-reset-action = Choisir un nouveau mot de passe
accounts-mail-reset-until = Le lien ne sert qu’une fois, jusqu’au { $at } (UTC). Si cette demande ne vient pas de vous, ne faites rien : votre mot de passe reste inchangé.
accounts-mail-changed-subject = { $site } : votre mot de passe a été modifié
accounts-mail-changed-text = Le mot de passe de votre compte { $username } a été modifié le { $at } (UTC). Si cette modification vient de vous, vous n’avez rien à faire.
accounts-mail-changed-else = Sinon, choisissez immédiatement un nouveau mot de passe et prévenez votre coordinateur.
