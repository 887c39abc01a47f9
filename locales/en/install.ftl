# The app beside others on a device (xtask/src/site/install.rs): each message is one line without variables.
install-name = Multaqa: training and experiences
install-short-name = Multaqa
install-learn = Learn
install-experiences = Experiences
install-mine = My space
