# The pages of the area `experiences`.
experiences-list-title = التجارب
experiences-list-lead = ممارسات ومشاريع انفتاح صادقت عليها الجماعات الترابية نفسها، ليستفيد منها غيرها.
experiences-one-title = تجربة
experiences-write-new-title = كتابة تجربة
experiences-write-new-lead = لأي جماعة ترابية؟
experiences-write-title = كتابة تجربة
experiences-write-lead = قسم في كل خطوة.
experiences-validation-title = تجارب تنتظر المصادقة
experiences-validation-lead = ما أُرسل للمراجعة.
experiences-validate-title = مراجعة تجربة
experiences-validate-lead = قرار واحد في كل شاشة.
experiences-language-ar = العربية
experiences-language-fr = الفرنسية
experiences-language-en = الإنجليزية
experiences-language-available = متوفرة: { $language }
experiences-language-missing = غير متوفرة: { $language }
experiences-more-principles = { $count ->
    [zero] لا مبدأ آخر
    [one] ومبدأ آخر
    [two] ومبدآن آخران
    [few] و{ $count } مبادئ أخرى
    [many] و{ $count } مبدأ آخر
   *[other] و{ $count } مبدأ آخر
}
experiences-write-action = كتابة تجربة
experiences-search-label = البحث في التجارب
experiences-filters = تصفية
experiences-filters-on = تصفية ({ $count })
experiences-filter-marked = محفوظاتكم
experiences-filter-marked-only = المحفوظة فقط
experiences-filter-principle = المبدأ
experiences-filter-region = الجهة
experiences-filter-type = النوع
experiences-filter-language = لغة القراءة
experiences-results = { $count ->
    [zero] لا توجد تجربة
    [one] تجربة واحدة
    [two] تجربتان
    [few] { $count } تجارب
    [many] { $count } تجربة
   *[other] { $count } تجربة
}
experiences-results-shown = معروض { $shown } من أصل { $count }
experiences-show-more = عرض المزيد
experiences-reset = مسح البحث والتصفية
experiences-loading = جارٍ تحميل التجارب
experiences-offline-title = غير متوفرة دون اتصال
experiences-list-offline-text = لم تُحمَّل التجارب بعد على هذا الجهاز. ستظهر بمجرد عودة الاتصال.
experiences-none-title = لا توجد بعد أي تجربة منشورة
experiences-none-text = ستظهر هنا التجارب بعد أن تصادق عليها نقط الارتكاز.
experiences-nothing-found = لا توجد أي نتيجة
experiences-not-found-words = جربوا كلمات أقل أو كلمات أخرى؛ يشمل البحث العربية والفرنسية والإنجليزية.
experiences-not-found-filters = لا تجتمع هذه الاختيارات في أي تجربة. احذفوا أحدها.
experiences-still-reading = ما زالت فهرسة محتويات هذا الجهاز جارية؛ ستظهر النتائج تباعا.
experiences-search-everything = البحث في المنصة كلها
experiences-search-everything-label = عمّا تبحثون؟
experiences-search-hint = مثلا: الميزانية التشاركية، الحق في الحصول على المعلومات، تطوان…
experiences-search-count = { $count ->
    [zero] لا توجد أي نتيجة
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
experiences-search-collectivities = الجماعات الترابية
experiences-one-loading = جارٍ تحميل التجربة
experiences-one-offline = نص هذه التجربة غير محفوظ على هذا الجهاز. سيظهر بمجرد عودة الاتصال.
experiences-one-missing-title = هذه التجربة غير متاحة
experiences-one-missing-text = قد يكون العنوان غير صحيح، أو سُحبت التجربة من النشر.
experiences-one-archived = هذه التجربة مؤرشفة: لم تعد تظهر في القوائم، وتبقى متاحة لجماعتها الترابية.
experiences-one-not-public = هذه التجربة غير منشورة بعد.
experiences-to-list = كل التجارب
experiences-breadcrumbs = مسار التصفح
experiences-languages = لغات هذه التجربة
experiences-shown-in-another = هذه التجربة غير متوفرة باللغة { $wanted }؛ تُعرض هنا باللغة { $shown }.
experiences-section-only-in = هذا القسم متوفر باللغة { $language } فقط.
experiences-sources = المصادر
experiences-facts = معطيات أساسية
experiences-fact-collectivity = الجماعة الترابية
experiences-fact-region = الجهة
experiences-fact-when = الفترة
experiences-fact-cost = الكلفة
experiences-fact-state = الوضعية
experiences-fact-published = تاريخ النشر
experiences-dirhams = { $amount } درهم
experiences-since = منذ { $date }
experiences-until = إلى غاية { $date }
experiences-from-to = من { $from } إلى { $to }
experiences-marked = حُفظت التجربة في فضائكم
experiences-unmarked = أُزيلت التجربة من محفوظاتكم
experiences-mark-action = حفظ للرجوع إليها
experiences-marked-action = محفوظة
experiences-cite-action = اقتباس ومشاركة
experiences-cite-title = اقتباس هذه التجربة ومشاركتها
experiences-cite-lead = الاقتباس والملفات باللغة التي تقرؤون بها.
experiences-citation-label = نص الاقتباس
experiences-citation = { $collectivity }. «{ $title }». ملتقى، الشبكة المغربية للجماعات الترابية المنفتحة، { $year }. { $address }
experiences-copy-citation = نسخ الاقتباس
experiences-copy-address = نسخ الرابط
experiences-not-copied = لم يسمح المتصفح بذلك. حددوا النص أعلاه وانسخوه.
experiences-files-title = تنزيل التقرير
experiences-file-markdown = نص (Markdown)
experiences-file-json = معطيات (JSON)
experiences-file-fact = { $term }:
experiences-print = طباعة
experiences-revise-action = تعديل أو ترجمة
experiences-archive-action = أرشفة
experiences-archive-title = أرشفة هذه التجربة؟
experiences-archive-text = لن تظهر بعد ذلك في القوائم ولا في البحث. تحتفظ بها جماعتكم الترابية ويمكن استرجاعها في أي وقت.
experiences-archived = أُرشفت التجربة
experiences-restore-action = إعادة النشر
experiences-restored = عادت التجربة إلى القوائم
experiences-optional = (اختياري)
experiences-reuses = من أعاد استعمالها
experiences-reuse-count = { $count ->
    [zero] لم تصرح بعد أي جماعة ترابية بإعادة استعمال هذه التجربة.
    [one] أعادت جماعة ترابية أو شريك واحد استعمال هذه التجربة.
    [two] صُرح مرتين بإعادة استعمال هذه التجربة.
    [few] صُرح { $count } مرات بإعادة استعمال هذه التجربة.
    [many] صُرح { $count } مرة بإعادة استعمال هذه التجربة.
   *[other] صُرح { $count } مرة بإعادة استعمال هذه التجربة.
}
experiences-reuse-question = هل استلهمت جماعتكم الترابية من هذه التجربة؟ أخبروا أصحابها بذلك.
experiences-reuse-action = أعدنا استعمالها
experiences-reuse-note = كيف استعملتموها؟
experiences-reuse-note-hint = بضع كلمات تكفي: ما الذي غيرتموه، وما الذي نجح.
experiences-reuse-declared = صرحتم بإعادة استعمال هذه التجربة.
experiences-reuse-withdraw = سحب التصريح
experiences-reuse-withdrawn = سُحب التصريح
experiences-conversation = النقاش
experiences-comment-count = { $count ->
    [zero] لا تعليق بعد. كونوا أول من يطرح سؤالا أو يضيف معلومة.
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقا
   *[other] { $count } تعليق
}
experiences-sign-in-to-comment = لطرح سؤال أو إضافة تعليق، يلزم تسجيل الدخول.
experiences-comment-yours = تعليقكم
experiences-comment-your-answer = جوابكم
experiences-comment-hint = يراه كل من يقرأ هذه التجربة، مع اسمكم.
experiences-comment-send = إرسال
experiences-comment-added = أُضيف تعليقكم
experiences-comment-waiting = محفوظ على هذا الجهاز، لم يُرسل بعد
experiences-comment-answer = رد
experiences-comment-report = إبلاغ
experiences-comment-remove = حذف
experiences-comment-remove-title = حذف هذا التعليق؟
experiences-comment-remove-text = يُحذف النص نهائيا، ويبقى مكانه حتى تظل الردود مفهومة.
experiences-comment-removed = حُذف هذا التعليق
experiences-report-experience = الإبلاغ عن هذه التجربة
experiences-report-title = إبلاغ
experiences-report-text = يصل الإبلاغ إلى مسيري المنصة وحدهم، وسينظرون في المحتوى.
experiences-report-reason = السبب
experiences-report-reason-missing = المرجو اختيار سبب.
experiences-report-note = توضيح
experiences-report-send = إرسال الإبلاغ
experiences-report-sent = أُرسل الإبلاغ، شكرا لكم
