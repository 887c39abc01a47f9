# The first page, for visitors and for people who signed in.
home-heading = Se former et partager l’expérience de l’ouverture
home-lead = De courts modules à distance et les bonnes pratiques des collectivités territoriales, à lire même sans connexion.
home-welcome = Bienvenue, { $name }
home-action-begin = Commencer le premier module
home-action-continue = Reprendre la formation
home-action-experiences = Parcourir les expériences

home-doors = Trois portes d’entrée

home-waiting-title = Ce qui vous attend
home-waiting-nothing = Rien n’attend votre intervention pour le moment.
home-waiting-validate = { $count ->
    [one] { $count } expérience attend votre décision
   *[other] { $count } expériences attendent votre décision
}
home-waiting-validate-action = Ouvrir la file de relecture
home-waiting-returned = Renvoyée pour correction
home-waiting-returned-action = Lire le motif et corriger
home-waiting-draft = Brouillon pas encore envoyé
home-waiting-draft-action = Continuer à écrire
home-waiting-refused = { $count ->
    [one] { $count } modification n’a pas été acceptée ; son texte est conservé
   *[other] { $count } modifications n’ont pas été acceptées ; leurs textes sont conservés
}
home-waiting-refused-action = Les consulter

home-learn-title = Formation
home-learn-carry-on = Reprenez où vous en étiez
home-learn-first = Commencez par ici
home-learn-all-done = Vous avez terminé tous les modules. Bravo !
home-learn-empty = Aucun module n’est encore publié.
home-learn-more = Tous les modules

home-experiences-title = Dernières expériences publiées
home-experiences-empty = Aucune expérience n’est encore publiée. Soyez les premiers à partager la vôtre.
home-experiences-more = Toutes les expériences

home-network-title = Le réseau en chiffres
home-network-text = { $count ->
    [one] { $count } membre dans l’annuaire de Multaqa. Les chiffres sont calculés à partir de l’annuaire.
   *[other] { $count } membres dans l’annuaire de Multaqa. Les chiffres sont calculés à partir de l’annuaire.
}
home-network-regions = { $count ->
    [one] région
   *[other] régions
}
home-network-councils = { $count ->
    [one] conseil préfectoral ou provincial
   *[other] conseils préfectoraux et provinciaux
}
home-network-communes = { $count ->
    [one] commune
   *[other] communes
}
home-regions-title = Les membres par région
home-network-region = { $region } : { $count ->
    [one] { $count } membre
   *[other] { $count } membres
}
home-network-map = Nombre de membres par région. Choisissez une région pour voir ses membres.
home-network-more = Annuaire des collectivités

# What the hub is, and its words.
about-title = À propos
about-lead = Ce qu’est Multaqa, et pour qui.
glossary-title = Glossaire
glossary-lead = Les mots du réseau dans les trois langues.
