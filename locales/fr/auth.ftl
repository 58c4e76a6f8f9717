auth-login-title = Connexion
auth-username = Identifiant ou adresse électronique
auth-password = Mot de passe
auth-log-in = Se connecter
auth-login-failed = L’identifiant et le mot de passe ne correspondent pas, ou le compte n’est pas actif. Vérifiez-les et réessayez, ou adressez-vous à votre coordinateur.
auth-login-slow-down = Trop de tentatives pour cet identifiant. Patientez une minute, puis réessayez.
auth-logged-out = Vous êtes déconnecté.
auth-demo-logins = Essayez le site en tant que l’une de ces personnes :
