-- What visitors meet before they have an account: the site's own words, news, questions, and courses open to guests.

-- The answer to a mail goes to whoever wrote through the contact form, who is not its sender.
ALTER TABLE mails ADD COLUMN reply_to TEXT;
