# Le tableau de bord : catégories et cours en tuiles.
dashboard-welcome = Bienvenue, { $name }
dashboard-navigation = Choisir le type de navigation
dashboard-tab-categories = Mes catégories de cours
dashboard-tab-courses = Mes cours disponibles
dashboard-search = Rechercher des cours et des catégories
dashboard-find = Rechercher
dashboard-show-all = Tout afficher
dashboard-filter = Cours à afficher
dashboard-active = Cours actifs
dashboard-completed = Cours terminés
dashboard-count = { $count ->
    [one] Un cours
   *[other] { $count } cours
}
dashboard-none-title = Aucun cours pour le moment
dashboard-none-text = Vous n’êtes inscrit à aucun cours. Veuillez demander votre inscription au coordinateur national de votre administration ; vos cours apparaîtront alors ici.
dashboard-unfound-title = Aucun résultat
dashboard-unfound-text = Aucun titre ne contient tous ces mots. Essayez avec moins de mots ou d’autres mots.
dashboard-all-done-title = Aucun cours actif
dashboard-all-done-text = Vous avez terminé tous les cours qui vous sont proposés. Vous les trouverez, avec leurs certificats, parmi les cours terminés.
dashboard-none-completed-title = Aucun cours terminé pour le moment
dashboard-none-completed-text = Un cours apparaît ici dès que vous avez terminé toutes ses activités obligatoires.
dashboard-empty-category-title = Aucun cours pour vous dans cette catégorie
dashboard-empty-category-text = Vos autres cours se trouvent dans les autres catégories.
