# The page that starts the app (app/index.html): each message is one line without variables.
boot-title = ملتقى
boot-description = منصة التكوين وتقاسم التجارب للشبكة المغربية للجماعات الترابية المنفتحة
boot-opening = جارٍ فتح ملتقى…
boot-failed = تعذر فتح ملتقى. المرجو التحقق من الاتصال بالأنترنيت ثم إعادة تحميل الصفحة.
boot-no-script = يحتاج ملتقى إلى تفعيل JavaScript في المتصفح. المرجو تفعيله ثم إعادة تحميل الصفحة.
