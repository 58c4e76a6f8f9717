# Writing to those who run the site.
contact-title = الاتصال بنا
contact-lead = اكتبوا إلى أمانة هذا الموقع، وستصلكم الإجابة بالبريد الإلكتروني.
contact-name = اسمكم
contact-address = عنوان بريدكم الإلكتروني
contact-address-hint = تُرسل الإجابة إليه.
contact-message = رسالتكم
contact-send = إرسال
contact-sent = رسالتكم في طريقها إلى الأمانة.
contact-too-many = وردت رسائل كثيرة من هنا في وقت قصير، فلم تُرسل هذه الرسالة. انتظروا عشر دقائق ثم أرسلوها من جديد؛ وما كتبتموه باقٍ أدناه.
contact-nobody = لا أحد مسؤول عن هذا الموقع بعد، فلم تُرسل رسالتكم. حاولوا لاحقًا؛ وما كتبتموه باقٍ أدناه.
contact-fault-name = اذكروا اسمكم.
contact-fault-message = اكتبوا موضوع رسالتكم.
mail-contact-subject = { $site }: رسالة من { $sender }
mail-contact-text = كتب { $sender } ({ $address }) عبر استمارة الاتصال:
mail-contact-next = أجب عن هذه الرسالة لتجيب مرسلها.
