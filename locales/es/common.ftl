# Words that belong to every page.
common-skip = Ir al contenido
common-demo = Este es un sitio de demostración. Las personas y los cursos son ficticios y el sitio puede restablecerse en cualquier momento.
common-breadcrumbs = Usted está aquí
common-close = Cerrar
common-cancel = Cancelar
common-draft-offer = Lo que escribió aquí no se guardó al terminar su sesión. Este navegador aún lo conserva.
common-draft-restore = Recuperarlo
common-draft-discard = Descartarlo
common-required = obligatorio
common-percent = { $value } %
common-progress = Progreso
common-category = Categoría
common-course = Curso
common-step-done = (hecho)
common-pagination = Páginas
common-previous-page = Página anterior
common-next-page = Página siguiente
common-notice-info = Información
common-notice-success = Hecho
common-notice-warning = Aviso
common-notice-error = Error
common-form-errors = { $count ->
    [one] Una respuesta requiere su atención
   *[other] { $count } respuestas requieren su atención
}
common-launch-blocked = Su navegador no ha abierto una ventana nueva.
common-open-here = Abrir aquí
common-upload-sending = Enviando: {"{"}percent{"}"} %
common-upload-checking = Archivo enviado. Comprobando…
common-upload-failed = El archivo no se ha guardado. Compruebe su conexión e inténtelo de nuevo.
common-drag = Mover
common-moved = «{ $name }» ocupa ahora la posición { $position } de { $total }.
common-move-failed = No se ha podido guardar el nuevo orden; se muestra de nuevo el anterior. Compruebe su conexión e inténtelo de nuevo.
common-move-up = Subir «{ $name }»
common-move-down = Bajar «{ $name }»
common-call-log = Llamadas del módulo
common-call = Llamada
common-argument = Argumento
common-answer = Respuesta
common-error-code = Error
common-milliseconds = ms

menu-main = Menú principal
menu-user = Menú de { $name }
menu-dashboard = Panel
menu-grades = Calificaciones
menu-authoring = Edición
menu-language = Idioma
menu-log-in = Iniciar sesión
menu-log-out = Cerrar sesión
common-range = { $from }–{ $to } de { $total }
