# The page that starts the app (app/index.html): each message is one line without variables.
boot-title = Multaqa
boot-description = Training and shared experience from the Moroccan Network of Open Local Governments
boot-opening = Opening Multaqa…
boot-failed = Multaqa could not open. Please check your internet connection, then reload the page.
boot-too-old = Your browser is too old for everything that Multaqa does; its public pages can still be read. Everything works with Chrome or Edge 97, Firefox 98, Safari 16, or later versions.
boot-no-script = Multaqa needs JavaScript. Please turn it on in your browser, then reload the page.
