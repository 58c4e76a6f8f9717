# Words that belong to every page.
common-skip = Skip to the content
common-demo = This is a demonstration site. Its people and courses are invented, and it may be reset at any time.
common-breadcrumbs = You are here
common-close = Close
common-cancel = Cancel
common-draft-offer = What you typed here was not saved when your log-in ended. This browser still has it.
common-draft-restore = Put it back
common-draft-discard = Discard it
common-required = required
common-percent = { $value } %
common-progress = Progress
common-category = Category
common-course = Course
common-step-done = (done)
common-pagination = Pages
common-previous-page = Previous page
common-next-page = Next page
common-notice-info = Information
common-notice-success = Done
common-notice-warning = Please note
common-notice-error = Error
common-form-errors = { $count ->
    [one] One answer needs your attention
   *[other] { $count } answers need your attention
}
common-launch-blocked = Your browser did not open a new window.
common-open-here = Open here
common-upload-sending = Sending: {"{"}percent{"}"} %
common-upload-checking = Sent. Checking the file…
common-upload-failed = The file was not stored. Check your connection and try again.
common-drag = Move
common-moved = { $name } is now { $position } of { $total }.
common-move-failed = The new order could not be saved, so the old order is shown again. Check your connection and try again.
common-move-up = Move { $name } up
common-move-down = Move { $name } down
common-call-log = Calls of the module
common-call = Call
common-argument = Argument
common-answer = Answer
common-error-code = Error
common-milliseconds = ms

menu-main = Main menu
menu-user = Menu of { $name }
menu-dashboard = Dashboard
menu-grades = Grades
menu-authoring = Authoring
menu-language = Language
menu-log-in = Log in
menu-log-out = Log out
common-range = { $from }–{ $to } of { $total }
