mails-title = Mails not sent
mails-lead = No mail server is configured, so mails are kept here for you to read.
mails-empty = No mails yet
mails-empty-text = They appear here as soon as the site would send one.
mails-to = To { $to }
