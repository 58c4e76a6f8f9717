# Ce qu’une importation a constaté ; les codes sont ceux de la bibliothèque packages.
report-version = Norme : { $edition }{ $why ->
    [declared] , car le manifeste indique la version de schéma « { $sign } »
    [declared-deeper] , car une partie du manifeste indique la version de schéma « { $sign } »
    [element] , car le manifeste utilise <{ $sign }>
    [namespace] , car le manifeste utilise l’espace de noms { $sign }
    [spelling] , car le manifeste écrit « { $sign } » ainsi
    [assumed] , car rien n’indique de version et celle-ci est la plus courante
   *[unknown] {""}
}.
report-scos = Parties dont les résultats sont enregistrés : { $count } ({ $titles }).
report-assets = Parties seulement affichées : { $count } ({ $titles }).
report-size = Fichiers : { $files }, { $size }.
report-first-screen = La première page pèse { $size }, soit { $seconds ->
    [instant] moins de 1 s
   *[other] environ { $seconds } s
} sur une ligne à 1 Mbit/s ({ $page }).
report-first-screen-slow = La première page pèse { $size }, soit environ { $seconds } s sur une ligne à 1 Mbit/s ({ $page }). Compressez ses images ou divisez-la.
report-tool = Réalisé avec { $name }.
report-signal = Le paquet peut transmettre : { $signals }.
report-signal-none = Aucun script du paquet ne semble transmettre de résultats. Testez-le : s’il reste inachevé, laissez l’activité s’achever à la consultation.
report-signal-other-standard = Les scripts parlent l’autre norme SCORM ({ $signals }) que celle du manifeste. Testez le paquet et exportez-le à nouveau si rien n’est enregistré.
report-mastery-score = « { $item } » est réussi à { $score } selon le paquet et à { $pass-mark } selon ce site, qui décide.
report-passing-score = « { $item } » est réussi à { $score } % selon le paquet et à { $pass-mark } % selon ce site, qui décide.
report-launch-missing = « { $item } » ne peut pas s’ouvrir : sa page « { $file } » n’est pas dans l’archive zip. Exportez à nouveau le paquet ; un fichier renommé à la main doit l’être aussi dans imsmanifest.xml.
report-files-missing = Fichiers cités par le manifeste et absents de l’archive zip : { $count } ({ $files }). Si des pages ou des images manquent, exportez à nouveau le paquet.
report-first-page-missing = La première page a besoin de fichiers absents de l’archive zip : { $count } ({ $files }). Elle peut rester vide ; exportez à nouveau le paquet.
report-case-repaired = Noms écrits autrement dans le manifeste, et trouvés malgré tout : { $count } ({ $files }).
report-flash = Fichiers Flash, qu’aucun navigateur ne lit plus : { $count } ({ $files }).
report-unload = Des résultats sont envoyés à la fermeture d’une page, étape que les téléphones sautent souvent. Ils sont de toute façon enregistrés en continu ; vérifiez que rien n’est envoyé seulement à la fin dans : { $files }.
report-beforeunload = Une question avant de quitter est posée par : { $files }.
report-sync-request = Des requêtes synchrones, que les navigateurs refusent à la fermeture d’une page, sont faites par : { $files }.
report-service-worker = Des service workers, dont les paquets ne disposent pas, sont enregistrés par : { $files }.
report-external-loads = Le paquet charge des fichiers d’autres sites : { $hosts }. Les apprenants doivent pouvoir les atteindre.
report-external-hosts = Le paquet cite d’autres sites : { $hosts }. Vérifiez qu’il fonctionne sans eux, ou qu’ils sont accessibles à vos apprenants.
report-external-launch = « { $item } » ouvre { $url }, hors de ce site.
report-server-scripts = Programmes pour serveur, qui ne s’exécutent pas ici : { $count } ({ $files }).
report-screen-fixed = Les pages sont faites pour une fenêtre de { $width } × { $height }.
report-screen-responsive = Les pages s’adaptent à la fenêtre.
report-root-folder = Le paquet se trouve dans le dossier « { $folder } » de l’archive zip.
report-outside-root = Fichiers hors du dossier du paquet, laissés de côté : { $count }.
report-junk-ignored = Fichiers utiles au seul ordinateur de l’auteur, laissés de côté : { $count }.
report-backslashes = Noms de fichiers écrits avec des barres obliques inverses, corrigés : { $count }.
report-legacy-names = Noms de fichiers non Unicode, lus comme { $code-page } : { $count }. Si des pages ou des images manquent, refaites le zip avec un outil récent.
report-leading-bytes = { $size } placés avant l’archive proprement dite ont été ignorés.
report-duplicate-names = Fichiers présents plusieurs fois dans l’archive zip, dont le dernier est utilisé : { $files }.
report-case-collision = Ces noms ne diffèrent que par les majuscules : { $files }. Chacun est servi sous son nom exact ; renommez-en un pour plus de sûreté.
report-nested-archives = Archives contenues dans le paquet, proposées au téléchargement et non ouvertes : { $files }.
report-refused-not-a-zip = Ce fichier n’est pas une archive zip lisible. Exportez à nouveau le paquet depuis l’outil auteur et envoyez le zip obtenu.
report-refused-empty = Cette archive zip est vide. Exportez à nouveau le paquet et envoyez ce zip.
report-refused-too-many-files = Cette archive zip contient { $found } fichiers ; { $limit } au plus sont acceptés. Retirez ce que le cours n’utilise pas, ou divisez-le en plusieurs paquets.
report-refused-directory-too-large = La table des matières de cette archive zip est trop grande pour être lue sans risque. Refaites le zip sans commentaires ni données supplémentaires.
report-refused-path-outside = L’archive zip contient le fichier « { $name } », dont le nom mène hors du paquet. Refaites le zip depuis l’intérieur du dossier du paquet.
report-refused-absolute-path = L’archive zip contient le fichier « { $name } », désigné par un chemin absolu. Refaites le zip pour que tous les noms soient relatifs au dossier du paquet.
report-refused-forbidden-name = L’archive zip contient le fichier « { $name } », { $fault ->
    [control-character] dont le nom contient un caractère de contrôle invisible
    [colon] dont le nom contient un deux-points
   *[device] dont le nom désigne un périphérique sous Windows
}. Renommez ce fichier dans le paquet et dans les pages qui l’utilisent.
report-refused-name-too-long = L’archive zip contient un fichier au nom trop long ou trop profond (« { $name }… »). Raccourcissez les noms de dossiers du paquet.
report-refused-not-a-file = « { $name } » dans l’archive zip est un lien ou un fichier spécial. Remplacez-le par le fichier qu’il désigne et refaites le zip.
report-refused-encrypted = « { $name } » dans l’archive zip est protégé par un mot de passe. Refaites le zip sans mot de passe.
report-refused-compression = « { $name } » dans l’archive zip est compressé par une méthode que peu d’outils lisent ({ $method }). Refaites le zip avec la compression ordinaire (deflate).
report-refused-overlapping = Des fichiers de cette archive zip se chevauchent, ce qu’aucun outil ordinaire ne produit. Refaites le zip.
report-refused-too-large = Décompressé, ce paquet prendrait { $found } ; { $limit } au plus sont acceptés. Compressez ses vidéos ou divisez-le en plusieurs paquets.
report-refused-file-too-large = « { $name } » prendrait { $found } une fois décompressé ; un fichier peut prendre { $limit } au plus. Compressez-le et refaites le zip.
report-refused-bomb = Cette archive zip se décompresse à { $ratio } fois sa taille, comme seules le font les archives faites pour nuire. Si c’est un vrai paquet, cherchez-y d’énormes fichiers vides.
report-refused-damaged = « { $name } » est endommagé : son contenu ne correspond pas à ce qu’indique l’archive zip. Exportez ou envoyez à nouveau le paquet.
report-refused-no-manifest = Cette archive zip ne contient pas de fichier imsmanifest.xml ; ce n’est donc pas un paquet SCORM. { $hint ->
    [nested-zip] Elle contient une autre archive zip, « { $name } », qui est peut-être le paquet : envoyez ce fichier seul.
    [web-publication] Elle ressemble à une publication web de { $name } : publiez à nouveau en choisissant la sortie LMS (SCORM 1.2 ou SCORM 2004).
    [other-standard] C’est un paquet { $name } : exportez-le plutôt en SCORM 1.2 ou SCORM 2004.
    [too-deep] Son manifeste « { $name } » est trop profond : compressez le dossier qui contient imsmanifest.xml.
   *[unknown] Exportez à nouveau le paquet en SCORM 1.2 ou SCORM 2004 et envoyez ce zip sans l’ouvrir.
}
report-refused-several-packages = Cette archive zip contient plusieurs paquets (« { $first } » et « { $second } »). Envoyez chacun dans son propre zip.
report-refused-manifest = Le manifeste n’a pas pu être lu comme un cours : { $reason }
report-refused-nothing-to-launch = Le paquet n’a rien à ouvrir : son manifeste lance « { $file } », absent de l’archive zip. Exportez-le à nouveau ; un fichier renommé à la main doit l’être aussi dans imsmanifest.xml.
report-refused-page-renamed = Le paquet n’a rien à ouvrir : son manifeste lance « { $file } », absent de l’archive zip, qui contient pourtant « { $candidate } ». Si la page a été renommée à la main, rendez-lui son ancien nom, ou exportez à nouveau le paquet.
report-refused-no-page = Le manifeste de ce paquet ne désigne aucune page à ouvrir. Exportez à nouveau le paquet en SCORM 1.2 ou SCORM 2004.
report-refused-server = Le paquet n’a pas pu être enregistré à cause d’une panne de ce serveur. Réessayez plus tard et prévenez l’exploitant si cela se répète.
report-manifest-encoding-guessed = Le manifeste se dit écrit en { $declared }, mais ne l’est pas ; il a été lu comme { $used }. Vérifiez l’aspect des titres.
report-manifest-control-characters = Le manifeste contient des caractères de contrôle ; ils ont été retirés.
report-manifest-doctype-ignored = La déclaration de type de document du manifeste a été ignorée ; elle est inutile.
report-manifest-unknown-entity = &{ $name }; est inconnu dans un manifeste et a été gardé tel quel. Écrivez le caractère lui-même.
report-manifest-attribute-unreadable = Un attribut de <{ $element }> dans le manifeste est illisible et a été retiré. Mettez sa valeur entre guillemets.
report-manifest-schema-version-unknown = La version de schéma « { $value } » n’est pas de SCORM ; la version a été déduite d’autres signes.
report-manifest-version-assumed = Rien dans le manifeste n’indique la version de SCORM ; SCORM 1.2 est supposé.
report-manifest-not-scorm = Le manifeste suit « { $schema } », pas SCORM ; ce qui peut être affiché l’est, et les résultats pourraient ne pas être enregistrés.
report-manifest-organization-built = Le manifeste n’a pas d’organisation ; une a été faite de ses ressources à ouvrir ({ $items }). Vérifiez leur ordre et leurs titres.
report-manifest-default-organization-missing = Le manifeste ne nomme pas d’organisation par défaut ; « { $used } » est utilisée.
report-manifest-default-organization-unknown = L’organisation par défaut « { $wanted } » n’est pas dans le manifeste ; « { $used } » est utilisée. Vérifiez que c’est la bonne.
report-manifest-title-missing = « { $identifier } » n’a pas de titre ; « { $used } » est affiché.
report-manifest-identifier-missing = Un élément n’a pas d’identifiant ; « { $used } » lui a été donné.
report-manifest-identifier-duplicate = L’identifiant « { $identifier } » est utilisé plusieurs fois ; le dernier devient « { $used } ». Donnez à chaque élément le sien.
report-manifest-sub-manifest-joined = Le manifeste contenu dans le manifeste, « { $identifier } », a été joint au cours là où il est cité.
report-manifest-sub-manifest-cycle = « { $item } » renvoie à un manifeste qui le contient ; le renvoi a été retiré.
report-manifest-resource-unknown = L’élément « { $item } » renvoie à la ressource « { $resource } », absente du manifeste ; il ne peut pas s’ouvrir. Corrigez identifierref ou ajoutez la ressource.
report-manifest-resource-without-href = La ressource « { $resource } » n’a pas d’adresse (href) ; l’élément « { $item } » ne peut donc pas s’ouvrir. Ajoutez la page à ouvrir.
report-manifest-resource-duplicate = L’identifiant de ressource « { $identifier } » est utilisé plusieurs fois ; le premier compte.
report-manifest-scorm-type-missing = Ressources qui ne disent pas si elles sont un SCO ou un asset : { $count } (la première est « { $resource } »). Chacune est prise comme { $used }.
report-manifest-dependency-unknown = La ressource « { $resource } » dépend de « { $dependency } », absente du manifeste.
report-manifest-launch-on-branch = L’élément « { $item } » a des éléments au-dessous de lui et aussi sa propre page, ce que SCORM 2004 ne prévoit pas ; tous peuvent être ouverts.
report-manifest-href-external = L’élément « { $item } » ouvre { $url }, hors du paquet ; ses résultats pourraient ne pas être enregistrés, et il lui faut Internet.
report-manifest-href-unusable = L’adresse « { $href } » de la ressource « { $resource } » ne peut pas s’ouvrir dans un navigateur ; utilisez un chemin du paquet.
report-manifest-href-outside = L’adresse « { $href } » mène hors du paquet ; « { $used } » est utilisée. Vérifiez que c’est le bon fichier.
report-manifest-href-repaired = L’adresse « { $href } » n’est pas écrite comme le web l’exige ; elle a été lue comme « { $used } ».
report-manifest-base-without-slash = L’adresse de base « { $base } » ne finit pas par une barre oblique ; elle a été lue comme un dossier.
report-manifest-nothing-to-launch = Rien dans ce cours ne peut s’ouvrir : aucun élément ne mène à une page. Exportez à nouveau le paquet depuis l’outil auteur.
report-manifest-value-invalid = « { $value } » n’est pas une valeur possible de { $field } pour « { $item } » ; elle a été retirée.
report-manifest-prerequisites-unreadable = Les prérequis de « { $item } » sont illisibles ; l’élément est ouvert à tous. À corriger : { $expression }
report-manifest-prerequisites-unknown = Les prérequis de « { $item } » citent « { $identifier } », qui n’est pas un élément de ce cours ; il ne compte jamais comme fait. Corrigez l’identifiant.
report-manifest-sequencing-collection-unknown = « { $item } » utilise le séquencement « { $reference } », absent du manifeste ; il a été retiré.
report-manifest-sequencing-unknown = { $field } dans le séquencement de « { $item } » est inconnu de SCORM et reste sans effet.
report-manifest-sequencing-time-ignored = { $field } dans le séquencement de « { $item } » dépend du temps, qui n’est pas surveillé ici, et reste sans effet. Laissez le module surveiller son propre temps.
report-manifest-rule-incomplete = Il manque une partie à une règle (<{ $rule }>) du séquencement de « { $item } », ou SCORM ne la connaît pas ; la règle reste sans effet. Corrigez-la dans l’outil auteur.
report-manifest-sequencing-repeated = { $field } figure plusieurs fois dans « { $item } » ; le premier compte.
report-manifest-shared-sequencing-duplicate = Le séquencement partagé « { $identifier } » est défini plusieurs fois ; le premier compte.
report-manifest-without-effect = { $field } de « { $item } » reste sans effet sans { $lacks }.
report-manifest-weight-above-one = { $field } de « { $item } » vaut { $value }, alors que SCORM s’arrête à 1 ; il compte en proportion du poids des autres.
report-manifest-item-opens-nothing = « { $item } » n’ouvre rien et ne contient rien ; il est ignoré.
report-manifest-needs-items-below = { $field } reste sans effet pour « { $item } », qui ne contient aucun élément.
report-manifest-needs-page = { $field } reste sans effet pour « { $item } », qui n’a pas de page à lui.
report-manifest-not-in-edition = { $field } reste sans effet en { $edition }, la version dans laquelle ce cours est joué (emplois : { $count }, le premier dans « { $item } »). Indiquez la bonne version dans schemaversion si le cours en a besoin.
report-manifest-primary-objective-repeated = « { $item } » a plusieurs objectifs principaux ; le premier le reste, les autres sont lus comme des objectifs ordinaires.
report-manifest-objective-duplicate = L’objectif « { $objective } » est défini plusieurs fois dans « { $item } » ; le premier compte.
report-manifest-objective-unknown = Une règle de « { $item } » interroge l’objectif « { $objective } », que « { $item } » n’a pas ; cette condition n’est jamais remplie. Corrigez referencedObjective.
report-manifest-objective-never-written = « { $item } » lit { $field } dans l’objectif partagé « { $target } », que rien dans ce cours n’écrit ; il reste inconnu, à moins qu’un autre cours ne l’écrive.
report-manifest-objective-maps-clash = Plusieurs correspondances de « { $item } » portent sur { $field } du même objectif ; seule la dernière a un effet.
report-manifest-attempt-limit-zero = « { $item } » n’admet aucune tentative (attemptLimit vaut 0) et ne peut donc jamais être ouvert. Relevez la limite ou retirez-la.
report-manifest-cluster-closed = « { $item } » ne permet ni le choix (choice) ni le parcours (flow) : l’apprenant ne peut pas atteindre ce qu’il contient. Permettez l’un des deux.
report-manifest-forward-only-choice = « { $item } » permet à la fois choice et forwardOnly : ce qui précède la partie en cours ne peut pas être choisi.
report-manifest-selection-exceeds = Parties de « { $item } » à sélectionner : { $count }. Il n’en a que { $available } ; toutes sont utilisées.
report-manifest-impossible-for-course = Une règle de « { $item } » demande { $action }, ce qui est impossible pour le cours entier ; elle reste sans effet.
report-manifest-rollup-always-holds = Une règle de consolidation de « { $item } » demande au moins 0 de ses parties : elle est toujours remplie. Indiquez minimumCount ou minimumPercent.
report-manifest-rollup-never-holds = Une règle de consolidation de « { $item } » demande au moins { $count } de ses parties, mais il en a { $available } ; elle n’est jamais remplie.
report-manifest-rollup-of-nothing = Aucune partie de « { $item } » ne compte pour { $field } : son statut ne dépend d’aucune d’elles. Faites compter au moins une partie.
report-manifest-rollup-overruled = Les règles de consolidation de « { $item } » restent sans effet là où { $field } laisse la décision à une mesure.
report-manifest-never-reported = { $field } de « { $item } » attend un résultat que rien ne communique : son statut n’est jamais établi. Corrigez-le dans l’outil auteur.
report-manifest-further = Autres problèmes de ce genre : { $count }.
