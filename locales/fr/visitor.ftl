# What public pages say of accounts: how a visitor asks for one.
account-demonstration-title = Démonstration
account-no-account-title = Pas de compte ?
account-ask-lead = Un compte s’ouvre sur invitation. Selon votre collectivité, elle vient :
account-ask-focal = si elle est membre du réseau, de son point focal ;
account-ask-coordination = sinon, ou si elle n’a pas encore de point focal, de la coordination du réseau.
account-ask-kept = En attendant, votre progression reste enregistrée sur cet appareil. Elle sera ajoutée à votre compte quand vous l’ouvrirez sur cet appareil.
account-ask-language = Langue de la demande
account-ask-text = Texte de la demande
account-ask-copy = Copier la demande
account-ask-subject = Demande d’invitation à Multaqa
account-ask-message = Bonjour,
    Je suis les modules de formation de Multaqa, la plateforme du Réseau marocain des collectivités territoriales ouvertes, et je souhaite ouvrir un compte afin d’obtenir mes attestations. Pourriez-vous m’envoyer une invitation ?
    { $link }
    Mon nom :
    Ma fonction :
    Ma collectivité :
account-no-account-find = Trouver ma collectivité dans le réseau
account-recovery-operator = l’exploitant du serveur
people-message-mail = Envoyer par courriel
