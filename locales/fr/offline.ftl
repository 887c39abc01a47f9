# What is kept on this device, and new versions of the app (shell/new_version).
offline-new-version = Nouvelle version
offline-new-version-text = Une nouvelle version de Multaqa est prête sur cet appareil.
offline-new-version-now = L’utiliser maintenant
offline-new-version-later = Plus tard
offline-reset = Repartir de zéro sur cet appareil
