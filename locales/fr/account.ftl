# The pages of the area `account`.
account-invitation-title = Invitation
account-invitation-lead = Accepter l’invitation et ouvrir le compte.
account-sign-in-title = Se connecter
account-sign-in-lead = Avec votre adresse électronique et votre mot de passe.
account-title = Mon compte
account-lead = Données, appareils et sessions.
account-demonstration-title = Démonstration
account-demonstration-lead = Connexion en cours…
account-attention-title = Ce qui est enregistré, et où
account-attention-lead = Ce qui attend l’envoi et ce qui a été refusé.
