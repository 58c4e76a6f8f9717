## Dates and sizes

core-month-1 = enero
core-month-2 = febrero
core-month-3 = marzo
core-month-4 = abril
core-month-5 = mayo
core-month-6 = junio
core-month-7 = julio
core-month-8 = agosto
core-month-9 = septiembre
core-month-10 = octubre
core-month-11 = noviembre
core-month-12 = diciembre
core-date = { $day } de { $month } de { $year }
core-bytes-b = { $n } B
core-bytes-kb = { $n } kB
core-bytes-mb = { $n } MB
core-bytes-gb = { $n } GB
core-bad-form = El formulario estaba incompleto. Vuelva atrás, rellénelo de nuevo y envíelo.
