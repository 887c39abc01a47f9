# The pages of the area `experiences`.
experiences-list-title = التجارب
experiences-list-lead = ممارسات جيدة من الجماعات الترابية.
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
