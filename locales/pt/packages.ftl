packages-title = Pacotes
packages-lead = Cada envio torna-se uma versão. Os formandos recebem a que está publicada.
packages-untitled = Atividade sem título
packages-versions = Versões
packages-none-title = Ainda não há pacotes
packages-none-text = Envie um acima. O primeiro que puder ser reproduzido é publicado de imediato.
packages-number = Versão
packages-version = Versão { $number }
packages-is-published = Publicada
packages-file = Ficheiro
packages-standard = Norma
packages-scos = SCO
packages-size = Tamanho
packages-report = Relatório
packages-line-error = Tem de ser corrigido antes de publicar
packages-line-warning = Aviso: verifique
packages-line-info = Notas
packages-inside = Pessoas em curso
packages-blocks = { $count ->
    [one] { $count } erro
   *[other] { $count } erros
}
packages-warnings = { $count ->
    [one] { $count } aviso
   *[other] { $count } avisos
}
packages-well = Nada a corrigir
packages-test = Testar
packages-publish-title = Publicar esta versão
packages-publish-text = As novas tentativas usarão esta versão.
packages-publish-back = Esta versão já foi publicada antes. Publicá-la de novo permite voltar a ela.
packages-publish = Publicar
packages-published = A versão está publicada.
packages-publish-blocked = Esta versão não pode ser publicada, porque o relatório indica erros que têm de ser corrigidos primeiro. Corrija-os e envie de novo o pacote.
packages-inside-question = Pessoas que começaram outra versão: { $count }
packages-inside-keep = Terminam a versão que começaram ({ $count })
packages-inside-unfinished = Mover as que não terminaram ({ $count })
packages-inside-all = Mover todas ({ $count })
packages-inside-here = Pessoas que começaram esta versão e não a terminaram: { $count }
packages-changes = Alterações em relação à versão { $number }
packages-no-changes = Os ficheiros e os SCO são os mesmos.
packages-scos-added = SCO acrescentados: { $count }
packages-scos-removed = SCO removidos: { $count }
packages-scos-renamed = SCO com novo título: { $count }
packages-files-added = Ficheiros acrescentados: { $count }
packages-files-removed = Ficheiros removidos: { $count }
packages-files-changed = Ficheiros alterados: { $count }
packages-more = e mais { $count }
