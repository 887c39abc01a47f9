# What surrounds every page, and words that several areas share.
common-brand = Multaqa
common-title = { $page } · Multaqa
common-network-name = Moroccan Network of Open Local Governments
common-promise = Creative Commons content · no tracking, no advertising
common-skip-to-content = Skip to content
common-places = Main menu
common-place-learn = Learn
common-place-experiences = Experiences
common-place-network = Network
common-place-mine = My space
common-doors = Your work areas
common-door-administration = Coordination
common-door-people = Colleagues
common-door-validation = Review
common-door-teach = Modules
common-search = Search
common-language = Language
common-language-switched = The page is now shown in English
common-language-unreachable = This language could not be loaded. Please check your internet connection, then try again.
common-sign-in = Sign in
common-account-of = Account of { $name }
common-about = About
common-glossary = Glossary
common-demonstration = Demonstration version: the people are fictitious and nothing you change is real.
common-theme = Appearance
common-theme-auto = As on the device
common-theme-light = Light
common-theme-dark = Dark
common-shown-in-ar = (available in Arabic)
common-shown-in-fr = (available in French)
common-shown-in-en = (available in English)
common-printed-address = Address of this page:
common-just-now = just now
common-within-the-hour = less than an hour ago
common-minutes = { PLURAL($minutes) ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
common-hours = { PLURAL($hours) ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
common-hours-minutes = { $hours } h { $minutes } min
common-kilobytes = { $size } kB
common-megabytes = { $size } MB
common-gigabytes = { $size } GB
common-close = Close
common-cancel = Cancel
common-edit = Edit
common-copy = Copy
common-copied = Copied
common-cannot-copy = The browser did not allow copying. Please select the text and copy it by hand.
common-retry = Try again
common-loading = Loading…
common-part-missing-title = This page could not be loaded
common-part-missing-text = Part of the application could not be loaded, probably because the connection was lost. Nothing you wrote is lost; try again when the connection is back.
common-go-home = Go to the home page
common-go-search = Search Multaqa
common-not-found-title = Page not found
common-not-found-lead = The address may be wrong, or the content is no longer available.
common-search-title = Search Multaqa
common-search-lead = In experiences, modules and their lessons, collectivities and the glossary.
common-saved-attention = { PLURAL($count) ->
    [one] { $count } change not accepted
   *[other] { $count } changes not accepted
}
common-saved-signed-out = Session ended: please sign in again
common-saved-no-cookies = The browser refuses cookies: signing in is not possible
common-saved-signed-out-waiting = { PLURAL($count) ->
    [one] Session ended: { $count } change kept on this device will be sent when you sign in
   *[other] Session ended: { $count } changes kept on this device will be sent when you sign in
}
common-saved-waiting = { PLURAL($count) ->
    [one] Saved on this device, not sent yet
   *[other] { $count } changes saved on this device, not sent yet
}
common-saved-offline = Offline
common-saved-offline-since = Offline; last synced: { $when }
common-saved-sent = Saved and sent: { $when }
common-saved-up-to-date = Up to date: { $when }
common-saved-only-here = Saved on this device only
common-saved-opening = Connecting…
common-saved-in-this-tab = { PLURAL($count) ->
    [one] Neither saved on this device nor sent yet: please keep this page open
   *[other] { $count } changes neither saved on this device nor sent yet: please keep this page open
}
common-saved-must-reload = There is a new version: please reload the page
common-apply-filters = Apply filters
common-change-sending = The change is saved on this device and takes effect once the platform has received it.
