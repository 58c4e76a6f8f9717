# Error pages: what happened, and what to do next.
error-kicker = Erreur { $status }
error-to-dashboard = Vers votre tableau de bord
error-to-start = Vers la page d’accueil
error-request = Si vous nous écrivez à ce sujet, veuillez indiquer la référence

error-403-title = Cette page ne vous est pas ouverte
error-403-what = Vous êtes connecté(e), mais votre rôle ne comprend pas cette page.
error-403-next = Si vous en avez besoin pour votre travail, demandez l’accès au coordinateur de votre administration.

error-404-title = Cette page n’existe pas
error-404-what = L’adresse ne mène nulle part. La page a pu être déplacée ou supprimée, ou elle ne vous est pas ouverte.
error-404-next = Vérifiez l’adresse ou repartez d’une page que vous connaissez.
error-405-title = Cette adresse ne fait pas cela
error-405-what = L’adresse existe, mais elle a été appelée d’une façon à laquelle elle ne répond pas, par exemple en ouvrant l’adresse d’un formulaire. Rien n’a été modifié.
error-405-next = Revenez à la page précédente et utilisez ses boutons.

error-409-title = Ce n’est pas possible en l’état
error-409-what = L’élément que vous vouliez modifier a changé entre-temps ; votre modification n’a pas été appliquée.
error-409-next = Revenez en arrière, rechargez la page et consultez son état actuel avant de décider.

error-410-title = Ceci n’est plus disponible
error-410-what = Le lien a été valable, mais il a expiré ou a déjà été utilisé.
error-410-next = Repartez de la page qui vous a donné ce lien.

error-413-title = Le fichier est trop volumineux
error-413-what = L’envoi dépasse la limite de ce site ; rien n’a été enregistré.
error-413-next = Réduisez le fichier, par exemple en compressant ses vidéos, ou demandez l’aide du secrétariat.

error-422-title = La demande n’a pas pu être comprise
error-422-what = Un élément du formulaire ou de l’adresse manquait ou n’était pas valable ; rien n’a été enregistré.
error-422-next = Revenez en arrière, vérifiez votre saisie et envoyez-la de nouveau.

error-429-title = Trop de tentatives
error-429-what = Vous avez envoyé trop de demandes en peu de temps. Cette limite protège les comptes de tous.
error-429-next = Attendez quelques minutes, puis réessayez.

error-500-title = Une erreur s’est produite de notre côté
error-500-what = Le service n’a pas pu terminer votre demande. L’incident est enregistré.
error-500-next = Réessayez dans un instant. Si cela se reproduit, prévenez les responsables du site.

error-503-title = Le service est très sollicité
error-503-what = Tant de personnes se connectent en ce moment depuis votre réseau que vous auriez attendu en vain. Rien n’a été modifié.
error-503-next = Attendez quelques secondes, puis réessayez.
