# Notes : la vue d’ensemble et le détail d’un cours.
grades-lead = Vos résultats dans tous vos cours. Choisissez un cours pour voir chaque activité.
grades-rule = Le total du cours est la moyenne de vos notes ; les activités sans note ne la diminuent pas.
grades-none-title = Pas encore de notes
grades-none-text = Vos notes apparaissent ici dès que vous êtes inscrit à un cours ou que vous y avez travaillé.
grades-total = Total du cours
grades-item = Élément d’évaluation
grades-weight = Pondération calculée
grades-grade = Note
grades-range-title = Intervalle
grades-range = { $min }–{ $max }
grades-percentage = Pourcentage
grades-feedback = Commentaire
grades-contribution = Contribution au total du cours
grades-empty = { $weight } (Vide)
grades-ungraded = Non noté
