# Courses that visitors may try without an account.
guests-take = Experimentar um curso de demonstração
guests-kicker = Curso de demonstração
guests-notice = Aqui pode experimentar todos os módulos sem conta. Nada do que fizer é registado e não há certificado.
guests-start = Experimentar
guests-empty-text = De momento não há nada para abrir neste curso.
guests-title = Abertura a convidados
guests-state-open = Aberto a convidados
guests-state-closed = Fechado a convidados
guests-see = Vê-lo como convidado
guests-draft = Os convidados veem-no logo que seja publicado.
guests-hint = Um curso aberto a convidados figura na página inicial. Qualquer pessoa pode seguir os seus módulos sem conta; nada é registado.
guests-ask = O secretariado abre os cursos a convidados, pois figuram perante todos na página inicial.
guests-open = Abrir a convidados
guests-close = Fechar a convidados
guests-opened = O curso está aberto a convidados.
guests-closed = O curso está fechado a convidados. Quem o seguia como convidado tem de terminar.
guests-name = Convidado
