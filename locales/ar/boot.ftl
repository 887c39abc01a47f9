# The page that starts the app (app/index.html): each message is one line without variables.
boot-title = ملتقى
boot-description = منصة التكوين وتقاسم التجارب للشبكة المغربية للجماعات الترابية المنفتحة
boot-opening = جارٍ فتح منصة ملتقى…
boot-failed = تعذر فتح منصة ملتقى. المرجو التحقق من الاتصال بالإنترنت ثم إعادة تحميل الصفحة.
boot-too-old = متصفحكم قديم ولا يتيح كل وظائف منصة ملتقى، غير أن صفحاتها العمومية تبقى قابلة للقراءة. تعمل المنصة كاملة مع Chrome أو Edge 97، أو Firefox 98، أو Safari 16، أو مع إصدار أحدث.
boot-no-script = تحتاج منصة ملتقى إلى تفعيل JavaScript في المتصفح. المرجو تفعيله ثم إعادة تحميل الصفحة.
