# What is kept on this device, and new versions of the app (shell/new_version).
offline-new-version = إصدار جديد
offline-new-version-text = إصدار جديد من ملتقى جاهز على هذا الجهاز.
offline-new-version-now = استعماله الآن
offline-new-version-later = فيما بعد
offline-reset = البدء من جديد على هذا الجهاز
