# The first page, for visitors and for people who signed in.
home-heading = Se former et partager l’expérience de l’ouverture
home-lead = De courts modules à distance et les bonnes pratiques des collectivités territoriales, à lire même hors ligne.
home-welcome = Bienvenue, { $name }
home-action-begin = Commencer le premier module
home-action-continue = Reprendre la formation
home-action-experiences = Parcourir les expériences

home-doors = Rubriques principales

home-waiting-title = À traiter
home-waiting-nothing = Aucune action en attente pour le moment.
home-waiting-validate = { PLURAL($count) ->
    [one] { $count } expérience en attente de votre décision
   *[other] { $count } expériences en attente de votre décision
}
home-waiting-validate-action = Voir les expériences à valider
home-waiting-revisions = { PLURAL($count) ->
    [one] { $count } texte publié a changé ou doit changer
   *[other] { $count } textes publiés ont changé ou doivent changer
}
home-waiting-reports = { PLURAL($count) ->
    [one] { $count } signalement en attente de votre décision
   *[other] { $count } signalements en attente de votre décision
}
home-waiting-reports-action = Voir les signalements
home-waiting-modules = { PLURAL($count) ->
    [one] { $count } module à relire ou à reprendre
   *[other] { $count } modules à relire ou à reprendre
}
home-waiting-modules-action = Voir les modules
home-waiting-returned = Renvoyée pour correction
home-waiting-returned-action = Lire le motif et corriger
home-waiting-draft = Brouillon pas encore envoyé
home-waiting-draft-action = Continuer à écrire
home-waiting-refused = { PLURAL($count) ->
    [one] { $count } modification n’a pas été acceptée ; son texte est conservé
   *[other] { $count } modifications n’ont pas été acceptées ; leurs textes sont conservés
}
home-waiting-refused-action = Voir le détail

home-learn-title = Formation
home-learn-carry-on = Reprenez où vous en étiez
home-learn-first = Commencez par ici
home-learn-then = Et ensuite
home-learn-all-done = Vous avez terminé tous les modules. Bravo !
home-learn-empty = Aucun module n’est encore publié.
home-learn-more = Tous les modules

home-experiences-title = Dernières expériences publiées
home-experiences-empty = Aucune expérience n’est encore publiée. Soyez les premiers à partager la vôtre.
home-experiences-more = Toutes les expériences

home-network-title = Le réseau en chiffres
home-network-text = { PLURAL($count) ->
    [one] { $count } membre dans l’annuaire de Multaqa. Les chiffres sont calculés à partir de l’annuaire.
   *[other] { $count } membres dans l’annuaire de Multaqa. Les chiffres sont calculés à partir de l’annuaire.
}
home-network-regions = { PLURAL($count) ->
    [one] région
   *[other] régions
}
home-network-councils = { PLURAL($count) ->
    [one] conseil préfectoral ou provincial
   *[other] conseils préfectoraux et provinciaux
}
home-network-communes = { PLURAL($count) ->
    [one] commune
   *[other] communes
}
home-regions-title = Les membres par région
home-network-region = { $region } : { PLURAL($count) ->
    [one] { $count } membre
   *[other] { $count } membres
}
home-network-map = Nombre de membres par région. Choisissez une région pour voir ses membres.
home-network-more = Annuaire des collectivités

# What the hub is, and its words.
about-title = À propos
about-lead = Ce qu’est Multaqa, et pour qui.
about-what-title = Qu’est-ce que Multaqa ?
about-what-text = Multaqa est une plateforme de formation à distance et de partage d’expériences entre les membres du Réseau marocain des collectivités territoriales ouvertes : régions, préfectures, provinces et communes.
about-who-title = Pour qui ?
about-who-text = Pour les points focaux, les élus, les agents, les formateurs, les partenaires et la société civile. Tout le monde peut lire les contenus publics et suivre les modules sans compte. Un compte s’ouvre sur invitation d’un point focal ou d’un administrateur.
about-offline-title = Utilisation hors ligne
about-offline-text = Ce que vous avez ouvert reste lisible sur cet appareil. Vos textes et vos résultats y sont d’abord enregistrés, puis envoyés au retour de la connexion. L’état affiché en haut de la page indique toujours ce qui est enregistré, et où.
about-data-title = Vos données
about-data-text = Ni pistage ni publicité. Seuls vous et les points focaux de votre collectivité voyez votre progression. Seules les expériences validées par un point focal sont publiées.
about-licence-title = Réutiliser
about-licence-text = Les modules sont publiés sous la licence Creative Commons indiquée sur chacun d’eux. Ce sont des supports de formation, non des documents officiels.
about-verify-title = Vérifier une attestation
about-verify-text = Chaque attestation a un numéro et une adresse publique. Saisissez le numéro pour la vérifier.
about-verify-number = Numéro de l’attestation
glossary-title = Glossaire
glossary-lead = Les termes du réseau dans les trois langues.
glossary-search = Chercher un terme
glossary-found = { PLURAL($count) ->
    [one] { $count } terme
   *[other] { $count } termes
}
glossary-none-title = Aucun terme trouvé
glossary-none-text = Essayez un mot plus court, ou une autre langue.
glossary-source = Source
home-waiting-recovery = Un lien a été créé pour changer le mot de passe de votre compte. Créé par : { $name }
home-waiting-recovery-action = Voir
