requests-register = Register
requests-register-lead = Tell us who you are and where you work. The coordinator of your administration then decides, and you are told by mail.
requests-organisation = Your administration
requests-organisation-hint = Your request goes to its national coordinator.
requests-choose = Choose…
requests-position-other = Other, or not on the list
requests-given-name = Given name
requests-family-name = Family name
requests-name-hint = As it should stand on certificates.
requests-email = E-mail address
requests-email-hint = Your own address at work. A mail with a link is sent there.
requests-password = Password
requests-language = Preferred language
requests-note = Why you wish to join
requests-note-hint = Helps your coordinator to decide. You may leave it empty.
requests-register-send = Send my request
requests-have-account = You have an account already?
requests-fault-organisation = Choose your administration from the list.
requests-fault-given = Give your given name, at most 100 characters.
requests-fault-family = Give your family name, at most 100 characters.
requests-fault-email = Give an e-mail address, as in name@customs.example.
requests-fault-long = This text is too long. Please shorten it.
requests-fault-text = Write a few words.
requests-fault-reason = Say why, so that the person understands it. The reason is sent with the mail.
requests-fault-username = A user name has letters, digits and . - _ @ only.
requests-fault-username-address = A user name may look like an e-mail address only if it is the person’s own address.
requests-sent = Look into your mailbox
requests-sent-text = We have sent you a mail with a link. Open it and confirm your address; only then is your coordinator asked. The link works for seven days.
requests-resend = No mail after some minutes?
requests-resend-hint = Look among the unwanted mails first.
requests-resend-send = Send it again
requests-resent = If a request waits for this address to be confirmed, its mail is on the way.
requests-link-dead = This link does not work any more
requests-link-dead-text = It is older than seven days, or a newer mail has replaced it. Use the newest mail, or register again.
requests-confirm = Confirm your address
requests-confirm-text = Press the button, and your request goes to the coordinator of your administration.
requests-confirm-send = Confirm my address
requests-confirmed = Your address is confirmed
requests-confirmed-text = Your request is with the coordinator of your administration. You are told by mail as soon as it is decided; you need not do anything more.
requests-waits = Your request is being looked at
requests-answer = Your coordinator has a question
requests-answer-dead = This question has been answered, or your request has been decided already.
requests-question-was = The question
requests-your-answer = Your answer
requests-answer-send = Send the answer
requests-answered = Your answer was sent to your coordinator.
requests-title = Applications
requests-lead = People who ask to join. Those who have waited longest come first.
requests-open = To decide
requests-decided = Decided
requests-search = Search by name or address
requests-none = Nobody is waiting
requests-none-text = New requests appear here, and you are told by mail.
requests-none-decided = Nothing has been decided yet
requests-unfound = Nobody found
requests-unfound-text = Check the words you searched for.
requests-choose-row = Choose
requests-choose-person = Choose { $name }
requests-person = Name
requests-waiting = Waiting
requests-decided-on = Decided on
requests-status = Status
requests-since = Waiting since
requests-late = Reminded
requests-age = { $days ->
    [0] since today
    [one] for one day
   *[other] for { $days } days
}
requests-state-unconfirmed = Not confirmed
requests-state-pending = Pending
requests-state-accepted = Accepted
requests-state-denied = Denied
requests-state-expired = Never confirmed
requests-chosen = Decide on those chosen
requests-decide = Decide
requests-reason = Reason
requests-reason-hint = Needed to deny. It is sent to the person.
requests-accept = Accept
requests-deny = Deny
requests-accepted = The person was accepted and is told by mail.
requests-denied = The person was denied and is told by mail.
requests-none-chosen = Choose at least one person.
requests-many-done = { $count ->
    [one] One request was decided.
   *[other] { $count } requests were decided.
}
requests-already = { $state ->
    [accepted] Already accepted by { $name } on { $at }.
   *[denied] Already denied by { $name } on { $at }.
}
requests-not-pending = This request has been decided already.
requests-email-taken = There is an account with this e-mail address now, so there is nothing to accept. Deny the request and say so.
requests-closed = This administration takes no new people. Forward the request, or deny it.
requests-twins = May be the same person as
requests-twin-account = { $state ->
    [suspended] has a suspended account
   *[active] has an account
}
requests-twin-request = { $state ->
    [accepted] was accepted
    [denied] was denied
   *[pending] asks too
}
requests-history = What happened
requests-event-submitted = The form was sent
requests-event-confirmed = The address was confirmed
requests-event-edited = { $name } corrected it
requests-event-asked = { $name } asked
requests-event-answered = The person answered
requests-event-forwarded = { $name } forwarded it
requests-event-reminded = A reminder was sent
requests-event-escalated = The secretariat was asked as well
requests-event-accepted = { $name } accepted
requests-event-denied = { $name } denied
requests-event-expired = The address was never confirmed
requests-event-purged = Name and address were removed
requests-decided-by = by { $name }, { $at }
requests-purged-name = (removed)
requests-correct = Put it right
requests-username = User name
requests-username-hint = People can always log in by their address too.
requests-ask = Ask the person
requests-question = Question
requests-question-hint = Goes to them by mail. Their answer appears here, and you are told.
requests-question-send = Send the question
requests-asked = The question was sent.
requests-forward = Not yours?
requests-forward-to = Forward to
requests-forward-send = Forward
requests-forwarded = The request was forwarded.
requests-secretariat = The secretariat
requests-open-page = Show everything about this request
