# The pages of the area `people`.
people-title = People and progress
people-lead = People, invitations and progress in your collectivity.
