# The first page, for visitors and for people who signed in.
home-heading = Learn and share experiences of openness
home-lead = Short remote modules and good practices from territorial collectivities, readable even without a connection.
home-welcome = Welcome, { $name }
home-action-begin = Start the first module
home-action-continue = Continue learning
home-action-experiences = Browse experiences

home-doors = Main sections

home-waiting-title = To do
home-waiting-nothing = You have no pending tasks.
home-waiting-validate = { PLURAL($count) ->
    [one] { $count } experience is awaiting your decision
   *[other] { $count } experiences are awaiting your decision
}
home-waiting-validate-action = Open the experiences to validate
home-waiting-revisions = { PLURAL($count) ->
    [one] { $count } published text was changed, or is to be
   *[other] { $count } published texts were changed, or are to be
}
home-waiting-reports = { PLURAL($count) ->
    [one] { $count } report is awaiting your decision
   *[other] { $count } reports are awaiting your decision
}
home-waiting-reports-action = Open the reports
home-waiting-modules = { PLURAL($count) ->
    [one] { $count } module to review or change
   *[other] { $count } modules to review or change
}
home-waiting-modules-action = See the modules
home-waiting-returned = Returned for changes
home-waiting-returned-action = Read why and correct
home-waiting-draft = Draft not sent yet
home-waiting-draft-action = Continue writing
home-waiting-refused = { PLURAL($count) ->
    [one] { $count } change was not accepted; its text is kept
   *[other] { $count } changes were not accepted; their texts are kept
}
home-waiting-refused-action = View details

home-learn-title = Learning
home-learn-carry-on = Continue where you left off
home-learn-first = Start here
home-learn-then = Next
home-learn-all-done = You have completed every module. Well done!
home-learn-empty = No module has been published yet.
home-learn-more = All modules

home-experiences-title = Latest experiences
home-experiences-empty = No experience has been published yet. Be the first to share yours.
home-experiences-more = All experiences

home-network-title = The network in figures
home-network-text = { PLURAL($count) ->
    [one] { $count } member in the Multaqa directory. Figures are calculated from the directory.
   *[other] { $count } members in the Multaqa directory. Figures are calculated from the directory.
}
home-network-regions = { PLURAL($count) ->
    [one] region
   *[other] regions
}
home-network-councils = { PLURAL($count) ->
    [one] prefectural or provincial council
   *[other] prefectural and provincial councils
}
home-network-communes = { PLURAL($count) ->
    [one] commune
   *[other] communes
}
home-regions-title = Members by region
home-network-region = { $region }: { PLURAL($count) ->
    [one] { $count } member
   *[other] { $count } members
}
home-network-map = Number of members in each region. Choose a region to see its members.
home-network-more = Directory of collectivities

# What the hub is, and its words.
about-title = About
about-lead = What Multaqa is, and for whom.
about-what-title = What is Multaqa?
about-what-text = Multaqa is a platform for remote training and shared experience among the members of the Moroccan Network of Open Local Governments (REMACTO): regions, prefectures, provinces and communes.
about-who-title = Who is it for?
about-who-text = For focal points, elected officials, staff, trainers, partners and civil society. Everybody can read what is public and take modules without an account. Accounts are opened by invitation from a focal point or an administrator.
about-offline-title = Offline use
about-offline-text = What you have opened stays readable on this device. Your texts and results are first saved on the device, then sent when the connection is back. The status at the top of the page always shows what is saved and where.
about-data-title = Your data
about-data-text = No tracking and no advertising. Only you and the focal points of your collectivity see your progress. Only experiences that a focal point has validated are published.
about-licence-title = Reuse
about-licence-text = The modules are published under the Creative Commons licence named on each of them. They are training material, not official documents.
about-verify-title = Verify a certificate
about-verify-text = Every certificate has a number and a public address. Enter the number to verify it.
about-verify-number = Certificate number
glossary-title = Glossary
glossary-lead = The terms of the network in three languages.
glossary-search = Search for a term
glossary-found = { PLURAL($count) ->
    [one] { $count } term
   *[other] { $count } terms
}
glossary-none-title = No term found
glossary-none-text = Try a shorter word, or another language.
glossary-source = Source
home-waiting-recovery = A link to change the password of your account was made. Made by: { $name }
home-waiting-recovery-action = Look
