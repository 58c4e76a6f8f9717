# Courses that visitors may try without an account.
guests-take = Take a demo course
guests-kicker = Demo course
guests-notice = You may try every module here without an account. Nothing you do is recorded, and there is no certificate.
guests-start = Try it
guests-empty-text = There is nothing to open in this course at the moment.
guests-title = Open to guests
guests-state-open = Open to guests
guests-state-closed = Not open to guests
guests-see = See it as a guest
guests-draft = Guests see it once it is published.
guests-hint = A course that is open to guests stands on the front page. Everybody may play its modules without an account; nothing is recorded.
guests-ask = The secretariat opens courses to guests, since they stand on the front page before everybody.
guests-open = Open it to guests
guests-close = Close it to guests
guests-opened = The course is open to guests.
guests-closed = The course is closed to guests. Whoever was playing it as a guest has to end.
guests-name = Guest
