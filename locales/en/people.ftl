# The pages of the area `people`: people of a collectivity, their training, invitations.
people-title = People and progress
people-lead = Invite your colleagues and follow their training.
people-colleagues-lead = Your colleagues in the collectivity. To invite somebody or ask a question, turn to the focal point.
people-none-title = Nobody is shown here yet
people-none-text = Your colleagues appear here as soon as they join Multaqa.
people-visitor-title = This page is for registered users
people-visitor-text = Sign in to see the people of your collectivity and their progress.
people-nowhere-title = You belong to no collectivity
people-nowhere-text = Ask the focal point of your collectivity to invite you to it.
people-nowhere-administrator = All registered users and invitations are listed on the network coordination page.
people-progress = { PLURAL($count) ->
    [one] People and progress ({ $count } person)
   *[other] People and progress ({ $count } people)
}
people-table = Everybody’s progress in each module. Select the title of a column to sort by it.
people-column-name = Name
people-column-role = Role
people-column-completed = Modules completed
people-column-seen = Last training activity
people-column-actions = Manage
people-completed-of = { $count } of { $all }
people-not-started = Not started
people-in-progress = In progress: { $done } of { $all } lessons
people-in-progress-quiz = In progress: { $done } of { $all } lessons, quiz { $percent }
people-completed = Completed: { $percent }
people-sort = Sort by
people-mark-completed = completed, with the quiz result
people-mark-in-progress = in progress, with the lessons completed
people-mark-not-started = not started
people-legend-modules = Numbers of the modules
people-never = Nothing yet
people-role-closed = { $role } (account closed)
people-alone = No other colleague has joined yet. Invite your colleagues, and their progress will appear in this table.
people-export = Export the table (CSV)
people-export-hint = The file contains exactly what you see: the same columns in the same order. It opens in a spreadsheet program.
people-exported = Table exported
people-export-failed = The browser did not accept the file. Allow downloads for this site, then try again.
people-manage = Manage
people-joined = Account opened
people-closed-note = This account is closed: its owner cannot sign in. An administrator can open it again.
people-to-focal = Name as focal point
people-to-focal-text = A focal point invites colleagues, follows their training and validates experiences. A collectivity may have several.
people-to-member = Remove the role of focal point
people-to-member-text = This person keeps their account on the platform, but can no longer invite or validate.
people-step-down-text = You keep your account on the platform, but can no longer invite or validate. Make sure first that there is another focal point.
people-part = Remove from this collectivity…
people-part-text = This person will no longer see what concerns the collectivity. What they wrote stays, and they keep their certificates.
people-part-do = Remove from the collectivity
people-optional = (optional)
people-invite = Invite somebody
people-invite-made = The invitation is ready
people-invite-do = Create the invitation link
people-invite-email-hint = It will be filled in on the form for them. Multaqa does not send messages: you send the link yourself.
people-invite-language = Language of the invitation
people-invite-no-secret = This browser cannot make a safe link. Please use a more recent one.
people-invite-subject = An invitation to join Multaqa
people-invite-message = Hello { $name },
    { $by } invites you to join Multaqa, the platform of the Moroccan Network of Open Local Governments.
    Role: { $role }
    { $place }
    To open your account, follow this link within 72 hours. It is for you alone and works once:
    { $link }
people-link = Invitation link
people-link-once = This link will not be shown again.
people-link-for-one = It opens one account. Send it only to the person concerned.
people-link-copy = Copy the link
people-link-done = I have sent the link
people-link-waits = Saved on this device, not sent yet: the link will work only once the connection is back.
people-link-works = The invitation is sent and the link works. { $left }
people-link-refused = The invitation was not accepted, and the link does not work.
people-message = A message ready to send
people-message-copy = Copy the message
people-message-share = Share
people-invitations = { $count ->
    [0] Pending invitations
   *[other] { PLURAL($count) ->
        [one] Pending invitations ({ $count })
       *[other] Pending invitations ({ $count })
    }
}
people-no-invitation = No pending invitation.
people-invitation-unnamed = Invitation without a name
people-invitation-by = by { $name }
people-invitation-expired = Expired
people-invitation-left-minutes = { PLURAL($count) ->
    [one] Expires in { $count } minute
   *[other] Expires in { $count } minutes
}
people-invitation-left-hours = { PLURAL($count) ->
    [one] Expires in { $count } hour
   *[other] Expires in { $count } hours
}
people-invitation-left-days = { PLURAL($count) ->
    [one] Valid for { $count } day, until { $until }
   *[other] Valid for { $count } days, until { $until }
}
people-invitation-end = Cancel the invitation
people-invitation-end-title = Cancel this invitation?
people-invitation-end-text = Its link will no longer work. You can invite the same person again whenever you like.
people-handover = Handover
people-handover-text = To hand over as focal point: name a colleague as focal point with “Manage” in their row, then remove the role from yourself with “Manage” in yours. Experiences, invitations and the table remain available to whoever takes over.
people-recovery = Forgotten password?
people-recovery-text = Make a link with which this person sets a new password. All their sessions then end, and they see that you made the link.
people-recovery-do = Make the link
people-recovery-ask = Make a link to change the password of { $name }?
people-recovery-ask-text = Make sure first that this very person asks for it. Anybody who has the link gets into the account. It is valid for 24 hours and replaces any earlier link.
people-recovery-link = Link to change the password
people-recovery-made = Give this link to { $name } alone, in person or in a personal message. It is valid for 24 hours and works once.
people-power-grant-title = Give { $name } this role: { $role }?
people-power-revoke-title = Take this role away from { $name }: { $role }?
people-power-grant = Give the role
people-power-revoke = Take the role away
people-power-granted = Role given: { $role }
people-power-revoked = Role taken away: { $role }
people-power-can-member = This person will be able to write the experiences of the collectivity and see what is for its people alone.
people-power-can-focal-point = This person will be able to invite people into the collectivity, name other focal points and take roles away, follow colleagues’ training, validate and publish experiences.
people-power-can-trainer = This person will be able to prepare the modules of the network.
people-power-can-partner = This person will be able to take part in the discussions as a partner of the network.
people-power-can-administrator = This person will have every power of coordination: see all people and their addresses, give and take away any role, yours included, close accounts, remove content.
people-power-cannot-member = This person will no longer see what is for the collectivity alone, nor write its experiences. What they wrote stays, and they keep their certificates.
people-power-cannot-focal-point = This person will no longer be able to invite, follow training or validate, and their pending invitations end.
people-power-cannot-trainer = This person will no longer be able to prepare modules.
people-power-cannot-partner = This person will no longer take part as a partner of the network.
people-power-cannot-administrator = This person will no longer be able to coordinate the network, and their pending invitations end.
people-recovery-yes = Make the link now
