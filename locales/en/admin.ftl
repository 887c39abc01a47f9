# The pages of the area `admin`: coordination of the network.
admin-title = Network coordination
admin-lead = Memberships, focal points, people, invitations and reports.
admin-not-for-you-title = This page is for administrators
admin-not-for-you-text = Your role does not allow you to coordinate the network. To admit a collectivity or name a focal point, turn to an administrator.
admin-tabs = Sections
admin-tab-members = Members ({ $count })
admin-tab-people = People ({ $count })
admin-tab-invitations = Invitations ({ $count })
admin-tab-reports = Reports ({ $count })
admin-invitations-text = All pending invitations of the network. To invite a focal point, choose the collectivity among the members.
admin-invite-network = Invite a trainer, a partner or an administrator
admin-no-invitation-text = Invitations sent by you or by focal points appear here until they are accepted or expire.
admin-admit = Admit a collectivity
admin-admit-search = Name of the collectivity
admin-admit-hint = In Arabic or French, from the national list. Current members are not listed.
admin-admit-none = No collectivity outside the network has this name.
admin-admit-more = There are many results. Add a word of the name.
admin-admit-do = Admit…
admin-admit-title = Admit { $name } to the network
admin-admit-month = Month of joining
admin-admit-source = Page that shows the membership
admin-admit-source-hint = A complete address that begins with https://
admin-admit-source-wrong = Write a complete address that begins with https://, or leave the field empty
admin-admit-confirm = Admit to the network
admin-admitted = The collectivity is admitted to the network
admin-members-filter = Show
admin-members-all = All members
admin-members-without = Without a focal point
admin-member-since = { " " }· member since { $month }
admin-no-focal-point = No focal point
admin-name-focal = Name a focal point
admin-name-focal-of = Name a focal point: { $name }
admin-focal-invite-title = Somebody without an account
admin-focal-invite-text = Create an invitation link and send it to them.
admin-focal-existing-title = Somebody with an account
admin-focal-person = Person
admin-choose-person = Choose a person
admin-end = End the membership
admin-end-of = End the membership of { $name }
admin-end-title = End the membership of { $name }?
admin-end-text = This collectivity will no longer be listed among the members, and nobody can be invited to it. Its published experiences stay, and it can be admitted again.
admin-people-search = Name or email address
admin-people-results = { PLURAL($count) ->
    [one] { $count } person
   *[other] { $count } people
}
admin-show-more = { PLURAL($count) ->
    [one] Show more ({ $count } left)
   *[other] Show more ({ $count } left)
}
admin-people-none = Nobody has this name
admin-people-none-text = Check the spelling, or invite the person from the page of their collectivity.
admin-person-closed = Account closed
admin-person-manage = Manage the account of { $name }
admin-role-in = { $role } ({ $place })
admin-roles-take = Their roles
admin-role-take = Remove
admin-roles-give = Give a role in the network
admin-account = Account
admin-account-close = Close the account…
admin-account-close-text = All their sessions end, and they can no longer sign in. What they wrote stays, and the account can be opened again.
admin-account-close-do = Close the account
admin-account-closed-text = This account is closed: its owner cannot sign in.
admin-account-open = Open the account again
admin-no-report = No pending report
admin-no-report-text = When somebody reports an experience or a comment, the report appears here with the content concerned.
admin-reports-text = Read the content, then decide: it stays or it is removed.
admin-report-keep = Keep the content
admin-report-remove = Remove the content
admin-report-remove-comment = The comment is permanently removed from the discussion.
admin-report-remove-experience = The experience is archived and no longer appears in the lists. Its collectivity keeps it, and it can be restored.
admin-report-comment-of = Comment by { $name }
admin-report-offline = Showing the comment needs an internet connection.
admin-report-gone = This comment is no longer there.
admin-report-not-listed = This experience is no longer in the lists.
