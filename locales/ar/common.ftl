# What surrounds every page, and words that several areas share.
common-brand = ملتقى
common-title = { $page } · ملتقى
common-network-name = الشبكة المغربية للجماعات الترابية المنفتحة
common-promise = مضامين برخصة المشاع الإبداعي · دون تعقب للمستعملين ودون إشهار
common-skip-to-content = تجاوز إلى المحتوى
common-places = القائمة الرئيسية
common-place-learn = التكوين
common-place-experiences = التجارب
common-place-network = الشبكة
common-place-mine = فضائي
common-doors = فضاءات العمل حسب صفتكم
common-door-administration = التنسيق
common-door-people = الزملاء
common-door-validation = الاعتماد
common-door-teach = إعداد الوحدات
common-search = بحث
common-language = اللغة
common-language-switched = الصفحة معروضة الآن بالعربية
common-language-unreachable = تعذر تحميل هذه اللغة. المرجو التحقق من الاتصال بالإنترنت ثم إعادة المحاولة.
common-sign-in = تسجيل الدخول
common-account-of = حساب { $name }
common-about = عن المنصة
common-glossary = معجم المصطلحات
common-demonstration = نسخة تجريبية: الأشخاص فيها افتراضيون، وكل تغيير لغرض التجربة فقط.
common-theme = المظهر
common-theme-auto = حسب الجهاز
common-theme-light = فاتح
common-theme-dark = داكن
common-shown-in-ar = (النص متوفر بالعربية)
common-shown-in-fr = (النص متوفر بالفرنسية)
common-shown-in-en = (النص متوفر بالإنجليزية)
common-printed-address = عنوان هذه الصفحة:
common-just-now = الآن
common-within-the-hour = قبل أقل من ساعة
common-minutes = { PLURAL($minutes) ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
common-hours = { PLURAL($hours) ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}
common-hours-minutes = { common-hours } و{ common-minutes }
common-kilobytes = { $size } كيلوبايت
common-megabytes = { $size } ميغابايت
common-gigabytes = { $size } جيغابايت
common-close = إغلاق
common-cancel = إلغاء
common-edit = تعديل
common-copy = نسخ
common-copied = تم النسخ
common-cannot-copy = لم يسمح المتصفح بالنسخ. المرجو تحديد النص ونسخه باليد.
common-retry = إعادة المحاولة
common-loading = جارٍ التحميل…
common-part-missing-title = تعذر تحميل هذه الصفحة
common-part-missing-text = تعذر تحميل جزء من المنصة، على الأرجح بسبب انقطاع الاتصال بالإنترنت. ما كتبتموه محفوظ؛ المرجو إعادة المحاولة عند عودة الاتصال.
common-go-home = العودة إلى الرئيسية
common-go-search = البحث في المنصة
common-not-found-title = الصفحة غير موجودة
common-not-found-lead = قد يكون العنوان غير صحيح، أو لم يعد المحتوى متاحا.
common-search-title = البحث في المنصة
common-search-lead = في التجارب والوحدات التكوينية ودروسها والجماعات الترابية والمصطلحات.
common-saved-attention = { PLURAL($count) ->
    [zero] كل التغييرات مقبولة
    [one] تغيير واحد غير مقبول
    [two] تغييران غير مقبولين
    [few] { $count } تغييرات غير مقبولة
    [many] { $count } تغييرا غير مقبول
   *[other] { $count } تغيير غير مقبول
}
common-saved-signed-out = انتهت الجلسة: المرجو تسجيل الدخول من جديد
common-saved-no-cookies = المتصفح يرفض ملفات تعريف الارتباط: لا يمكن تسجيل الدخول
common-saved-signed-out-waiting = { PLURAL($count) ->
    [zero] انتهت الجلسة: المرجو تسجيل الدخول من جديد
    [one] انتهت الجلسة: تغيير واحد محفوظ على هذا الجهاز في انتظار تسجيل الدخول
    [two] انتهت الجلسة: تغييران محفوظان على هذا الجهاز في انتظار تسجيل الدخول
    [few] انتهت الجلسة: { $count } تغييرات محفوظة على هذا الجهاز في انتظار تسجيل الدخول
    [many] انتهت الجلسة: { $count } تغييرا محفوظا على هذا الجهاز في انتظار تسجيل الدخول
   *[other] انتهت الجلسة: { $count } تغيير محفوظ على هذا الجهاز في انتظار تسجيل الدخول
}
common-saved-waiting = { PLURAL($count) ->
    [zero] كل شيء مُرسل
    [one] محفوظ على هذا الجهاز، لم يُرسل بعد
    [two] تغييران محفوظان على هذا الجهاز، لم يُرسلا بعد
    [few] { $count } تغييرات محفوظة على هذا الجهاز، لم تُرسل بعد
    [many] { $count } تغييرا محفوظا على هذا الجهاز، لم يُرسل بعد
   *[other] { $count } تغيير محفوظ على هذا الجهاز، لم يُرسل بعد
}
common-saved-offline = غير متصل
common-saved-offline-since = غير متصل؛ آخر مزامنة: { $when }
common-saved-sent = حُفظ وأُرسل: { $when }
common-saved-up-to-date = محيّن إلى غاية { $when }
common-saved-only-here = محفوظ على هذا الجهاز فقط
common-saved-opening = جارٍ الاتصال…
common-saved-in-this-tab = { PLURAL($count) ->
    [zero] كل شيء مُرسل
    [one] غير محفوظ على هذا الجهاز ولم يُرسل بعد: المرجو عدم إغلاق هذه الصفحة
    [two] تغييران غير محفوظين على هذا الجهاز ولم يُرسلا بعد: المرجو عدم إغلاق هذه الصفحة
    [few] { $count } تغييرات غير محفوظة على هذا الجهاز ولم تُرسل بعد: المرجو عدم إغلاق هذه الصفحة
    [many] { $count } تغييرا غير محفوظ على هذا الجهاز ولم يُرسل بعد: المرجو عدم إغلاق هذه الصفحة
   *[other] { $count } تغيير غير محفوظ على هذا الجهاز ولم يُرسل بعد: المرجو عدم إغلاق هذه الصفحة
}
common-saved-must-reload = يتوفر إصدار جديد: المرجو إعادة تحميل الصفحة
common-apply-filters = تطبيق التصفية
common-change-sending = حُفظ التغيير على هذا الجهاز، ويسري بعد أن تستقبله المنصة.
