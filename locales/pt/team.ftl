team-title = Equipa
team-lead = { $count ->
    [one] Membros da equipa: { $count } registo apresentado
   *[other] Membros da equipa: { $count } registos apresentados
}
team-search = Pesquisar por nome ou endereço
team-last-login = Último acesso
team-started = Cursos iniciados
team-completed = Cursos concluídos
team-status-active = Conta ativa
team-status-suspended = Conta suspensa
team-status-waiting = Convite enviado
team-chosen = Pessoas escolhidas:
team-edit-person = Alterar a conta de { $name }
team-suspend-person = Suspender a conta de { $name }
team-reactivate-person = Reativar a conta de { $name }
team-delete-person = Eliminar a conta de { $name }
team-suspend = Suspender
team-suspend-hint = A pessoa deixa de poder iniciar sessão e os módulos que tem abertos terminam de imediato. Nada se perde.
team-reactivate = Reativar
team-suspended = { $count ->
    [one] A conta de { $name } está suspensa. As suas sessões e os seus módulos abertos terminaram.
   *[other] Foram suspensas { $count } contas: { $name }. As suas sessões e os seus módulos abertos terminaram.
}
team-reactivated = { $count ->
    [one] A conta de { $name } está de novo ativa.
   *[other] { $count } contas estão de novo ativas: { $name }.
}
team-none-changed = Nenhuma conta foi alterada.
team-undo = Desfazer
team-not-yours = Não pode alterar esta conta: é a sua ou tem mais direitos do que a sua.
team-email-hint = Se mudar, são avisados tanto o endereço anterior como o novo.
team-fault-email-taken = Outra conta tem este endereço.
team-role = Função
team-role-learner = Formando
team-role-author = Autor de cursos
team-role-secretariat = Secretariado
team-delete = Eliminar a conta
team-delete-who = { $name }, { $email }
team-delete-warning = Esta ação não pode ser desfeita. É eliminado de imediato o seguinte:
team-delete-account = o nome, o endereço, o cargo, a palavra-passe e as sessões
team-delete-work = { $count ->
    [0] tudo o que os módulos guardaram sobre a pessoa
    [one] o trabalho realizado em { $count } curso: tentativas, respostas e pontos de progresso
   *[other] o trabalho realizado em { $count } cursos: tentativas, respostas e pontos de progresso
}
team-delete-mails = os alertas e os e-mails enviados à pessoa
team-delete-kept = { $count ->
    [0] Os números das estatísticas são conservados, sem nome.
    [one] { $count } certificado continuará a poder ser verificado, tal como foi impresso. Os números das estatísticas são conservados, sem nome.
   *[other] { $count } certificados continuarão a poder ser verificados, tal como foram impressos. Os números das estatísticas são conservados, sem nome.
}
team-delete-confirm = Eliminar definitivamente a conta de { $name }
team-deleted = A conta e os seus dados foram eliminados.
team-invite = Convidar pessoas
team-invite-lead = As pessoas convidadas recebem um e-mail com um nome de utilizador e uma palavra-passe provisória, que mudam quando iniciam sessão pela primeira vez.
team-invite-one = Uma pessoa
team-invite-many = Uma lista
team-invite-send = Convidar
team-invited = A conta foi criada e o e-mail de convite está a caminho.
team-invite-again = Enviar uma nova palavra-passe provisória
team-invited-again = Uma nova palavra-passe provisória está a caminho. A anterior já não é válida.
team-not-invited = Esta pessoa já iniciou sessão. Quem se esqueceu da palavra-passe pode pedir uma nova na página de início de sessão.
team-username-hint = Se deixar vazio, é formado a partir do nome próprio e do apelido.
team-row-taken = Já existe uma conta com este endereço ou nome de utilizador. Se não a encontrar na sua equipa, contacte o secretariado.
team-row-new = Vai receber um convite
team-row-known = Já tem uma conta
team-row-elsewhere = Não é possível convidar a partir daqui: contacte o secretariado
team-row-repeated = A mesma pessoa da linha { $line }: ignorada
team-fault-lang = As línguas possíveis são en, fr, es, pt e ar.
team-fault-organisation = Esta administração não existe aqui ou não admite novas pessoas.
team-fault-position = Este cargo não existe. A lista é mantida pelo secretariado.
team-import-hint = Uma tabela guardada como CSV ou texto, com as colunas do carregamento de utilizadores do Moodle: firstname, lastname e email e, se quiser, username, lang, institution (a administração) e department (o cargo).
team-import-column = A tabela precisa de uma coluna «{ $column }». Acrescente-a à primeira linha e tente de novo.
team-import-apply = { $count ->
    [one] Convidar { $count } pessoa
   *[other] Convidar { $count } pessoas
}
team-imported = As contas foram criadas e os e-mails de convite estão a caminho.
team-second-off = Desativar o segundo passo
team-second-off-hint = Para quem perdeu o telemóvel e os códigos de recuperação. Certifique-se de que é a própria pessoa quem pede. Ela é informada por correio eletrónico.
team-jobs = Administrações e funções
team-jobs-now = hoje
team-move = Transferir para outra administração
team-move-hint = O que foi aprendido acompanha a pessoa. O que ela coordena termina.
team-move-position = Função nessa administração
team-move-do = Transferir
team-moved = A pessoa pertence agora à outra administração.
team-moved-meanwhile = Outra pessoa acabou de transferir ou eliminar esta pessoa. Abra de novo a página para ver a situação.
team-role-operator = Operador
