organisations-title = Administrations
organisations-lead = { $count ->
    [0] No administration yet
    [one] One administration
   *[other] { $count } administrations
}
organisations-search = Search by name or code
organisations-none = No administration found
organisations-none-text = Check the words you searched for, or add the administration.
organisations-name = Name
organisations-code = Code
organisations-code-hint = Letters and digits, as in BE for Belgium. Lists and the command line use it.
organisations-approver = Approver
organisations-deputies = Deputies
organisations-people = People
organisations-secretariat-decides = None: the secretariat decides
organisations-closed = Closed
organisations-add = Add an administration
organisations-added = The administration was added. Now say who coordinates it.
organisations-settings = Name and state
organisations-close = Takes no new people
organisations-close-hint = It is no longer offered to people who register. Those it has stay.
organisations-domains = E-mail domains
organisations-domains-list = Domains
organisations-domains-hint = One on a line, as in customs.example. People who register with such an address are offered this administration; parts such as hq.customs.example are included.
organisations-fault-code = Give a code of letters, digits, dots and hyphens, at most 20.
organisations-fault-name = Give a name of at most 200 characters.
organisations-fault-taken = Another administration has this code.
organisations-fault-domain = Give domains as in customs.example, at most 50.
organisations-fault-domain-public = One of these is open to everybody, such as gmail.com, and says nothing of where somebody works. Leave it out.
organisations-fault-domain-taken = Another administration has one of these domains.
organisations-coordinators = National coordinators
organisations-no-approver = Nobody is the approver now. Requests go to the deputies, and without a deputy to the secretariat.
organisations-kind = Designated as
organisations-kind-approver = Approver
organisations-kind-approver-hint = Is asked about every request from this administration. There is one at a time.
organisations-kind-deputy = Deputy
organisations-kind-deputy-hint = May decide too, and is asked when there is no approver or a request has waited for long.
organisations-state-planned = Planned
organisations-state-ended = Ended
organisations-from = From
organisations-from-hint = Leave it empty to begin now.
organisations-until = Until
organisations-until-hint = The last day. Leave it empty when there is none yet.
organisations-further-notice = Further notice
organisations-end = End the designation of { $name }
organisations-ended = The designation has ended.
organisations-designate = Designate a coordinator
organisations-designated = The coordinator was designated.
organisations-handed-over = The coordinator was designated, and the designation before it ends where the new one begins.
organisations-person-hint = Somebody with an account in this administration.
organisations-fault-person = Nobody in this administration has that user name or e-mail address.
organisations-fault-date = Give a day, as in 2026-05-31.
organisations-fault-order = The last day must come after the first, and not lie in the past.
organisations-fault-clash = Another designation runs at that time: an administration has one approver at a time, and a person one designation. End the other one first, or choose other days.
organisations-positions = Positions
organisations-positions-lead = The posts that people choose from when they register.
organisations-positions-none = No position yet
organisations-positions-none-text = Add the posts that officers hold, such as “Customs officer” or “Trainer”.
organisations-position = Position
organisations-position-uses = Held by
organisations-position-add = Add a position
organisations-position-added = The position was added.
organisations-position-delete = Delete { $name }
organisations-position-deleted = The position was deleted.
organisations-position-used = People hold this position or have held it, so it cannot be deleted.
organisations-fault-position = Give a name of at most 100 characters.
organisations-fault-position-taken = There is a position of this name.
organisations-import = Import a list
organisations-import-lead = Adds administrations from a spreadsheet and corrects their names. You see first what each row would do.
organisations-import-choose = Choose a list
organisations-import-hint = A table saved as CSV or text, with a column “code” and a column “name”. Every encoding and separator that spreadsheets write is understood.
organisations-import-columns = The table needs a column “code” and a column “name” in its first line. Add them, then try again.
organisations-import-rows = { $count ->
    [one] One row
   *[other] { $count } rows
}
organisations-import-apply = { $count ->
    [one] Import one row
   *[other] Import { $count } rows
}
organisations-imported = The list was imported.
organisations-row-new = New
organisations-row-same = Nothing to do
organisations-row-renamed = Renamed from “{ $from }”
organisations-row-repeated = Same code as line { $line }: passed over
organisations-retention = People who do not come any more
organisations-months = Months without a log-in
organisations-months-hint = Whoever has not logged in for so many months is put on the deletion list, and is told by mail 30 days before. Nobody is deleted until a coordinator or the secretariat decides it. At least 6; empty for never.
organisations-fault-months = Give a number of months from 6 to 240, or leave it empty.
