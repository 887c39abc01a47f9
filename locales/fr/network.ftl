# The pages of the area `network`.
network-directory-title = Le réseau
network-directory-lead = Les membres du réseau par région et par catégorie.
network-collectivity-title = Collectivité
network-collectivity-lead = Ses personnes, ses formations et ses expériences.
