# Quizzes and one's own learning.

## Module

learn-certificate-copy-address = نسخ رابط الشهادة
learn-achievement-next = الوحدة التالية: { $module }

## Lesson

learn-lesson-named = الدرس { $number }: { $lesson }

## Quiz

learn-quiz-title = الاختبار القصير
learn-quiz-heading = الاختبار: { $module }
learn-quiz-question-of = السؤال { $number } من { $all }
learn-quiz-hint-single = اختاروا جوابا واحدا.
learn-quiz-hint-multiple = اختاروا كل الأجوبة الصحيحة.
learn-quiz-hint-true-false = هل هذه العبارة صحيحة أم خاطئة؟
learn-quiz-hint-ordering = رتبوا العناصر باستعمال زري التقديم والتأخير.
learn-quiz-hint-matching = اختاروا لكل عنصر ما يناسبه. كل جواب يُستعمل مرة واحدة.
learn-quiz-earlier = تقديم «{ $item }»
learn-quiz-later = تأخير «{ $item }»
learn-quiz-moved = «{ $item }»: المرتبة { $place } من { $all }
learn-quiz-at-end = «{ $item }» في آخر موضع ممكن.
learn-quiz-choose = اختاروا
learn-quiz-freed = لم يعد لعنصر «{ $item }» جواب: اختاروا له جوابا آخر.
learn-quiz-previous = السابق
learn-quiz-next = التالي
learn-quiz-to-review = مراجعة الأجوبة
learn-quiz-review-title = راجعوا أجوبتكم
learn-quiz-review-all = أجبتم عن جميع الأسئلة. يمكنكم تعديل أي جواب قبل التسليم.
learn-quiz-review-missing = { PLURAL($count) ->
    [zero] أجبتم عن جميع الأسئلة.
    [one] بقي سؤال واحد بدون جواب، ويُحتسب خطأ.
    [two] بقي سؤالان بدون جواب، ويُحتسبان خطأ.
    [few] بقيت { $count } أسئلة بدون جواب، وتُحتسب خطأ.
    [many] بقي { $count } سؤالا بدون جواب، وتُحتسب خطأ.
   *[other] بقي { $count } سؤال بدون جواب، وتُحتسب خطأ.
}
learn-quiz-answered = تم الجواب
learn-quiz-not-answered = بدون جواب
learn-quiz-change = تعديل الجواب عن السؤال { $number }
learn-quiz-hand-in = تسليم الأجوبة
learn-quiz-kept = أجوبتكم محفوظة في هذه الصفحة إلى أن تسلموها.
learn-quiz-leave = الخروج إلى صفحة الوحدة
learn-quiz-passed = نجحتم في الاختبار
learn-quiz-failed = لم تبلغوا عتبة النجاح هذه المرة
learn-quiz-score = { $right } من { $all }
learn-quiz-pass-mark = { $percent }. عتبة النجاح { $pass }.
learn-quiz-reread-title = دروس نقترح إعادة قراءتها
learn-quiz-reread-text = اقرؤوا التوضيحات أسفله وأعيدوا قراءة دروس الوحدة، ثم أعيدوا المحاولة متى شئتم.
learn-quiz-retry = إعادة المحاولة
learn-quiz-feedback-title = أجوبتكم والتوضيحات
learn-quiz-right = جواب صحيح
learn-quiz-wrong = جواب غير صحيح
learn-quiz-skipped = بدون جواب
learn-quiz-right-choice = الجواب الصحيح
learn-quiz-your-right-choice = جوابكم صحيح
learn-quiz-your-wrong-choice = جوابكم غير صحيح
learn-quiz-right-order = الترتيب الصحيح
learn-quiz-right-pairs = الأزواج الصحيحة
learn-quiz-you-placed = جوابكم: المرتبة { $place }
learn-quiz-you-paired = جوابكم: { $answer }
learn-quiz-reread-lesson = للتوسع: { $lesson }
learn-quiz-missing-lessons = { PLURAL($count) ->
    [zero] أتممتم جميع الدروس.
    [one] بقي لكم درس واحد لإتمامه قبل الحصول على الشهادة:
    [two] بقي لكم درسان لإتمامهما قبل الحصول على الشهادة:
    [few] بقيت لكم { $count } دروس لإتمامها قبل الحصول على الشهادة:
    [many] بقي لكم { $count } درسا لإتمامه قبل الحصول على الشهادة:
   *[other] بقي لكم { $count } درس لإتمامه قبل الحصول على الشهادة:
}
learn-quiz-certificate-ready = شهادتكم جاهزة.
learn-quiz-certificate-visitor = نتيجتكم محفوظة على هذا الجهاز. سجلوا الدخول لإرسالها والحصول على الشهادة.
learn-quiz-refused = تغيرت أسئلة هذا الاختبار منذ أن بدأتموه، ولم تُقبل أجوبتكم. ابدؤوا الاختبار من جديد.
learn-quiz-not-saved = تعذر حفظ أجوبتكم على هذا الجهاز. بقيت في هذه الصفحة: أعيدوا المحاولة.

## Mine

learn-mine-title = فضائي
learn-mine-lead = وحداتكم التكوينية وشهاداتكم وتجاربكم.
learn-mine-visitor-title = تقدمكم محفوظ على هذا الجهاز فقط
learn-mine-visitor-text = سجلوا الدخول لتجدوه على أجهزتكم الأخرى وتحصلوا على شهاداتكم. لا يضيع شيء مما أنجزتم.
learn-mine-in-progress = وحدات قيد الإنجاز
learn-mine-in-progress-empty-title = لم تبدؤوا أي وحدة بعد
learn-mine-in-progress-none-title = لا توجد وحدة قيد الإنجاز
learn-mine-in-progress-empty-text = وحدة واحدة تكفي للبداية: عشر دقائق في كل مرة.
learn-mine-completed = وحدات مكتملة
learn-mine-certificates = شهاداتي
learn-mine-certificates-empty = تصدر الشهادة عند إتمام دروس وحدة والنجاح في اختبارها.
learn-mine-experiences = تجاربي
learn-mine-experiences-empty = لم تكتبوا أي تجربة بعد. تقاسموا ما نجح في جماعتكم الترابية.
learn-mine-write = كتابة تجربة
learn-mine-bookmarks = المفضلة
learn-mine-bookmarks-empty = أضيفوا تجربة إلى المفضلة لتجدوها هنا.
learn-mine-issued = صدرت بتاريخ { $date }
learn-mine-changed = آخر تعديل: { $date }
