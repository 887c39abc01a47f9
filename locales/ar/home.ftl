# The first page, for visitors and for people who signed in.
home-heading = التكوين وتقاسم تجارب الانفتاح
home-lead = وحدات تكوينية قصيرة عن بعد، وممارسات جيدة من الجماعات الترابية، تُقرأ حتى بدون اتصال بالإنترنت.
home-welcome = مرحبا بكم، { $name }
home-action-begin = بدء الوحدة الأولى
home-action-continue = مواصلة التكوين
home-action-experiences = تصفح التجارب

home-doors = الأقسام الرئيسية

home-waiting-title = مهام في الانتظار
home-waiting-nothing = لا توجد مهام في الانتظار حاليا.
home-waiting-validate = { PLURAL($count) ->
    [zero] لا توجد تجارب في انتظار قراركم
    [one] تجربة واحدة في انتظار قراركم
    [two] تجربتان في انتظار قراركم
    [few] { $count } تجارب في انتظار قراركم
    [many] { $count } تجربة في انتظار قراركم
   *[other] { $count } تجربة في انتظار قراركم
}
home-waiting-validate-action = عرض التجارب في انتظار الاعتماد
home-waiting-revisions = { PLURAL($count) ->
    [zero] لا تعديل على نص منشور
    [one] تعديل واحد على نص منشور
    [two] تعديلان على نصين منشورين
    [few] { $count } تعديلات على نصوص منشورة
    [many] { $count } تعديلا على نصوص منشورة
   *[other] { $count } تعديل على نصوص منشورة
}
home-waiting-reports = { PLURAL($count) ->
    [zero] لا إبلاغات في انتظار قراركم
    [one] إبلاغ واحد في انتظار قراركم
    [two] إبلاغان في انتظار قراركم
    [few] { $count } إبلاغات في انتظار قراركم
    [many] { $count } إبلاغا في انتظار قراركم
   *[other] { $count } إبلاغ في انتظار قراركم
}
home-waiting-reports-action = عرض الإبلاغات
home-waiting-modules = وحدات تكوينية تنتظر مراجعتكم أو تعديلكم: { $count }
home-waiting-modules-action = الاطلاع على الوحدات التكوينية
home-waiting-returned = أُعيدت إليكم للتعديل
home-waiting-returned-action = الاطلاع على السبب والتعديل
home-waiting-draft = مسودة لم تُرسل بعد
home-waiting-draft-action = مواصلة الكتابة
home-waiting-refused = { PLURAL($count) ->
    [zero] كل التغييرات مقبولة
    [one] تغيير واحد لم يُقبل، ونصه محفوظ
    [two] تغييران لم يُقبلا، ونصاهما محفوظان
    [few] { $count } تغييرات لم تُقبل، ونصوصها محفوظة
    [many] { $count } تغييرا لم تُقبل، ونصوصها محفوظة
   *[other] { $count } تغيير لم تُقبل، ونصوصها محفوظة
}
home-waiting-refused-action = عرض التفاصيل

home-learn-title = التكوين
home-learn-carry-on = واصلوا من حيث توقفتم
home-learn-first = ابدؤوا من هنا
home-learn-then = بعد ذلك
home-learn-all-done = أتممتم جميع الوحدات. أحسنتم!
home-learn-empty = لم تُنشر أي وحدة بعد.
home-learn-more = جميع الوحدات التكوينية

home-experiences-title = آخر التجارب المنشورة
home-experiences-empty = لم تُنشر أي تجربة بعد. كونوا أول من يتقاسم تجربته.
home-experiences-more = جميع التجارب

home-network-title = الشبكة بالأرقام
home-network-text = { PLURAL($count) ->
    [zero] لا أعضاء بعد في دليل المنصة.
    [one] عضو واحد في دليل المنصة. تُحسب الأرقام انطلاقا من الدليل.
    [two] عضوان في دليل المنصة. تُحسب الأرقام انطلاقا من الدليل.
    [few] { $count } أعضاء في دليل المنصة. تُحسب الأرقام انطلاقا من الدليل.
    [many] { $count } عضوا في دليل المنصة. تُحسب الأرقام انطلاقا من الدليل.
   *[other] { $count } عضو في دليل المنصة. تُحسب الأرقام انطلاقا من الدليل.
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
about-lead = تعريف بالمنصة وبالفئات التي تستهدفها.
about-what-title = ما هي منصة ملتقى؟
about-what-text = ملتقى منصة للتكوين عن بعد وتقاسم التجارب بين أعضاء الشبكة المغربية للجماعات الترابية المنفتحة: الجهات والعمالات والأقاليم والجماعات.
about-who-title = لمن؟
about-who-text = لنقط الارتكاز والمنتخبين والموظفين والمكونين والشركاء والمجتمع المدني. يمكن للجميع قراءة المضامين العمومية ومتابعة الوحدات دون حساب. تُفتح الحسابات بدعوة من نقطة ارتكاز أو من مسير المنصة.
about-offline-title = الاستعمال دون اتصال
about-offline-text = ما فتحتموه يبقى مقروءا على هذا الجهاز. وتُحفظ نصوصكم ونتائجكم على الجهاز أولا ثم تُرسل عند عودة الاتصال. ويبين المؤشر في أعلى الصفحة ما هو محفوظ ومكان حفظه.
about-data-title = معطياتكم
about-data-text = دون تعقب للمستعملين ودون إشهار. لا يطلع على تقدمكم إلا أنتم ونقط الارتكاز بجماعتكم الترابية. ولا تُنشر إلا التجارب التي اعتمدتها نقطة ارتكاز.
about-licence-title = إعادة الاستعمال
about-licence-text = مضامين الوحدات منشورة برخصة المشاع الإبداعي المبينة في كل وحدة. الوحدات مادة تكوينية، وليست وثائق رسمية.
about-verify-title = التحقق من شهادة
about-verify-text = لكل شهادة رقم وعنوان عمومي. اكتبوا الرقم للتحقق منها.
about-verify-number = رقم الشهادة
glossary-title = معجم المصطلحات
glossary-lead = مصطلحات الشبكة باللغات الثلاث.
glossary-search = البحث عن مصطلح
glossary-found = { PLURAL($count) ->
    [zero] لا مصطلح
    [one] مصطلح واحد
    [two] مصطلحان
    [few] { $count } مصطلحات
    [many] { $count } مصطلحا
   *[other] { $count } مصطلح
}
glossary-none-title = لم يُعثر على أي مصطلح
glossary-none-text = جربوا كلمة أقصر، أو اكتبوها بلغة أخرى.
glossary-source = المصدر
home-waiting-recovery = أُنشئ رابط لتغيير كلمة السر الخاصة بحسابكم. أنشأه: { $name }
home-waiting-recovery-action = الاطلاع
