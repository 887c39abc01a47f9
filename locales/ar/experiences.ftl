# The pages of the area `experiences`.
experiences-list-title = التجارب
experiences-list-lead = ممارسات ومشاريع انفتاح اعتمدتها نقط ارتكاز الجماعات الترابية، ليستفيد منها غيرها.
experiences-one-title = تجربة
experiences-write-new-title = كتابة تجربة
experiences-write-new-lead = قدموا ما أنجزته جماعتكم الترابية، ليستفيد منه غيرها.
experiences-write-title = كتابة تجربة
experiences-write-lead = قسم في كل خطوة، بالترتيب الذي يناسبكم. لا يراها أحد غيركم قبل إرسالها.
experiences-write-incomplete = هذه المسودة غير مكتملة على هذا الجهاز: ما أُرسل منها سابقا سيظهر بمجرد عودة الاتصال. ما تكتبونه الآن لا يحل محل أي نص.
experiences-validation-title = تجارب في انتظار الاعتماد
experiences-validation-lead = ما أرسله زملاؤكم في الجماعة الترابية، من الأقدم إلى الأحدث.
experiences-validate-title = مراجعة تجربة
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
experiences-write-for = لأي جماعة ترابية تكتبون؟
experiences-write-for-missing = المرجو اختيار جماعة ترابية.
experiences-write-begin = بدء الكتابة
experiences-write-visitor-title = يلزم تسجيل الدخول للكتابة
experiences-write-visitor-text = يكتب التجارب المسجلون في المنصة من الجماعات الترابية المنخرطة في الشبكة.
experiences-write-nowhere-title = لا تنتمون إلى أي جماعة ترابية في المنصة
experiences-write-nowhere-text = اطلبوا دعوة من نقطة الارتكاز في جماعتكم الترابية.
experiences-revise-title = تعديل تجربة أو ترجمتها
experiences-revise-lead = احفظوا تعديلاتكم في الخطوة الأخيرة. هناك يظهر هل تُنشر في الحين أم تعتمدها نقطة الارتكاز أولا.
experiences-write-denied-title = لا يمكنكم الكتابة هنا
experiences-write-denied-text = هذه المسودة غير موجودة، أو هي لشخص آخر، أو أُرشفت التجربة.
experiences-to-mine = إلى فضائي
experiences-steps = خطوات الكتابة
experiences-step-title = العنوان والملخص
experiences-step-facts = المعطيات والمصادر
experiences-step-review = المراجعة والإرسال
experiences-step-done = { $step } (مكتمل)
experiences-step-needed-note = ضروري
experiences-step-line = الخطوة { $number } من { $all }: { $step }
experiences-step-back = السابق
experiences-step-next = التالي
experiences-completeness = الأقسام المكتوبة: { $done } من { $all }
experiences-complete-none = ابدؤوا بما تعرفونه أكثر
experiences-complete-some = كل قسم يساعد جماعة ترابية أخرى
experiences-complete-enough = هذا يكفي للإرسال
experiences-complete-all = كل الأقسام مكتوبة
experiences-untouched = يُحفظ ما تكتبونه تلقائيا
experiences-typing = جارٍ الحفظ على هذا الجهاز…
experiences-revision-unsaved = تعديلات لم تُحفظ بعد: احفظوها في الخطوة الأخيرة
experiences-first-language = لغة النص
experiences-second-language = الترجمة إلى
experiences-languages-written = لغة الكتابة
experiences-example = مثال
experiences-too-long = النص أطول من اللازم. عدد الأحرف: { $length }، والحد الأقصى: { $limit }. لن يُحفظ هذا القسم قبل اختصاره.
experiences-length = عدد الأحرف: { $length } من { $limit }
experiences-principles = المبادئ المعنية
experiences-principles-hint = مبدأ واحد على الأقل.
experiences-kind-hint-practice = عمل أُنجز فعلا وظهرت نتائجه.
experiences-kind-hint-openness-project = مشروع ضمن برنامج انفتاح الجماعة الترابية.
experiences-started = متى بدأت؟
experiences-ended = متى انتهت؟
experiences-date-hint = السنة وحدها تكفي. اتركوا ما لا تعرفونه فارغا.
experiences-year = السنة
experiences-month = الشهر
experiences-day = اليوم
experiences-month-unknown = غير معروف
experiences-date-invalid = هذا التاريخ غير موجود أو غير كامل. مثال: 2024. لم يُحفظ هذا الحقل.
experiences-started-out-of-range = يجب أن تكون سنة البداية بين { $first } و{ $last }. لا يمكن إرسال التجربة بهذا التاريخ.
experiences-ended-out-of-range = يجب أن تكون سنة النهاية بين { $first } و{ $last }. لا يمكن إرسال التجربة بهذا التاريخ.
experiences-ended-before-start = تاريخ النهاية سابق لتاريخ البداية. لا يمكن إرسال التجربة بهذين التاريخين.
experiences-tidy-lists = تنسيق اللوائح الملصقة
experiences-field-not-saved = هناك حقل لم يُحفظ. المرجو تصحيحه في مرحلة المعطيات والمصادر.
experiences-cost = الكلفة بالدرهم
experiences-cost-hint = بالدرهم دون سنتيمات، مثلا 500000 أو 1,5 مليون. اتركوه فارغا إن لم يكن معروفا.
experiences-cost-read = المبلغ المقروء: { $amount } درهم
experiences-cost-invalid = المرجو كتابة مبلغ واحد بالدرهم وبالأرقام. لم يُحفظ هذا الحقل.
experiences-cost-ambiguous = يمكن أن يُقرأ هذا المبلغ بطريقتين. المرجو كتابته دون نقطة ولا فاصلة (1500) أو برقمين بعد الفاصلة (1500,00)، واكتبوا المبالغ الكبيرة بالأرقام. لم يُحفظ هذا الحقل.
experiences-cost-centimes = المرجو كتابة المبلغ بالدرهم دون سنتيمات. لم يُحفظ هذا الحقل.
experiences-cost-negative = لا يمكن أن تكون الكلفة سالبة. لم يُحفظ هذا الحقل.
experiences-cost-too-large = هذا المبلغ كبير جدا. المرجو التحقق من الأرقام. لم يُحفظ هذا الحقل.
experiences-sources-hint = تقارير أو مقررات أو صفحات تثبت ما كُتب.
experiences-source-add = إضافة مصدر
experiences-source-title = المصدر { $place }
experiences-source-address = العنوان على الإنترنت
experiences-source-address-invalid = يبدأ العنوان بـ https://{ "\u200E" }. لا تُحفظ المصادر قبل تصحيحه.
experiences-source-up = نقل المصدر { $place } إلى الأعلى
experiences-source-down = نقل المصدر { $place } إلى الأسفل
experiences-source-remove = حذف المصدر { $place }
experiences-source-moved = المصدر الآن في المرتبة { $place }
experiences-source-removed = حُذف المصدر
experiences-translations = ترجمات مراجَعة
experiences-translations-hint = علّموا الترجمات التي راجعها شخص يتقن اللغتين.
experiences-returned-title = أُعيدت إليكم هذه التجربة لتعديلها
experiences-returned-next = عدّلوا النص ثم أرسلوه من جديد في الخطوة الأخيرة. كل ما كتبتموه محفوظ.
experiences-clash-title = غيّر شخص آخر النص نفسه
experiences-clash-text = لم يضع شيء. قارنوا بين النصين واختاروا ما يبقى.
experiences-clash-theirs = النص الآخر
experiences-clash-difference = الفرق مع نصكم
experiences-clash-keep-mine = الاحتفاظ بنصي
experiences-clash-take-theirs = اعتماد النص الآخر
experiences-clash-taken = اعتُمد النص الآخر
experiences-clash-removed = النص محذوف في هذه الصيغة.
experiences-clash-kept = احتُفظ بنصكم
experiences-clash-keep-both = الاحتفاظ بالنصين، أحدهما بعد الآخر
experiences-clash-both-kept = احتُفظ بالنصين
experiences-versions-title = لديكم أكثر من صيغة للنص نفسه
experiences-versions-text = كتبتم النص نفسه على جهاز آخر أو في علامة تبويب أخرى. لم يضع شيء. قارنوا بين الصيغ واختاروا ما يبقى، ثم يمكنكم إرسال المسودة.
experiences-diff-removed = محذوف:
experiences-diff-added = مضاف:
experiences-preview = كما سيراها القراء
experiences-preview-empty = لم يُكتب شيء بعد. ابدؤوا بأي خطوة.
experiences-needed = ضروري قبل الإرسال، بلغة واحدة على الأقل
experiences-needed-written = ضروري قبل الإرسال، مكتمل
experiences-missing-title = قبل الإرسال، ينقص ما يلي
experiences-missing-text = ما كتبتموه محفوظ. يكفي أن يكتمل النص بلغة واحدة.
experiences-missing-section = { $section }: اكتبوا هذا القسم
experiences-missing-principles = المبادئ: اختاروا مبدأ واحدا على الأقل
experiences-submit-lead = بعد الإرسال، تراجعها نقطة الارتكاز في جماعتكم الترابية: تنشرها أو تعيدها إليكم مع السبب.
experiences-submit-action = إرسال للمراجعة
experiences-submitted = أُرسلت التجربة للمراجعة
experiences-revision-count = { PLURAL($count) ->
    [zero] لا توجد تعديلات للحفظ.
    [one] تعديل واحد للحفظ. سيظهر للقراء فورا.
    [two] تعديلان للحفظ. سيظهران للقراء فورا.
    [few] { $count } تعديلات للحفظ. ستظهر للقراء فورا.
    [many] { $count } تعديلا للحفظ. ستظهر للقراء فورا.
   *[other] { $count } تعديل للحفظ. ستظهر للقراء فورا.
}
experiences-revision-save = حفظ التعديلات
experiences-revised = حُفظت التعديلات
experiences-discard-action = حذف المسودة
experiences-discard-title = حذف هذه المسودة؟
experiences-discard-text = يُحذف كل ما كُتب فيها، بكل اللغات، ولا يمكن استرجاعه.
experiences-discarded = حُذفت المسودة
experiences-revision-at-once = تصحيحات طفيفة: تُنشر في الحين، وتطلع عليها نقطة الارتكاز بعد ذلك.
experiences-revision-validated-first = لا تُنشر هذه التعديلات إلا بعد أن تعتمدها نقطة الارتكاز. يبقى النص المنشور على حاله إلى ذلك الحين.
experiences-proposed = أُرسلت تعديلاتكم إلى نقطة الارتكاز. يبقى النص المنشور على حاله إلى أن تعتمدها.
experiences-proposal-waiting-title = تعديلات في انتظار الاعتماد
experiences-proposal-waiting-text = أُرسلت: { $date }. لا يراها القراء بعد. يمكنكم مواصلة تعديلها هنا.
experiences-proposal-returned-title = أُعيدت التعديلات إلى صاحبها
experiences-proposal-returned-next = غيّروا النص ثم احفظوه في الخطوة الأخيرة ليُرسل من جديد. كل ما كتبتموه محفوظ.
experiences-proposal-withdraw = التخلي عن هذه التعديلات
experiences-proposal-withdrawn = تخليتم عن التعديلات، والنص المنشور على حاله
experiences-revisions-title = تعديلات نصوص منشورة
experiences-tag-revision = تعديل في انتظار قراركم
experiences-tag-revision-waiting = تعديلات في انتظار الاعتماد
experiences-tag-revision-returned = تعديلات أُعيدت إليكم
experiences-tag-corrections = تصحيحات طفيفة
experiences-revised-title = تعديل نص منشور
experiences-revised-text = لا يرى القراء هذه التعديلات بعد. التغييرات مبيّنة في كل قسم.
experiences-corrected-title = تصحيحات طفيفة نُشرت
experiences-corrected-text = يراها القراء منذ الآن. التغييرات مبيّنة في كل قسم؛ وإن لزم الأمر، عدّلوا النص بأنفسكم.
experiences-corrected-see = اطلعت عليها
experiences-corrected-seen = سُجل اطلاعكم على التصحيحات
experiences-facts-before = المعطيات قبل التعديل
experiences-achieved-title = نُشرت تجربتكم
experiences-achieved-text = أصبح بإمكان الشبكة كلها والعموم الاطلاع عليها والاستشهاد بها ونقلها.
experiences-achieved-next = مشاركة تجربة أخرى
experiences-standing-title = بين صاحب التجربة ونقطة الارتكاز
experiences-standing-revised = عدّلت نقطة الارتكاز هذا النص:
experiences-standing-open = عرض التغييرات
experiences-waiting-title = تجربتكم قيد المراجعة
experiences-waiting-text = تراجعها نقطة الارتكاز في جماعتكم الترابية. سيظهر قرارها في فضائكم.
experiences-waiting-since = أُرسلت: { $date }. تراجعها نقطة الارتكاز في جماعتكم الترابية، وسيظهر قرارها في فضائكم.
experiences-withdraw-action = سحبها لمواصلة الكتابة
experiences-withdrawn = سُحبت التجربة، يمكنكم مواصلة الكتابة
experiences-decide-action = اتخاذ القرار
experiences-validation-count = { PLURAL($count) ->
    [zero] لا توجد تجارب في انتظار قراركم
    [one] تجربة واحدة في انتظار قراركم
    [two] تجربتان في انتظار قراركم
    [few] { $count } تجارب في انتظار قراركم
    [many] { $count } تجربة في انتظار قراركم
   *[other] { $count } تجربة في انتظار قراركم
}
experiences-validation-empty-title = لا توجد تجارب في انتظار قراركم
experiences-validation-empty-text = ادعوا زملاءكم إلى كتابة ما أنجزته جماعتكم الترابية.
experiences-to-people = زملائي في الجماعة الترابية
experiences-validation-not-yours-title = هذه الصفحة مخصصة لنقط الارتكاز
experiences-validation-not-yours-text = في كل جماعة ترابية، تتولى نقطة الارتكاز اعتماد التجارب.
experiences-came-back = أُعيد إرسالها
experiences-submitted-on = أُرسلت: { $when }
experiences-stale-title = تغير النص منذ فتحتم هذه الصفحة
experiences-stale-text = المرجو قراءة النص الجديد قبل اتخاذ القرار. ما كتبتموه محفوظ.
experiences-stale-action = عرض النص الجديد
experiences-earlier-title = سبق أن أُعيدت هذه التجربة
experiences-earlier-changes = التغييرات منذ ذلك الحين مبيّنة أسفله في كل قسم.
experiences-earlier-same = لم تتغير أي كلمة منذ ذلك الحين.
experiences-show-changes = إظهار التغييرات
experiences-section-changed = تغيّر
experiences-section-same = دون تغيير
experiences-not-waiting-title = لا تنتظر هذه التجربة أي قرار
experiences-not-waiting-text = اتُّخذ القرار بشأنها، أو سحبها صاحبها.
experiences-next-one = التجربة الموالية
experiences-to-queue = التجارب في انتظار الاعتماد
experiences-decide-title = قراركم
experiences-decide-errors = القرار غير مكتمل
experiences-verdict = ماذا تقررون؟
experiences-verdict-missing = المرجو اختيار النشر أو الإعادة.
experiences-verdict-publish = نشر
experiences-verdict-publish-hint = يراها الجميع، باسم جماعتكم الترابية.
experiences-verdict-return = إعادة للتعديل
experiences-verdict-return-hint = يعدّلها صاحبها ثم يرسلها من جديد.
experiences-return-reason = سبب الإعادة
experiences-return-reason-missing = المرجو اختيار سبب.
experiences-note-publish = رسالة إلى صاحب التجربة
experiences-note-return = ما الذي ينبغي تعديله؟
experiences-note-missing = المرجو توضيح السبب.
experiences-decide-publish = نشر التجربة
experiences-decide-return = إعادة التجربة
experiences-decided-published = نُشرت التجربة: { $title }
experiences-decided-returned = أُعيدت إلى صاحبها: { $title }
experiences-hint-title = من أنجز ماذا، في سطر واحد.
experiences-hint-summary = ثلاث جمل: المشكل، والحل، والنتيجة. هي أول ما يُقرأ في اللائحة.
experiences-hint-problem = ما الذي كان ناقصا أو لا يسير كما يجب، ومن كان يعاني منه؟
experiences-hint-solution = ما الذي قمتم به فعلا، خطوة بخطوة؟
experiences-hint-actors = من شارك، وبأي دور؟ اذكروا الصفات لا الأسماء.
experiences-hint-resources = الميزانية والموارد البشرية والأدوات التي احتجتم إليها.
experiences-hint-results = ما الذي تغير؟ بالأرقام إن أمكن، مع ما يثبتها.
experiences-hint-difficulties = ما الذي كان صعبا أو لم ينجح؟ هذا أنفع ما تقدمونه لغيركم.
experiences-hint-replication = ما الذي تحتاج إليه جماعة ترابية أخرى لنقل التجربة إليها؟
experiences-hint-contact = المصلحة أو الصفة التي يمكن التواصل معها. لا تكتبوا أسماء ولا أرقاما شخصية.
experiences-example-title = جماعة تنشر محاضر دورات مجلسها بصيغة قابلة للبحث
experiences-example-summary = كان الحصول على محضر دورة يتطلب التنقل إلى مقر الجماعة. أصبحت المحاضر تُنشر خلال أسبوع على الموقع. تراجعت طلبات الحصول عليها إلى النصف.
experiences-example-problem = كانت المصلحة تستقبل نحو عشرين طلبا في الشهر، ويستغرق الجواب عن كل طلب أسبوعين.
experiences-example-solution = 1. حددنا نموذجا موحدا للمحضر. 2. كوّنا كاتبة المجلس على استعماله. 3. ننشر كل محضر بعد المصادقة عليه مباشرة.
experiences-example-actors = كتابة المجلس، والمكلف بالموقع الإلكتروني، وجمعية محلية جرّبت البحث في المحاضر.
experiences-example-resources = دون ميزانية إضافية: يوم تكوين واحد، وساعتان من العمل لكل دورة.
experiences-example-results = 34 محضرا منشورا في سنة، ونحو 300 زيارة لكل محضر حسب إحصائيات الموقع.
experiences-example-difficulties = كانت المحاضر القديمة مصورة ولا يمكن البحث فيها. اكتفينا بنشرها كما هي.
experiences-example-replication = موقع إلكتروني بسيط، ونموذج موحد، وقرار من الرئيس يحدد أجل النشر.
experiences-example-contact = كتابة المجلس، أو نقطة الارتكاز في الجماعة.
