# What surrounds every page, and words that several areas share.
common-brand = Multaqa
common-title = { $page } · Multaqa
common-network-name = Réseau marocain des collectivités territoriales ouvertes
common-promise = Contenus sous licence Creative Commons · ni pistage ni publicité
common-skip-to-content = Aller au contenu
common-places = Menu principal
common-place-learn = Formation
common-place-experiences = Expériences
common-place-network = Réseau
common-place-mine = Mon espace
common-doors = Vos espaces de travail
common-door-administration = Coordination
common-door-people = Collègues
common-door-validation = Validation
common-door-teach = Modules
common-search = Rechercher
common-language = Langue
common-language-switched = La page est maintenant affichée en français
common-language-unreachable = Cette langue n’a pas pu être chargée. Veuillez vérifier votre connexion à Internet, puis réessayer.
common-sign-in = Se connecter
common-account-of = Compte de { $name }
common-about = À propos
common-glossary = Glossaire
common-demonstration = Version de démonstration : les personnes sont fictives et vos modifications n’ont aucun effet réel.
common-theme = Apparence
common-theme-auto = Selon l’appareil
common-theme-light = Claire
common-theme-dark = Sombre
common-shown-in-ar = (texte disponible en arabe)
common-shown-in-fr = (texte disponible en français)
common-shown-in-en = (texte disponible en anglais)
common-printed-address = Adresse de cette page :
common-just-now = à l’instant
common-within-the-hour = il y a moins d’une heure
common-minutes = { PLURAL($minutes) ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
common-hours = { PLURAL($hours) ->
    [one] { $hours } heure
   *[other] { $hours } heures
}
common-hours-minutes = { $hours } h { $minutes } min
common-kilobytes = { $size } ko
common-megabytes = { $size } Mo
common-gigabytes = { $size } Go
common-close = Fermer
common-cancel = Annuler
common-edit = Modifier
common-copy = Copier
common-copied = Copié
common-cannot-copy = Le navigateur n’a pas permis la copie. Sélectionnez le texte et copiez-le à la main.
common-retry = Réessayer
common-loading = Chargement…
common-part-missing-title = Cette page n’a pas pu être chargée
common-part-missing-text = Une partie de l’application n’a pas pu être chargée, sans doute faute de connexion. Rien de ce que vous avez écrit n’est perdu ; réessayez une fois la connexion rétablie.
common-go-home = Revenir à l’accueil
common-go-search = Rechercher dans Multaqa
common-not-found-title = Page introuvable
common-not-found-lead = L’adresse est peut-être incorrecte, ou le contenu n’est plus disponible.
common-search-title = Rechercher dans Multaqa
common-search-lead = Dans les expériences, les modules et leurs leçons, les collectivités et le glossaire.
common-saved-attention = { PLURAL($count) ->
    [one] { $count } modification non acceptée
   *[other] { $count } modifications non acceptées
}
common-saved-signed-out = Session terminée : veuillez vous reconnecter
common-saved-no-cookies = Le navigateur refuse les cookies : connexion impossible
common-saved-signed-out-waiting = { PLURAL($count) ->
    [one] Session terminée : { $count } modification conservée sur cet appareil sera envoyée à votre prochaine connexion
   *[other] Session terminée : { $count } modifications conservées sur cet appareil seront envoyées à votre prochaine connexion
}
common-saved-waiting = { PLURAL($count) ->
    [one] Enregistré sur cet appareil, pas encore envoyé
   *[other] { $count } modifications enregistrées sur cet appareil, pas encore envoyées
}
common-saved-offline = Hors ligne
common-saved-offline-since = Hors ligne ; dernière synchronisation : { $when }
common-saved-sent = Enregistré et envoyé : { $when }
common-saved-up-to-date = À jour : { $when }
common-saved-only-here = Enregistré sur cet appareil seulement
common-saved-opening = Connexion en cours…
common-saved-in-this-tab = { PLURAL($count) ->
    [one] Ni enregistré sur cet appareil ni encore envoyé : veuillez garder cette page ouverte
   *[other] { $count } modifications ni enregistrées sur cet appareil ni encore envoyées : veuillez garder cette page ouverte
}
common-saved-must-reload = Nouvelle version disponible : veuillez recharger la page
common-apply-filters = Appliquer les filtres
common-change-sending = Le changement est enregistré sur cet appareil et prendra effet quand la plateforme l’aura reçu.
