mails-title = Correos no enviados
mails-lead = No hay servidor de correo configurado; los mensajes se guardan aquí.
mails-empty = Todavía no hay correos
mails-empty-text = Aparecerán aquí en cuanto el sitio fuera a enviar uno.
mails-to = Para { $to }
