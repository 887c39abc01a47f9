# Reading experiences: the list and the page of each.
experiences-list-title = Expériences
experiences-list-lead = Des pratiques et des projets d’ouverture, validés par les points focaux des collectivités, pour que d’autres s’en inspirent.
experiences-one-title = Expérience
experiences-language-ar = arabe
experiences-language-fr = français
experiences-language-en = anglais
experiences-language-available = Disponible : { $language }
experiences-language-missing = Non disponible : { $language }
experiences-more-principles = { PLURAL($count) ->
    [one] et un autre
   *[other] et { $count } autres
}
experiences-write-action = Écrire une expérience
experiences-search-label = Chercher dans les expériences
experiences-filters = Filtrer
experiences-filters-on = Filtrer ({ $count })
experiences-filter-marked = Vos favoris
experiences-filter-marked-only = Favoris seulement
experiences-filter-principle = Principe
experiences-filter-region = Région
experiences-filter-type = Type
experiences-filter-language = Langue de lecture
experiences-results = { $count ->
    [0] Aucune expérience
   *[other] { PLURAL($count) ->
        [one] { $count } expérience
       *[other] { $count } expériences
    }
}

# While older experiences are still being fetched.
experiences-results-so-far = Déjà chargées : { $count }, suite en cours de chargement
experiences-results-shown = Affichées : { $shown } sur { $count }
experiences-show-more = En afficher plus
experiences-reset = Tout effacer
experiences-loading = Chargement des expériences
experiences-offline-title = Non disponible hors ligne
experiences-list-offline-text = Les expériences ne sont pas encore sur cet appareil. Elles apparaîtront dès que la connexion sera rétablie.
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
   *[other] { PLURAL($count) ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }
}
experiences-search-offline = Le réseau est hors de portée : la recherche porte sur ce que contient cet appareil, c’est-à-dire les titres, les résumés et les textes qui y sont conservés.
experiences-search-near = Rien ne contient ces mots. Voici les résultats de ce que vous vouliez peut-être dire :
experiences-search-collectivities = Collectivités
experiences-one-loading = Chargement de l’expérience
experiences-one-offline = Le texte de cette expérience n’est pas sur cet appareil. Il apparaîtra dès que la connexion sera rétablie.
experiences-one-missing-title = Cette expérience n’est pas accessible
experiences-one-missing-text = L’adresse est peut-être inexacte, ou l’expérience a été retirée.
experiences-one-archived = Cette expérience est archivée : elle ne figure plus dans les listes, sa collectivité la conserve.
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
experiences-since = Début : { $date }
experiences-until = Fin : { $date }
experiences-from-to = { $from } – { $to }
experiences-marked = L’expérience est dans vos favoris
experiences-unmarked = L’expérience n’est plus dans vos favoris
experiences-mark-action = Ajouter aux favoris
experiences-marked-action = Dans vos favoris
experiences-cite-action = Citer et partager
experiences-cite-title = Citer et partager cette expérience
experiences-cite-lead = La citation et les fichiers sont dans la langue que vous lisez.
experiences-citation-label = Texte de la citation
experiences-citation = { $collectivity }. « { $title } ». Multaqa, Réseau marocain des collectivités territoriales ouvertes, { $year }. { $address }
experiences-citation-undated = s.{ "\u00A0" }d.
experiences-copy-citation = Copier la citation
experiences-copy-address = Copier le lien
experiences-not-copied = Le navigateur ne l’a pas permis. Sélectionnez le texte et copiez-le.
experiences-files-title = Télécharger l’expérience
experiences-file-markdown = Texte (Markdown)
experiences-file-json = Données (JSON)
experiences-file-fact = { $term } :
experiences-print = Imprimer
experiences-revise-action = Corriger ou traduire
experiences-archive-action = Archiver
experiences-archive-title = Archiver cette expérience ?
experiences-archive-text = Elle ne figurera plus dans les listes ni dans la recherche. Votre collectivité la conserve et peut la rétablir à tout moment.
experiences-archived = L’expérience est archivée
experiences-restore-action = Rétablir
experiences-restored = L’expérience est de nouveau dans les listes
experiences-optional = (facultatif)
experiences-reuses = Réutilisations
experiences-reuse-count = { $count ->
    [0] Aucune collectivité n’a encore déclaré de réutilisation.
   *[other] { PLURAL($count) ->
        [one] Une collectivité a déclaré une réutilisation.
       *[other] { $count } collectivités ont déclaré une réutilisation.
    }
}
experiences-reuse-others = { PLURAL($count) ->
    [one] Une réutilisation déclarée hors des collectivités.
   *[other] { $count } réutilisations déclarées hors des collectivités.
}
experiences-reuse-question = Votre collectivité s’en est inspirée ? Informez-en ses auteurs.
experiences-reuse-question-other = Vous vous en êtes inspirés ? Informez-en ses auteurs.
experiences-reuse-action = Nous l’avons réutilisée
experiences-reuse-note = Qu’en avez-vous fait ?
experiences-reuse-note-hint = Quelques mots suffisent : ce que vous avez adapté, ce qui a fonctionné.
experiences-reuse-declared = Vous avez déclaré avoir réutilisé cette expérience.
experiences-reuse-withdraw = Retirer la déclaration
experiences-reuse-withdrawn = Déclaration retirée
experiences-conversation = Échanges
experiences-comment-count = { $count ->
    [0] Pas encore de commentaire. Posez la première question ou apportez un complément.
   *[other] { PLURAL($count) ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    }
}
experiences-comments-left = { PLURAL($count) ->
    [one] Encore { $count } commentaire
   *[other] Encore { $count } commentaires
}
experiences-comments-more = Afficher la suite des commentaires
experiences-comments-all = Tous les commentaires sont affichés
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
experiences-comment-remove-text = Le texte est définitivement supprimé ; son emplacement est conservé afin que les réponses restent compréhensibles.
experiences-comment-removed = Ce commentaire a été retiré
experiences-report-experience = Signaler cette expérience
experiences-report-title = Signaler un contenu
experiences-report-text = Le signalement n’est lu que par les administrateurs, qui examineront ce contenu.
experiences-report-reason = Motif
experiences-report-reason-missing = Choisissez un motif.
experiences-report-note = Précisions
experiences-report-send = Envoyer le signalement
experiences-report-sent = Signalement enregistré, merci
experiences-proposal-waiting-title = Changements en attente de validation
experiences-proposal-returned-title = Les changements ont été renvoyés à leur auteur
experiences-corrected-title = De petites corrections ont paru
experiences-achieved-title = Votre expérience est publiée
experiences-achieved-text = Tout le réseau et le public peuvent désormais la lire, la citer et la reproduire.
experiences-achieved-next = Partager une autre expérience
experiences-standing-title = Entre l’auteur et le point focal
experiences-standing-revised = Le point focal a corrigé ce texte :
experiences-standing-open = Voir les changements
