# Notas: a visão geral e o detalhe de um curso.
grades-lead = Os seus resultados em todos os seus cursos. Escolha um curso para ver cada atividade.
grades-rule = O total do curso é a média das notas que tem; as atividades sem nota não a reduzem.
grades-none-title = Ainda não há notas
grades-none-text = As suas notas aparecem aqui quando estiver inscrito num curso ou tiver trabalhado nele.
grades-total = Total do curso
grades-item = Item de avaliação
grades-weight = Peso calculado
grades-grade = Nota
grades-range-title = Intervalo
grades-range = { $min }–{ $max }
grades-percentage = Percentagem
grades-feedback = Comentário
grades-contribution = Contribuição para o total do curso
grades-empty = { $weight } (Vazio)
grades-ungraded = Sem nota
