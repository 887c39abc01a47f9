# Catalogue, modules, lessons, editions and certificates.

## Counts

learn-count-lessons = { PLURAL($count) ->
    [zero] لا دروس
    [one] درس واحد
    [two] درسان
    [few] { $count } دروس
    [many] { $count } درسا
   *[other] { $count } درس
}
learn-count-questions = { PLURAL($count) ->
    [zero] لا أسئلة
    [one] سؤال واحد
    [two] سؤالان
    [few] { $count } أسئلة
    [many] { $count } سؤالا
   *[other] { $count } سؤال
}
learn-count-modules = { PLURAL($count) ->
    [zero] لا وحدات
    [one] وحدة واحدة
    [two] وحدتان
    [few] { $count } وحدات
    [many] { $count } وحدة
   *[other] { $count } وحدة
}

## Catalogue

learn-title = التكوين
learn-lead = وحدات قصيرة عن بعد، بالعربية والفرنسية والإنجليزية. تابعوها بالوتيرة التي تناسبكم: تقدمكم محفوظ.
learn-loading = جارٍ تحميل الوحدات التكوينية
learn-filters = تصفية الوحدات
learn-filter-principle = المبدأ
learn-filter-audience = الفئة المستهدفة
learn-filter-language = اللغة
learn-filter-stage = التقدم
learn-filter-reset = إلغاء التصفية
learn-results = { PLURAL($count) ->
    [zero] لا توجد أي وحدة
    [one] وحدة تكوينية واحدة
    [two] وحدتان تكوينيتان
    [few] { $count } وحدات تكوينية
    [many] { $count } وحدة تكوينية
   *[other] { $count } وحدة تكوينية
}
learn-stage-not-started = لم تبدأ بعد
learn-stage-in-progress = قيد الإنجاز
learn-stage-completed = مكتملة
learn-none-left-title = لا توجد وحدة بهذه المواصفات
learn-none-left-text = ألغوا إحدى خانات التصفية أو ألغوها كلها لعرض جميع الوحدات.
learn-none-title = لم تُنشر أي وحدة بعد
learn-none-text = ستظهر الوحدات التكوينية هنا فور نشرها.
learn-card-steps = المنجز: { $done } من { $all }
learn-card-completed = مكتملة
learn-all-principles = المبادئ الخمسة كلها
learn-language-ar = العربية
learn-language-fr = الفرنسية
learn-language-en = الإنجليزية
learn-language-available = { $language }: متوفرة كاملة
learn-language-missing = { $language }: غير متوفرة كاملة بعد

## Where to begin

learn-path-title = من أين أبدأ؟
learn-path-text = اختاروا صفتكم لنقترح عليكم ترتيبا.
learn-path-focal-point = أنا نقطة ارتكاز جديدة
learn-path-elected = أنا من المنتخبين
learn-path-staff = أنا من الموظفين
learn-path-civil-society = أنا من المجتمع المدني
learn-path-trainer = أنا من المكونين
learn-path-sum = { $modules }، أي { $duration } في المجموع
learn-path-start = بدء هذا المسار
learn-path-continue = مواصلة هذا المسار
learn-path-done = أتممتم هذا المسار

## Module

learn-module-loading = جارٍ تحميل الوحدة
learn-module-facts = معلومات عن الوحدة
learn-module-duration = المدة التقديرية
learn-module-audience = الفئة المستهدفة
learn-module-languages = اللغات
learn-module-licence = رخصة الاستعمال
learn-module-updated = آخر تحيين
learn-module-objectives = في نهاية هذه الوحدة ستتمكنون من
learn-module-contents = محتويات الوحدة
learn-module-progress = تقدمكم في الوحدة
learn-module-quiz = الاختبار القصير
learn-module-quiz-about = { $questions }، وعتبة النجاح { $percent }
learn-module-quiz-best = أحسن نتيجة لكم: { $percent }
learn-module-quiz-passed = نجحتم بنتيجة { $percent }
learn-module-certificate = شهادة إتمام
learn-module-certificate-about = تُمنح عند إتمام جميع الدروس والنجاح في الاختبار.
learn-module-sources = المصادر
learn-module-sources-count = المصادر ({ $count })
learn-module-start = بدء الوحدة
learn-module-continue = مواصلة: { $lesson }
learn-module-take-quiz = اجتياز الاختبار
learn-module-retake-quiz = إعادة الاختبار
learn-module-see-certificate = عرض الشهادة
learn-module-earned = حصلتم على شهادة إتمام هذه الوحدة.
learn-certificate-earned = حصلتم على شهادة إتمام الوحدة «{ $module }».
learn-module-await-signed-in = أتممتم الوحدة. ستصدر شهادتكم فور وصول نتائجكم إلى الخادم.
learn-module-await-visitor = أتممتم الوحدة. سجلوا الدخول للحصول على الشهادة: سيُنقل تقدمكم إلى حسابكم.
learn-module-sign-in = تسجيل الدخول
learn-module-unavailable-title = تعذر تحميل هذه الوحدة
learn-module-unavailable-text = نص الوحدة غير محفوظ بعد على هذا الجهاز. أعيدوا المحاولة عند عودة الاتصال.
learn-module-missing-title = هذه الوحدة غير موجودة
learn-module-missing-text = ربما تغير عنوانها أو سُحبت. ابحثوا عنها في دليل الوحدات.
learn-back-to-catalogue = دليل الوحدات
learn-lesson-state-done = مكتمل
learn-lesson-state-begun = بدأتم قراءته
learn-breadcrumbs = مسار التصفح

