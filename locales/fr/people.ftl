# The pages of the area `people`: people of a collectivity, their training, invitations.
people-title = Collègues et progression
people-lead = Invitez vos collègues et suivez leur progression.
people-colleagues-lead = Vos collègues dans la collectivité. Pour inviter quelqu’un ou poser une question, adressez-vous au point focal.
people-none-title = Personne ne figure encore ici
people-none-text = Vos collègues apparaissent ici dès qu’ils rejoignent Multaqa.
people-visitor-title = Cette page est réservée aux personnes inscrites
people-visitor-text = Connectez-vous pour voir vos collègues de la collectivité et leur progression.
people-nowhere-title = Vous n’appartenez à aucune collectivité
people-nowhere-text = Demandez au point focal de votre collectivité de vous y inviter.
people-nowhere-administrator = Toutes les personnes inscrites et toutes les invitations figurent à la page de coordination du réseau.
people-progress = { PLURAL($count) ->
    [one] Collègues et progression ({ $count } collègue)
   *[other] Collègues et progression ({ $count } collègues)
}
people-table = Progression de chacun dans chaque module. Cliquez sur le titre d’une colonne pour trier.
people-column-name = Nom
people-column-role = Rôle
people-column-completed = Modules terminés
people-column-seen = Dernière activité de formation
people-column-actions = Gérer
people-completed-of = { $count } sur { $all }
people-not-started = Non commencé
people-in-progress = En cours : { $done } leçons sur { $all }
people-in-progress-quiz = En cours : { $done } leçons sur { $all }, quiz { $percent }
people-completed = Terminé : { $percent }
people-sort = Trier par
people-mark-completed = terminé, avec le résultat du quiz
people-mark-in-progress = en cours, avec les leçons terminées
people-mark-not-started = non commencé
people-legend-modules = Numéros des modules
people-never = Aucune activité
people-role-closed = { $role } (compte fermé)
people-alone = Aucun autre collègue n’est encore inscrit. Invitez vos collègues : leur progression s’affichera dans ce tableau.
people-export = Exporter le tableau (CSV)
people-export-hint = Le fichier contient exactement ce que vous voyez : mêmes colonnes, même ordre. Il s’ouvre dans un tableur.
people-exported = Tableau exporté
people-export-failed = Le navigateur n’a pas accepté le fichier. Autorisez les téléchargements pour ce site, puis réessayez.
people-manage = Gérer
people-joined = Compte ouvert le
people-closed-note = Ce compte est fermé : son titulaire ne peut pas se connecter. L’administrateur peut le rouvrir.
people-to-focal = Nommer comme point focal
people-to-focal-text = Un point focal invite les collègues, suit leur progression et valide les expériences. Une collectivité peut en avoir plusieurs.
people-to-member = Retirer le rôle de point focal
people-to-member-text = Cette personne conserve son compte sur la plateforme, mais ne pourra plus inviter ni valider.
people-step-down-text = Vous conservez votre compte sur la plateforme, mais ne pourrez plus inviter ni valider. Assurez-vous d’abord qu’un autre point focal est nommé.
people-part = Retirer de cette collectivité…
people-part-text = Cette personne ne verra plus ce qui concerne la collectivité. Ce qu’elle a écrit reste, et ses attestations lui restent.
people-part-do = Mettre fin à son appartenance
people-optional = (facultatif)
people-invite = Inviter une personne
people-invite-made = L’invitation est prête
people-invite-do = Créer le lien d’invitation
people-invite-email-hint = Elle sera déjà remplie dans l’invitation. Multaqa n’envoie pas de message : c’est vous qui transmettez le lien.
people-invite-language = Langue de l’invitation
people-invite-no-secret = Ce navigateur ne permet pas de créer un lien sûr. Veuillez utiliser un navigateur plus récent.
people-invite-subject = Invitation à rejoindre Multaqa
people-invite-message = Bonjour { $name },
    { $by } vous invite à rejoindre Multaqa, la plateforme du Réseau marocain des collectivités territoriales ouvertes.
    Rôle : { $role }
    { $place }
    Pour ouvrir votre compte, suivez ce lien dans les 72 heures. Il vous est personnel et ne sert qu’une fois :
    { $link }
