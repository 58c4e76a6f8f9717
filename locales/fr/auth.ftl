auth-login-title = Connexion
auth-username = Identifiant ou adresse électronique
auth-password = Mot de passe
auth-log-in = Se connecter
auth-login-failed = L’identifiant et le mot de passe ne correspondent pas, ou le compte n’est pas actif. Vérifiez-les et réessayez, choisissez un nouveau mot de passe par le lien ci-dessous, ou adressez-vous à votre coordinateur.
auth-login-slow-down = Trop de tentatives pour cet identifiant. Patientez une minute, puis réessayez.
auth-busy = Le service traite de nombreuses connexions depuis votre réseau. Attendez quelques secondes, puis réessayez.
auth-logged-out = Vous êtes déconnecté.
auth-unsaved = Votre session a pris fin : ce que vous avez envoyé n’a pas été enregistré. Connectez-vous et vous reviendrez à la page d’où vous l’avez envoyé.
auth-demo-logins = Essayez le site en tant que l’une de ces personnes :
auth-password-rule = Au moins { $least } caractères{ $needs ->
    [both] , dont une majuscule et un chiffre.
    [capital] , dont une majuscule.
    [digit] , dont un chiffre.
   *[neither] .
 }
auth-password-length = Choisissez un mot de passe de { $least } à { $most } caractères.
auth-password-capital = Le mot de passe doit contenir une majuscule.
auth-password-digit = Le mot de passe doit contenir un chiffre.
auth-password-guessable = Ce mot de passe figure parmi ceux qui sont essayés en premier. Choisissez-en un plus difficile à deviner : trois ou quatre mots et un nombre conviennent bien.
auth-no-account = Pas encore de compte ?