## Lesson

learn-lesson-of = الدرس { $number } من { $all }
learn-lesson-outline = دروس الوحدة
learn-lesson-neighbours = التنقل بين الدروس
learn-lesson-loading = جارٍ تحميل الدرس
learn-lesson-complete = أتممتُ هذا الدرس
learn-lesson-complete-next = أتممتُ هذا الدرس: الانتقال إلى الدرس التالي
learn-lesson-complete-quiz = أتممتُ هذا الدرس: الانتقال إلى الاختبار
learn-lesson-is-complete = أتممتم هذا الدرس.
learn-lesson-completed-announced = سُجّل إتمام الدرس.
learn-lesson-next = الدرس التالي
learn-lesson-previous = الدرس السابق
learn-lesson-to-quiz = الاختبار القصير
learn-lesson-to-module = صفحة الوحدة
learn-lesson-resumed = عدتم إلى حيث توقفتم.
learn-lesson-from-start = العودة إلى بداية الدرس
learn-lesson-position = مدى قراءة الدرس
learn-lesson-print = طباعة الدرس
learn-lesson-missing-title = هذا الدرس غير موجود
learn-lesson-missing-text = ربما تغير عنوانه. ستجدونه بين دروس الوحدة.
learn-lesson-fallback = هذا الدرس غير متوفر بعد باللغة التي اخترتم. إليكم نصه المتوفر.
learn-copy = نسخ «{ $label }»
learn-copied = نُسخ النص. يمكنكم لصقه في وثيقتكم.
learn-copy-failed = تعذر النسخ. حددوا النص وانسخوه يدويا.

## Quiz

learn-quiz-loading = جارٍ تحميل الاختبار
learn-quiz-none-title = لا اختبار لهذه الوحدة بعد
learn-quiz-none-text = سيظهر الاختبار هنا فور نشره.

## Mine

learn-mine-untitled = تجربة بدون عنوان

## Certificate

learn-certificate-title = شهادة إتمام
learn-certificate-page-title = التحقق من الشهادة { $number }
learn-certificate-network = الشبكة المغربية للجماعات الترابية المنفتحة
learn-certificate-hub = منصة ملتقى للتكوين وتقاسم التجارب
learn-certificate-awarded = تُمنح هذه الشهادة إلى
learn-certificate-for = لإتمام دروس الوحدة التكوينية عن بعد والنجاح في اختبارها
learn-certificate-number = رقم الشهادة
learn-certificate-issued = تاريخ الإصدار
learn-certificate-score = النتيجة
learn-certificate-duration = المدة التقديرية
learn-certificate-qr = رمز يفتح عنوان التحقق: { $address }
learn-certificate-valid-title = شهادة صحيحة
learn-certificate-valid-text = صدرت هذه الشهادة عن منصة ملتقى بتاريخ { $date }، وبياناتها مطابقة لما هو مسجل.
learn-certificate-held-text = هذه نسختكم من الشهادة. تعذر التحقق منها لدى الخادم الآن لعدم وجود اتصال.
learn-certificate-print = طباعة الشهادة
learn-certificate-checking = جارٍ التحقق من الشهادة
learn-certificate-unknown-title = لا توجد شهادة بهذا الرقم
learn-certificate-unknown-text = تحققوا من الرقم كما هو مكتوب على الشهادة: يبدأ بالحروف MTQ، تليها السنة ثم مجموعات من الحروف والأرقام تفصل بينها شرطات.
learn-certificate-offline-title = تعذر التحقق الآن
learn-certificate-offline-text = يتطلب التحقق اتصالا بالإنترنت. هذا لا يعني أن الشهادة غير صحيحة.
learn-certificate-try-number = التحقق من رقم آخر
learn-certificate-try-action = التحقق

