accounts-title = Preferences
accounts-lead = Your account, and who may use it.
accounts-username = User name
accounts-email = E-mail address
accounts-password = Password
accounts-password-text = A password of your own, used for nothing else.
accounts-password-change = Change the password
accounts-password-choose = Choose your password
accounts-password-forced = Your password is a temporary one. Choose one of your own, and the site is yours.
accounts-for-user = For the account
accounts-current = Present password
accounts-current-hint = The one you have just logged in with.
accounts-new-password = New password
accounts-new-again = New password again
accounts-password-save = Save the password
accounts-password-follows = Wherever else you are logged in, you are logged out, and a mail tells you of the change.
accounts-password-changed = Your password is changed
accounts-password-changed-text = From now on, log in with the new password. A mail about it is on its way to you.
accounts-ended = { $count ->
    [0] You were logged in nowhere else.
    [one] You were logged in at one other place, and are logged out there.
   *[other] You were logged in at { $count } other places, and are logged out there.
}
accounts-go-on = Continue
accounts-fault-again = The two do not agree. Type the new password again.
accounts-fault-same = This is your present password. Choose another one.
accounts-fault-current = This is not your present password.
accounts-fault-slow-down = Too many attempts. Wait a minute, then try again.
accounts-lost-link = Forgotten your user name or password?
accounts-lost = Forgotten your password?
accounts-lost-lead = Give your user name or your e-mail address, and we send you a link to choose a new password.
accounts-lost-send = Send me the link
accounts-lost-sent = Look into your mailbox
accounts-lost-sent-text = If there is an active account under what you gave, a mail with a link is on its way to its owner. The link works for { $minutes } minutes.
accounts-lost-sent-more = No mail after some minutes? Look among the unwanted mails, try your other address, or ask your coordinator. A request to join that is still being looked at has no account yet.
accounts-lost-again = Ask for a new link
accounts-to-login = To the log-in
accounts-link-dead = This link does not work any more
accounts-link-dead-text = It has been used, or it is older than { $minutes } minutes. Your password is as it was.
accounts-reset-follows = Wherever you are logged in, you are logged out, and a mail tells you of the change.
accounts-reset-done = Your new password is saved. Log in with it.
accounts-mail-reset-subject = { $site }: choose a new password
accounts-mail-reset-text = Somebody, probably you, has forgotten the password of your account { $username }. Open the page below and choose a new one.
accounts-mail-reset-action = Choose a new password
accounts-mail-reset-until = The link works once, until { $at } (UTC). If it was not you, do nothing: your password stays as it is.
accounts-mail-changed-subject = { $site }: your password was changed
accounts-mail-changed-text = The password of your account { $username } was changed on { $at } (UTC). If it was you, there is nothing to do.
accounts-mail-changed-else = If it was not you, choose a new password at once and tell your coordinator.
