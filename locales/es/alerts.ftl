alerts-title = Alertas
alerts-lead = Lo que conviene que sepa. Una alerta permanece aquí hasta que usted la descarte.
alerts-none = No hay alertas
alerts-dismiss = Descartar: { $text }
alerts-dismiss-all = Descartar todo
alerts-dismissed = Descartado.
alerts-tasks = Tareas
alerts-tasks-lead = Lo que espera su decisión. Una tarea desaparece para todos en cuanto alguien ha decidido.
alerts-tasks-none = No tiene nada pendiente
alerts-task-request = { $name } solicita una cuenta
alerts-task-info = Más información: { $text }
alerts-showing = Se muestran { $shown } de { $total }
alerts-view-all = Ver todo
alerts-designated = A partir de ahora usted coordina { $organisation }. Las solicitudes de cuenta las decide usted.
alerts-request-decided = { $name } ha { $state ->
    [accepted] aceptado
   *[denied] rechazado
} la solicitud de { $person }.
alerts-welcome = Su solicitud ha sido aceptada. ¡Le damos la bienvenida! Sus cursos aparecerán en esta página en cuanto se le inscriba.
alerts-moved = Ahora pertenece a { $organisation }. Sus coordinadores siguen sus cursos.
alerts-export-ready = La copia de sus datos está lista. Descárguela en el plazo de cinco días.
