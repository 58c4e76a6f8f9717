# Error pages: what happened, and what to do next.
error-kicker = Error { $status }
error-to-dashboard = To your dashboard
error-to-start = To the front page
error-request = If you write to us about this, please quote

error-403-title = This is not open to you
error-403-what = You are logged in, but your role does not include this page.
error-403-next = If you need it for your work, ask the coordinator of your administration for access.

error-404-title = There is no such page
error-404-what = The address leads nowhere. The page may have been moved or deleted, or it may not be open to you.
error-404-next = Check the address for a slip, or start again from a page you know.
error-405-title = This address does not do that
error-405-what = The address exists, but it was called in a way that it does not answer, for example by opening the address of a form. Nothing was changed.
error-405-next = Go back to the page you came from and use its buttons.

error-409-title = This cannot be done as things stand
error-409-what = What you wanted to change has changed in the meantime, so nothing was changed by you.
error-409-next = Go back, load the page again and look at its present state before you decide.

error-410-title = This is no longer available
error-410-what = The link was valid once and has expired or been used.
error-410-next = Start again from the page that gave you the link.

error-413-title = The file is too large
error-413-what = The upload exceeds the limit of this site, and nothing was stored.
error-413-next = Make the file smaller, for example by compressing its videos, or ask the secretariat for help.

error-422-title = This could not be understood
error-422-what = Something in the form or the address was missing or not valid, and nothing was stored.
error-422-next = Go back, check what you entered and send it again.

error-429-title = Too many attempts
error-429-what = There were too many requests from you in a short time. This protects everybody’s account.
error-429-next = Wait a few minutes, then try again.

error-500-title = Something went wrong on our side
error-500-what = The service could not finish what you asked for. The fault is recorded.
error-500-next = Try again in a moment. If it happens again, tell the people who run this site.

error-503-title = The service is busy
error-503-what = So many people are logging in from your network at this moment that you would have waited in vain. Nothing was changed.
error-503-next = Wait a few seconds, then try again.
