# The pages of the area `network`.
network-directory-title = The network
network-directory-lead = Members of the network by region and kind.
network-collectivity-title = Collectivity
network-collectivity-lead = Its people, trainings and experiences.
