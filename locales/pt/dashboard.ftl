# O painel: categorias e cursos em mosaicos.
dashboard-welcome = Bem-vindo(a), { $name }
dashboard-navigation = Escolher o tipo de navegação
dashboard-tab-categories = As minhas categorias de cursos
dashboard-tab-courses = Os meus cursos disponíveis
dashboard-search = Procurar cursos e categorias
dashboard-find = Procurar
dashboard-show-all = Mostrar tudo
dashboard-filter = Cursos a mostrar
dashboard-active = Cursos ativos
dashboard-completed = Cursos concluídos
dashboard-count = { $count ->
    [one] Um curso
   *[other] { $count } cursos
}
dashboard-none-title = Ainda não há cursos
dashboard-none-text = Não está inscrito em nenhum curso. Peça a sua inscrição ao coordenador nacional da sua administração; os seus cursos aparecerão então aqui.
dashboard-unfound-title = Nada encontrado
dashboard-unfound-text = Nenhum título contém todas estas palavras. Tente com menos palavras ou com outras.
dashboard-all-done-title = Não há cursos ativos
dashboard-all-done-text = Concluiu todos os cursos que lhe estão disponíveis. Encontra-os, com os respetivos certificados, entre os cursos concluídos.
dashboard-none-completed-title = Ainda não há cursos concluídos
dashboard-none-completed-text = Um curso aparece aqui assim que tiver concluído todas as suas atividades obrigatórias.
dashboard-empty-category-title = Não há cursos para si nesta categoria
dashboard-empty-category-text = Os seus outros cursos encontram-se nas outras categorias.
