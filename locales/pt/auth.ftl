auth-login-title = Entrar
auth-username = Nome de utilizador ou e-mail
auth-password = Palavra-passe
auth-log-in = Entrar
auth-login-failed = O nome e a palavra-passe não correspondem, ou a conta não está ativa. Verifique ambos e tente de novo, escolha uma nova palavra-passe através da ligação abaixo ou contacte o seu coordenador.
auth-login-slow-down = Demasiadas tentativas com este nome. Aguarde um minuto e tente de novo.
auth-busy = O serviço está a tratar muitos inícios de sessão a partir da sua rede. Aguarde alguns segundos e tente de novo.
auth-logged-out = A sua sessão foi terminada.
auth-unsaved = A sua sessão terminou, pelo que o que enviou não foi guardado. Inicie sessão e voltará à página de onde o enviou.
auth-demo-logins = Experimente o site como uma destas pessoas:
auth-password-rule = Pelo menos { $least } caracteres{ $needs ->
    [both] , com uma maiúscula e um algarismo.
    [capital] , com uma maiúscula.
    [digit] , com um algarismo.
   *[neither] .
 }
auth-password-length = Escolha uma palavra-passe de { $least } a { $most } caracteres.
auth-password-capital = A palavra-passe tem de conter uma maiúscula.
auth-password-digit = A palavra-passe tem de conter um algarismo.
auth-password-guessable = Esta palavra-passe está entre as que são tentadas primeiro. Escolha uma mais difícil de adivinhar: três ou quatro palavras e um número são uma boa opção.
auth-no-account = Ainda não tem conta?
