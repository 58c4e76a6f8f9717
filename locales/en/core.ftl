## Dates and sizes

core-month-1 = January
core-month-2 = February
core-month-3 = March
core-month-4 = April
core-month-5 = May
core-month-6 = June
core-month-7 = July
core-month-8 = August
core-month-9 = September
core-month-10 = October
core-month-11 = November
core-month-12 = December
core-date = { $day } { $month } { $year }
core-bytes-b = { $n } B
core-bytes-kb = { $n } kB
core-bytes-mb = { $n } MB
core-bytes-gb = { $n } GB
core-bad-form = The form was incomplete. Go back, fill it in again and send it.
