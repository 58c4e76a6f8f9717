# Courses that visitors may try without an account.
guests-take = Probar un curso de demostración
guests-kicker = Curso de demostración
guests-notice = Aquí puede probar todos los módulos sin cuenta. Nada de lo que haga se registra y no hay certificado.
guests-start = Probar
guests-empty-text = En este curso no hay nada que abrir por el momento.
guests-title = Apertura a invitados
guests-state-open = Abierto a invitados
guests-state-closed = Cerrado a invitados
guests-see = Verlo como invitado
guests-draft = Los invitados lo ven en cuanto se publica.
guests-hint = Un curso abierto a invitados figura en la página de inicio. Cualquiera puede seguir sus módulos sin cuenta; no se registra nada.
guests-ask = La secretaría abre los cursos a invitados, ya que figuran ante todos en la página de inicio.
guests-open = Abrir a invitados
guests-close = Cerrar a invitados
guests-opened = El curso está abierto a invitados.
guests-closed = El curso está cerrado a invitados. Quien lo seguía como invitado tiene que terminar.
guests-name = Invitado
