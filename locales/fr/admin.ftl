# The pages of the area `admin`, coordination of the network.
admin-title = Coordination du réseau
admin-lead = Adhésions, points focaux, personnes, invitations et signalements.
admin-not-for-you-title = Cette page est réservée aux administrateurs
admin-not-for-you-text = Votre rôle ne permet pas de coordonner le réseau. Pour admettre une collectivité ou nommer un point focal, adressez-vous à un administrateur.
admin-tabs = Rubriques
admin-tab-members = Membres ({ $count })
admin-tab-people = Personnes ({ $count })
admin-tab-invitations = Invitations ({ $count })
admin-tab-reports = Signalements ({ $count })
admin-invitations-text = Toutes les invitations en attente. Pour inviter un point focal, choisissez sa collectivité parmi les membres.
admin-invite-network = Inviter un formateur, un partenaire ou un administrateur
admin-no-invitation-text = Les invitations que vous ou les points focaux envoyez figurent ici jusqu’à ce qu’elles soient acceptées ou expirent.
admin-admit = Admettre une collectivité
admin-admit-search = Nom de la collectivité
admin-admit-hint = En arabe ou en français, dans la liste nationale. Les membres actuels n’y figurent pas.
admin-admit-none = Aucune collectivité non membre ne porte ce nom.
admin-admit-more = Il y a beaucoup de résultats. Ajoutez un mot du nom.
admin-admit-do = Admettre…
admin-admit-title = Admettre { $name } dans le réseau
admin-admit-month = Mois d’adhésion
admin-admit-source = Page attestant l’adhésion
admin-admit-source-hint = Adresse complète, commençant par https://
admin-admit-source-wrong = Écrivez une adresse complète commençant par https://, ou laissez le champ vide
admin-admit-confirm = Admettre dans le réseau
admin-admitted = La collectivité est admise dans le réseau
admin-members-filter = Afficher
admin-members-all = Tous les membres
admin-members-without = Sans point focal
admin-member-since = { " " }· membre depuis { $month }
admin-no-focal-point = Sans point focal
admin-name-focal = Nommer un point focal
admin-name-focal-of = Nommer un point focal : { $name }
admin-focal-invite-title = Une personne sans compte
admin-focal-invite-text = Créez un lien d’invitation et transmettez-le-lui.
admin-focal-existing-title = Une personne qui a un compte
admin-focal-person = Personne
admin-choose-person = Choisissez une personne
admin-end = Mettre fin à l’adhésion
admin-end-of = Mettre fin à l’adhésion de { $name }
admin-end-title = Mettre fin à l’adhésion de { $name } ?
admin-end-text = Cette collectivité ne figurera plus parmi les membres, et personne ne pourra y être invité. Ses expériences publiées restent, et elle pourra être admise de nouveau.
admin-people-search = Nom ou adresse électronique
admin-people-results = { PLURAL($count) ->
    [one] { $count } personne
   *[other] { $count } personnes
}
admin-show-more = { PLURAL($count) ->
    [one] Afficher la suite ({ $count } restante)
   *[other] Afficher la suite ({ $count } restantes)
}
admin-people-none = Personne ne porte ce nom
admin-people-none-text = Vérifiez l’orthographe, ou invitez la personne depuis la page de sa collectivité.
admin-person-closed = Compte fermé
admin-person-manage = Gérer le compte de { $name }
admin-role-in = { $role } ({ $place })
admin-roles-take = Ses rôles
admin-role-take = Retirer
admin-roles-give = Donner un rôle dans le réseau
admin-account = Compte
admin-account-close = Fermer le compte…
admin-account-close-text = Toutes ses sessions prennent fin et la personne ne pourra plus se connecter. Ce qu’elle a écrit reste, et le compte pourra être rouvert.
admin-account-close-do = Fermer le compte
admin-account-closed-text = Ce compte est fermé : la personne ne peut pas se connecter.
admin-account-open = Rouvrir le compte
admin-no-report = Aucun signalement en attente
admin-no-report-text = Quand quelqu’un signale une expérience ou un commentaire, le signalement figure ici avec le contenu concerné.
admin-reports-text = Lisez le contenu, puis décidez : il reste ou il est retiré.
admin-report-keep = Conserver le contenu
admin-report-remove = Retirer le contenu
admin-report-remove-comment = Le commentaire est définitivement retiré des échanges.
admin-report-remove-experience = L’expérience est archivée et n’apparaît plus dans les listes. Sa collectivité la conserve, et elle pourra être rétablie.
admin-report-comment-of = Commentaire de { $name }
admin-report-offline = L’affichage du commentaire nécessite un accès à Internet.
admin-report-gone = Ce commentaire n’existe plus.
admin-report-not-listed = Cette expérience n’est plus dans les listes.
