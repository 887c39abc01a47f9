# The first page, for visitors and for people who signed in.
home-heading = تكوّنوا وتقاسموا تجارب الانفتاح
home-lead = وحدات تكوينية قصيرة عن بعد، وممارسات جيدة من الجماعات الترابية، تُقرأ حتى بدون اتصال بالأنترنيت.
home-welcome = مرحبا بكم، { $name }
home-action-begin = ابدؤوا الوحدة الأولى
home-action-continue = واصلوا التكوين
home-action-experiences = تصفحوا التجارب

home-doors = ثلاثة أبواب للدخول

home-waiting-title = ما ينتظركم
home-waiting-nothing = لا شيء ينتظر تدخلكم الآن.
home-waiting-validate = { PLURAL($count) ->
    [zero] لا تجربة تنتظر قراركم
    [one] تجربة واحدة تنتظر قراركم
    [two] تجربتان تنتظران قراركم
    [few] { $count } تجارب تنتظر قراركم
    [many] { $count } تجربة تنتظر قراركم
   *[other] { $count } تجربة تنتظر قراركم
}
home-waiting-validate-action = افتحوا لائحة المراجعة
home-waiting-revisions = { PLURAL($count) ->
    [zero] لا تعديل على نص منشور
    [one] تعديل واحد على نص منشور
    [two] تعديلان على نصين منشورين
    [few] { $count } تعديلات على نصوص منشورة
    [many] { $count } تعديلا على نصوص منشورة
   *[other] { $count } تعديل على نصوص منشورة
}
home-waiting-returned = أُعيدت إليكم للتعديل
home-waiting-returned-action = اقرؤوا السبب وعدّلوا
home-waiting-draft = مسودة لم تُرسل بعد
home-waiting-draft-action = واصلوا الكتابة
home-waiting-refused = { PLURAL($count) ->
    [zero] لا تعديل يحتاج إلى انتباهكم
    [one] تعديل واحد لم يُقبل، ونصه محفوظ
    [two] تعديلان لم يُقبلا، ونصاهما محفوظان
    [few] { $count } تعديلات لم تُقبل، ونصوصها محفوظة
    [many] { $count } تعديلا لم يُقبل، ونصوصها محفوظة
   *[other] { $count } تعديل لم يُقبل، ونصوصها محفوظة
}
home-waiting-refused-action = اطلعوا عليها

home-learn-title = التكوين
home-learn-carry-on = واصلوا من حيث توقفتم
home-learn-first = ابدؤوا من هنا
home-learn-then = ثم
home-learn-all-done = أتممتم جميع الوحدات. أحسنتم!
home-learn-empty = لم تُنشر أي وحدة بعد.
home-learn-more = جميع الوحدات التكوينية

home-experiences-title = آخر التجارب المنشورة
home-experiences-empty = لم تُنشر أي تجربة بعد. كونوا أول من يتقاسم تجربته.
home-experiences-more = جميع التجارب

home-network-title = الشبكة بالأرقام
home-network-text = { PLURAL($count) ->
    [zero] لا عضو في دليل ملتقى بعد.
    [one] عضو واحد في دليل ملتقى. تُحسب الأرقام من الدليل نفسه.
    [two] عضوان في دليل ملتقى. تُحسب الأرقام من الدليل نفسه.
    [few] { $count } أعضاء في دليل ملتقى. تُحسب الأرقام من الدليل نفسه.
    [many] { $count } عضوا في دليل ملتقى. تُحسب الأرقام من الدليل نفسه.
   *[other] { $count } عضو في دليل ملتقى. تُحسب الأرقام من الدليل نفسه.
}
home-network-regions = { PLURAL($count) ->
    [zero] جهة
    [one] جهة
    [two] جهتان
    [few] جهات
    [many] جهة
   *[other] جهة
}
home-network-councils = { PLURAL($count) ->
    [zero] مجلس عمالة أو إقليم
    [one] مجلس عمالة أو إقليم
    [two] مجلسا عمالة أو إقليم
    [few] مجالس عمالات وأقاليم
    [many] مجلس عمالة أو إقليم
   *[other] مجلس عمالة أو إقليم
}
home-network-communes = { PLURAL($count) ->
    [zero] جماعة
    [one] جماعة
    [two] جماعتان
    [few] جماعات
    [many] جماعة
   *[other] جماعة
}
home-regions-title = الأعضاء حسب الجهات
home-network-region = { $region }: { PLURAL($count) ->
    [zero] لا عضو
    [one] عضو واحد
    [two] عضوان
    [few] { $count } أعضاء
    [many] { $count } عضوا
   *[other] { $count } عضو
}
home-network-map = عدد الأعضاء في كل جهة. اختاروا جهة لعرض أعضائها.
home-network-more = دليل الجماعات الترابية

# What the hub is, and its words.
about-title = عن المنصة
about-lead = ما هي هذه المنصة ولمن.
about-what-title = ما هو ملتقى؟
about-what-text = ملتقى فضاء للتكوين عن بعد وتقاسم التجارب بين أعضاء الشبكة المغربية للجماعات الترابية المنفتحة: الجهات والعمالات والأقاليم والجماعات.
about-who-title = لمن؟
about-who-text = لنقط الارتكاز والمنتخبين والموظفين والمكونين والشركاء والمجتمع المدني. يمكن للجميع قراءة المضامين العمومية ومتابعة الوحدات دون حساب. تُفتح الحسابات بدعوة من نقطة ارتكاز أو من مسير المنصة.
about-offline-title = بدون اتصال
about-offline-text = ما فتحتموه يبقى مقروءا على هذا الجهاز. وما تكتبونه وتنجزونه يُحفظ على الجهاز أولا ثم يُرسل عند عودة الاتصال. ويخبركم أعلى الصفحة بما هو محفوظ وأين.
about-data-title = معطياتكم
about-data-text = لا تتبع ولا إعلانات. لا يرى تقدمكم إلا أنتم ونقط الارتكاز بجماعتكم الترابية. ولا تُنشر إلا التجارب التي اعتمدتها نقطة ارتكاز.
about-licence-title = إعادة الاستعمال
about-licence-text = مضامين الوحدات منشورة برخصة المشاع الإبداعي المبينة في كل وحدة. الوحدات مادة تكوينية، وليست وثائق رسمية.
about-verify-title = التحقق من شهادة
about-verify-text = لكل شهادة رقم وعنوان عمومي. اكتبوا الرقم للتحقق منها.
about-verify-number = رقم الشهادة
glossary-title = معجم المصطلحات
glossary-lead = مصطلحات الشبكة باللغات الثلاث.
glossary-search = ابحثوا عن مصطلح
glossary-found = { PLURAL($count) ->
    [zero] لا مصطلح
    [one] مصطلح واحد
    [two] مصطلحان
    [few] { $count } مصطلحات
    [many] { $count } مصطلحا
   *[other] { $count } مصطلح
}
glossary-none-title = لا يوجد هذا المصطلح
glossary-none-text = جربوا كلمة أقصر، أو اكتبوها بلغة أخرى.
glossary-source = المصدر
