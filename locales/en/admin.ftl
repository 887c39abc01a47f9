# The pages of the area `admin`.
admin-title = Network coordination
admin-lead = Memberships, focal points and invitations.
