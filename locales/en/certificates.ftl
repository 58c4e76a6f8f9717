# Certificates: earning, verifying, registering and wording them.
certificates-certificate = Certificate
certificates-mine = My certificates
certificates-mine-lead = The certificates you have earned. Anyone you show one to can verify it.
certificates-none-title = No certificates yet
certificates-none-text = Complete a course, then choose “Get my certificate” on its page.
certificates-download = Download certificate (PDF)
certificates-file-name = Certificate – { $course }
certificates-verification = Verification
certificates-verification-text = Anyone can check this certificate at the address below or by its QR code.
certificates-qr-code = QR code of the verification page
certificates-to-course = Go to the course
certificates-issued = This is your certificate.
certificates-not-complete = The course is not complete yet. What is still to do is listed below.
certificates-state = Status
certificates-state-valid = Valid
certificates-state-replaced = Replaced
certificates-state-revoked = Revoked

# The printed facts
certificates-fact-name = Name
certificates-fact-course = Course
certificates-fact-date = Date
certificates-fact-score = Score
certificates-fact-number = Certificate number
certificates-fact-qr = QR code
certificates-fact-qr-hint = Leads to the page that verifies the certificate. Without it, the number and the address of that page are printed.
certificates-fact-issuer = Issued by

# Verification
certificates-verify = Verify a certificate
certificates-verify-lead = Check whether a certificate that was shown to you was issued here, and whether it is still valid.
certificates-verify-hint = Sixteen letters and digits, printed on the certificate. Capitals, spaces and dashes do not matter.
certificates-verify-go = Verify
certificates-verify-compare = Compare every line with the certificate you were shown. If anything differs, the document was altered.
certificates-valid-title = This certificate is valid
certificates-valid-text = It was issued here with the following particulars.
certificates-replaced-title = This certificate was replaced
certificates-replaced-text = It was genuine and has not counted since { $date }, because a corrected one was issued.
certificates-replaced-link = Replaced by { $number }
certificates-revoked-title = This certificate was revoked
certificates-revoked-text = It has not counted since { $date }. For questions, turn to the administration that issued it.
certificates-unknown-title = There is no such certificate
certificates-unknown-text = No certificate with the number { $number } was issued here. Check the number for a slip; if it is right, the document did not come from us.

# The register of the secretariat
certificates-register = Certificates
certificates-register-lead = Every certificate that was issued. Open one to correct a name or to revoke it.
certificates-search = Search by name or number
certificates-search-go = Search
certificates-none-found = No certificates found
certificates-none-found-text = Try a part of the name, or the beginning of the number.
certificates-cut = Only the newest { $count } are shown. Search to find others.
certificates-reason = Reason
certificates-reason-hint = Told to the holder by mail and kept in the record; it is not shown to the public.
certificates-replace = Correct the name
certificates-replace-title = Correct the name on this certificate
certificates-replace-text = A new certificate is issued under a new number, with the same date. This one stays verifiable and says what replaced it.
certificates-replace-name = Name as it should be printed
certificates-replace-go = Issue the corrected certificate
certificates-replaced = The corrected certificate was issued.
certificates-revoke = Revoke
certificates-revoke-title = Revoke this certificate?
certificates-revoke-text = Anyone who verifies it will read that it was revoked. This cannot be undone, and no other certificate is issued for this course.
certificates-revoked = The certificate was revoked.
certificates-ended-already = This certificate was replaced or revoked already.

# The template of a course
certificates-design = Certificate of the course
certificates-design-lead = What the certificates of this course say and how they look. It works as it is; what you change counts for certificates issued from then on.
certificates-group-wording = Wording
certificates-group-facts = Facts at the foot
certificates-group-signature = Signature
certificates-group-look = Look
certificates-issuer = Issued by
certificates-issuer-hint = Printed above the title.
certificates-title = Title
certificates-wording = Lines
certificates-wording-hint = One line each. These words are filled in: {"{"}name{"}"}, {"{"}course{"}"}, {"{"}date{"}"}, {"{"}score{"}"}, {"{"}number{"}"}. A line whose fact is missing is left out, and a name or course alone on its line is set large.
certificates-facts-hint = The score is printed only in courses with graded activities.
certificates-signatory-name = Name of the person who signs
certificates-signatory-title = Their office
certificates-signature = Image of the signature
certificates-signature-drop = Remove the present signature
certificates-logo = Logo
certificates-logo-drop = Remove the present logo
certificates-image-hint = A PNG or JPEG image of at most 1 MB.
certificates-accent = Colour
certificates-accent-hint = Of the title, the name and the QR code. It must be dark, so that cameras can read the code.
certificates-save = Save
certificates-preview = Preview
certificates-preview-saved = Preview what is saved
certificates-version-default = This is the default that every course starts with.
certificates-version = This is version { $version }. Certificates already issued keep theirs.
certificates-design-saved = The template was saved. It counts for certificates issued from now on.
certificates-design-changed = Somebody else changed the certificate of this course in the meantime.
certificates-sample-name = Amina O’Connor-Núñez

# Faults
certificates-fault-title = Enter a title.
certificates-fault-long = This is too long for one page. Shorten it.
certificates-fault-name = A certificate must name the person. Keep {"{"}name{"}"} in one of the lines.
certificates-fault-colour = Choose a darker colour: this one could not be read, nor its QR code scanned.
certificates-fault-image = This file is not an image that can be used. Choose a PNG or JPEG image.
certificates-fault-image-size = The image is larger than 1 MB. Make it smaller.
certificates-fault-holder = Enter the name.
certificates-fault-reason = Enter a reason.
certificates-unprintable-title = The certificate cannot be printed
certificates-unprintable-letters = “{ $text }” has letters that cannot be printed: { $letters }. Certificates are printed in Latin, Greek, Cyrillic and Arabic letters.
certificates-unprintable-long = The wording does not fit on one page. Shorten it or use fewer lines.
certificates-unprintable-other = The page could not be made. Please report this to the operators of the site.
certificates-unprintable-next = Nothing was issued. Ask the secretariat to write the name in letters that can be printed, or the authors of the course to mend its wording; then try again.