people-link = Lien d’invitation
people-link-once = Ce lien ne sera plus affiché.
people-link-for-one = Il ouvre un seul compte. Ne l’envoyez qu’à la personne concernée.
people-link-copy = Copier le lien
people-link-done = J’ai transmis le lien
people-link-waits = Enregistrée sur cet appareil, pas encore envoyée : le lien ne fonctionnera qu’au retour de la connexion à Internet.
people-link-works = L’invitation est envoyée et le lien fonctionne. { $left }
people-link-refused = L’invitation n’a pas été acceptée, et le lien ne fonctionne pas.
people-message = Message prêt à envoyer
people-message-copy = Copier le message
people-message-share = Partager
people-invitations = { $count ->
    [0] Invitations en attente
   *[other] { PLURAL($count) ->
        [one] Invitations en attente ({ $count })
       *[other] Invitations en attente ({ $count })
    }
}
people-no-invitation = Aucune invitation en attente.
people-invitation-unnamed = Invitation sans nom
people-invitation-by = par { $name }
people-invitation-expired = Expirée
people-invitation-left-minutes = { PLURAL($count) ->
    [one] Expire dans { $count } minute
   *[other] Expire dans { $count } minutes
}
people-invitation-left-hours = { PLURAL($count) ->
    [one] Expire dans { $count } heure
   *[other] Expire dans { $count } heures
}
people-invitation-left-days = { PLURAL($count) ->
    [one] Valable { $count } jour, jusqu’au { $until }
   *[other] Valable { $count } jours, jusqu’au { $until }
}
people-invitation-end = Annuler l’invitation
people-invitation-end-title = Annuler cette invitation ?
people-invitation-end-text = Son lien ne fonctionnera plus. Vous pourrez inviter de nouveau la même personne quand vous le voudrez.
people-handover = Passation
people-handover-text = Pour transmettre la charge de point focal : nommez un collègue point focal avec « Gérer » sur sa ligne, puis retirez-vous le rôle avec « Gérer » sur la vôtre. Les expériences, les invitations et le tableau restent accessibles à la personne qui prend la suite.
people-recovery = Mot de passe oublié ?
people-recovery-text = Créez un lien avec lequel cette personne choisit un nouveau mot de passe. Toutes ses sessions prennent alors fin, et elle voit que vous avez créé le lien.
people-recovery-do = Créer le lien
people-recovery-ask = Créer un lien pour changer le mot de passe de { $name } ?
people-recovery-ask-text = Assurez-vous d’abord que c’est bien cette personne qui le demande. Quiconque a le lien entre dans le compte. Il est valable 24 heures et remplace tout lien précédent.
people-recovery-link = Lien de changement du mot de passe
people-recovery-made = Remettez ce lien à { $name } seulement, en personne ou par un message personnel. Il est valable 24 heures et ne sert qu’une fois.
people-power-grant-title = Donner à { $name } le rôle suivant : { $role } ?
people-power-revoke-title = Retirer à { $name } le rôle suivant : { $role } ?
people-power-grant = Donner le rôle
people-power-revoke = Retirer le rôle
people-power-granted = Rôle donné : { $role }
people-power-revoked = Rôle retiré : { $role }
people-power-can-member = Cette personne pourra écrire les expériences de la collectivité et voir ce qui est réservé à ses membres.
people-power-can-focal-point = Cette personne pourra inviter dans la collectivité, nommer d’autres points focaux et retirer des rôles, suivre la progression des collègues, valider et publier les expériences.
people-power-can-trainer = Cette personne pourra préparer les modules du réseau.
people-power-can-partner = Cette personne pourra participer aux échanges comme partenaire du réseau.
people-power-can-administrator = Cette personne aura tous les pouvoirs de coordination : voir toutes les personnes et leurs adresses, donner et retirer tout rôle, y compris le vôtre, fermer des comptes, retirer des contenus.
people-power-cannot-member = Cette personne ne verra plus ce qui concerne la collectivité et n’écrira plus ses expériences. Ce qu’elle a écrit reste, et ses attestations lui restent.
people-power-cannot-focal-point = Cette personne ne pourra plus inviter, suivre la formation ni valider, et ses invitations en attente prennent fin.
people-power-cannot-trainer = Cette personne ne pourra plus préparer de modules.
people-power-cannot-partner = Cette personne ne participera plus comme partenaire du réseau.
people-power-cannot-administrator = Cette personne ne pourra plus coordonner le réseau, et ses invitations en attente prennent fin.
people-recovery-yes = Créer le lien maintenant
