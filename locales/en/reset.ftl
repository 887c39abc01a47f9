# The page that clears everything (app/reset.html): each message is one line without variables.
reset-title = Erase Multaqa data from this device
reset-why = Use this page when Multaqa no longer opens, or to leave nothing of it in this browser.
reset-clears = Cleared from this browser: the saved app, what was kept for offline use, your settings, and the progress of anyone learning without an account. You will be signed out. What has been sent stays in your account.
reset-unsent = Changes that were not sent yet and would be lost:
reset-do = Clear everything from this device
reset-back = Go back without clearing
reset-busy = Clearing…
reset-done = Everything was cleared from this browser.
reset-open = Open Multaqa again
reset-failed = Not everything could be cleared. Close the other pages of Multaqa, then try again.
