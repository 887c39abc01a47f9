# The directory of the network and the page of a collectivity.
network-title = Le réseau
network-lead = Les collectivités territoriales membres du réseau, leurs expériences et leurs points focaux.
network-regions = régions
network-councils = conseils préfectoraux et provinciaux
network-communes = communes
network-figures-note = Chiffres calculés à partir de l’annuaire ; seules les adhésions connues sont comptées.
network-map = Membres par région
network-region-members = { PLURAL($count) ->
    [one] { $region } : { $count } membre
   *[other] { $region } : { $count } membres
}
network-filter = Filtrer l’annuaire
network-search = Rechercher par nom
network-in = { $province }, { $region }
network-named = { $name } ({ $within })
network-province = Province ou préfecture
network-region = Région
network-all-regions = Toutes les régions
network-kind = Catégorie
network-all-kinds = Toutes les catégories
network-list = Liste
network-list-hint = La liste nationale compte toutes les collectivités du Maroc : régions, préfectures, provinces et communes.
network-list-members = Membres du réseau
network-list-all = Toute la liste nationale
network-list-out-of-reach = La liste nationale n’est pas sur cet appareil et ne peut pas être chargée sans connexion. Les membres du réseau restent consultables.
network-results = { $count ->
    [0] Aucune collectivité
   *[other] { PLURAL($count) ->
        [one] { $count } collectivité
       *[other] { $count } collectivités
    }
}
network-show-more = { PLURAL($count) ->
    [one] Afficher la suite ({ $count } restante)
   *[other] Afficher la suite ({ $count } restantes)
}
network-nothing-title = Aucune collectivité ne répond à ces critères
network-nothing-text = Elle n’est peut-être pas un membre connu. Cherchez dans la liste nationale ou retirez les filtres.
network-search-all = Chercher dans la liste nationale
network-clear = Retirer les filtres
network-member = Membre du réseau
network-member-since = Membre depuis { $month }
network-not-known = Adhésion non connue
network-collectivity = Collectivité
network-breadcrumbs = Fil d’Ariane
network-unknown-title = Cette collectivité n’existe pas
network-unknown-text = L’adresse ne correspond à aucune collectivité de la liste nationale.
network-population = Population légale (2024)
network-joined = Adhésion au réseau
network-source = Source
network-source-page = Page attestant l’adhésion
network-code = Code HCP
network-experiences = Ses expériences
network-no-experience-title = Aucune expérience publiée pour l’instant
network-no-experience-text = Les expériences de cette collectivité paraîtront ici une fois validées par son point focal.
network-all-experiences = Parcourir toutes les expériences
network-write = Écrire une expérience
network-people = Contacts
network-people-sign-in = Les points focaux sont visibles après connexion pour les personnes inscrites.
network-people-none = Aucun point focal n’est encore nommé sur la plateforme.
