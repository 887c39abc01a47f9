# Catalogue, modules, lessons, editions and certificates.

## Counts

learn-count-lessons = { PLURAL($count) ->
    [one] { $count } leçon
   *[other] { $count } leçons
}
learn-count-questions = { PLURAL($count) ->
    [one] { $count } question
   *[other] { $count } questions
}
learn-count-modules = { PLURAL($count) ->
    [one] { $count } module
   *[other] { $count } modules
}

## Catalogue

learn-title = Formation
learn-lead = De courts modules à distance, en arabe, en français et en anglais. Avancez à votre rythme : votre progression est enregistrée.
learn-loading = Chargement des modules
learn-filters = Filtrer les modules
learn-filter-principle = Principe
learn-filter-audience = Public
learn-filter-language = Langue
learn-filter-stage = Progression
learn-filter-reset = Effacer les filtres
learn-results = { $count ->
    [0] Aucun module
   *[other] { PLURAL($count) ->
        [one] { $count } module
       *[other] { $count } modules
    }
}
learn-stage-not-started = Non commencé
learn-stage-in-progress = En cours
learn-stage-completed = Terminé
learn-none-left-title = Aucun module ne correspond
learn-none-left-text = Retirez un filtre, ou effacez-les tous pour revoir tous les modules.
learn-none-title = Aucun module n’est encore publié
learn-none-text = Les modules apparaîtront ici dès leur publication.
learn-card-steps = { $done } sur { $all }
learn-card-completed = Terminé
learn-all-principles = Les cinq principes
learn-language-ar = arabe
learn-language-fr = français
learn-language-en = anglais
learn-language-available = { $language } : complet
learn-language-missing = { $language } : pas encore complet

## Where to begin

learn-path-title = Par où commencer ?
learn-path-text = Choisissez votre rôle : nous vous proposons un ordre.
learn-path-focal-point = Je suis un nouveau point focal
learn-path-elected = Je suis une élue ou un élu
learn-path-staff = Je suis agent d’une collectivité
learn-path-civil-society = Je viens de la société civile
learn-path-trainer = Je suis formatrice ou formateur
learn-path-sum = { $modules }, soit { $duration } au total
learn-path-start = Commencer ce parcours
learn-path-continue = Continuer ce parcours
learn-path-done = Vous avez terminé ce parcours

## Module

learn-module-loading = Chargement du module
learn-module-facts = À propos du module
learn-module-duration = Durée estimée
learn-module-audience = Public
learn-module-languages = Langues
learn-module-licence = Licence
learn-module-updated = Mise à jour
learn-module-objectives = À la fin de ce module, vous saurez
learn-module-contents = Contenu du module
learn-module-progress = Votre progression
learn-module-quiz = Quiz
learn-module-quiz-about = { $questions }, seuil de réussite { $percent }
learn-module-quiz-best = Votre meilleur résultat : { $percent }
learn-module-quiz-passed = Réussi avec { $percent }
learn-module-certificate = Attestation de réussite
learn-module-certificate-about = Délivrée quand toutes les leçons sont terminées et le quiz réussi.
learn-module-sources = Sources
learn-module-sources-count = Sources ({ $count })
learn-module-start = Commencer le module
learn-module-continue = Reprendre : { $lesson }
learn-module-take-quiz = Passer le quiz
learn-module-retake-quiz = Repasser le quiz
learn-module-see-certificate = Voir l’attestation
learn-module-earned = Vous avez obtenu l’attestation de ce module.
learn-certificate-earned = Vous avez obtenu l’attestation du module « { $module } ».
learn-module-await-signed-in = Vous avez terminé ce module. Votre attestation sera délivrée dès que vos résultats arriveront au serveur.
learn-module-await-visitor = Vous avez terminé ce module. Connectez-vous pour obtenir l’attestation : votre progression sera ajoutée à votre compte.
learn-module-sign-in = Se connecter
learn-module-unavailable-title = Impossible de charger ce module
learn-module-unavailable-text = Le texte du module n’est pas encore sur cet appareil. Réessayez une fois la connexion rétablie.
learn-module-missing-title = Ce module n’existe pas
learn-module-missing-text = Son adresse a peut-être changé, ou il a été retiré. Cherchez-le dans le catalogue.
learn-back-to-catalogue = Catalogue des modules
learn-lesson-state-done = Terminée
learn-lesson-state-begun = Lecture commencée
learn-breadcrumbs = Fil d’Ariane

## Lesson

learn-lesson-of = Leçon { $number } sur { $all }
learn-lesson-outline = Leçons du module
learn-lesson-neighbours = D’une leçon à l’autre
learn-lesson-loading = Chargement de la leçon
learn-lesson-complete = J’ai terminé cette leçon
learn-lesson-complete-next = Leçon terminée : passer à la suivante
learn-lesson-complete-quiz = Leçon terminée : passer au quiz
learn-lesson-is-complete = Vous avez terminé cette leçon.
learn-lesson-completed-announced = La leçon est marquée comme terminée.
learn-lesson-next = Leçon suivante
learn-lesson-previous = Leçon précédente
learn-lesson-to-quiz = Quiz
learn-lesson-to-module = Page du module
learn-lesson-resumed = Vous revoici là où vous vous étiez arrêté.
learn-lesson-from-start = Revenir au début de la leçon
learn-lesson-position = Avancement de la lecture
learn-lesson-print = Imprimer la leçon
learn-lesson-missing-title = Cette leçon n’existe pas
learn-lesson-missing-text = Son adresse a peut-être changé. Vous la trouverez parmi les leçons du module.
learn-lesson-fallback = Cette leçon n’existe pas encore dans la langue choisie. Voici le texte disponible.
learn-copy = Copier « { $label } »
learn-copied = Texte copié. Vous pouvez le coller dans votre document.
learn-copy-failed = La copie n’a pas abouti. Sélectionnez le texte et copiez-le vous-même.

