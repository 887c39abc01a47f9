# The app beside others on a device (xtask/src/site/install.rs): each message is one line without variables.
install-name = Multaqa : formation et expériences
install-short-name = Multaqa
install-learn = Formation
install-experiences = Expériences
install-mine = Mon espace
