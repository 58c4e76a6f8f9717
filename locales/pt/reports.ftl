# O que uma importação encontrou; os códigos são os da biblioteca packages.
report-version = Norma: { $edition }{ $why ->
    [declared] , porque o manifesto indica a versão de esquema «{ $sign }»
    [declared-deeper] , porque uma parte do manifesto indica a versão de esquema «{ $sign }»
    [element] , porque o manifesto usa <{ $sign }>
    [namespace] , porque o manifesto usa o espaço de nomes { $sign }
    [spelling] , porque o manifesto escreve «{ $sign }» assim
    [assumed] , porque nada indica uma versão e esta é a mais comum
   *[unknown] {""}
}.
report-scos = Partes cujos resultados são registados: { $count } ({ $titles }).
report-assets = Partes que só são mostradas: { $count } ({ $titles }).
report-size = Ficheiros: { $files }, { $size }.
report-first-screen = A primeira página ocupa { $size }, { $seconds ->
    [instant] menos de 1 s
   *[other] cerca de { $seconds } s
} numa linha de 1 Mbps ({ $page }).
report-first-screen-slow = A primeira página ocupa { $size }, cerca de { $seconds } s numa linha de 1 Mbps ({ $page }). Comprima as imagens ou divida-a.
report-tool = Feito com { $name }.
report-signal = O pacote pode comunicar: { $signals }.
report-signal-none = Não se viu nenhum script do pacote a comunicar resultados. Teste-o: se ficar incompleto, faça com que a atividade se conclua ao ser vista.
report-signal-other-standard = Os scripts usam a outra norma SCORM ({ $signals }), não a que o manifesto declara. Teste o pacote e exporte-o de novo se nada for registado.
report-mastery-score = «{ $item }» é aprovado com { $score } segundo o pacote e com { $pass-mark } segundo este sítio, que decide.
report-passing-score = «{ $item }» é aprovado com { $score } % segundo o pacote e com { $pass-mark } % segundo este sítio, que decide.
report-launch-missing = «{ $item }» não pode ser aberto: a sua página «{ $file }» não está no ficheiro zip. Exporte de novo o pacote; ficheiros com o nome mudado à mão têm de o ter mudado também em imsmanifest.xml.
report-files-missing = Ficheiros que o manifesto indica e que não estão no zip: { $count } ({ $files }). Se faltarem páginas ou imagens, exporte de novo o pacote.
report-first-page-missing = A primeira página precisa de ficheiros que não estão no zip: { $count } ({ $files }). Pode ficar vazia; exporte de novo o pacote.
report-case-repaired = Nomes que o manifesto escreve de outra forma e que mesmo assim são encontrados: { $count } ({ $files }).
report-flash = Ficheiros Flash, que já nenhum navegador reproduz: { $count } ({ $files }).
report-unload = São enviados resultados ao fechar uma página, passo que os telemóveis muitas vezes saltam. De qualquer modo são guardados continuamente; verifique que nada é enviado só no fim em: { $files }.
report-beforeunload = Perguntam antes de sair: { $files }.
report-sync-request = Fazem pedidos síncronos, que os navegadores recusam ao fechar uma página: { $files }.
report-service-worker = Registam service workers, que não estão disponíveis para os pacotes: { $files }.
report-external-loads = O pacote carrega ficheiros de outros sítios: { $hosts }. Os formandos têm de poder aceder-lhes.
report-external-hosts = O pacote menciona outros sítios: { $hosts }. Verifique que funciona sem eles, ou que estão acessíveis aos seus formandos.
report-external-launch = «{ $item }» abre { $url }, fora deste sítio.
report-server-scripts = Programas para servidores, que não são executados aqui: { $count } ({ $files }).
report-screen-fixed = As páginas são feitas para uma janela de { $width } × { $height }.
report-screen-responsive = As páginas adaptam-se à janela.
report-root-folder = O pacote está na pasta «{ $folder }» do ficheiro zip.
report-outside-root = Ficheiros fora da pasta do pacote que foram deixados de lado: { $count }.
report-junk-ignored = Ficheiros de que só o computador do autor precisa e que foram deixados de lado: { $count }.
report-backslashes = Nomes de ficheiros escritos com barras invertidas que foram corrigidos: { $count }.
report-legacy-names = Nomes de ficheiros que não estão em Unicode e foram lidos como { $code-page }: { $count }. Se faltarem páginas ou imagens, comprima de novo o pacote com uma ferramenta atual.
report-leading-bytes = Foram saltados { $size } antes do ficheiro zip propriamente dito.
report-duplicate-names = Ficheiros que o zip contém mais de uma vez e de que se usa o último: { $files }.
report-case-collision = Estes nomes só diferem nas maiúsculas: { $files }. Cada um é servido com o seu nome exato; mude um deles para maior segurança.
report-nested-archives = Ficheiros comprimidos dentro do pacote, oferecidos para descarregar e não abertos: { $files }.
report-refused-not-a-zip = Este ficheiro não é um zip legível. Exporte de novo o pacote na ferramenta de autor e envie o zip que ela escreve.
report-refused-empty = Este ficheiro zip está vazio. Exporte de novo o pacote e envie esse zip.
report-refused-too-many-files = Este zip contém { $found } ficheiros e são aceites { $limit } no máximo. Retire o que o curso não usa ou divida-o em vários pacotes.
report-refused-directory-too-large = O índice deste zip é demasiado grande para ser lido com segurança. Comprima de novo o pacote sem comentários nem dados adicionais.
report-refused-path-outside = O zip contém o ficheiro «{ $name }», cujo nome leva para fora do pacote. Comprima de novo a pasta do pacote a partir de dentro dela.
report-refused-absolute-path = O zip contém o ficheiro «{ $name }», indicado por um caminho absoluto. Comprima de novo a pasta do pacote para que todos os nomes sejam relativos a ela.
report-refused-forbidden-name = O zip contém o ficheiro «{ $name }», { $fault ->
    [control-character] cujo nome contém um carácter de controlo invisível
    [colon] cujo nome contém dois pontos
   *[device] cujo nome pertence a um dispositivo no Windows
}. Mude o nome desse ficheiro no pacote e nas páginas que o usam.
report-refused-name-too-long = O zip contém um ficheiro com um nome demasiado longo ou em demasiadas pastas («{ $name }…»). Encurte os nomes das pastas do pacote.
report-refused-not-a-file = «{ $name }» no zip é uma ligação ou um ficheiro especial. Substitua-o pelo ficheiro que representa e comprima de novo o pacote.
report-refused-encrypted = «{ $name }» no zip está protegido por palavra-passe. Comprima de novo o pacote sem palavra-passe.
report-refused-compression = «{ $name }» no zip está comprimido por um método que poucas ferramentas leem ({ $method }). Comprima de novo o pacote com a compressão habitual (deflate).
report-refused-overlapping = Há ficheiros deste zip que se sobrepõem, o que nenhuma ferramenta comum escreve. Comprima de novo o pacote.
report-refused-too-large = Descomprimido, este pacote ocuparia { $found } e são aceites { $limit } no máximo. Comprima os vídeos ou divida-o em vários pacotes.
report-refused-file-too-large = «{ $name }» ocuparia { $found } descomprimido e um ficheiro pode ocupar { $limit } no máximo. Comprima-o e volte a criar o zip.
report-refused-bomb = Este zip descomprime-se até { $ratio } vezes o seu tamanho, como só fazem os ficheiros criados para causar danos. Se for um pacote verdadeiro, procure nele ficheiros vazios enormes.
report-refused-damaged = «{ $name }» está danificado: o seu conteúdo não corresponde ao que o zip indica. Exporte ou envie de novo o pacote.
report-refused-no-manifest = Este zip não contém imsmanifest.xml, por isso não é um pacote SCORM. { $hint ->
    [nested-zip] Contém outro zip, «{ $name }», que pode ser o pacote: envie esse ficheiro sozinho.
    [web-publication] Parece uma publicação web de { $name }: publique de novo e escolha a saída para LMS (SCORM 1.2 ou SCORM 2004).
    [other-standard] É um pacote { $name }: exporte-o como SCORM 1.2 ou SCORM 2004.
    [too-deep] O seu manifesto «{ $name }» está numa pasta demasiado profunda: comprima a pasta que contém imsmanifest.xml.
   *[unknown] Exporte de novo o pacote como SCORM 1.2 ou SCORM 2004 e envie esse zip sem o abrir.
}
report-refused-several-packages = Este zip contém vários pacotes («{ $first }» e «{ $second }»). Envie cada um no seu próprio zip.
report-refused-manifest = O manifesto não pôde ser lido como um curso: { $reason }
report-refused-nothing-to-launch = O pacote não tem nada para abrir: o manifesto inicia «{ $file }», que não está no zip. Exporte-o de novo; ficheiros com o nome mudado à mão têm de o ter mudado também em imsmanifest.xml.
report-refused-page-renamed = O pacote não tem nada para abrir: o manifesto inicia «{ $file }», que não está no zip, mas «{ $candidate }» está. Se o nome da página foi mudado à mão, devolva-lhe o nome antigo ou exporte de novo o pacote.
report-refused-no-page = O manifesto deste pacote não indica nenhuma página para abrir. Exporte de novo o pacote como SCORM 1.2 ou SCORM 2004.
report-refused-server = O pacote não pôde ser guardado por uma falha deste servidor. Tente mais tarde e avise o operador se voltar a acontecer.
report-manifest-encoding-guessed = O manifesto diz estar escrito em { $declared }, mas não está; foi lido como { $used }. Verifique se os títulos estão corretos.
report-manifest-control-characters = O manifesto contém caracteres de controlo; foram retirados.
report-manifest-doctype-ignored = A declaração de tipo de documento do manifesto foi ignorada; não é necessária.
report-manifest-unknown-entity = &{ $name }; não é conhecido num manifesto e ficou como está. Escreva o próprio carácter.
report-manifest-attribute-unreadable = Um atributo de <{ $element }> no manifesto não pôde ser lido e foi retirado. Ponha o valor entre aspas.
report-manifest-schema-version-unknown = A versão de esquema «{ $value }» não é do SCORM; a versão foi deduzida de outros sinais.
report-manifest-version-assumed = Nada no manifesto diz que versão de SCORM segue; supõe-se SCORM 1.2.
report-manifest-not-scorm = O manifesto segue «{ $schema }», não SCORM; mostra-se o que é possível e os resultados podem não ser registados.
report-manifest-organization-built = O manifesto não tem organização; foi criada uma com os recursos que podem ser abertos ({ $items }). Verifique a ordem e os títulos.
report-manifest-default-organization-missing = O manifesto não indica a organização predefinida; é usada «{ $used }».
report-manifest-default-organization-unknown = A organização predefinida «{ $wanted }» não está no manifesto; é usada «{ $used }». Verifique se é a certa.
report-manifest-title-missing = «{ $identifier }» não tem título; mostra-se «{ $used }».
report-manifest-identifier-missing = Um elemento não tem identificador; foi-lhe dado «{ $used }».
report-manifest-identifier-duplicate = O identificador «{ $identifier }» é usado mais de uma vez; o último passa a ser «{ $used }». Dê a cada elemento o seu.
report-manifest-sub-manifest-joined = O manifesto dentro do manifesto, «{ $identifier }», foi junto ao curso onde é referido.
report-manifest-sub-manifest-cycle = «{ $item }» remete para um manifesto que o contém; a referência foi retirada.
report-manifest-resource-unknown = O elemento «{ $item }» remete para o recurso «{ $resource }», que não está no manifesto; não pode ser aberto. Corrija identifierref ou acrescente o recurso.
report-manifest-resource-without-href = O recurso «{ $resource }» não tem endereço (href), por isso o elemento «{ $item }» não pode ser aberto. Acrescente a página a abrir.
report-manifest-resource-duplicate = O identificador de recurso «{ $identifier }» é usado mais de uma vez; conta o primeiro.
report-manifest-scorm-type-missing = Recursos que não dizem se são um SCO ou um asset: { $count } (o primeiro é «{ $resource }»). Cada um é tomado como { $used }.
report-manifest-dependency-unknown = O recurso «{ $resource }» depende de «{ $dependency }», que não está no manifesto.
report-manifest-launch-on-branch = O elemento «{ $item }» tem elementos abaixo e também uma página própria, o que o SCORM 2004 não prevê; todos podem ser abertos.
report-manifest-href-external = O elemento «{ $item }» abre { $url }, fora do pacote; os resultados podem não ser registados, e precisa da Internet.
report-manifest-href-unusable = O endereço «{ $href }» do recurso «{ $resource }» não pode ser aberto num navegador; use um caminho do pacote.
report-manifest-href-outside = O endereço «{ $href }» aponta para fora do pacote; é usado «{ $used }». Verifique se é o ficheiro certo.
report-manifest-href-repaired = O endereço «{ $href }» não está escrito como a web exige; foi lido como «{ $used }».
report-manifest-base-without-slash = O endereço de base «{ $base }» não termina com uma barra; foi lido como uma pasta.
report-manifest-nothing-to-launch = Nada neste curso pode ser aberto: nenhum elemento leva a uma página. Exporte de novo o pacote na ferramenta de autor.
report-manifest-value-invalid = «{ $value }» não é um valor possível de { $field } para «{ $item }»; foi retirado.
report-manifest-prerequisites-unreadable = Os pré-requisitos de «{ $item }» não puderam ser lidos; o elemento está aberto a todos. Corrija: { $expression }
report-manifest-prerequisites-unknown = Os pré-requisitos de «{ $item }» nomeiam «{ $identifier }», que não é um elemento deste curso; nunca conta como feito. Corrija o identificador.
report-manifest-sequencing-collection-unknown = «{ $item }» usa a sequenciação «{ $reference }», que não está no manifesto; foi retirada.
report-manifest-sequencing-unknown = { $field } na sequenciação de «{ $item }» não é conhecido no SCORM e não tem efeito.
report-manifest-sequencing-time-ignored = { $field } na sequenciação de «{ $item }» depende do tempo, que aqui não é vigiado, e não tem efeito. Deixe o módulo vigiar o seu próprio tempo.
report-manifest-rule-incomplete = A uma regra (<{ $rule }>) da sequenciação de «{ $item }» falta uma parte, ou há nela uma que o SCORM não conhece; não tem efeito. Corrija-a na ferramenta de autor.
report-manifest-sequencing-repeated = { $field } aparece mais de uma vez em «{ $item }»; conta o primeiro.
report-manifest-shared-sequencing-duplicate = A sequenciação partilhada «{ $identifier }» está definida mais de uma vez; conta a primeira.
report-manifest-without-effect = { $field } de «{ $item }» não tem efeito sem { $lacks }.
report-manifest-weight-above-one = { $field } de «{ $item }» é { $value }, quando o SCORM vai até 1; conta em proporção aos pesos dos outros.
report-manifest-item-opens-nothing = «{ $item }» não abre nada nem contém nada; é ignorado.
report-manifest-needs-items-below = { $field } não tem efeito em «{ $item }», que não contém elementos.
report-manifest-needs-page = { $field } não tem efeito em «{ $item }», que não tem página própria.
report-manifest-not-in-edition = { $field } não tem efeito em { $edition }, a versão com que este curso é reproduzido (usos: { $count }, o primeiro em «{ $item }»). Indique a versão certa em schemaversion se o curso precisar disso.
report-manifest-primary-objective-repeated = «{ $item }» tem mais de um objetivo principal; o primeiro é-o, e os outros são lidos como objetivos comuns.
report-manifest-objective-duplicate = O objetivo «{ $objective }» está definido mais de uma vez em «{ $item }»; conta o primeiro.
report-manifest-objective-unknown = Uma regra de «{ $item }» pergunta pelo objetivo «{ $objective }», que «{ $item }» não tem; essa condição nunca se cumpre. Corrija referencedObjective.
report-manifest-objective-never-written = «{ $item }» lê { $field } do objetivo partilhado «{ $target }», que nada neste curso escreve; fica por conhecer, a não ser que outro curso o escreva.
report-manifest-objective-maps-clash = Várias correspondências de «{ $item }» dizem respeito a { $field } do mesmo objetivo; só a última tem efeito.
report-manifest-attempt-limit-zero = «{ $item }» admite 0 tentativas (attemptLimit), pelo que nunca pode ser aberto. Aumente o limite ou retire-o.
report-manifest-cluster-closed = «{ $item }» não permite escolher (choice) nem avançar (flow), pelo que o formando não consegue chegar ao que lá está. Permita uma das duas coisas.
report-manifest-forward-only-choice = «{ $item }» permite ao mesmo tempo choice e forwardOnly: o que está antes da parte atual não pode ser escolhido.
report-manifest-selection-exceeds = Partes de «{ $item }» a selecionar: { $count }. Só tem { $available }; são usadas todas.
report-manifest-impossible-for-course = Uma regra de «{ $item }» diz { $action }, o que é impossível para o curso no seu todo; não tem efeito.
report-manifest-rollup-always-holds = Uma regra de consolidação de «{ $item }» pede pelo menos 0 das suas partes, pelo que se cumpre sempre. Indique minimumCount ou minimumPercent.
report-manifest-rollup-never-holds = Uma regra de consolidação de «{ $item }» pede pelo menos { $count } das suas partes, mas há { $available }; nunca se cumpre.
report-manifest-rollup-of-nothing = Nenhuma parte de «{ $item }» conta para { $field }, pelo que o seu estado não depende de nenhuma delas. Faça contar pelo menos uma parte.
report-manifest-rollup-overruled = As regras de consolidação de «{ $item }» não têm efeito onde { $field } deixa a decisão a uma medida.
report-manifest-never-reported = { $field } de «{ $item }» espera um resultado que nada comunica, pelo que o seu estado nunca fica decidido. Corrija-o na ferramenta de autor.
report-manifest-further = Outros problemas deste género: { $count }.
