# The pages of the area `experiences`.
experiences-list-title = Expériences
experiences-list-lead = Des pratiques et des projets d’ouverture, validés par les collectivités elles-mêmes, pour que d’autres s’en servent.
experiences-one-title = Expérience
experiences-one-lead = Ce qui a été fait et ses résultats.
experiences-write-new-title = Écrire une expérience
experiences-write-new-lead = Pour quelle collectivité ?
experiences-write-title = Écrire une expérience
experiences-write-lead = Une section par étape.
experiences-validation-title = Expériences à valider
experiences-validation-lead = Ce qui a été soumis.
experiences-validate-title = Relire une expérience
experiences-validate-lead = Une décision par écran.
experiences-language-ar = Arabe
experiences-language-fr = Français
experiences-language-en = Anglais
experiences-language-available = Disponible : { $language }
experiences-language-missing = Non disponible : { $language }
experiences-more-principles = { $count ->
    [one] et un autre
   *[other] et { $count } autres
}
experiences-write-action = Écrire une expérience
experiences-search-label = Chercher dans les expériences
experiences-filters = Filtrer
experiences-filters-on = Filtrer ({ $count })
experiences-filter-marked = Vos marque-pages
experiences-filter-marked-only = Seulement les marquées
experiences-filter-principle = Principe
experiences-filter-region = Région
experiences-filter-type = Type
experiences-filter-language = Langue de lecture
experiences-results = { $count ->
    [0] Aucune expérience
    [one] { $count } expérience
   *[other] { $count } expériences
}
experiences-results-shown = { $shown } affichées sur { $count }
experiences-show-more = En afficher plus
experiences-reset = Tout effacer
experiences-loading = Chargement des expériences
experiences-offline-title = Pas disponible hors connexion
experiences-list-offline-text = Les expériences ne sont pas encore sur cet appareil. Elles apparaîtront dès que la connexion revient.
experiences-none-title = Aucune expérience n’est encore publiée
experiences-none-text = Les expériences apparaîtront ici une fois validées par les points focaux.
experiences-nothing-found = Aucun résultat
experiences-not-found-words = Essayez avec moins de mots, ou d’autres : la recherche porte sur l’arabe, le français et l’anglais.
experiences-not-found-filters = Aucune expérience ne réunit ces choix. Retirez-en un.
experiences-still-reading = L’index de cet appareil est encore en préparation ; les résultats arrivent.
experiences-search-everything = Chercher dans toute la plateforme
experiences-search-everything-label = Que cherchez-vous ?
experiences-search-hint = Par exemple : budget participatif, accès à l’information, Tétouan…
experiences-search-count = { $count ->
    [0] Aucun résultat
    [one] { $count } résultat
   *[other] { $count } résultats
}
experiences-search-collectivities = Collectivités
