requests-register = Pedir uma conta
requests-register-lead = Indique-nos quem é e onde trabalha. O coordenador da sua administração decide depois, e a decisão é-lhe comunicada por correio eletrónico.
requests-organisation = A sua administração
requests-organisation-hint = O seu pedido segue para o respetivo coordenador nacional.
requests-choose = Escolha…
requests-position-other = Outro, ou não consta da lista
requests-given-name = Nome próprio
requests-family-name = Apelido
requests-name-hint = Tal como deve constar dos certificados.
requests-email = Endereço de correio eletrónico
requests-email-hint = O seu próprio endereço de trabalho. É enviado para lá um e-mail com uma ligação.
requests-password = Palavra-passe
requests-language = Idioma preferido
requests-note = Razão do pedido
requests-note-hint = Ajuda o seu coordenador a decidir. Pode deixar vazio.
requests-register-send = Enviar o meu pedido
requests-have-account = Já tem uma conta?
requests-fault-organisation = Escolha a sua administração na lista.
requests-fault-given = Indique o seu nome próprio, com 100 caracteres no máximo.
requests-fault-family = Indique o seu apelido, com 100 caracteres no máximo.
requests-fault-email = Indique um endereço de correio eletrónico, como nome@alfandega.example.
requests-fault-long = Este texto é demasiado longo. Encurte-o.
requests-fault-text = Escreva algumas palavras.
requests-fault-reason = Indique o motivo, para que a pessoa compreenda a decisão. É enviado com o e-mail.
requests-fault-username = Um nome de utilizador só pode ter letras, algarismos e os sinais . - _ @
requests-fault-username-address = Um nome de utilizador só pode parecer um endereço de correio eletrónico se for o da própria pessoa.
requests-sent = Consulte o seu correio eletrónico
requests-sent-text = Enviámos-lhe um e-mail com uma ligação. Abra-a e confirme o seu endereço; só então o seu coordenador é consultado. A ligação é válida durante sete dias.
requests-resend = Não recebeu o e-mail ao fim de alguns minutos?
requests-resend-hint = Procure primeiro entre o correio indesejado.
requests-resend-send = Enviar de novo
requests-resent = Se houver um pedido à espera da confirmação deste endereço, o e-mail está a caminho.
requests-link-dead = Esta ligação já não é válida
requests-link-dead-text = Tem mais de sete dias ou foi substituída por um e-mail mais recente. Use o e-mail mais recente ou apresente um novo pedido.
requests-confirm = Confirme o seu endereço
requests-confirm-text = Prima o botão e o seu pedido segue para o coordenador da sua administração.
requests-confirm-send = Confirmar o meu endereço
requests-confirmed = O seu endereço está confirmado
requests-confirmed-text = O seu pedido está com o coordenador da sua administração. A decisão ser-lhe-á comunicada por correio eletrónico assim que for tomada; não precisa de fazer mais nada.
requests-waits = O seu pedido está a ser analisado
requests-answer = O seu coordenador tem uma pergunta
requests-answer-dead = Esta pergunta já teve resposta ou o seu pedido já foi decidido.
requests-question-was = A pergunta
requests-your-answer = A sua resposta
requests-answer-send = Enviar a resposta
requests-answered = A sua resposta foi enviada ao seu coordenador.
requests-title = Pedidos de conta
requests-lead = Pessoas que pedem uma conta. Quem espera há mais tempo aparece primeiro.
requests-open = Por decidir
requests-decided = Decididos
requests-search = Pesquisar por nome ou endereço
requests-none = Ninguém está à espera
requests-none-text = Os novos pedidos aparecem aqui e são-lhe comunicados por correio eletrónico.
requests-none-decided = Ainda não foi decidido nenhum pedido
requests-unfound = Ninguém encontrado
requests-unfound-text = Verifique as palavras que pesquisou.
requests-choose-row = Escolher
requests-choose-person = Escolher { $name }
requests-person = Nome
requests-waiting = Em espera
requests-decided-on = Data da decisão
requests-status = Estado
requests-since = Em espera desde
requests-late = Lembrete enviado
requests-age = { $days ->
    [0] desde hoje
    [one] há um dia
   *[other] há { $days } dias
}
requests-state-unconfirmed = Por confirmar
requests-state-pending = Pendente
requests-state-accepted = Aceite
requests-state-denied = Recusado
requests-state-expired = Nunca confirmado
requests-chosen = Decidir sobre as pessoas escolhidas
requests-decide = Decidir
requests-reason = Motivo
requests-reason-hint = Necessário para recusar. É enviado à pessoa.
requests-accept = Aceitar
requests-deny = Recusar
requests-accepted = O pedido foi aceite e a pessoa é informada por correio eletrónico.
requests-denied = O pedido foi recusado e a pessoa é informada por correio eletrónico.
requests-none-chosen = Escolha pelo menos uma pessoa.
requests-many-done = { $count ->
    [one] { $count } pedido foi decidido.
   *[other] { $count } pedidos foram decididos.
}
requests-already = { $state ->
    [accepted] Pedido já aceite por { $name } em { $at }.
   *[denied] Pedido já recusado por { $name } em { $at }.
}
requests-not-pending = Este pedido já foi decidido.
requests-email-taken = Existe agora uma conta com este endereço de correio eletrónico, por isso não há nada a aceitar. Recuse o pedido e indique-o.
requests-closed = Esta administração não admite novas pessoas. Encaminhe o pedido ou recuse-o.
requests-twins = Pode ser a mesma pessoa que
requests-twin-account = { $state ->
    [suspended] tem uma conta suspensa
   *[active] tem uma conta
}
requests-twin-request = { $state ->
    [accepted] pedido aceite
    [denied] pedido recusado
   *[pending] pedido também pendente
}
requests-history = Histórico
requests-event-submitted = Formulário enviado
requests-event-confirmed = Endereço confirmado
requests-event-edited = Pedido corrigido por { $name }
requests-event-asked = Pergunta de { $name }
requests-event-answered = Resposta da pessoa
requests-event-forwarded = Pedido encaminhado por { $name }
requests-event-reminded = Lembrete enviado
requests-event-escalated = Secretariado também consultado
requests-event-accepted = Pedido aceite por { $name }
requests-event-denied = Pedido recusado por { $name }
requests-event-expired = Endereço nunca confirmado
requests-event-purged = Nome e endereço eliminados
requests-decided-by = por { $name }, em { $at }
requests-purged-name = (eliminado)
requests-correct = Corrigir o pedido
requests-username = Nome de utilizador
requests-username-hint = Também é sempre possível iniciar sessão com o endereço.
requests-ask = Perguntar à pessoa
requests-question = Pergunta
requests-question-hint = É enviada por correio eletrónico. A resposta aparece aqui e é-lhe comunicada.
requests-question-send = Enviar a pergunta
requests-asked = A pergunta foi enviada.
requests-forward = Não lhe compete decidir?
requests-forward-to = Encaminhar para
requests-forward-send = Encaminhar
requests-forwarded = O pedido foi encaminhado.
requests-secretariat = O secretariado
requests-open-page = Mostrar tudo sobre este pedido
