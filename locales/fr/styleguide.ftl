# The style guide, which shows every component with these words.
styleguide-title = Guide de style
styleguide-kicker = Pour celles et ceux qui construisent les pages
styleguide-lead = Tous les composants dans tous leurs états, dans la langue et le sens d’écriture que vous avez choisis.
styleguide-action = Afficher les détails
styleguide-main-action = Ajouter un cours
styleguide-course = La gestion des risques à la frontière
styleguide-category = Facilitation des échanges
styleguide-count = { $count ->
    [one] Un cours
   *[other] { $count } cours
}
styleguide-long = Les indicateurs de risque indiquent aux agents où regarder en premier, afin que le commerce honnête passe rapidement et que les contrôles se fassent là où ils comptent.
styleguide-more = Plus d’informations
styleguide-tiles = Tuiles
styleguide-outline = Plan du cours
styleguide-steps = Étapes
styleguide-buttons = Boutons
styleguide-statuses = État
styleguide-navigation = Navigation
styleguide-type = Typographie et icônes
styleguide-forms = Formulaires
styleguide-data = Tableaux et listes
styleguide-sortable = Ordre des modules
styleguide-not-started = Pas commencé
styleguide-in-progress = En cours
styleguide-completed = Terminé
styleguide-passed = Réussi
styleguide-failed = Non réussi
styleguide-locked = Verrouillé
styleguide-locked-why = S’ouvre lorsque le quiz est réussi.
styleguide-start = Commencer
styleguide-continue = Continuer
styleguide-review = Revoir
styleguide-people = personnes
styleguide-empty = Aucun cours pour l’instant
styleguide-empty-text = Dès que vous serez inscrit(e) à un cours, vous le trouverez ici.
styleguide-name = Nom complet
styleguide-mail = Adresse électronique
styleguide-disabled = Année (fixe)
styleguide-text = Remarques
styleguide-hint = Tel qu’il doit figurer sur le certificat.
styleguide-fault = Saisissez une adresse complète, par exemple nom@douane.example.
styleguide-package = Choisissez un paquet SCORM ou déposez-le ici
