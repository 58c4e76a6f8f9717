# Courses that visitors may try without an account.
guests-take = Essayer un cours de démonstration
guests-kicker = Cours de démonstration
guests-notice = Vous pouvez essayer ici chaque module sans compte. Rien de ce que vous faites n’est enregistré et aucun certificat n’est délivré.
guests-start = Essayer
guests-empty-text = Il n’y a rien à ouvrir dans ce cours pour le moment.
guests-title = Ouverture aux invités
guests-state-open = Ouvert aux invités
guests-state-closed = Fermé aux invités
guests-see = Le voir comme un invité
guests-draft = Les invités le voient dès qu’il est publié.
guests-hint = Un cours ouvert aux invités figure sur la page d’accueil. Chacun peut en suivre les modules sans compte ; rien n’est enregistré.
guests-ask = Le secrétariat ouvre les cours aux invités, puisqu’ils figurent devant tous sur la page d’accueil.
guests-open = Ouvrir aux invités
guests-close = Fermer aux invités
guests-opened = Le cours est ouvert aux invités.
guests-closed = Le cours est fermé aux invités. Les invités qui le suivaient doivent s’arrêter.
guests-name = Invité
