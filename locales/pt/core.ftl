## Dates and sizes

core-month-1 = janeiro
core-month-2 = fevereiro
core-month-3 = março
core-month-4 = abril
core-month-5 = maio
core-month-6 = junho
core-month-7 = julho
core-month-8 = agosto
core-month-9 = setembro
core-month-10 = outubro
core-month-11 = novembro
core-month-12 = dezembro
core-date = { $day } de { $month } de { $year }
core-bytes-b = { $n } B
core-bytes-kb = { $n } kB
core-bytes-mb = { $n } MB
core-bytes-gb = { $n } GB
core-bad-form = O formulário estava incompleto. Volte atrás, preencha-o de novo e envie-o.
