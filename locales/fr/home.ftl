# The pages of the area `home`.
home-title = Se former et partager les expériences d’ouverture
home-lead = De courts modules à distance et de bonnes pratiques des collectivités territoriales, même sans connexion.
about-title = À propos
about-lead = Ce qu’est Multaqa, et pour qui.
glossary-title = Glossaire
glossary-lead = Les mots du réseau dans les trois langues.
