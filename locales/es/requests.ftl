requests-register = Solicitar una cuenta
requests-register-lead = Indíquenos quién es y dónde trabaja. El coordinador de su administración decide después, y la decisión se le comunica por correo.
requests-organisation = Su administración
requests-organisation-hint = Su solicitud se remite al coordinador nacional.
requests-choose = Elija…
requests-position-other = Otro, o no figura en la lista
requests-given-name = Nombre
requests-family-name = Apellidos
requests-name-hint = Tal como debe figurar en los certificados.
requests-email = Correo electrónico
requests-email-hint = Su propia dirección de trabajo. A ella se envía un correo con un enlace.
requests-password = Contraseña
requests-language = Idioma preferido
requests-note = Razón de la solicitud
requests-note-hint = Ayuda a su coordinador a decidir. Puede dejarlo vacío.
requests-register-send = Enviar mi solicitud
requests-have-account = ¿Ya tiene una cuenta?
requests-fault-organisation = Elija su administración en la lista.
requests-fault-given = Indique su nombre, de 100 caracteres como máximo.
requests-fault-family = Indique sus apellidos, de 100 caracteres como máximo.
requests-fault-email = Indique una dirección de correo electrónico, como nombre@aduana.example.
requests-fault-long = Este texto es demasiado largo. Acórtelo.
requests-fault-text = Escriba algunas palabras.
requests-fault-reason = Indique el motivo, para que la persona comprenda la decisión. Se envía con el correo.
requests-fault-username = Un nombre de usuario solo admite letras, cifras y los signos . - _ @
requests-fault-username-address = Un nombre de usuario solo puede parecer una dirección de correo si es la de la propia persona.
requests-sent = Consulte su correo
requests-sent-text = Le hemos enviado un correo con un enlace. Ábralo y confirme su dirección; solo entonces se consulta a su coordinador. El enlace es válido durante siete días.
requests-resend = ¿No ha recibido el correo al cabo de unos minutos?
requests-resend-hint = Mire primero entre los correos no deseados.
requests-resend-send = Enviarlo de nuevo
requests-resent = Si hay una solicitud pendiente de que se confirme esta dirección, el correo está en camino.
requests-link-dead = Este enlace ya no es válido
requests-link-dead-text = Tiene más de siete días o un correo más reciente lo ha sustituido. Utilice el correo más reciente o presente una nueva solicitud.
requests-confirm = Confirme su dirección
requests-confirm-text = Pulse el botón y su solicitud se remitirá al coordinador de su administración.
requests-confirm-send = Confirmar mi dirección
requests-confirmed = Su dirección está confirmada
requests-confirmed-text = Su solicitud está en manos del coordinador de su administración. Se le informará por correo en cuanto se resuelva; no tiene que hacer nada más.
requests-waits = Su solicitud se está examinando
requests-answer = Su coordinador tiene una pregunta
requests-answer-dead = Esta pregunta ya ha recibido respuesta o su solicitud ya se ha resuelto.
requests-question-was = La pregunta
requests-your-answer = Su respuesta
requests-answer-send = Enviar la respuesta
requests-answered = Su respuesta se ha enviado a su coordinador.
requests-title = Solicitudes de cuenta
requests-lead = Personas que solicitan una cuenta. Primero aparecen las que llevan más tiempo esperando.
requests-open = Por resolver
requests-decided = Resueltas
requests-search = Buscar por nombre o dirección
requests-none = Nadie está esperando
requests-none-text = Las nuevas solicitudes aparecen aquí y se le comunican por correo.
requests-none-decided = Todavía no se ha resuelto ninguna solicitud
requests-unfound = No se ha encontrado a nadie
requests-unfound-text = Compruebe las palabras que ha buscado.
requests-choose-row = Elegir
requests-choose-person = Elegir a { $name }
requests-person = Nombre
requests-waiting = En espera
requests-decided-on = Fecha de la decisión
requests-status = Estado
requests-since = En espera desde
requests-late = Recordatorio enviado
requests-age = { $days ->
    [0] desde hoy
    [one] desde hace un día
   *[other] desde hace { $days } días
}
requests-state-unconfirmed = Sin confirmar
requests-state-pending = Pendiente
requests-state-accepted = Aceptada
requests-state-denied = Rechazada
requests-state-expired = Nunca confirmada
requests-chosen = Decidir sobre las personas elegidas
requests-decide = Decidir
requests-reason = Motivo
requests-reason-hint = Necesario para rechazar. Se envía a la persona.
requests-accept = Aceptar
requests-deny = Rechazar
requests-accepted = La solicitud ha sido aceptada y se informa a la persona por correo.
requests-denied = La solicitud ha sido rechazada y se informa a la persona por correo.
requests-none-chosen = Elija al menos una persona.
requests-many-done = { $count ->
    [one] Se ha resuelto una solicitud.
   *[other] Se han resuelto { $count } solicitudes.
}
requests-already = { $state ->
    [accepted] Solicitud ya aceptada por { $name } el { $at }.
   *[denied] Solicitud ya rechazada por { $name } el { $at }.
}
requests-not-pending = Esta solicitud ya se ha resuelto.
requests-email-taken = Ya existe una cuenta con esta dirección de correo electrónico, por lo que no hay nada que aceptar. Rechace la solicitud e indíquelo.
requests-closed = Esta administración no admite nuevas personas. Remita la solicitud o rechácela.
requests-twins = Puede ser la misma persona que
requests-twin-account = { $state ->
    [suspended] tiene una cuenta suspendida
   *[active] tiene una cuenta
}
requests-twin-request = { $state ->
    [accepted] solicitud aceptada
    [denied] solicitud rechazada
   *[pending] solicitud también pendiente
}
requests-history = Historial
requests-event-submitted = Formulario enviado
requests-event-confirmed = Dirección confirmada
requests-event-edited = Solicitud corregida por { $name }
requests-event-asked = Pregunta de { $name }
requests-event-answered = Respuesta de la persona
requests-event-forwarded = Solicitud remitida por { $name }
requests-event-reminded = Recordatorio enviado
requests-event-escalated = Secretaría consultada también
requests-event-accepted = Solicitud aceptada por { $name }
requests-event-denied = Solicitud rechazada por { $name }
requests-event-expired = Dirección nunca confirmada
requests-event-purged = Nombre y dirección eliminados
requests-decided-by = por { $name }, el { $at }
requests-purged-name = (eliminado)
requests-correct = Corregir la solicitud
requests-username = Nombre de usuario
requests-username-hint = También se puede iniciar sesión siempre con la dirección.
requests-ask = Preguntar a la persona
requests-question = Pregunta
requests-question-hint = Se envía por correo. La respuesta aparece aquí y se le comunica a usted.
requests-question-send = Enviar la pregunta
requests-asked = La pregunta se ha enviado.
requests-forward = ¿No le corresponde a usted?
requests-forward-to = Remitir a
requests-forward-send = Remitir
requests-forwarded = La solicitud se ha remitido.
requests-secretariat = La secretaría
requests-open-page = Mostrar todo sobre esta solicitud
