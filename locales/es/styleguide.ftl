# The style guide, which shows every component with these words.
styleguide-title = Guía de estilo
styleguide-kicker = Para quienes crean las páginas
styleguide-lead = Todos los componentes en todos sus estados, en el idioma y el sentido de escritura que usted ha elegido.
styleguide-action = Mostrar detalles
styleguide-main-action = Añadir un curso
styleguide-course = Gestión de riesgos en la frontera
styleguide-category = Facilitación del comercio
styleguide-count = { $count ->
    [one] Un curso
   *[other] { $count } cursos
}
styleguide-long = Los indicadores de riesgo señalan a los funcionarios dónde mirar primero, para que el comercio honesto pase con rapidez y los controles se hagan donde importan.
styleguide-more = Más información
styleguide-tiles = Mosaicos
styleguide-outline = Esquema del curso
styleguide-steps = Pasos
styleguide-buttons = Botones
styleguide-statuses = Estado
styleguide-navigation = Navegación
styleguide-type = Tipografía e iconos
styleguide-forms = Formularios
styleguide-data = Tablas y listas
styleguide-sortable = Orden de los módulos
styleguide-not-started = Sin empezar
styleguide-in-progress = En curso
styleguide-completed = Completado
styleguide-passed = Aprobado
styleguide-failed = No aprobado
styleguide-locked = Bloqueado
styleguide-locked-why = Se abre cuando se aprueba el cuestionario.
styleguide-start = Empezar
styleguide-continue = Continuar
styleguide-review = Revisar
styleguide-people = personas
styleguide-empty = Todavía no hay cursos
styleguide-empty-text = En cuanto esté inscrito en un curso, lo encontrará aquí.
styleguide-name = Nombre completo
styleguide-mail = Dirección de correo electrónico
styleguide-disabled = Año (fijo)
styleguide-text = Observaciones
styleguide-hint = Tal como debe figurar en el certificado.
styleguide-fault = Introduzca una dirección completa, por ejemplo nombre@aduana.example.
styleguide-package = Elija un paquete SCORM o suéltelo aquí
