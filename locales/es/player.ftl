### The module player. %time% and %score% are filled in by the player itself.

## Controls; their English names are relied on by tests and operators.

player-previous = Anterior
player-continue = Continuar
player-exit = Salir
player-exit-all = Salir de todo
player-abandon = Abandonar
player-abandon-all = Abandonar todo
player-suspend-all = Suspender todo
player-contents = Contenido
player-loading = El módulo se está cargando…
player-dismiss = Ocultar
player-continue-here = Continuar aquí
player-close = Cerrar
player-close-by-hand = Ya puede cerrar esta ventana.
player-back = Volver al curso
player-see-result = Ver el resultado

## The status line.

player-state-connecting = Conectando…
player-state-ready = Todavía no hay nada que guardar
player-state-saving = Guardando…
player-state-saved = Guardado a las %time%
player-state-unrecorded = No se guarda nada
player-state-retrying = No guardado: reintentando
player-state-offline = Sin conexión: aún no guardado
player-state-readonly = Solo lectura
player-state-closed = Cerrado

## The mark beside the title.

player-mode-review = Repaso: su resultado se conserva
player-mode-browse = Vista previa
player-mode-preview = Prueba: no se registra nada
player-mode-guest = Demostración: no se registra nada

## Notices above the content.

player-notice-storage-none = Este navegador no conserva ninguna copia de su trabajo en este dispositivo. Deje esta ventana abierta hasta que indique «Guardado».
player-notice-storage-full = Este dispositivo no tiene espacio para su última respuesta, por lo que no se ha guardado. Libere espacio en el almacenamiento del navegador y vuelva a responder.
player-notice-part-finished = Esta parte ha terminado. Utilice los botones de arriba para continuar o cierre esta ventana.
player-notice-module-finished = Este módulo ha llegado a su fin.
player-notice-navigation-unsure = La conexión falló antes de saber en qué punto se encuentra. Todo lo que ha hecho se conserva; estamos consultando de nuevo al servidor.
player-notice-unreachable = El servidor no responde. Seguimos intentándolo. Compruebe su conexión o cierre esta ventana e inicie de nuevo el módulo desde la página del curso.
player-notice-readonly = Usted continuó este módulo en otra ventana. Lo que haga aquí ya no se guarda.
player-notice-closed = Este intento ha terminado en el servidor, así que aquí ya no se guarda nada. Cierre esta ventana e inicie de nuevo el módulo desde la página del curso.

## Words in the table of contents.

player-status-not-attempted = no iniciado
player-status-incomplete = en curso
player-status-completed = completado
player-status-passed = aprobado
player-status-failed = no aprobado
player-status-browsed = visto
player-status-unknown = estado desconocido

## Messages in place of the content.

player-takeover-title = Este módulo está abierto en otra ventana
player-takeover-text = Puede continuar aquí. La otra ventana pasará a solo lectura; lo que haya guardado se conserva.
player-takeover-last-seen = Última actividad a las %time%.
player-closed-title = Este módulo no se puede abrir ahora
player-choose-title = Elija una parte
player-choose-text = Elija en el contenido la parte que desea abrir.
player-choose-first = Empezar por «%title%»

## The end of a session.

player-ended-exited = Ha salido del módulo
player-ended-suspended = Su trabajo está guardado para más tarde
player-ended-completed = Ha terminado el módulo
player-ended-unsaved = Una parte de su trabajo aún no ha llegado al servidor. Deje esta ventana abierta hasta que indique «Guardado»; si debe irse, se enviará en su próxima visita desde este dispositivo.
player-score = Puntuación: %score%

## The call log of a test run.

player-log-title = Registro de llamadas
player-log-time = Hora
player-log-call = Llamada
player-log-argument = Argumento
player-log-answer = Respuesta
player-log-error = Error
player-log-ms = Milisegundos
player-needs-javascript = Este módulo necesita JavaScript. Actívelo en los ajustes de su navegador y vuelva a cargar esta página.
