team-title = Team
team-lead = { $count ->
    [one] Team members: one record shown
   *[other] Team members: { $count } records shown
}
team-search = Search by name or address
team-last-login = Last log-in
team-started = Courses started
team-completed = Courses completed
team-status-active = Active
team-status-suspended = Suspended
team-status-waiting = Invited
team-chosen = Those chosen:
team-edit-person = Edit { $name }
team-suspend-person = Suspend { $name }
team-reactivate-person = Reactivate { $name }
team-delete-person = Delete { $name }
team-suspend = Suspend
team-suspend-hint = They can no longer log in, and modules they have open end at once. Nothing is lost.
team-reactivate = Reactivate
team-suspended = { $count ->
    [one] { $name } is suspended. Log-ins and open modules have ended.
   *[other] { $count } people are suspended: { $name }. Their log-ins and open modules have ended.
}
team-reactivated = { $count ->
    [one] { $name } is active again.
   *[other] { $count } people are active again: { $name }.
}
team-none-changed = Nobody was changed.
team-undo = Undo
team-not-yours = You cannot change this account: it is your own, or has more rights than yours.
team-email-hint = When it changes, both mailboxes are told.
team-fault-email-taken = Another account has this address.
team-role = Role
team-role-learner = Learner
team-role-author = Course author
team-role-secretariat = Secretariat
team-delete = Delete the account
team-delete-who = { $name }, { $email }
team-delete-warning = This cannot be undone. These go at once:
team-delete-account = name, address, position, password and log-ins
team-delete-work = { $count ->
    [0] everything modules have stored of the person
    [one] the work in one course: attempts, answers and places
   *[other] the work in { $count } courses: attempts, answers and places
}
team-delete-mails = alerts, and the mails sent to the person
team-delete-kept = { $count ->
    [0] Numbers in statistics stay, without a name.
    [one] One certificate can still be verified, as it was printed. Numbers in statistics stay, without a name.
   *[other] { $count } certificates can still be verified, as they were printed. Numbers in statistics stay, without a name.
}
team-delete-confirm = Delete { $name } for good
team-deleted = The account and its data were deleted.
team-invite = Invite people
team-invite-lead = They get a mail with a user name and a temporary password, which they change at their first log-in.
team-invite-one = One person
team-invite-many = A list
team-invite-send = Invite
team-invited = The account was made, and its mail is on the way.
team-invite-again = Send a new temporary password
team-invited-again = A new temporary password is on the way. The one before no longer works.
team-not-invited = This person has logged in already. Who forgot a password asks for a new one on the log-in page.
team-username-hint = Made of the names when you leave it empty.
team-row-taken = There is an account with this address or user name already. If you do not find it in your team, ask the secretariat.
team-row-new = Is invited
team-row-known = Has an account already
team-row-elsewhere = Cannot be invited here: ask the secretariat
team-row-repeated = Same person as line { $line }: passed over
team-fault-lang = The languages are en, fr, es, pt and ar.
team-fault-organisation = There is no such administration here, or it takes no new people.
team-fault-position = There is no such position. The secretariat keeps the list.
team-import-hint = A table saved as CSV or text, with the columns of Moodle’s user upload: firstname, lastname and email, and if you like username, lang, institution (the administration) and department (the position).
team-import-column = The table needs a column “{ $column }”. Add it to the first line, then try again.
team-import-apply = { $count ->
    [one] Invite one person
   *[other] Invite { $count } people
}
team-imported = The accounts were made, and their mails are on the way.
team-second-off = Turn off the second step
team-second-off-hint = For somebody who has lost the phone and the recovery codes. Make sure that it is the person who asks. They are told by mail.
team-jobs = Administrations and positions
team-jobs-now = today
team-move = Move to another administration
team-move-hint = What was learned goes along. What the person coordinates ends.
team-move-position = Position there
team-move-do = Move
team-moved = The person now belongs to the other administration.
team-moved-meanwhile = Somebody else has moved or deleted this person just now. Open the page again to see how things stand.
team-role-operator = Operator
