mails-title = E-mails não enviados
mails-lead = Não há servidor de correio configurado; as mensagens ficam guardadas aqui.
mails-empty = Ainda não há e-mails
mails-empty-text = Aparecem aqui assim que o site enviaria um.
mails-to = Para { $to }
