alerts-title = Alertas
alerts-lead = O que deve saber. Um alerta permanece aqui até que o dispense.
alerts-none = Não há alertas
alerts-dismiss = Dispensar: { $text }
alerts-dismiss-all = Dispensar tudo
alerts-dismissed = Dispensado.
alerts-tasks = Tarefas
alerts-tasks-lead = O que espera a sua decisão. Uma tarefa desaparece para todos assim que alguém decide.
alerts-tasks-none = Não tem nada à espera
alerts-task-request = { $name } pede uma conta
alerts-task-info = Mais informações: { $text }
alerts-showing = A mostrar { $shown } de { $total }
alerts-view-all = Ver tudo
alerts-designated = A partir de agora coordena { $organisation }. Cabe-lhe decidir sobre os pedidos de conta.
alerts-request-decided = { $name } { $state ->
    [accepted] aceitou
   *[denied] recusou
} o pedido de { $person }.
alerts-welcome = O seu pedido foi aceite. Boas-vindas! Os seus cursos aparecem nesta página assim que a sua inscrição for feita.
alerts-moved = Pertence agora a { $organisation }. Os seus coordenadores acompanham os seus cursos.
alerts-export-ready = A cópia dos seus dados está pronta. Descarregue-a no prazo de cinco dias.
