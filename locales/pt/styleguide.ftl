# The style guide, which shows every component with these words.
styleguide-title = Guia de estilo
styleguide-kicker = Para quem constrói as páginas
styleguide-lead = Todos os componentes em todos os estados, no idioma e no sentido de escrita que escolheu.
styleguide-action = Mostrar detalhes
styleguide-main-action = Adicionar um curso
styleguide-course = Gestão de riscos na fronteira
styleguide-category = Facilitação do comércio
styleguide-count = { $count ->
    [one] Um curso
   *[other] { $count } cursos
}
styleguide-long = Os indicadores de risco mostram aos funcionários onde olhar primeiro, para que o comércio honesto passe depressa e os controlos sejam feitos onde contam.
styleguide-more = Mais informações
styleguide-tiles = Mosaicos
styleguide-outline = Estrutura do curso
styleguide-steps = Etapas
styleguide-buttons = Botões
styleguide-statuses = Estado
styleguide-navigation = Navegação
styleguide-type = Tipografia e ícones
styleguide-forms = Formulários
styleguide-data = Tabelas e listas
styleguide-sortable = Ordem dos módulos
styleguide-not-started = Não iniciado
styleguide-in-progress = Em curso
styleguide-completed = Concluído
styleguide-passed = Aprovado
styleguide-failed = Não aprovado
styleguide-locked = Bloqueado
styleguide-locked-why = Abre quando o questionário for aprovado.
styleguide-start = Iniciar
styleguide-continue = Continuar
styleguide-review = Rever
styleguide-people = pessoas
styleguide-empty = Ainda não há cursos
styleguide-empty-text = Assim que estiver inscrito num curso, irá encontrá-lo aqui.
styleguide-name = Nome completo
styleguide-mail = Endereço de correio eletrónico
styleguide-disabled = Ano (fixo)
styleguide-text = Observações
styleguide-hint = Tal como deve constar do certificado.
styleguide-fault = Introduza um endereço completo, por exemplo nome@alfandega.example.
styleguide-package = Escolha um pacote SCORM ou largue-o aqui
