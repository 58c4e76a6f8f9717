auth-login-title = Acceso
auth-username = Nombre de usuario o correo
auth-password = Contraseña
auth-log-in = Entrar
auth-login-failed = El nombre y la contraseña no coinciden, o la cuenta no está activa. Compruébelos e inténtelo de nuevo, elija una contraseña nueva mediante el enlace de abajo o consulte a su coordinador.
auth-login-slow-down = Demasiados intentos con este nombre. Espere un minuto e inténtelo de nuevo.
auth-busy = El servicio está atendiendo muchos inicios de sesión desde su red. Espere unos segundos y vuelva a intentarlo.
auth-logged-out = Ha cerrado la sesión.
auth-unsaved = Su sesión ha terminado, así que lo que envió no se ha guardado. Inicie sesión y volverá a la página desde la que lo envió.
auth-demo-logins = Pruebe el sitio como una de estas personas:
auth-password-rule = Al menos { $least } caracteres{ $needs ->
    [both] , con una mayúscula y una cifra.
    [capital] , con una mayúscula.
    [digit] , con una cifra.
   *[neither] .
 }
auth-password-length = Elija una contraseña de { $least } a { $most } caracteres.
auth-password-capital = La contraseña debe contener una mayúscula.
auth-password-digit = La contraseña debe contener una cifra.
auth-password-guessable = Esta contraseña está entre las que se prueban primero. Elija una más difícil de adivinar: tres o cuatro palabras y un número son una buena opción.
auth-no-account = ¿Todavía no tiene cuenta?
