## Dates and sizes

core-month-1 = يناير
core-month-2 = فبراير
core-month-3 = مارس
core-month-4 = أبريل
core-month-5 = مايو
core-month-6 = يونيو
core-month-7 = يوليو
core-month-8 = أغسطس
core-month-9 = سبتمبر
core-month-10 = أكتوبر
core-month-11 = نوفمبر
core-month-12 = ديسمبر
core-date = { $day } { $month } { $year }
core-bytes-b = { $n } بايت
core-bytes-kb = { $n } ك.ب
core-bytes-mb = { $n } م.ب
core-bytes-gb = { $n } ج.ب
core-bad-form = كان النموذج غير مكتمل. ارجع واملأه مرة أخرى ثم أرسله.
