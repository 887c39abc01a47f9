# The pages of the area `experiences`.
experiences-list-title = Expériences
experiences-list-lead = Bonnes pratiques des collectivités territoriales.
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
