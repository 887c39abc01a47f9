# The pages of the area `experiences`.
experiences-list-title = Expériences
experiences-list-lead = Des pratiques et des projets d’ouverture, validés par les points focaux des collectivités, pour que d’autres s’en inspirent.
experiences-one-title = Expérience
experiences-write-new-title = Écrire une expérience
experiences-write-new-lead = Présentez ce que votre collectivité a réalisé, pour que d’autres s’en inspirent.
experiences-write-title = Écrire une expérience
experiences-write-lead = Une partie par étape, dans l’ordre qui vous convient. Personne d’autre ne la voit avant l’envoi.
experiences-write-incomplete = Ce brouillon n’est pas entièrement sur cet appareil : ce qui a déjà été envoyé apparaîtra dès que la connexion sera rétablie. Ce que vous écrivez maintenant ne remplace aucun texte.
experiences-validation-title = Expériences à valider
experiences-validation-lead = Ce que vos collègues ont soumis, du plus ancien au plus récent.
experiences-validate-title = Examiner une expérience
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
experiences-write-for = Pour quelle collectivité écrivez-vous ?
experiences-write-for-missing = Choisissez une collectivité.
experiences-write-begin = Commencer
experiences-write-visitor-title = Connectez-vous pour écrire
experiences-write-visitor-text = Les expériences sont écrites par les personnes inscrites des collectivités du réseau.
experiences-write-nowhere-title = Vous n’appartenez à aucune collectivité sur la plateforme
experiences-write-nowhere-text = Demandez une invitation au point focal de votre collectivité.
experiences-revise-title = Corriger ou traduire une expérience
experiences-revise-lead = Enregistrez vos corrections à la dernière étape. Elle vous dit si elles paraissent aussitôt ou si le point focal les valide d’abord.
experiences-write-denied-title = Vous ne pouvez pas écrire ici
experiences-write-denied-text = Ce brouillon n’existe pas, appartient à quelqu’un d’autre, ou l’expérience est archivée.
experiences-to-mine = Aller à mon espace
experiences-steps = Étapes
experiences-step-title = Titre et résumé
experiences-step-facts = Données et sources
experiences-step-review = Relecture et envoi
experiences-step-done = { $step } (complété)
experiences-step-needed-note = nécessaire
experiences-step-line = Étape { $number } sur { $all } : { $step }
experiences-step-back = Précédent
experiences-step-next = Suivant
experiences-completeness = Parties écrites : { $done } sur { $all }
experiences-complete-none = Commencez par ce que vous connaissez le mieux
experiences-complete-some = Chaque partie aide une autre collectivité
experiences-complete-enough = Suffisant pour l’envoi
experiences-complete-all = Tout est écrit
experiences-untouched = Ce que vous écrivez est enregistré automatiquement
experiences-typing = Enregistrement sur cet appareil…
experiences-revision-unsaved = Corrections pas encore enregistrées : enregistrez-les à la dernière étape
experiences-first-language = Langue du texte
experiences-second-language = Traduire en
experiences-languages-written = Langue d’écriture
experiences-example = Un exemple
experiences-too-long = Le texte est trop long : { $length } caractères pour { $limit } au plus. Cette partie ne s’enregistre pas tant qu’elle n’est pas plus courte.
experiences-length = Caractères : { $length } sur { $limit }
experiences-principles = Principes concernés
experiences-principles-hint = Au moins un.
experiences-kind-hint-practice = Une action menée, dont on voit les résultats.
experiences-kind-hint-openness-project = Un projet du programme d’ouverture de la collectivité.
experiences-started = Quand a-t-elle commencé ?
experiences-ended = Quand s’est-elle terminée ?
experiences-date-hint = L’année suffit. Laissez vide ce que vous ne savez pas.
experiences-year = Année
experiences-month = Mois
experiences-day = Jour
experiences-month-unknown = Non connu
experiences-date-invalid = Cette date n’existe pas ou n’est pas complète. Exemple : 2024. Ce champ n’est pas enregistré.
experiences-started-out-of-range = L’année du début doit être comprise entre { $first } et { $last }. L’expérience ne peut pas être envoyée avec cette date.
experiences-ended-out-of-range = L’année de la fin doit être comprise entre { $first } et { $last }. L’expérience ne peut pas être envoyée avec cette date.
experiences-ended-before-start = La fin est antérieure au début. L’expérience ne peut pas être envoyée avec ces dates.
experiences-tidy-lists = Mettre en forme les listes collées
experiences-field-not-saved = Un champ n’est pas enregistré. Corrigez-le à l’étape des données et sources.
experiences-cost = Coût en dirhams
experiences-cost-hint = En dirhams entiers, par exemple 500000 ou 1,5 million. Laissez vide s’il n’est pas connu.
experiences-cost-read = Montant lu : { $amount } dirhams
experiences-cost-invalid = Écrivez un seul montant en dirhams, en chiffres. Ce champ n’est pas enregistré.
experiences-cost-ambiguous = Ce montant peut se lire de deux façons. Écrivez-le sans point ni virgule (1500), ou avec deux décimales (1500,00), et un grand montant en chiffres. Ce champ n’est pas enregistré.
experiences-cost-centimes = Écrivez un montant en dirhams entiers, sans centimes. Ce champ n’est pas enregistré.
experiences-cost-negative = Un coût ne peut pas être négatif. Ce champ n’est pas enregistré.
experiences-cost-too-large = Ce montant est trop grand. Vérifiez les chiffres. Ce champ n’est pas enregistré.
experiences-sources-hint = Rapports, délibérations, pages qui appuient ce qui est dit.
experiences-source-add = Ajouter une source
experiences-source-title = Source { $place }
experiences-source-address = Adresse sur le web
experiences-source-address-invalid = Une adresse commence par https://. Les sources ne s’enregistrent pas avant d’être corrigées.
experiences-source-up = Monter la source { $place }
experiences-source-down = Descendre la source { $place }
experiences-source-remove = Retirer la source { $place }
experiences-source-moved = La source est maintenant en position { $place }
experiences-source-removed = Source retirée
experiences-translations = Traductions relues
experiences-translations-hint = Cochez celles qu’une personne connaissant les deux langues a relues.
experiences-returned-title = Cette expérience vous a été renvoyée pour correction
experiences-returned-next = Corrigez le texte, puis soumettez-le de nouveau à la dernière étape. Tout ce que vous avez écrit est conservé.
experiences-clash-title = Quelqu’un a modifié le même texte
experiences-clash-text = Rien n’est perdu. Comparez les deux versions et choisissez.
experiences-clash-theirs = L’autre version
experiences-clash-difference = La différence avec la vôtre
experiences-clash-keep-mine = Conserver ma version
experiences-clash-take-theirs = Retenir l’autre version
experiences-clash-taken = L’autre version est retenue
experiences-clash-removed = Dans cette version, le texte est supprimé.
experiences-clash-kept = Votre version est conservée
experiences-clash-keep-both = Conserver les deux, l’une après l’autre
experiences-clash-both-kept = Les deux versions sont conservées
experiences-versions-title = Vous avez plusieurs versions du même texte
experiences-versions-text = Vous avez écrit le même texte sur un autre appareil ou dans un autre onglet. Rien n’est perdu. Comparez les versions et choisissez ; vous pourrez ensuite soumettre le brouillon.
experiences-diff-removed = retiré :
experiences-diff-added = ajouté :
experiences-preview = Comme les lecteurs la verront
experiences-preview-empty = Rien n’est encore écrit. Commencez par l’étape de votre choix.
experiences-needed = Nécessaire à l’envoi, dans une langue au moins
experiences-needed-written = Nécessaire à l’envoi, complété
experiences-missing-title = Éléments manquants avant l’envoi
experiences-missing-text = Ce que vous avez écrit est conservé. Une seule langue complète suffit.
experiences-missing-section = { $section } : écrivez cette partie
experiences-missing-principles = Principes : choisissez-en au moins un
experiences-submit-lead = Après l’envoi, le point focal de votre collectivité l’examine : il la publie, ou vous la renvoie en indiquant le motif.
experiences-submit-action = Soumettre pour validation
experiences-submitted = L’expérience est soumise pour validation
experiences-revision-count = { $count ->
    [0] Aucune correction à enregistrer.
   *[other] { PLURAL($count) ->
        [one] Une correction à enregistrer. Les lecteurs la verront aussitôt.
       *[other] { $count } corrections à enregistrer. Les lecteurs les verront aussitôt.
    }
}
experiences-revision-save = Enregistrer les corrections
experiences-revised = Les corrections sont enregistrées
experiences-discard-action = Supprimer le brouillon
experiences-discard-title = Supprimer ce brouillon ?
experiences-discard-text = Tout ce qui y est écrit, dans toutes les langues, sera effacé et ne pourra pas être retrouvé.
experiences-discarded = Le brouillon est supprimé
experiences-revision-at-once = Petites corrections : elles paraissent aussitôt, et le point focal les voit ensuite.
experiences-revision-validated-first = Le point focal valide d’abord ces changements. D’ici là, le texte publié reste tel quel.
experiences-proposed = Vos changements sont envoyés au point focal. Le texte publié reste tel quel jusqu’à sa validation.
experiences-proposal-waiting-title = Changements en attente de validation
experiences-proposal-waiting-text = Envoyés : { $date }. Les lecteurs ne les voient pas encore. Vous pouvez encore les modifier ici.
experiences-proposal-returned-title = Les changements ont été renvoyés à leur auteur
experiences-proposal-returned-next = Corrigez le texte, puis enregistrez-le à la dernière étape pour le soumettre de nouveau. Tout ce que vous avez écrit est conservé.
experiences-proposal-withdraw = Abandonner ces changements
experiences-proposal-withdrawn = Les changements sont abandonnés, le texte publié reste tel quel
experiences-revisions-title = Textes publiés qui changent
experiences-tag-revision = Changement à valider
experiences-tag-revision-waiting = Changements à valider
experiences-tag-revision-returned = Changements renvoyés
experiences-tag-corrections = Petites corrections
experiences-revised-title = Changement d’un texte publié
experiences-revised-text = Les lecteurs ne voient pas encore ces changements. Ils sont marqués dans chaque partie.
experiences-corrected-title = De petites corrections ont paru
experiences-corrected-text = Les lecteurs les voient déjà. Elles sont marquées dans chaque partie ; au besoin, corrigez le texte vous-même.
experiences-corrected-see = J’en ai pris connaissance
experiences-corrected-seen = Les corrections sont marquées comme vues
experiences-facts-before = L’essentiel, avant le changement
experiences-achieved-title = Votre expérience est publiée
experiences-achieved-text = Tout le réseau et le public peuvent désormais la lire, la citer et la reproduire.
experiences-achieved-next = Partager une autre expérience
experiences-standing-title = Entre l’auteur et le point focal
experiences-standing-revised = Le point focal a corrigé ce texte :
experiences-standing-open = Voir les changements
experiences-waiting-title = Votre expérience est en attente de validation
experiences-waiting-text = Le point focal de votre collectivité va l’examiner. Sa décision paraîtra dans votre espace.
experiences-waiting-since = Soumise : { $date }. Le point focal de votre collectivité va l’examiner ; sa décision paraîtra dans votre espace.
experiences-withdraw-action = Retirer la soumission et continuer la rédaction
experiences-withdrawn = La soumission est retirée ; vous pouvez continuer
experiences-decide-action = Décider
experiences-validation-count = { $count ->
    [0] Aucune expérience à valider
   *[other] { PLURAL($count) ->
        [one] { $count } expérience en attente de votre décision
       *[other] { $count } expériences en attente de votre décision
    }
}
experiences-validation-empty-title = Aucune expérience en attente de votre décision
experiences-validation-empty-text = Invitez vos collègues à présenter ce que votre collectivité a réalisé.
experiences-to-people = Mes collègues
experiences-validation-not-yours-title = Cette page est réservée aux points focaux
experiences-validation-not-yours-text = Dans chaque collectivité, le point focal valide les expériences.
experiences-came-back = Soumise de nouveau
experiences-submitted-on = Soumise : { $when }
experiences-stale-title = Le texte a changé depuis que vous l’avez ouvert
experiences-stale-text = Lisez la nouvelle version avant de décider. Ce que vous avez écrit est conservé.
experiences-stale-action = Voir la nouvelle version
experiences-earlier-title = Cette expérience avait été renvoyée
experiences-earlier-changes = Ce qui a changé depuis est marqué dans chaque partie.
experiences-earlier-same = Aucun mot n’a changé depuis.
experiences-show-changes = Montrer les changements
experiences-section-changed = Modifié
experiences-section-same = Sans changement
experiences-not-waiting-title = Cette expérience n’attend pas de décision
experiences-not-waiting-text = Une décision a déjà été prise, ou l’auteur a retiré l’expérience.
experiences-next-one = La suivante
experiences-to-queue = Expériences à valider
experiences-decide-title = Votre décision
experiences-decide-errors = Il manque quelque chose
experiences-verdict = Que décidez-vous ?
experiences-verdict-missing = Choisissez de publier ou de renvoyer.
experiences-verdict-publish = Publier
experiences-verdict-publish-hint = Tout le monde la lit, au nom de votre collectivité.
experiences-verdict-return = Renvoyer à l’auteur
experiences-verdict-return-hint = Son auteur la corrige et la soumet de nouveau.
experiences-return-reason = Pourquoi
experiences-return-reason-missing = Choisissez un motif.
experiences-note-publish = Message à l’auteur
experiences-note-return = Que faut-il corriger ?
experiences-note-missing = Veuillez préciser le motif.
experiences-decide-publish = Publier l’expérience
experiences-decide-return = Renvoyer l’expérience
experiences-decided-published = Expérience publiée : { $title }
experiences-decided-returned = Renvoyée à son auteur : { $title }
experiences-hint-title = Qui a fait quoi, en une ligne.
experiences-hint-summary = Trois phrases : le problème, la réponse, le résultat. C’est ce qu’on lit d’abord dans la liste.
experiences-hint-problem = Qu’est-ce qui manquait ou n’allait pas, et pour qui ?
experiences-hint-solution = Qu’avez-vous fait, étape par étape ?
experiences-hint-actors = Qui a participé, et à quel titre ? Des fonctions, pas des noms.
experiences-hint-resources = Le budget, les personnes et les outils qu’il a fallu.
experiences-hint-results = Qu’est-ce qui a changé ? Avec des chiffres si possible, et ce qui les prouve.
experiences-hint-difficulties = Qu’est-ce qui a été difficile, ou n’a pas fonctionné ? C’est le plus utile aux autres.
experiences-hint-replication = Que faut-il à une autre collectivité pour la reproduire ?
experiences-hint-contact = Le service ou la fonction à qui s’adresser. Ni nom ni numéro personnel.
experiences-example-title = Une commune publie les procès-verbaux de son conseil, avec recherche par mots
experiences-example-summary = Pour lire un procès-verbal, il fallait venir à la commune. Il est maintenant en ligne sous une semaine. Les demandes au guichet ont baissé de moitié.
experiences-example-problem = Le service recevait une vingtaine de demandes par mois, et chacune attendait deux semaines.
experiences-example-solution = 1. Un modèle unique de procès-verbal. 2. Une formation de la secrétaire du conseil. 3. La mise en ligne dès l’approbation.
experiences-example-actors = Le secrétariat du conseil, le responsable du site, une association locale qui a essayé la recherche.
experiences-example-resources = Pas de budget supplémentaire : une journée de formation, deux heures de travail par session.
experiences-example-results = 34 procès-verbaux en ligne en un an, environ 300 visites chacun d’après les statistiques du site.
experiences-example-difficulties = Les anciens procès-verbaux étaient scannés, donc sans recherche possible. Nous les avons publiés tels quels.
experiences-example-replication = Un site simple, un modèle commun, une décision du président qui fixe le délai.
experiences-example-contact = Le secrétariat du conseil, ou le point focal de la commune.
