### The module player. %time% and %score% are filled in by the player itself.

## Controls; their English names are relied on by tests and operators.

player-previous = Previous
player-continue = Continue
player-exit = Exit
player-exit-all = Exit all
player-abandon = Abandon
player-abandon-all = Abandon all
player-suspend-all = Suspend all
player-contents = Contents
player-loading = The module is loading…
player-dismiss = Dismiss
player-continue-here = Continue here
player-close = Close
player-close-by-hand = You can close this window now.
player-back = Back to the course
player-see-result = See the result

## The status line.

player-state-connecting = Connecting…
player-state-ready = Nothing to save yet
player-state-saving = Saving…
player-state-saved = Saved %time%
player-state-unrecorded = Nothing is recorded
player-state-retrying = Not saved – retrying
player-state-offline = Offline – not saved yet
player-state-readonly = Read-only
player-state-closed = Closed

## The mark beside the title.

player-mode-review = Review: your result is kept
player-mode-browse = Preview
player-mode-preview = Test run: nothing is recorded
player-mode-guest = Demo: nothing is recorded

## Notices above the content.

player-notice-storage-none = This browser keeps no copy of your work on this device. Leave this window open until it says “Saved”.
player-notice-storage-full = This device has no room for your latest answer, so it was not saved. Free some space in the browser’s storage, then give the answer again.
player-notice-part-finished = This part is finished. Use the buttons above to go on, or close this window.
player-notice-module-finished = This module has come to its end.
player-notice-navigation-unsure = The connection failed before we knew where you are. Everything you did is kept; we are asking the server again.
player-notice-unreachable = The server does not answer. We keep trying. Check your connection, or close this window and start the module again from the course page.
player-notice-readonly = You went on with this module in another window. What you do here is no longer saved.
player-notice-closed = This attempt has ended on the server, so nothing more is saved here. Close this window and start the module again from the course page.

## Words in the table of contents.

player-status-not-attempted = not started
player-status-incomplete = in progress
player-status-completed = completed
player-status-passed = passed
player-status-failed = failed
player-status-browsed = viewed
player-status-unknown = status unknown

## Messages in place of the content.

player-takeover-title = This module is open in another window
player-takeover-text = You can go on here. The other window then becomes read-only; what it has saved is kept.
player-takeover-last-seen = It was last active at %time%.
player-closed-title = This module cannot be opened now
player-choose-title = Choose a part
player-choose-text = Choose the part you want to open from the contents.
player-choose-first = Start with “%title%”

## The end of a session.

player-ended-exited = You have left the module
player-ended-suspended = Your work is saved for later
player-ended-completed = You have finished the module
player-ended-unsaved = Some of your work has not reached the server yet. Leave this window open until it says “Saved”; if you must go, it is sent at your next visit on this device.
player-score = Score: %score%

## The call log of a test run.

player-log-title = Call log
player-log-time = Time
player-log-call = Call
player-log-argument = Argument
player-log-answer = Answer
player-log-error = Error
player-log-ms = Milliseconds
player-needs-javascript = This module needs JavaScript. Switch it on in your browser’s settings and reload this page.
