# The pages of the area `experiences`.
experiences-list-title = Expériences
experiences-list-lead = Des pratiques et des projets d’ouverture, validés par les collectivités elles-mêmes, pour que d’autres s’en servent.
experiences-one-title = Expérience
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
experiences-one-loading = Chargement de l’expérience
experiences-one-offline = Le texte de cette expérience n’est pas sur cet appareil. Il apparaîtra dès que la connexion revient.
experiences-one-missing-title = Cette expérience n’est pas accessible
experiences-one-missing-text = L’adresse est peut-être inexacte, ou l’expérience a été retirée.
experiences-one-archived = Cette expérience est archivée : elle ne figure plus dans les listes, sa collectivité la garde.
experiences-one-not-public = Cette expérience n’est pas encore publiée.
experiences-to-list = Toutes les expériences
experiences-breadcrumbs = Fil d’Ariane
experiences-languages = Langues de cette expérience
experiences-shown-in-another = Cette expérience n’existe pas encore en { $wanted } ; elle est présentée ici en { $shown }.
experiences-section-only-in = Cette partie n’existe qu’en { $language }.
experiences-sources = Sources
experiences-facts = L’essentiel
experiences-fact-collectivity = Collectivité
experiences-fact-region = Région
experiences-fact-when = Période
experiences-fact-cost = Coût
experiences-fact-state = État
experiences-fact-published = Publiée le
experiences-dirhams = { $amount } dirhams
experiences-since = Depuis { $date }
experiences-until = Jusqu’à { $date }
experiences-from-to = De { $from } à { $to }
experiences-marked = L’expérience est dans vos marque-pages
experiences-unmarked = L’expérience n’est plus dans vos marque-pages
experiences-mark-action = Marquer
experiences-marked-action = Marquée
experiences-cite-action = Citer et partager
experiences-cite-title = Citer et partager cette expérience
experiences-cite-lead = La citation et les fichiers sont dans la langue que vous lisez.
experiences-citation-label = Texte de la citation
experiences-citation = { $collectivity }. « { $title } ». Multaqa, Réseau marocain des collectivités territoriales ouvertes, { $year }. { $address }
experiences-copy-citation = Copier la citation
experiences-copy-address = Copier le lien
experiences-not-copied = Le navigateur ne l’a pas permis. Sélectionnez le texte et copiez-le.
experiences-files-title = Télécharger le récit
experiences-file-markdown = Texte (Markdown)
experiences-file-json = Données (JSON)
experiences-file-fact = { $term } :
experiences-print = Imprimer
experiences-revise-action = Corriger ou traduire
experiences-archive-action = Archiver
experiences-archive-title = Archiver cette expérience ?
experiences-archive-text = Elle ne figurera plus dans les listes ni dans la recherche. Votre collectivité la garde et peut la rétablir à tout moment.
experiences-archived = L’expérience est archivée
experiences-restore-action = Rétablir
experiences-restored = L’expérience est de nouveau dans les listes
experiences-optional = (facultatif)
experiences-reuses = Qui l’a réutilisée
experiences-reuse-count = { $count ->
    [0] Personne n’a encore dit avoir réutilisé cette expérience.
    [one] Elle a été réutilisée une fois.
   *[other] Elle a été réutilisée { $count } fois.
}
experiences-reuse-question = Votre collectivité s’en est inspirée ? Dites-le à ses auteurs.
experiences-reuse-action = Nous l’avons réutilisée
experiences-reuse-note = Qu’en avez-vous fait ?
experiences-reuse-note-hint = Quelques mots suffisent : ce que vous avez adapté, ce qui a marché.
experiences-reuse-declared = Vous avez dit avoir réutilisé cette expérience.
experiences-reuse-withdraw = Retirer
experiences-reuse-withdrawn = C’est retiré
experiences-conversation = Conversation
experiences-comment-count = { $count ->
    [0] Pas encore de commentaire. Posez la première question, ou complétez.
    [one] { $count } commentaire
   *[other] { $count } commentaires
}
experiences-sign-in-to-comment = Pour poser une question ou commenter, connectez-vous.
experiences-comment-yours = Votre commentaire
experiences-comment-your-answer = Votre réponse
experiences-comment-hint = Visible par tous les lecteurs de l’expérience, avec votre nom.
experiences-comment-send = Publier
experiences-comment-added = Votre commentaire est ajouté
experiences-comment-waiting = Enregistré sur cet appareil, pas encore envoyé
experiences-comment-answer = Répondre
experiences-comment-report = Signaler
experiences-comment-remove = Retirer
experiences-comment-remove-title = Retirer ce commentaire ?
experiences-comment-remove-text = Ses mots sont effacés pour de bon ; sa place reste, pour que les réponses se comprennent.
experiences-comment-removed = Ce commentaire a été retiré
experiences-report-experience = Signaler cette expérience
experiences-report-title = Signaler un contenu
experiences-report-text = Le signalement n’est lu que par la coordination du réseau, qui regardera ce contenu.
experiences-report-reason = Motif
experiences-report-reason-missing = Choisissez un motif.
experiences-report-note = Précisions
experiences-report-send = Envoyer le signalement
experiences-report-sent = Signalement enregistré, merci
