# El panel: categorías y cursos en forma de fichas.
dashboard-welcome = Bienvenido/a, { $name }
dashboard-navigation = Elegir el tipo de navegación
dashboard-tab-categories = Mis categorías de cursos
dashboard-tab-courses = Mis cursos disponibles
dashboard-search = Buscar cursos y categorías
dashboard-find = Buscar
dashboard-show-all = Mostrar todo
dashboard-filter = Cursos que se muestran
dashboard-active = Cursos activos
dashboard-completed = Cursos completados
dashboard-count = { $count ->
    [one] Un curso
   *[other] { $count } cursos
}
dashboard-none-title = Todavía no hay cursos
dashboard-none-text = No está inscrito en ningún curso. Solicite su inscripción al coordinador nacional de su administración; sus cursos aparecerán entonces aquí.
dashboard-unfound-title = Sin resultados
dashboard-unfound-text = Ningún título contiene todas estas palabras. Pruebe con menos palabras o con otras.
dashboard-all-done-title = No hay cursos activos
dashboard-all-done-text = Ha completado todos los cursos disponibles para usted. Los encontrará, con sus certificados, entre los cursos completados.
dashboard-none-completed-title = Todavía no hay cursos completados
dashboard-none-completed-text = Un curso aparece aquí en cuanto haya completado todas sus actividades obligatorias.
dashboard-empty-category-title = No hay cursos para usted en esta categoría
dashboard-empty-category-text = Sus demás cursos se encuentran en las otras categorías.
