# The page that starts the app (app/index.html): each message is one line without variables.
boot-title = ملتقى
boot-description = منصة التكوين وتقاسم التجارب للشبكة المغربية للجماعات الترابية المنفتحة
boot-opening = جارٍ فتح منصة ملتقى…
boot-failed = تعذر فتح منصة ملتقى. المرجو التحقق من الاتصال بالإنترنت ثم إعادة تحميل الصفحة.
boot-no-script = تحتاج منصة ملتقى إلى تفعيل JavaScript في المتصفح. المرجو تفعيله ثم إعادة تحميل الصفحة.
