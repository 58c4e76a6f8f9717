auth-login-title = Entrar
auth-username = Nome de utilizador ou e-mail
auth-password = Palavra-passe
auth-log-in = Entrar
auth-login-failed = O nome e a palavra-passe não correspondem, ou a conta não está ativa. Verifique ambos e tente de novo, ou contacte o seu coordenador.
auth-login-slow-down = Demasiadas tentativas com este nome. Aguarde um minuto e tente de novo.
auth-logged-out = A sua sessão foi terminada.
auth-demo-logins = Experimente o site como uma destas pessoas:
