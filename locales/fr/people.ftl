# The pages of the area `people`.
people-title = Personnes et progression
people-lead = Personnes, invitations et progression dans votre collectivité.
