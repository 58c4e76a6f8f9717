## Dates and sizes

core-month-1 = janvier
core-month-2 = février
core-month-3 = mars
core-month-4 = avril
core-month-5 = mai
core-month-6 = juin
core-month-7 = juillet
core-month-8 = août
core-month-9 = septembre
core-month-10 = octobre
core-month-11 = novembre
core-month-12 = décembre
core-date = { $day } { $month } { $year }
core-bytes-b = { $n } o
core-bytes-kb = { $n } ko
core-bytes-mb = { $n } Mo
core-bytes-gb = { $n } Go
core-bad-form = Le formulaire était incomplet. Revenez en arrière, remplissez-le de nouveau et envoyez-le.
