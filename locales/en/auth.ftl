auth-login-title = Log in
auth-username = Username or e-mail
auth-password = Password
auth-log-in = Log in
auth-login-failed = The name and the password do not fit together, or the account is not active. Check both and try again, or ask your coordinator.
auth-login-slow-down = Too many attempts for this name. Wait a minute, then try again.
auth-logged-out = You are logged out.
auth-demo-logins = Try the site as one of these people:
