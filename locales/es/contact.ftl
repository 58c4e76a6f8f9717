# Writing to those who run the site.
contact-title = Contacto
contact-lead = Escriba a la secretaría de este sitio. Recibirá una respuesta por correo electrónico.
contact-name = Su nombre
contact-address = Su dirección de correo electrónico
contact-address-hint = La respuesta se envía allí.
contact-message = Su mensaje
contact-send = Enviar
contact-sent = Su mensaje va camino de la secretaría.
contact-too-many = Se enviaron muchos mensajes desde aquí en poco tiempo, por lo que este no se ha enviado. Espere diez minutos y envíelo de nuevo; lo que escribió sigue abajo.
contact-nobody = Nadie está aún a cargo de este sitio, por lo que su mensaje no se ha enviado. Inténtelo más tarde; lo que escribió sigue abajo.
contact-fault-name = Indique su nombre.
contact-fault-message = Escriba de qué se trata.
mail-contact-subject = { $site }: mensaje de { $sender }
mail-contact-text = { $sender } ({ $address }) escribe mediante el formulario de contacto:
mail-contact-next = Responda a este correo para responder al remitente.
