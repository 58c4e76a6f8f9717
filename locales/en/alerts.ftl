alerts-title = Alerts
alerts-lead = What you should know. An alert stays here until you dismiss it.
alerts-none = No alerts
alerts-dismiss = Dismiss: { $text }
alerts-dismiss-all = Dismiss all
alerts-dismissed = Dismissed.
alerts-tasks = Tasks
alerts-tasks-lead = What waits for your decision. A task disappears for everybody as soon as anybody has decided.
alerts-tasks-none = Nothing waits for you
alerts-task-request = { $name } asks to join
alerts-task-info = More about: { $text }
alerts-showing = Showing { $shown } of { $total }
alerts-view-all = View all
alerts-designated = You coordinate { $organisation } from now on. Requests to join are decided by you.
alerts-request-decided = { $name } { $state ->
    [accepted] accepted
   *[denied] denied
} the request of { $person }.
alerts-welcome = Your request was accepted. Welcome! This page shows your courses as soon as you are enrolled.
alerts-moved = You belong to { $organisation } from now on. Its coordinators follow your courses.
alerts-export-ready = The copy of your data is ready. Fetch it within five days.
