### The module player. %time% and %score% are filled in by the player itself.

## Controls; their English names are relied on by tests and operators.

player-previous = Anterior
player-continue = Continuar
player-exit = Sair
player-exit-all = Sair de tudo
player-abandon = Abandonar
player-abandon-all = Abandonar tudo
player-suspend-all = Suspender tudo
player-contents = Conteúdo
player-loading = O módulo está a carregar…
player-dismiss = Ocultar
player-continue-here = Continuar aqui
player-close = Fechar
player-close-by-hand = Já pode fechar esta janela.
player-back = Voltar ao curso
player-see-result = Ver o resultado

## The status line.

player-state-connecting = A ligar…
player-state-ready = Ainda não há nada para guardar
player-state-saving = A guardar…
player-state-saved = Guardado às %time%
player-state-unrecorded = Nada é guardado
player-state-retrying = Não guardado – nova tentativa
player-state-offline = Sem ligação – ainda não guardado
player-state-readonly = Só de leitura
player-state-closed = Fechado

## The mark beside the title.

player-mode-review = Revisão: o seu resultado é mantido
player-mode-browse = Pré-visualização
player-mode-preview = Ensaio: nada é registado
player-mode-guest = Demonstração: nada é registado

## Notices above the content.

player-notice-storage-none = Este navegador não mantém nenhuma cópia do seu trabalho neste dispositivo. Deixe esta janela aberta até que indique «Guardado».
player-notice-storage-full = Este dispositivo não tem espaço para a sua última resposta, pelo que não foi guardada. Liberte espaço no armazenamento do navegador e responda de novo.
player-notice-part-finished = Esta parte está concluída. Utilize os botões acima para prosseguir ou feche esta janela.
player-notice-module-finished = Este módulo chegou ao fim.
player-notice-navigation-unsure = A ligação falhou antes de sabermos em que ponto se encontra. Tudo o que fez está guardado; estamos a consultar novamente o servidor.
player-notice-unreachable = O servidor não responde. Continuamos a tentar. Verifique a sua ligação ou feche esta janela e inicie de novo o módulo na página do curso.
player-notice-readonly = Continuou este módulo noutra janela. O que fizer aqui já não é guardado.
player-notice-closed = Esta tentativa terminou no servidor, pelo que aqui já nada é guardado. Feche esta janela e inicie de novo o módulo na página do curso.

## Words in the table of contents.

player-status-not-attempted = não iniciado
player-status-incomplete = em curso
player-status-completed = concluído
player-status-passed = aprovado
player-status-failed = reprovado
player-status-browsed = visto
player-status-unknown = estado desconhecido

## Messages in place of the content.

player-takeover-title = Este módulo está aberto noutra janela
player-takeover-text = Pode continuar aqui. A outra janela passará a só de leitura; o que tiver guardado é mantido.
player-takeover-last-seen = Última atividade às %time%.
player-closed-title = Este módulo não pode ser aberto agora
player-choose-title = Escolha uma parte
player-choose-text = Escolha no conteúdo a parte que pretende abrir.
player-choose-first = Começar por «%title%»

## The end of a session.

player-ended-exited = Saiu do módulo
player-ended-suspended = O seu trabalho está guardado para mais tarde
player-ended-completed = Concluiu o módulo
player-ended-unsaved = Uma parte do seu trabalho ainda não chegou ao servidor. Deixe esta janela aberta até que indique «Guardado»; se tiver de sair, será enviada na sua próxima visita neste dispositivo.
player-score = Pontuação: %score%

## The call log of a test run.

player-log-title = Registo de chamadas
player-log-time = Hora
player-log-call = Chamada
player-log-argument = Argumento
player-log-answer = Resposta
player-log-error = Erro
player-log-ms = Milissegundos
player-needs-javascript = Este módulo necessita de JavaScript. Ative-o nas definições do seu navegador e recarregue esta página.
