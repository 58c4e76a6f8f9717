# Writing to those who run the site.
contact-title = Contact
contact-lead = Write to the secretariat of this site. You get an answer by e-mail.
contact-name = Your name
contact-address = Your e-mail address
contact-address-hint = The answer goes there.
contact-message = Your message
contact-send = Send
contact-sent = Your message is on its way to the secretariat.
contact-too-many = There were many messages from here in a short time, so this one was not sent. Wait ten minutes, then send it again; what you wrote still stands below.
contact-nobody = Nobody is in charge of this site yet, so your message was not sent. Please try again later; what you wrote still stands below.
contact-fault-name = Tell us your name.
contact-fault-message = Write what it is about.
mail-contact-subject = { $site }: message from { $sender }
mail-contact-text = { $sender } ({ $address }) writes through the contact form:
mail-contact-next = Answer this mail to answer the sender.
