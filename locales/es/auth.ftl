auth-login-title = Acceso
auth-username = Nombre de usuario o correo
auth-password = Contraseña
auth-log-in = Entrar
auth-login-failed = El nombre y la contraseña no coinciden, o la cuenta no está activa. Compruébelos e inténtelo de nuevo, o consulte a su coordinador.
auth-login-slow-down = Demasiados intentos con este nombre. Espere un minuto e inténtelo de nuevo.
auth-logged-out = Ha cerrado la sesión.
auth-demo-logins = Pruebe el sitio como una de estas personas:
