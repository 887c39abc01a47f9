# What is kept on this device, and new versions of the app (shell/new_version).
offline-new-version = New version
offline-new-version-text = A new version of Multaqa is ready on this device.
offline-new-version-now = Use it now
offline-new-version-later = Later
offline-reset = Start afresh on this device
