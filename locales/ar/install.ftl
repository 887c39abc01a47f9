# The app beside others on a device (xtask/src/site/install.rs): each message is one line without variables.
install-name = منصة ملتقى: التكوين وتقاسم التجارب
install-short-name = ملتقى
install-learn = التكوين
install-experiences = التجارب
install-mine = فضائي
