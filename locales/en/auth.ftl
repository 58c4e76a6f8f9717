auth-login-title = Log in
auth-username = Username or e-mail
auth-password = Password
auth-log-in = Log in
auth-login-failed = The name and the password do not fit together, or the account is not active. Check both and try again, choose a new password by the link below, or ask your coordinator.
auth-login-slow-down = Too many attempts for this name. Wait a minute, then try again.
auth-busy = The service is busy with many log-ins from your network. Wait a few seconds, then try again.
auth-logged-out = You are logged out.
auth-unsaved = Your log-in has ended, so what you sent was not saved. Log in, and you come back to the page you sent it from.
auth-demo-logins = Try the site as one of these people:
auth-password-rule = At least { $least } characters{ $needs ->
    [both] , with one capital letter and one digit.
    [capital] , with one capital letter.
    [digit] , with one digit.
   *[neither] .
 }
auth-password-length = Choose a password of { $least } to { $most } characters.
auth-password-capital = The password needs a capital letter.
auth-password-digit = The password needs a digit.
auth-password-guessable = This password is among those that are tried first. Choose one that is harder to guess: three or four words and a number do well.
auth-no-account = No account yet?
