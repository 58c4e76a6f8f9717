organisations-title = Administrações
organisations-lead = { $count ->
    [0] Ainda não há administrações
    [one] Uma administração
   *[other] { $count } administrações
}
organisations-search = Pesquisar por nome ou código
organisations-none = Nenhuma administração encontrada
organisations-none-text = Verifique as palavras que pesquisou ou adicione a administração.
organisations-name = Nome
organisations-code = Código
organisations-code-hint = Letras e algarismos, como BE para a Bélgica. É usado nas listas e na linha de comandos.
organisations-approver = Aprovador
organisations-deputies = Suplentes
organisations-people = Pessoas
organisations-secretariat-decides = Nenhum: decide o secretariado
organisations-closed = Fechada
organisations-add = Adicionar uma administração
organisations-added = A administração foi adicionada. Indique agora quem a coordena.
organisations-settings = Nome e estado
organisations-close = Não admite novas pessoas
organisations-close-hint = Deixa de ser proposta a quem pede uma conta. As pessoas que já lhe pertencem permanecem.
organisations-domains = Domínios de correio
organisations-domains-list = Domínios
organisations-domains-hint = Um por linha, como alfandega.example. A quem se registar com um endereço desses é proposta esta administração; incluem-se subdomínios como sede.alfandega.example.
organisations-fault-code = Indique um código de letras, algarismos, pontos e hífenes, com 20 caracteres no máximo.
organisations-fault-name = Indique um nome de 200 caracteres no máximo.
organisations-fault-taken = Outra administração tem este código.
organisations-fault-domain = Indique domínios como alfandega.example, no máximo 50.
organisations-fault-domain-public = Um destes domínios está aberto a todos, como gmail.com, e não indica onde alguém trabalha. Retire-o.
organisations-fault-domain-taken = Outra administração tem um destes domínios.
organisations-coordinators = Coordenadores nacionais
organisations-no-approver = De momento não há aprovador. Os pedidos seguem para os suplentes e, não havendo suplente, para o secretariado.
organisations-kind = Na qualidade de
organisations-kind-approver = Aprovador
organisations-kind-approver-hint = É consultado sobre cada pedido desta administração. Só há um de cada vez.
organisations-kind-deputy = Suplente
organisations-kind-deputy-hint = Também pode decidir, e é consultado quando não há aprovador ou quando um pedido está em espera há muito tempo.
organisations-state-planned = Prevista
organisations-state-ended = Terminada
organisations-from = Desde
organisations-from-hint = Deixe vazio para começar agora.
organisations-until = Até
organisations-until-hint = O último dia. Deixe vazio se ainda não estiver definido.
organisations-further-notice = Até nova ordem
organisations-end = Terminar a designação de { $name }
organisations-ended = A designação terminou.
organisations-designate = Designar um coordenador
organisations-designated = O coordenador foi designado.
organisations-handed-over = O coordenador foi designado e a designação anterior termina quando a nova começa.
organisations-person-hint = Uma pessoa com conta nesta administração.
organisations-fault-person = Ninguém nesta administração tem este nome de utilizador ou endereço de correio.
organisations-fault-date = Indique uma data, como 2026-05-31.
organisations-fault-order = O último dia tem de ser posterior ao primeiro e não pode estar no passado.
organisations-fault-clash = Há outra designação nesse período: uma administração tem um só aprovador de cada vez, e uma pessoa uma só designação. Termine primeiro a outra ou escolha outros dias.
organisations-positions = Cargos
organisations-positions-lead = Os cargos entre os quais as pessoas escolhem quando pedem uma conta.
organisations-positions-none = Ainda não há cargos
organisations-positions-none-text = Adicione os cargos que os funcionários ocupam, como «Funcionário aduaneiro» ou «Formador».
organisations-position = Cargo
organisations-position-uses = Ocupado por
organisations-position-add = Adicionar um cargo
organisations-position-added = O cargo foi adicionado.
organisations-position-delete = Eliminar { $name }
organisations-position-deleted = O cargo foi eliminado.
organisations-position-used = Há pessoas que ocupam ou ocuparam este cargo, por isso não pode ser eliminado.
organisations-fault-position = Indique um nome de 100 caracteres no máximo.
organisations-fault-position-taken = Já existe um cargo com este nome.
organisations-import = Importar uma lista
organisations-import-lead = Adiciona administrações a partir de uma folha de cálculo e corrige os seus nomes. Vê primeiro o que cada linha faria.
organisations-import-choose = Escolher uma lista
organisations-import-hint = Uma tabela guardada como CSV ou texto, com uma coluna «code» e uma coluna «nome». São reconhecidos todos os separadores e codificações que as folhas de cálculo escrevem.
organisations-import-columns = A tabela precisa de uma coluna «code» e de uma coluna «nome» na primeira linha. Acrescente-as e tente de novo.
organisations-import-rows = { $count ->
    [one] { $count } linha
   *[other] { $count } linhas
}
organisations-import-apply = { $count ->
    [one] Importar { $count } linha
   *[other] Importar { $count } linhas
}
organisations-imported = A lista foi importada.
organisations-row-new = Nova
organisations-row-same = Nada a fazer
organisations-row-renamed = Com novo nome (antes «{ $from }»)
organisations-row-repeated = O mesmo código da linha { $line }: ignorada
organisations-retention = Pessoas que já não vêm
organisations-months = Meses sem iniciar sessão
organisations-months-hint = Quem não iniciar sessão durante estes meses passa para a lista de eliminação e é avisado por e-mail 30 dias antes. Ninguém é eliminado até que um coordenador ou o secretariado o decida. No mínimo 6; vazio para nunca.
organisations-fault-months = Indique um número de meses de 6 a 240 ou deixe o campo vazio.
