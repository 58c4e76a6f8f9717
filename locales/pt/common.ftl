# Words that belong to every page.
common-skip = Ir para o conteúdo
common-demo = Este é um sítio de demonstração. As pessoas e os cursos são fictícios e o sítio pode ser reposto a qualquer momento.
common-breadcrumbs = Está aqui
common-close = Fechar
common-cancel = Cancelar
common-draft-offer = O que escreveu aqui não foi guardado quando a sua sessão terminou. Este navegador ainda o conserva.
common-draft-restore = Repor
common-draft-discard = Descartar
common-required = obrigatório
common-percent = { $value } %
common-progress = Progresso
common-category = Categoria
common-course = Curso
common-step-done = (concluído)
common-pagination = Páginas
common-previous-page = Página anterior
common-next-page = Página seguinte
common-notice-info = Informação
common-notice-success = Concluído
common-notice-warning = Atenção
common-notice-error = Erro
common-form-errors = { $count ->
    [one] Uma resposta requer a sua atenção
   *[other] { $count } respostas requerem a sua atenção
}
common-launch-blocked = O seu navegador não abriu uma nova janela.
common-open-here = Abrir aqui
common-upload-sending = A enviar: {"{"}percent{"}"} %
common-upload-checking = Ficheiro enviado. A verificar…
common-upload-failed = O ficheiro não foi guardado. Verifique a sua ligação e tente novamente.
common-drag = Mover
common-moved = «{ $name }» está agora na posição { $position } de { $total }.
common-move-failed = Não foi possível guardar a nova ordem; é mostrada de novo a anterior. Verifique a sua ligação e tente novamente.
common-move-up = Mover «{ $name }» para cima
common-move-down = Mover «{ $name }» para baixo
common-call-log = Chamadas do módulo
common-call = Chamada
common-argument = Argumento
common-answer = Resposta
common-error-code = Erro
common-milliseconds = ms

menu-main = Menu principal
menu-user = Menu de { $name }
menu-dashboard = Painel
menu-grades = Notas
menu-authoring = Edição
menu-language = Idioma
menu-log-in = Iniciar sessão
menu-log-out = Terminar sessão
common-range = { $from }–{ $to } de { $total }
