# The pages of the area `admin`.
admin-title = Coordination du réseau
admin-lead = Adhésions, points focaux et invitations.
