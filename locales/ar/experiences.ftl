# Reading experiences: the list and the page of each.
experiences-list-title = التجارب
experiences-list-lead = ممارسات ومشاريع انفتاح اعتمدتها نقط ارتكاز الجماعات الترابية، ليستفيد منها غيرها.
experiences-one-title = تجربة
experiences-language-ar = العربية
experiences-language-fr = الفرنسية
experiences-language-en = الإنجليزية
experiences-language-available = متوفرة: { $language }
experiences-language-missing = غير متوفرة: { $language }
experiences-more-principles = { PLURAL($count) ->
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
experiences-filter-marked = مفضلتكم
experiences-filter-marked-only = المفضلة فقط
experiences-filter-principle = المبدأ
experiences-filter-region = الجهة
experiences-filter-type = النوع
experiences-filter-language = لغة القراءة
experiences-results = { PLURAL($count) ->
    [zero] لا توجد تجربة
    [one] تجربة واحدة
    [two] تجربتان
    [few] { $count } تجارب
    [many] { $count } تجربة
   *[other] { $count } تجربة
}

# While older experiences are still being fetched.
experiences-results-so-far = عدد ما تم تحميله إلى حدود الساعة: { $count }، والباقي قيد التحميل
experiences-results-shown = المعروض: { $shown } من { $count }
experiences-show-more = عرض المزيد
experiences-reset = مسح البحث والتصفية
experiences-loading = جارٍ تحميل التجارب
experiences-offline-title = غير متوفرة دون اتصال
experiences-list-offline-text = لم تُحمَّل التجارب بعد على هذا الجهاز. ستظهر بمجرد عودة الاتصال.
experiences-none-title = لا توجد بعد أي تجربة منشورة
experiences-none-text = ستظهر التجارب هنا بعد اعتمادها من طرف نقط الارتكاز.
experiences-nothing-found = لا توجد أي نتيجة
experiences-not-found-words = جربوا كلمات أقل أو كلمات أخرى؛ يشمل البحث العربية والفرنسية والإنجليزية.
experiences-not-found-filters = لا تجتمع هذه الاختيارات في أي تجربة. ألغوا أحدها.
experiences-still-reading = ما زالت فهرسة محتويات هذا الجهاز جارية؛ ستظهر النتائج تباعا.
experiences-search-everything = البحث في المنصة كلها
experiences-search-everything-label = عمّا تبحثون؟
experiences-search-hint = مثلا: الميزانية التشاركية، الحق في الحصول على المعلومات، تطوان…
experiences-search-count = { PLURAL($count) ->
    [zero] لا توجد أي نتيجة
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
experiences-search-offline = يتعذر الاتصال بالشبكة؛ يشمل البحث ما يوجد على هذا الجهاز، أي العناوين والملخصات والنصوص المحفوظة فيه.
experiences-search-near = لا يوجد أي نص يتضمن هذه الكلمات. هذه نتائج ما قد تقصدونه:
experiences-search-collectivities = الجماعات الترابية
experiences-one-loading = جارٍ تحميل التجربة
experiences-one-offline = نص هذه التجربة غير محفوظ على هذا الجهاز. سيظهر بمجرد عودة الاتصال.
experiences-one-missing-title = هذه التجربة غير متاحة
experiences-one-missing-text = قد يكون العنوان غير صحيح، أو سُحبت التجربة من النشر.
experiences-one-archived = هذه التجربة مؤرشفة: لم تعد تظهر في اللوائح، وتحتفظ بها جماعتها الترابية.
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
experiences-marked = أُضيفت التجربة إلى مفضلتكم
experiences-unmarked = أُزيلت التجربة من مفضلتكم
experiences-mark-action = إضافة إلى المفضلة
experiences-marked-action = في المفضلة
experiences-cite-action = إحالة ومشاركة
experiences-cite-title = الإحالة على هذه التجربة ومشاركتها
experiences-cite-lead = الإحالة والملفات باللغة التي تقرؤون بها.
experiences-citation-label = صيغة الإحالة
experiences-citation = { $collectivity }. «{ $title }». منصة ملتقى، الشبكة المغربية للجماعات الترابية المنفتحة، { $year }. { $address }
experiences-citation-undated = بدون تاريخ
experiences-copy-citation = نسخ الإحالة
experiences-copy-address = نسخ الرابط
experiences-not-copied = لم يسمح المتصفح بذلك. حددوا النص أعلاه وانسخوه.
experiences-files-title = تحميل التجربة
experiences-file-markdown = نص (Markdown)
experiences-file-json = معطيات (JSON)
experiences-file-fact = { $term }:
experiences-print = طباعة
experiences-revise-action = تعديل أو ترجمة
experiences-archive-action = أرشفة
experiences-archive-title = أرشفة هذه التجربة؟
experiences-archive-text = لن تظهر بعد ذلك في اللوائح ولا في البحث. تحتفظ بها جماعتكم الترابية ويمكن استرجاعها في أي وقت.
experiences-archived = أُرشفت التجربة
experiences-restore-action = إعادة النشر
experiences-restored = عادت التجربة إلى الظهور في اللوائح
experiences-optional = (اختياري)
experiences-reuses = إعادة الاستعمال
experiences-reuse-count = { PLURAL($count) ->
    [zero] لم تصرح بعد أي جماعة ترابية بإعادة استعمال هذه التجربة.
    [one] صرحت جماعة ترابية واحدة بإعادة استعمال هذه التجربة.
    [two] صرحت جماعتان ترابيتان بإعادة استعمال هذه التجربة.
    [few] صرحت { $count } جماعات ترابية بإعادة استعمال هذه التجربة.
    [many] صرحت { $count } جماعة ترابية بإعادة استعمال هذه التجربة.
   *[other] صرحت { $count } جماعة ترابية بإعادة استعمال هذه التجربة.
}
experiences-reuse-others = { PLURAL($count) ->
    [zero] لا تصريح من خارج الجماعات الترابية.
    [one] تصريح واحد من خارج الجماعات الترابية.
    [two] تصريحان من خارج الجماعات الترابية.
    [few] { $count } تصريحات من خارج الجماعات الترابية.
    [many] { $count } تصريحا من خارج الجماعات الترابية.
   *[other] { $count } تصريح من خارج الجماعات الترابية.
}
experiences-reuse-question = هل استلهمت جماعتكم الترابية من هذه التجربة؟ أخبروا أصحابها بذلك.
experiences-reuse-question-other = هل استلهمتم من هذه التجربة؟ أخبروا أصحابها بذلك.
experiences-reuse-action = أعدنا استعمالها
experiences-reuse-note = كيف استعملتموها؟
experiences-reuse-note-hint = بضع كلمات تكفي: ما الذي غيرتموه، وما الذي نجح.
experiences-reuse-declared = صرحتم بإعادة استعمال هذه التجربة.
experiences-reuse-withdraw = سحب التصريح
experiences-reuse-withdrawn = سُحب التصريح
experiences-conversation = النقاش
experiences-comment-count = { PLURAL($count) ->
    [zero] لا تعليق بعد. كونوا أول من يطرح سؤالا أو يضيف معلومة.
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقا
   *[other] { $count } تعليق
}
experiences-comments-left = { PLURAL($count) ->
    [zero] لا تعليق آخر
    [one] تعليق واحد آخر غير معروض
    [two] تعليقان آخران غير معروضين
    [few] { $count } تعليقات أخرى غير معروضة
    [many] { $count } تعليقا آخر غير معروض
   *[other] { $count } تعليق آخر غير معروض
}
experiences-comments-more = عرض المزيد من التعليقات
experiences-comments-all = عُرضت كل التعليقات
experiences-sign-in-to-comment = لطرح سؤال أو إضافة تعليق، يلزم تسجيل الدخول.
experiences-comment-yours = تعليقكم
experiences-comment-your-answer = ردكم
experiences-comment-hint = يظهر تعليقكم واسمكم لكل قراء هذه التجربة.
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
experiences-report-title = الإبلاغ عن محتوى
experiences-report-text = يصل الإبلاغ إلى مسيري المنصة وحدهم، وسينظرون في المحتوى.
experiences-report-reason = السبب
experiences-report-reason-missing = المرجو اختيار سبب.
experiences-report-note = توضيح
experiences-report-send = إرسال الإبلاغ
experiences-report-sent = سُجل الإبلاغ، شكرا لكم
experiences-proposal-waiting-title = تعديلات في انتظار الاعتماد
experiences-proposal-returned-title = أُعيدت التعديلات إلى صاحبها
experiences-corrected-title = تصحيحات طفيفة نُشرت
experiences-achieved-title = نُشرت تجربتكم
experiences-achieved-text = أصبح بإمكان الشبكة كلها والعموم الاطلاع عليها والاستشهاد بها ونقلها.
experiences-achieved-next = مشاركة تجربة أخرى
experiences-standing-title = بين صاحب التجربة ونقطة الارتكاز
experiences-standing-revised = عدّلت نقطة الارتكاز هذا النص:
experiences-standing-open = عرض التغييرات
