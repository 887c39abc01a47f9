# The pages of the area `account`.
account-invitation-title = Invitation
account-invitation-lead = Accept the invitation and open the account.
account-sign-in-title = Sign in
account-sign-in-lead = With your email address and password.
account-title = My account
account-lead = Details, devices and sessions.
account-demonstration-title = Demonstration
account-demonstration-lead = Signing in…
account-attention-title = What is saved, and where
account-attention-lead = What waits to be sent, and what was refused.
