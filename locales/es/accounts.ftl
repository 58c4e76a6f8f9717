accounts-title = Preferencias
accounts-lead = Su cuenta y lo que la protege.
accounts-username = Nombre de usuario
accounts-email = Correo electrónico
accounts-password = Contraseña
accounts-password-text = Una contraseña propia, que no utilice en ningún otro sitio.
accounts-password-change = Cambiar la contraseña
accounts-password-choose = Elija su contraseña
accounts-password-forced = Su contraseña es provisional. Elija una propia para acceder al sitio.
accounts-for-user = Para la cuenta
accounts-current = Contraseña actual
accounts-current-hint = La que acaba de utilizar para entrar.
accounts-new-password = Contraseña nueva
accounts-new-again = Repita la contraseña nueva
accounts-password-save = Guardar la contraseña
accounts-password-follows = Se cerrará su sesión en cualquier otro lugar donde la tenga abierta, y un correo le informará del cambio.
accounts-password-changed = Su contraseña ha cambiado
accounts-password-changed-text = A partir de ahora, entre con la contraseña nueva. Se le ha enviado un correo de confirmación.
accounts-ended = { $count ->
    [0] No tenía ninguna otra sesión abierta.
    [one] Tenía abierta otra sesión, que se ha cerrado.
   *[other] Tenía abiertas otras { $count } sesiones, que se han cerrado.
}
accounts-go-on = Continuar
accounts-fault-again = No coinciden. Escriba de nuevo la contraseña nueva.
accounts-fault-same = Esta es su contraseña actual. Elija otra.
accounts-fault-current = Esta no es su contraseña actual.
accounts-fault-slow-down = Demasiados intentos. Espere un minuto e inténtelo de nuevo.
accounts-lost-link = ¿Ha olvidado su nombre de usuario o su contraseña?
accounts-lost = ¿Ha olvidado su contraseña?
accounts-lost-lead = Indique su nombre de usuario o su correo electrónico y le enviaremos un enlace para elegir una contraseña nueva.
accounts-lost-send = Enviarme el enlace
accounts-lost-sent = Consulte su correo
accounts-lost-sent-text = Si existe una cuenta activa con los datos indicados, su titular recibirá un correo con un enlace. El enlace es válido durante { $minutes } minutos.
accounts-lost-sent-more = ¿No ha recibido el correo al cabo de unos minutos? Mire entre los correos no deseados, pruebe con su otra dirección o consulte a su coordinador. Una solicitud que aún se está examinando no tiene todavía cuenta.
accounts-lost-again = Solicitar un enlace nuevo
accounts-to-login = Ir al acceso
accounts-link-dead = Este enlace ya no es válido
accounts-link-dead-text = Ya se ha utilizado o tiene más de { $minutes } minutos. Su contraseña no ha cambiado.
accounts-reset-follows = Se cerrarán todas las sesiones que tenga abiertas, y un correo le informará del cambio.
accounts-reset-done = Su contraseña nueva se ha guardado. Entre con ella.
accounts-mail-reset-subject = { $site }: elija una contraseña nueva
accounts-mail-reset-text = Alguien, probablemente usted, ha olvidado la contraseña de su cuenta { $username }. Abra la página siguiente y elija una nueva.
accounts-mail-reset-action = Elegir una contraseña nueva
accounts-mail-reset-until = El enlace sirve una sola vez, hasta el { $at } (UTC). Si no fue usted, no haga nada: su contraseña no cambiará.
accounts-mail-changed-subject = { $site }: su contraseña ha cambiado
accounts-mail-changed-text = La contraseña de su cuenta { $username } se cambió el { $at } (UTC). Si fue usted, no tiene que hacer nada.
accounts-mail-changed-else = Si no fue usted, elija de inmediato una contraseña nueva e informe a su coordinador.
