# The pages of the area `experiences`.
experiences-list-title = التجارب
experiences-list-lead = ممارسات ومشاريع انفتاح صادقت عليها الجماعات الترابية نفسها، ليستفيد منها غيرها.
experiences-one-title = تجربة
experiences-one-lead = ما تم إنجازه ونتائجه.
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