## Quiz

learn-quiz-loading = Chargement du quiz
learn-quiz-none-title = Ce module n’a pas encore de quiz
learn-quiz-none-text = Le quiz apparaîtra ici dès sa publication.

## Mine

learn-mine-untitled = Expérience sans titre

## Certificate

learn-certificate-title = Attestation de réussite
learn-certificate-page-title = Vérification de l’attestation { $number }
learn-certificate-network = Réseau marocain des collectivités territoriales ouvertes
learn-certificate-hub = Multaqa, la plateforme de formation et de partage d’expériences
learn-certificate-awarded = Cette attestation est délivrée à
learn-certificate-for = qui a terminé les leçons et réussi le quiz du module à distance
learn-certificate-number = Numéro
learn-certificate-issued = Délivrée le
learn-certificate-score = Résultat
learn-certificate-duration = Durée estimée
learn-certificate-qr = Code qui ouvre l’adresse de vérification : { $address }
learn-certificate-valid-title = Attestation authentique
learn-certificate-valid-text = Multaqa a délivré cette attestation le { $date } ; ses mentions sont conformes à l’enregistrement.
learn-certificate-held-text = Ceci est votre copie de l’attestation. Sans connexion, elle n’a pas pu être vérifiée auprès du serveur.
learn-certificate-print = Imprimer l’attestation
learn-certificate-checking = Vérification de l’attestation
learn-certificate-unknown-title = Aucune attestation ne porte ce numéro
learn-certificate-unknown-text = Vérifiez le numéro tel qu’il est écrit sur l’attestation : il commence par MTQ, puis l’année, puis des groupes de lettres et de chiffres séparés par des tirets.
learn-certificate-offline-title = La vérification n’est pas possible maintenant
learn-certificate-offline-text = La vérification nécessite une connexion à Internet. Cela ne signifie pas que l’attestation est fausse.
learn-certificate-try-number = Vérifier un autre numéro
learn-certificate-try-action = Vérifier

# Éditions d’un module
learn-edition = Édition
learn-edition-name = Édition { $number }
learn-edition-live = Édition en cours
learn-edition-past = Édition antérieure
learn-edition-withdrawn = Édition retirée
learn-edition-withdrawn-text = Cette édition a été retirée, car elle contient des indications qui ne sont plus exactes. Elle ne donne plus lieu à de nouvelles attestations ; celles qui ont été délivrées restent valables.
learn-edition-lead = Édition { $number }, telle que publiée le { $date }.
learn-edition-to-live = Aller à l’édition en cours du module
learn-edition-missing-title = Cette édition n’existe pas
learn-edition-missing-text = L’adresse est peut-être incomplète. Toutes les éditions figurent sur la page du module.
learn-editions-link = Éditions du module
learn-editions-title = Éditions de « { $module } »
learn-editions-lead = Chaque édition reste telle qu’elle a été publiée, et ce qu’elle demande pour son attestation ne change pas.
learn-edition-lessons-left = { PLURAL($count) ->
    [one] Vous avez réussi le quiz de l’édition { $edition }. Il vous reste une leçon pour son attestation :
   *[other] Vous avez réussi le quiz de l’édition { $edition }. Il vous reste { $count } leçons pour son attestation :
}
learn-edition-renewed = { $count ->
    [0] Vous avez l’attestation de l’édition { $held }. L’édition { $live } est parue, sans nouvelle leçon.
   *[other] { PLURAL($count) ->
        [one] Vous avez l’attestation de l’édition { $held }. L’édition { $live } est parue, avec une nouvelle leçon.
       *[other] Vous avez l’attestation de l’édition { $held }. L’édition { $live } est parue, avec { $count } nouvelles leçons.
    }
}
learn-edition-withdraw = Retirer l’édition
learn-edition-withdraw-one = Retirer l’édition { $edition }
learn-edition-withdraw-title = Retirer l’édition { $edition } ?
learn-edition-withdraw-text = Cette édition ne donnera plus lieu à aucune attestation. Les attestations délivrées restent valables et les textes restent lisibles. Le retrait est définitif : publiez une nouvelle édition une fois l’erreur corrigée.
learn-edition-reason = Qu’est-ce qui n’est plus exact ?
learn-edition-reason-hint = Toute personne qui ouvre la page des éditions le lira.
learn-edition-reason-missing = Indiquez le motif du retrait.
learn-edition-withdrawn-announced = L’édition { $edition } est retirée.
learn-certificate-newer-edition = Cette attestation porte sur l’édition { $of } du module. L’édition { $newer } est parue depuis ; l’attestation reste valable.
learn-module-archived = Ce module a quitté le catalogue. Les personnes qui l’ont commencé peuvent le terminer.
learn-edition-read-by = Rédaction : { $writers }. Relecture : { $reader }.
learn-edition-unread = Rédaction : { $writers }. Sans relecture par une autre personne.
