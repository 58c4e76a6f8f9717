accounts-title = Preferências
accounts-lead = A sua conta e o que a protege.
accounts-username = Nome de utilizador
accounts-email = Endereço de correio eletrónico
accounts-password = Palavra-passe
accounts-password-text = Uma palavra-passe só sua, que não use em mais lado nenhum.
accounts-password-change = Alterar a palavra-passe
accounts-password-choose = Escolha a sua palavra-passe
accounts-password-forced = A sua palavra-passe é provisória. Escolha uma só sua para aceder ao sítio.
accounts-for-user = Para a conta
accounts-current = Palavra-passe atual
accounts-current-hint = A que acabou de usar para entrar.
accounts-new-password = Nova palavra-passe
accounts-new-again = Nova palavra-passe, outra vez
accounts-password-save = Guardar a palavra-passe
accounts-password-follows = A sua sessão termina em todos os outros locais onde esteja aberta, e um e-mail informa-o da alteração.
accounts-password-changed = A sua palavra-passe foi alterada
accounts-password-changed-text = A partir de agora, entre com a nova palavra-passe. Foi-lhe enviado um e-mail de confirmação.
accounts-ended = { $count ->
    [0] Não tinha nenhuma outra sessão aberta.
    [one] Tinha aberta outra sessão, que foi terminada.
   *[other] Tinha abertas outras { $count } sessões, que foram terminadas.
}
accounts-go-on = Continuar
accounts-fault-again = As duas não coincidem. Escreva de novo a nova palavra-passe.
accounts-fault-same = Esta é a sua palavra-passe atual. Escolha outra.
accounts-fault-current = Esta não é a sua palavra-passe atual.
accounts-fault-slow-down = Demasiadas tentativas. Aguarde um minuto e tente de novo.
accounts-lost-link = Esqueceu o nome de utilizador ou a palavra-passe?
accounts-lost = Esqueceu a palavra-passe?
accounts-lost-lead = Indique o seu nome de utilizador ou o seu endereço de correio eletrónico e enviamos-lhe uma ligação para escolher uma nova palavra-passe.
accounts-lost-send = Enviar-me a ligação
accounts-lost-sent = Consulte o seu correio eletrónico
accounts-lost-sent-text = Se existir uma conta ativa com o que indicou, segue para o seu titular um e-mail com uma ligação. A ligação é válida durante { $minutes } minutos.
accounts-lost-sent-more = Não recebeu o e-mail ao fim de alguns minutos? Procure entre o correio indesejado, experimente o seu outro endereço ou contacte o seu coordenador. Um pedido que ainda está a ser analisado não tem ainda conta.
accounts-lost-again = Pedir uma nova ligação
accounts-to-login = Ir para a entrada
accounts-link-dead = Esta ligação já não é válida
accounts-link-dead-text = Já foi usada ou tem mais de { $minutes } minutos. A sua palavra-passe não foi alterada.
accounts-reset-follows = Todas as sessões que tenha abertas terminam, e um e-mail informa-o da alteração.
accounts-reset-done = A sua nova palavra-passe foi guardada. Entre com ela.
accounts-mail-reset-subject = { $site }: escolha uma nova palavra-passe
accounts-mail-reset-text = Foi comunicado, provavelmente por si, que a palavra-passe da sua conta { $username } foi esquecida. Abra a página abaixo e escolha uma nova.
accounts-mail-reset-action = Escolher uma nova palavra-passe
accounts-mail-reset-until = A ligação serve uma só vez, até { $at } (UTC). Se não fez este pedido, não faça nada: a sua palavra-passe mantém-se.
accounts-mail-changed-subject = { $site }: a sua palavra-passe foi alterada
accounts-mail-changed-text = A palavra-passe da sua conta { $username } foi alterada em { $at } (UTC). Se foi feito por si, não precisa de fazer nada.
accounts-mail-changed-else = Caso contrário, escolha imediatamente uma nova palavra-passe e informe o seu coordenador.
