# Certificates: earning, verifying, registering and wording them.
certificates-certificate = Certificat
certificates-mine = Mes certificats
certificates-mine-lead = Les certificats que vous avez obtenus. Toute personne à qui vous en présentez un peut le vérifier.
certificates-none-title = Pas encore de certificat
certificates-none-text = Terminez un cours, puis choisissez « Obtenir mon certificat » sur sa page.
certificates-download = Télécharger le certificat (PDF)
certificates-file-name = Certificat – { $course }
certificates-verification = Vérification
certificates-verification-text = Toute personne peut vérifier ce certificat à l’adresse ci-dessous ou au moyen de son code QR.
certificates-qr-code = Code QR de la page de vérification
certificates-to-course = Aller au cours
certificates-issued = Voici votre certificat.
certificates-not-complete = Le cours n’est pas encore terminé. Ce qu’il reste à faire est indiqué ci-dessous.
certificates-state = Statut
certificates-state-valid = Valable
certificates-state-replaced = Remplacé
certificates-state-revoked = Révoqué

# The printed facts
certificates-fact-name = Nom
certificates-fact-course = Cours
certificates-fact-date = Date
certificates-fact-score = Note
certificates-fact-number = Numéro du certificat
certificates-fact-qr = Code QR
certificates-fact-qr-hint = Mène à la page qui vérifie le certificat. Sans lui, le numéro et l’adresse de cette page sont imprimés.
certificates-fact-issuer = Délivré par

# Verification
certificates-verify = Vérifier un certificat
certificates-verify-lead = Vérifiez si un certificat qui vous a été présenté a bien été délivré ici et s’il est toujours valable.
certificates-verify-hint = Seize lettres et chiffres, imprimés sur le certificat. Majuscules, espaces et tirets sont sans importance.
certificates-verify-go = Vérifier
certificates-verify-compare = Comparez chaque ligne avec le certificat qui vous a été présenté. Si quelque chose diffère, le document a été modifié.
certificates-valid-title = Ce certificat est valable
certificates-valid-text = Il a été délivré ici avec les indications suivantes.
certificates-replaced-title = Ce certificat a été remplacé
certificates-replaced-text = Il était authentique et ne compte plus depuis le { $date }, car un certificat corrigé a été délivré.
certificates-replaced-link = Remplacé par { $number }
certificates-revoked-title = Ce certificat a été révoqué
certificates-revoked-text = Il ne compte plus depuis le { $date }. Pour toute question, adressez-vous à l’administration qui l’a délivré.
certificates-unknown-title = Ce certificat n’existe pas
certificates-unknown-text = Aucun certificat portant le numéro { $number } n’a été délivré ici. Vérifiez le numéro ; s’il est exact, le document ne vient pas de nous.

# The register of the secretariat
certificates-register = Certificats
certificates-register-lead = Tous les certificats délivrés. Ouvrez-en un pour corriger un nom ou le révoquer.
certificates-search = Rechercher par nom ou numéro
certificates-search-go = Rechercher
certificates-none-found = Aucun certificat trouvé
certificates-none-found-text = Essayez une partie du nom ou le début du numéro.
certificates-cut = Seuls les { $count } plus récents sont affichés. Faites une recherche pour trouver les autres.
certificates-reason = Motif
certificates-reason-hint = Communiqué au titulaire par courriel et conservé dans le registre ; il n’est pas rendu public.
certificates-replace = Corriger le nom
certificates-replace-title = Corriger le nom sur ce certificat
certificates-replace-text = Un nouveau certificat est délivré sous un nouveau numéro, avec la même date. Celui-ci reste vérifiable et indique par quoi il a été remplacé.
certificates-replace-name = Nom tel qu’il doit être imprimé
certificates-replace-go = Délivrer le certificat corrigé
certificates-replaced = Le certificat corrigé a été délivré.
certificates-revoke = Révoquer
certificates-revoke-title = Révoquer ce certificat ?
certificates-revoke-text = Toute personne qui le vérifie lira qu’il a été révoqué. Cette action est définitive, et aucun autre certificat n’est délivré pour ce cours.
certificates-revoked = Le certificat a été révoqué.
certificates-ended-already = Ce certificat a déjà été remplacé ou révoqué.

# The template of a course
certificates-design = Certificat du cours
certificates-design-lead = Ce que disent les certificats de ce cours et leur apparence. Tout fonctionne tel quel ; vos modifications valent pour les certificats délivrés par la suite.
certificates-group-wording = Texte
certificates-group-facts = Indications au bas de la page
certificates-group-signature = Signature
certificates-group-look = Apparence
certificates-issuer = Délivré par
certificates-issuer-hint = Imprimé au-dessus du titre.
certificates-title = Titre
certificates-wording = Lignes
certificates-wording-hint = Une ligne par phrase. Ces mots sont remplacés : {"{"}name{"}"}, {"{"}course{"}"}, {"{"}date{"}"}, {"{"}score{"}"}, {"{"}number{"}"}. Une ligne dont l’indication manque est omise ; un nom ou un cours seul sur sa ligne est imprimé en grand.
certificates-facts-hint = La note n’est imprimée que dans les cours comportant des activités notées.
certificates-signatory-name = Nom du signataire
certificates-signatory-title = Sa fonction
certificates-signature = Image de la signature
certificates-signature-drop = Supprimer la signature actuelle
certificates-logo = Logo
certificates-logo-drop = Supprimer le logo actuel
certificates-image-hint = Une image PNG ou JPEG d’au plus 1 Mo.
certificates-accent = Couleur
certificates-accent-hint = Du titre, du nom et du code QR. Elle doit être foncée, pour que les appareils photo puissent lire le code.
certificates-save = Enregistrer
certificates-preview = Aperçu
certificates-preview-saved = Aperçu de ce qui est enregistré
certificates-version-default = C’est le modèle par défaut de chaque cours.
certificates-version = C’est la version { $version }. Les certificats déjà délivrés gardent la leur.
certificates-design-saved = Le modèle a été enregistré. Il vaut pour les certificats délivrés désormais.
certificates-design-changed = Quelqu’un d’autre a modifié le certificat de ce cours entre-temps.
certificates-sample-name = Chloë Œuvrard-N’Guessan

# Faults
certificates-fault-title = Indiquez un titre.
certificates-fault-long = C’est trop long pour une page. Raccourcissez.
certificates-fault-name = Un certificat doit nommer la personne. Gardez {"{"}name{"}"} dans l’une des lignes.
certificates-fault-colour = Choisissez une couleur plus foncée : celle-ci serait illisible, et son code QR aussi.
certificates-fault-image = Ce fichier n’est pas une image utilisable. Choisissez une image PNG ou JPEG.
certificates-fault-image-size = L’image dépasse 1 Mo. Réduisez-la.
certificates-fault-holder = Indiquez le nom.
certificates-fault-reason = Indiquez un motif.
certificates-unprintable-title = Le certificat ne peut pas être imprimé
certificates-unprintable-letters = « { $text } » contient des lettres qui ne peuvent pas être imprimées : { $letters }. Les certificats sont imprimés en lettres latines, grecques, cyrilliques et arabes.
certificates-unprintable-long = Le texte ne tient pas sur une page. Raccourcissez-le ou utilisez moins de lignes.
certificates-unprintable-other = La page n’a pas pu être créée. Veuillez le signaler aux exploitants du site.
certificates-unprintable-next = Rien n’a été délivré. Demandez au secrétariat d’écrire le nom en lettres imprimables, ou aux auteurs du cours d’en corriger le texte, puis réessayez.
