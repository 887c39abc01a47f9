# The pages of the area `home`.
home-title = Learn and share the experiences of openness
home-lead = Short remote modules and good practices of collectivities, even without a connection.
about-title = About
about-lead = What Multaqa is, and for whom.
glossary-title = Glossary
glossary-lead = The words of the network in three languages.
