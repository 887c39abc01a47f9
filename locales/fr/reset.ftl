# The page that clears everything (app/reset.html): each message is one line without variables.
reset-title = Effacer les données de Multaqa sur cet appareil
reset-why = Cette page sert lorsque Multaqa ne s’ouvre plus, ou pour n’en rien laisser dans ce navigateur.
reset-clears = Seront effacés de ce navigateur : l’application enregistrée, les contenus conservés pour l’utilisation hors ligne, vos paramètres et la progression des personnes qui se forment sans compte. Vous serez déconnecté. Ce qui a déjà été envoyé reste dans votre compte.
reset-unsent = Modifications pas encore envoyées, qui seraient perdues :
reset-do = Tout effacer de cet appareil
reset-back = Revenir sans rien effacer
reset-busy = Effacement en cours…
reset-done = Tout a été effacé de ce navigateur.
reset-open = Rouvrir Multaqa
reset-failed = Tout n’a pas pu être effacé. Fermez les autres pages de Multaqa, puis réessayez.
