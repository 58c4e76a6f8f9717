# Certificates: earning, verifying, registering and wording them.
certificates-certificate = Certificado
certificates-mine = Os meus certificados
certificates-mine-lead = Os certificados que obteve. Qualquer pessoa a quem mostre um pode verificá-lo.
certificates-none-title = Ainda não há certificados
certificates-none-text = Conclua um curso e escolha «Obter o meu certificado» na respetiva página.
certificates-download = Descarregar o certificado (PDF)
certificates-file-name = Certificado – { $course }
certificates-verification = Verificação
certificates-verification-text = Qualquer pessoa pode verificar este certificado no endereço abaixo ou através do seu código QR.
certificates-qr-code = Código QR da página de verificação
certificates-to-course = Ir para o curso
certificates-issued = Este é o seu certificado.
certificates-not-complete = O curso ainda não está concluído. O que falta fazer está indicado abaixo.
certificates-state = Estado
certificates-state-valid = Válido
certificates-state-replaced = Substituído
certificates-state-revoked = Revogado

# The printed facts
certificates-fact-name = Nome
certificates-fact-course = Curso
certificates-fact-date = Data
certificates-fact-score = Classificação
certificates-fact-number = Número do certificado
certificates-fact-qr = Código QR
certificates-fact-qr-hint = Leva à página que verifica o certificado. Sem ele, são impressos o número e o endereço dessa página.
certificates-fact-issuer = Emitido por

# Verification
certificates-verify = Verificar um certificado
certificates-verify-lead = Verifique se um certificado que lhe foi mostrado foi emitido aqui e se ainda é válido.
certificates-verify-hint = Dezasseis letras e algarismos, impressos no certificado. Maiúsculas, espaços e hífenes não importam.
certificates-verify-go = Verificar
certificates-verify-compare = Compare cada linha com o certificado que lhe foi mostrado. Se algo for diferente, o documento foi alterado.
certificates-valid-title = Este certificado é válido
certificates-valid-text = Foi emitido aqui com os seguintes dados.
certificates-replaced-title = Este certificado foi substituído
certificates-replaced-text = Era autêntico e não conta desde { $date }, porque foi emitido um corrigido.
certificates-replaced-link = Substituído por { $number }
certificates-revoked-title = Este certificado foi revogado
certificates-revoked-text = Não conta desde { $date }. Em caso de dúvida, dirija-se à administração que o emitiu.
certificates-unknown-title = Não existe tal certificado
certificates-unknown-text = Não foi emitido aqui nenhum certificado com o número { $number }. Verifique o número; se estiver certo, o documento não veio de nós.

# The register of the secretariat
certificates-register = Certificados
certificates-register-lead = Todos os certificados emitidos. Abra um para corrigir um nome ou revogá-lo.
certificates-search = Pesquisar por nome ou número
certificates-search-go = Pesquisar
certificates-none-found = Nenhum certificado encontrado
certificates-none-found-text = Tente uma parte do nome ou o início do número.
certificates-cut = Só são mostrados os { $count } mais recentes. Pesquise para encontrar outros.
certificates-reason = Motivo
certificates-reason-hint = É comunicado ao titular por correio eletrónico e fica no registo; não é mostrado ao público.
certificates-replace = Corrigir o nome
certificates-replace-title = Corrigir o nome neste certificado
certificates-replace-text = É emitido um novo certificado com um novo número e a mesma data. Este continua verificável e indica qual o substituiu.
certificates-replace-name = Nome tal como deve ser impresso
certificates-replace-go = Emitir o certificado corrigido
certificates-replaced = O certificado corrigido foi emitido.
certificates-revoke = Revogar
certificates-revoke-title = Revogar este certificado?
certificates-revoke-text = Quem o verificar lerá que foi revogado. Não pode ser desfeito e não é emitido outro certificado para este curso.
certificates-revoked = O certificado foi revogado.
certificates-ended-already = Este certificado já foi substituído ou revogado.

# The template of a course
certificates-design = Certificado do curso
certificates-design-lead = O que dizem os certificados deste curso e que aspeto têm. Funciona tal como está; o que alterar vale para os certificados emitidos daí em diante.
certificates-group-wording = Texto
certificates-group-facts = Dados no rodapé
certificates-group-signature = Assinatura
certificates-group-look = Aspeto
certificates-issuer = Emitido por
certificates-issuer-hint = Impresso acima do título.
certificates-title = Título
certificates-wording = Linhas
certificates-wording-hint = Uma frase por linha. Estas palavras são preenchidas: {"{"}name{"}"}, {"{"}course{"}"}, {"{"}date{"}"}, {"{"}score{"}"}, {"{"}number{"}"}. Uma linha cujo dado falta é omitida; um nome ou curso sozinho na linha é impresso em grande.
certificates-facts-hint = A classificação só é impressa em cursos com atividades avaliadas.
certificates-signatory-name = Nome de quem assina
certificates-signatory-title = O seu cargo
certificates-signature = Imagem da assinatura
certificates-signature-drop = Remover a assinatura atual
certificates-logo = Logótipo
certificates-logo-drop = Remover o logótipo atual
certificates-image-hint = Uma imagem PNG ou JPEG de 1 MB no máximo.
certificates-accent = Cor
certificates-accent-hint = Do título, do nome e do código QR. Tem de ser escura, para que as câmaras possam ler o código.
certificates-save = Guardar
certificates-preview = Pré-visualizar
certificates-preview-saved = Pré-visualizar o que está guardado
certificates-version-default = É o modelo predefinido de todos os cursos.
certificates-version = É a versão { $version }. Os certificados já emitidos mantêm a sua.
certificates-design-saved = O modelo foi guardado. Vale para os certificados emitidos a partir de agora.
certificates-design-changed = Entretanto, outra pessoa alterou o certificado deste curso.
certificates-sample-name = João da Conceição

# Faults
certificates-fault-title = Indique um título.
certificates-fault-long = É demasiado longo para uma página. Encurte-o.
certificates-fault-name = Um certificado tem de nomear a pessoa. Mantenha {"{"}name{"}"} numa das linhas.
certificates-fault-colour = Escolha uma cor mais escura: esta não se leria, nem o seu código QR.
certificates-fault-image = Este ficheiro não é uma imagem utilizável. Escolha uma imagem PNG ou JPEG.
certificates-fault-image-size = A imagem tem mais de 1 MB. Reduza-a.
certificates-fault-holder = Indique o nome.
certificates-fault-reason = Indique um motivo.
certificates-unprintable-title = O certificado não pode ser impresso
certificates-unprintable-letters = «{ $text }» contém letras que não podem ser impressas: { $letters }. Os certificados são impressos em letras latinas, gregas, cirílicas e árabes.
certificates-unprintable-long = O texto não cabe numa página. Encurte-o ou use menos linhas.
certificates-unprintable-other = Não foi possível criar a página. Comunique-o aos operadores do sítio.
certificates-unprintable-next = Nada foi emitido. Peça ao secretariado que escreva o nome em letras imprimíveis, ou aos autores do curso que corrijam o texto, e tente novamente.
