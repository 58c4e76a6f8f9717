# Error pages: what happened, and what to do next.
error-kicker = Erro { $status }
error-to-dashboard = Ir para o seu painel
error-to-start = Ir para a página inicial
error-request = Se nos escrever sobre este assunto, indique a referência

error-403-title = Esta página não lhe está acessível
error-403-what = Iniciou sessão, mas a sua função não inclui esta página.
error-403-next = Se precisar dela para o seu trabalho, peça acesso ao coordenador da sua administração.

error-404-title = Esta página não existe
error-404-what = O endereço não conduz a lado nenhum. A página pode ter sido movida ou eliminada, ou pode não lhe estar acessível.
error-404-next = Verifique o endereço ou recomece a partir de uma página que conheça.
error-405-title = Este endereço não faz isso
error-405-what = O endereço existe, mas foi chamado de uma forma a que não responde, por exemplo ao abrir o endereço de um formulário. Nada foi alterado.
error-405-next = Volte à página de onde veio e use os seus botões.

error-409-title = Isto não é possível no estado atual
error-409-what = O que pretendia alterar mudou entretanto, e a sua alteração não foi aplicada.
error-409-next = Volte atrás, recarregue a página e consulte o seu estado atual antes de decidir.

error-410-title = Isto já não está disponível
error-410-what = A ligação foi válida, mas expirou ou já foi utilizada.
error-410-next = Recomece a partir da página que lhe forneceu a ligação.

error-413-title = O ficheiro é demasiado grande
error-413-what = O envio excede o limite deste sítio e nada foi guardado.
error-413-next = Reduza o ficheiro, por exemplo comprimindo os vídeos, ou peça ajuda ao secretariado.

error-422-title = Não foi possível compreender o pedido
error-422-what = Faltava algo no formulário ou no endereço, ou não era válido, e nada foi guardado.
error-422-next = Volte atrás, verifique o que introduziu e envie novamente.

error-429-title = Demasiadas tentativas
error-429-what = Foram enviados demasiados pedidos em pouco tempo. Este limite protege as contas de todos.
error-429-next = Aguarde alguns minutos e tente novamente.

error-500-title = Ocorreu um erro do nosso lado
error-500-what = O serviço não conseguiu concluir o que pediu. A falha ficou registada.
error-500-next = Tente novamente dentro de instantes. Se voltar a acontecer, avise os responsáveis pelo sítio.

error-503-title = O serviço está ocupado
error-503-what = Neste momento ligam-se tantas pessoas a partir da sua rede que teria esperado em vão. Nada foi alterado.
error-503-next = Aguarde alguns segundos e tente de novo.
