# The page that starts the app (app/index.html): each message is one line without variables.
boot-title = Multaqa
boot-description = La plateforme de formation et de partage d’expériences du Réseau marocain des collectivités territoriales ouvertes
boot-opening = Ouverture de Multaqa…
boot-failed = Multaqa n’a pas pu s’ouvrir. Veuillez vérifier votre connexion à Internet, puis recharger la page.
boot-too-old = Votre navigateur est trop ancien pour toutes les fonctions de Multaqa ; les pages publiques restent lisibles. Tout fonctionne avec Chrome ou Edge 97, Firefox 98, Safari 16, ou une version plus récente.
boot-no-script = Multaqa a besoin de JavaScript. Veuillez l’activer dans votre navigateur, puis recharger la page.
