team-title = Equipo
team-lead = { $count ->
    [one] Miembros del equipo: se muestra un registro
   *[other] Miembros del equipo: se muestran { $count } registros
}
team-search = Buscar por nombre o dirección
team-last-login = Último acceso
team-started = Cursos empezados
team-completed = Cursos completados
team-status-active = Cuenta activa
team-status-suspended = Cuenta suspendida
team-status-waiting = Invitación enviada
team-chosen = Personas elegidas:
team-edit-person = Modificar la cuenta de { $name }
team-suspend-person = Suspender la cuenta de { $name }
team-reactivate-person = Reactivar la cuenta de { $name }
team-delete-person = Eliminar la cuenta de { $name }
team-suspend = Suspender
team-suspend-hint = La persona ya no puede iniciar sesión y los módulos que tiene abiertos terminan de inmediato. No se pierde nada.
team-reactivate = Reactivar
team-suspended = { $count ->
    [one] La cuenta de { $name } está suspendida. Sus sesiones y módulos abiertos han terminado.
   *[other] Se han suspendido { $count } cuentas: { $name }. Sus sesiones y módulos abiertos han terminado.
}
team-reactivated = { $count ->
    [one] La cuenta de { $name } vuelve a estar activa.
   *[other] { $count } cuentas vuelven a estar activas: { $name }.
}
team-none-changed = No se ha modificado ninguna cuenta.
team-undo = Deshacer
team-not-yours = No puede modificar esta cuenta: es la suya o tiene más derechos que la suya.
team-email-hint = Si cambia, se avisa tanto a la dirección anterior como a la nueva.
team-fault-email-taken = Otra cuenta tiene esta dirección.
team-role = Función
team-role-learner = Alumno
team-role-author = Autor de cursos
team-role-secretariat = Secretaría
team-delete = Eliminar la cuenta
team-delete-who = { $name }, { $email }
team-delete-warning = Esta acción no se puede deshacer. Se elimina de inmediato lo siguiente:
team-delete-account = el nombre, la dirección, el cargo, la contraseña y las sesiones
team-delete-work = { $count ->
    [0] todo lo que los módulos han guardado sobre la persona
    [one] el trabajo realizado en un curso: intentos, respuestas y puntos de avance
   *[other] el trabajo realizado en { $count } cursos: intentos, respuestas y puntos de avance
}
team-delete-mails = las alertas y los correos enviados a la persona
team-delete-kept = { $count ->
    [0] Las cifras de las estadísticas se conservan, sin nombre.
    [one] Un certificado podrá seguir verificándose, tal como se imprimió. Las cifras de las estadísticas se conservan, sin nombre.
   *[other] { $count } certificados podrán seguir verificándose, tal como se imprimieron. Las cifras de las estadísticas se conservan, sin nombre.
}
team-delete-confirm = Eliminar definitivamente la cuenta de { $name }
team-deleted = La cuenta y sus datos se han eliminado.
team-invite = Invitar a personas
team-invite-lead = Las personas invitadas reciben un correo con un nombre de usuario y una contraseña provisional, que cambian al iniciar sesión por primera vez.
team-invite-one = Una persona
team-invite-many = Una lista
team-invite-send = Invitar
team-invited = La cuenta se ha creado y el correo de invitación está en camino.
team-invite-again = Enviar una nueva contraseña provisional
team-invited-again = Una nueva contraseña provisional está en camino. La anterior ya no es válida.
team-not-invited = Esta persona ya ha iniciado sesión. Quien haya olvidado su contraseña puede solicitar una nueva en la página de acceso.
team-username-hint = Si lo deja vacío, se forma a partir del nombre y los apellidos.
team-row-taken = Ya existe una cuenta con esta dirección o este nombre de usuario. Si no la encuentra en su equipo, consulte a la secretaría.
team-row-new = Recibirá una invitación
team-row-known = Ya tiene una cuenta
team-row-elsewhere = No se puede invitar desde aquí: consulte a la secretaría
team-row-repeated = Misma persona que en la línea { $line }: se omite
team-fault-lang = Los idiomas posibles son en, fr, es, pt y ar.
team-fault-organisation = Esta administración no existe aquí o no admite nuevas personas.
team-fault-position = Este cargo no existe. La secretaría lleva la lista.
team-import-hint = Una tabla guardada como CSV o texto, con las columnas de la carga de usuarios de Moodle: firstname, lastname y email y, si lo desea, username, lang, institution (la administración) y department (el cargo).
team-import-column = La tabla necesita una columna «{ $column }». Añádala a la primera línea e inténtelo de nuevo.
team-import-apply = { $count ->
    [one] Invitar a una persona
   *[other] Invitar a { $count } personas
}
team-imported = Las cuentas se han creado y los correos de invitación están en camino.
team-second-off = Desactivar el segundo paso
team-second-off-hint = Para quien ha perdido el teléfono y los códigos de recuperación. Asegúrese de que lo pide la propia persona. Se le informa por correo.
team-jobs = Administraciones y puestos
team-jobs-now = hoy
team-move = Trasladar a otra administración
team-move-hint = Lo aprendido acompaña a la persona. Lo que coordina termina.
team-move-position = Puesto en esa administración
team-move-do = Trasladar
team-moved = La persona pertenece ahora a la otra administración.
team-moved-meanwhile = Otra persona acaba de trasladar o eliminar a esta persona. Abra la página de nuevo para ver la situación.
team-role-operator = Operador
