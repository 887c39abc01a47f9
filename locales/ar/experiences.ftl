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
