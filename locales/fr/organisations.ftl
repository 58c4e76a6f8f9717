organisations-title = Administrations
organisations-lead = { $count ->
    [0] Aucune administration pour l’instant
    [one] Une administration
   *[other] { $count } administrations
}
organisations-search = Rechercher par nom ou code
organisations-none = Aucune administration trouvée
organisations-none-text = Vérifiez les mots recherchés, ou ajoutez l’administration.
organisations-name = Nom
organisations-code = Code
organisations-code-hint = Des lettres et des chiffres, comme BE pour la Belgique. Les listes et la ligne de commande l’utilisent.
organisations-approver = Approbateur
organisations-deputies = Suppléants
organisations-people = Personnes
organisations-secretariat-decides = Aucun : le secrétariat décide
organisations-closed = Fermée
organisations-add = Ajouter une administration
organisations-added = L’administration a été ajoutée. Indiquez maintenant qui la coordonne.
organisations-settings = Nom et état
organisations-close = N’accueille plus de nouvelles personnes
organisations-close-hint = Elle n’est plus proposée aux personnes qui demandent un compte. Celles qui en font partie y restent.
organisations-domains = Domaines de messagerie
organisations-domains-list = Domaines
organisations-domains-hint = Un par ligne, comme douane.example. Cette administration est proposée aux personnes qui s’inscrivent avec une telle adresse ; les sous-domaines comme siege.douane.example sont compris.
organisations-fault-code = Donnez un code composé de lettres, de chiffres, de points et de traits d’union, de 20 caractères au plus.
organisations-fault-name = Donnez un nom de 200 caractères au plus.
organisations-fault-taken = Une autre administration porte ce code.
organisations-fault-domain = Indiquez des domaines comme douane.example, 50 au plus.
organisations-fault-domain-public = L’un de ces domaines est ouvert à tous, comme gmail.com, et n’indique pas où une personne travaille. Retirez-le.
organisations-fault-domain-taken = Une autre administration possède l’un de ces domaines.
organisations-coordinators = Coordinateurs nationaux
organisations-no-approver = Il n’y a pas d’approbateur actuellement. Les demandes vont aux suppléants et, en l’absence de suppléant, au secrétariat.
organisations-kind = En qualité de
organisations-kind-approver = Approbateur
organisations-kind-approver-hint = Est consulté sur chaque demande de cette administration. Il n’y en a qu’un à la fois.
organisations-kind-deputy = Suppléant
organisations-kind-deputy-hint = Peut aussi décider, et est consulté lorsqu’il n’y a pas d’approbateur ou qu’une demande attend depuis longtemps.
organisations-state-planned = Prévue
organisations-state-ended = Terminée
organisations-from = À partir du
organisations-from-hint = Laissez vide pour commencer maintenant.
organisations-until = Jusqu’au
organisations-until-hint = Le dernier jour. Laissez vide s’il n’est pas encore fixé.
organisations-further-notice = Jusqu’à nouvel ordre
organisations-end = Mettre fin à la désignation de { $name }
organisations-ended = La désignation a pris fin.
organisations-designate = Désigner un coordinateur
organisations-designated = Le coordinateur a été désigné.
organisations-handed-over = Le coordinateur a été désigné, et la désignation précédente prend fin au début de la nouvelle.
organisations-person-hint = Une personne ayant un compte dans cette administration.
organisations-fault-person = Personne dans cette administration n’a ce nom d’utilisateur ou cette adresse de courriel.
organisations-fault-date = Donnez une date, comme 2026-05-31.
organisations-fault-order = Le dernier jour doit être postérieur au premier et ne pas être passé.
organisations-fault-clash = Une autre désignation court à cette période : une administration a un seul approbateur à la fois, et une personne une seule désignation. Mettez d’abord fin à l’autre, ou choisissez d’autres dates.
organisations-positions = Fonctions
organisations-positions-lead = Les fonctions parmi lesquelles les personnes choisissent lorsqu’elles demandent un compte.
organisations-positions-none = Aucune fonction pour l’instant
organisations-positions-none-text = Ajoutez les fonctions que les agents exercent, comme « Agent des douanes » ou « Formateur ».
organisations-position = Fonction
organisations-position-uses = Exercée par
organisations-position-add = Ajouter une fonction
organisations-position-added = La fonction a été ajoutée.
organisations-position-delete = Supprimer { $name }
organisations-position-deleted = La fonction a été supprimée.
organisations-position-used = Des personnes exercent cette fonction ou l’ont exercée ; elle ne peut donc pas être supprimée.
organisations-fault-position = Donnez un nom de 100 caractères au plus.
organisations-fault-position-taken = Une fonction porte déjà ce nom.
organisations-import = Importer une liste
organisations-import-lead = Ajoute des administrations à partir d’un tableur et corrige leurs noms. Vous voyez d’abord ce que ferait chaque ligne.
organisations-import-choose = Choisir une liste
organisations-import-hint = Un tableau enregistré au format CSV ou texte, avec une colonne « code » et une colonne « nom ». Tous les encodages et séparateurs que les tableurs écrivent sont reconnus.
organisations-import-columns = Le tableau doit avoir une colonne « code » et une colonne « nom » sur sa première ligne. Ajoutez-les, puis réessayez.
organisations-import-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
organisations-import-apply = { $count ->
    [one] Importer { $count } ligne
   *[other] Importer { $count } lignes
}
organisations-imported = La liste a été importée.
organisations-row-new = Nouvelle
organisations-row-same = Rien à faire
organisations-row-renamed = Renommée (auparavant « { $from } »)
organisations-row-repeated = Même code qu’à la ligne { $line } : ignorée
organisations-retention = Personnes qui ne viennent plus
organisations-months = Mois sans connexion
organisations-months-hint = Quiconque ne s’est pas connecté pendant ce nombre de mois est porté sur la liste de suppression, et en est averti par courriel 30 jours avant. Personne n’est supprimé tant qu’un coordinateur ou le secrétariat ne l’a pas décidé. Au moins 6 ; vide pour jamais.
organisations-fault-months = Indiquez un nombre de mois de 6 à 240, ou laissez le champ vide.