# إصدارات الوحدة
learn-edition = الإصدار
learn-edition-name = الإصدار { $number }
learn-edition-live = الإصدار الحالي
learn-edition-past = إصدار سابق
learn-edition-withdrawn = إصدار مسحوب
learn-edition-withdrawn-text = سُحب هذا الإصدار لأن فيه ما لم يعد صحيحا. لا تُسلَّم عنه شهادات جديدة، وتبقى الشهادات المسلَّمة صالحة.
learn-edition-lead = الإصدار { $number }، كما نُشر بتاريخ { $date }.
learn-edition-to-live = الانتقال إلى الإصدار الحالي من الوحدة
learn-edition-missing-title = هذا الإصدار غير موجود
learn-edition-missing-text = قد يكون العنوان ناقصا. توجد كل الإصدارات في صفحة الوحدة.
learn-editions-link = إصدارات الوحدة
learn-editions-title = إصدارات «{ $module }»
learn-editions-lead = يبقى كل إصدار كما نُشر، ويبقى ما يُطلب للحصول على شهادته كما كان.
learn-edition-lessons-left = { PLURAL($count) ->
    [zero] لم يبق أي درس للحصول على شهادة الإصدار { $edition }.
    [one] اجتزتم اختبار الإصدار { $edition }. بقي درس واحد للحصول على شهادته:
    [two] اجتزتم اختبار الإصدار { $edition }. بقي درسان للحصول على شهادته:
    [few] اجتزتم اختبار الإصدار { $edition }. بقيت { $count } دروس للحصول على شهادته:
    [many] اجتزتم اختبار الإصدار { $edition }. بقي { $count } درسا للحصول على شهادته:
   *[other] اجتزتم اختبار الإصدار { $edition }. بقي { $count } درس للحصول على شهادته:
}
learn-edition-renewed = { PLURAL($count) ->
    [zero] لديكم شهادة الإصدار { $held }. صدر الإصدار { $live } ولا دروس جديدة فيه.
    [one] لديكم شهادة الإصدار { $held }. صدر الإصدار { $live } وفيه درس جديد واحد.
    [two] لديكم شهادة الإصدار { $held }. صدر الإصدار { $live } وفيه درسان جديدان.
    [few] لديكم شهادة الإصدار { $held }. صدر الإصدار { $live } وفيه { $count } دروس جديدة.
    [many] لديكم شهادة الإصدار { $held }. صدر الإصدار { $live } وفيه { $count } درسا جديدا.
   *[other] لديكم شهادة الإصدار { $held }. صدر الإصدار { $live } وفيه { $count } درس جديد.
}
learn-edition-withdraw = سحب الإصدار
learn-edition-withdraw-one = سحب الإصدار { $edition }
learn-edition-withdraw-title = هل تريدون سحب الإصدار { $edition }؟
learn-edition-withdraw-text = لن تُسلَّم بعد ذلك أي شهادة عن هذا الإصدار. تبقى الشهادات المسلَّمة صالحة، وتبقى النصوص متاحة للقراءة. لا يمكن التراجع عن السحب: انشروا إصدارا جديدا بعد التصحيح.
learn-edition-reason = ما الذي لم يعد صحيحا؟
learn-edition-reason-hint = يقرؤه كل من يفتح صفحة الإصدارات.
learn-edition-reason-missing = اكتبوا سبب السحب.
learn-edition-withdrawn-announced = سُحب الإصدار { $edition }.
learn-certificate-newer-edition = تخص هذه الشهادة الإصدار { $of } من الوحدة. صدر بعده الإصدار { $newer }، وتبقى الشهادة صالحة.
learn-module-archived = غادرت هذه الوحدة التكوينية الفهرس. يمكن لمن بدأها أن يتمها.
learn-edition-read-by = الكتابة: { $writers }. المراجعة: { $reader }.
learn-edition-unread = الكتابة: { $writers }. لم يراجعها شخص آخر.
