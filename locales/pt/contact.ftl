# Writing to those who run the site.
contact-title = Contacto
contact-lead = Escreva ao secretariado deste site. Receberá uma resposta por correio eletrónico.
contact-name = O seu nome
contact-address = O seu endereço de correio eletrónico
contact-address-hint = A resposta é enviada para lá.
contact-message = A sua mensagem
contact-send = Enviar
contact-sent = A sua mensagem vai a caminho do secretariado.
contact-too-many = Foram enviadas muitas mensagens daqui em pouco tempo, pelo que esta não foi enviada. Espere dez minutos e envie-a de novo; o que escreveu continua abaixo.
contact-nobody = Ainda ninguém é responsável por este site, pelo que a sua mensagem não foi enviada. Tente mais tarde; o que escreveu continua abaixo.
contact-fault-name = Indique o seu nome.
contact-fault-message = Escreva de que se trata.
mail-contact-subject = { $site }: mensagem de { $sender }
mail-contact-text = { $sender } ({ $address }) escreve através do formulário de contacto:
mail-contact-next = Responda a este correio para responder ao remetente.
