# What is saved where, and what was refused (pages/account/attention).
account-attention-sync-now = Synchroniser maintenant
account-attention-reload = Recharger la page
account-attention-nothing-kept = Ce navigateur ne conserve rien après la fermeture de la page (navigation privée ou espace de stockage plein). Ce qui n’est pas envoyé est perdu si vous la fermez.
account-attention-refused-at = Refusé : { $when }
account-attention-words = Ce que vous avez écrit
account-attention-copy = Copier ce que vous avez écrit
account-attention-not-copied = La copie a échoué. Veuillez sélectionner le texte et le copier vous-même.
account-attention-dismiss = Retirer de cette liste
account-attention-waiting = En attente d’envoi
account-attention-nothing-waits = Aucun élément en attente d’envoi.
account-attention-device = Cet appareil
account-attention-synced = Dernière synchronisation
account-attention-never = Pas encore
account-attention-size = Espace utilisé
account-attention-version = Version de la plateforme
account-attention-unknown = Inconnu
account-attention-own-device = C’est mon appareil personnel
account-attention-own-device-hint = Sur votre propre appareil, vos données restent après la déconnexion et hors ligne. Sur un appareil partagé, elles sont effacées quand vous vous déconnectez.
account-attention-refused = { PLURAL($count) ->
    [one] { $count } modification refusée
   *[other] { $count } modifications refusées
}
