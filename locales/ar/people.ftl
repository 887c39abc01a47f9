# The pages of the area `people`: people of a collectivity, their training, invitations.
people-title = الزملاء وتقدمهم في التكوين
people-lead = ادعوا زملاءكم، وتابعوا تقدمهم في التكوين.
people-colleagues-lead = زملاؤكم في الجماعة الترابية. لدعوة شخص أو لأي سؤال، المرجو الاتصال بنقطة الارتكاز.
people-none-title = لا يظهر أحد بعد
people-none-text = تظهر هنا أسماء زملائكم بمجرد انضمامهم إلى المنصة.
people-visitor-title = هذه الصفحة مخصصة للمسجلين في المنصة
people-visitor-text = سجلوا الدخول للاطلاع على زملائكم في الجماعة الترابية وتقدمهم في التكوين.
people-nowhere-title = لا تنتمون إلى أي جماعة ترابية
people-nowhere-text = اطلبوا من نقطة ارتكاز جماعتكم الترابية أن تدعوكم إليها.
people-nowhere-administrator = تجدون كل المسجلين في المنصة والدعوات في صفحة تنسيق الشبكة.
people-progress = { PLURAL($count) ->
    [zero] الزملاء وتقدمهم
    [one] الزملاء وتقدمهم (زميل واحد)
    [two] الزملاء وتقدمهم (زميلان)
    [few] الزملاء وتقدمهم ({ $count } زملاء)
    [many] الزملاء وتقدمهم ({ $count } زميلا)
   *[other] الزملاء وتقدمهم ({ $count } زميل)
}
people-table = تقدم كل شخص في كل وحدة تكوينية. انقروا على عنوان عمود للترتيب حسبه.
people-column-name = الاسم
people-column-role = الصفة
people-column-completed = وحدات مكتملة
people-column-seen = آخر نشاط في التكوين
people-column-actions = تدبير
people-completed-of = { $count } من { $all }
people-not-started = لم تبدأ بعد
people-in-progress = قيد الإنجاز (الدروس: { $done } من { $all })
people-in-progress-quiz = قيد الإنجاز (الدروس: { $done } من { $all }، الاختبار: { $percent })
people-completed = مكتملة: { $percent }
people-sort = الترتيب حسب
people-mark-completed = مكتملة، مع نتيجة الاختبار
people-mark-in-progress = قيد الإنجاز، مع عدد الدروس المكتملة
people-mark-not-started = لم تبدأ بعد
people-legend-modules = أرقام الوحدات التكوينية
people-never = لا نشاط بعد
people-role-closed = { $role } (حساب مغلق)
people-alone = لم يُسجَّل أي زميل آخر بعد. ادعوا زملاءكم ليظهر تقدمهم في هذا الجدول.
people-export = تصدير الجدول (CSV)
people-export-hint = يتضمن الملف ما ترونه بالضبط: الأعمدة نفسها والترتيب نفسه، ويُفتح في برامج الجداول.
people-exported = تم تصدير الجدول
people-export-failed = لم يقبل المتصفح الملف. المرجو السماح بالتحميل لهذا الموقع ثم إعادة المحاولة.
people-manage = تدبير
people-joined = فُتح الحساب في
people-closed-note = هذا الحساب مغلق: لا يمكن لصاحبه تسجيل الدخول. ويمكن لمسير المنصة فتحه من جديد.
people-to-focal = تعيين نقطة ارتكاز
people-to-focal-text = تدعو نقطة الارتكاز الزملاء وتتابع تقدمهم وتعتمد التجارب. ويمكن أن تكون للجماعة الترابية عدة نقط ارتكاز.
people-to-member = سحب صفة نقطة الارتكاز
people-to-member-text = يحتفظ هذا الشخص بحسابه في المنصة، ولن يكون بإمكانه توجيه الدعوات ولا اعتماد التجارب.
people-step-down-text = تحتفظون بحسابكم في المنصة، ولن يكون بإمكانكم توجيه الدعوات ولا اعتماد التجارب. تأكدوا قبل ذلك من وجود نقطة ارتكاز أخرى.
people-part = إنهاء الانتماء إلى هذه الجماعة الترابية…
people-part-text = لن يرى هذا الشخص بعد الآن ما يخص الجماعة الترابية. ما كتبه باق، وشهاداته تبقى له.
people-part-do = إنهاء انتمائه
people-optional = (اختياري)
people-invite = دعوة شخص
people-invite-made = الدعوة جاهزة
people-invite-do = إنشاء رابط الدعوة
people-invite-email-hint = يُملأ به نموذج الدعوة مسبقا. لا ترسل المنصة رسائل: أنتم من يرسل الرابط.
people-invite-language = لغة الدعوة
people-invite-no-secret = لا يوفر هذا المتصفح ما يلزم لإنشاء رابط آمن. المرجو استعمال متصفح أحدث.
people-invite-subject = دعوة للانضمام إلى منصة ملتقى
people-invite-message = السلام عليكم { $name }،
    يدعوكم { $by } للانضمام إلى منصة ملتقى للشبكة المغربية للجماعات الترابية المنفتحة.
    الصفة: { $role }
    { $place }
    لفتح حسابكم، المرجو النقر على هذا الرابط في غضون 72 ساعة. الرابط شخصي ويُستعمل مرة واحدة:
    { $link }
people-link = رابط الدعوة
people-link-once = لن يُعرض هذا الرابط مرة أخرى.
people-link-for-one = يفتح حسابا واحدا. أرسلوه إلى الشخص المعني وحده.
people-link-copy = نسخ الرابط
people-link-done = أرسلتُ الرابط
people-link-waits = محفوظة على هذا الجهاز ولم تُرسل بعد: لن يعمل الرابط إلا بعد عودة الاتصال بالإنترنت.
people-link-works = أُرسلت الدعوة والرابط يعمل الآن. { $left }
people-link-refused = لم تُقبل الدعوة، والرابط لا يعمل.
people-message = رسالة جاهزة للإرسال
people-message-copy = نسخ الرسالة
people-message-share = مشاركة
people-invitations = { PLURAL($count) ->
    [zero] دعوات في انتظار القبول
    [one] دعوات في انتظار القبول (واحدة)
    [two] دعوات في انتظار القبول (اثنتان)
    [few] دعوات في انتظار القبول ({ $count })
    [many] دعوات في انتظار القبول ({ $count })
   *[other] دعوات في انتظار القبول ({ $count })
}
people-no-invitation = لا توجد دعوة في انتظار القبول.
people-invitation-unnamed = دعوة بلا اسم
people-invitation-by = من طرف { $name }
people-invitation-expired = انتهت مدتها
people-invitation-left-minutes = { PLURAL($count) ->
    [zero] تنتهي مدتها الآن
    [one] تنتهي مدتها خلال دقيقة
    [two] تنتهي مدتها خلال دقيقتين
    [few] تنتهي مدتها خلال { $count } دقائق
    [many] تنتهي مدتها خلال { $count } دقيقة
   *[other] تنتهي مدتها خلال { $count } دقيقة
}
people-invitation-left-hours = { PLURAL($count) ->
    [zero] تنتهي مدتها خلال أقل من ساعة
    [one] تنتهي مدتها خلال ساعة
    [two] تنتهي مدتها خلال ساعتين
    [few] تنتهي مدتها خلال { $count } ساعات
    [many] تنتهي مدتها خلال { $count } ساعة
   *[other] تنتهي مدتها خلال { $count } ساعة
}
people-invitation-left-days = { PLURAL($count) ->
    [zero] صالحة إلى غاية { $until }
    [one] صالحة يوما واحدا، إلى غاية { $until }
    [two] صالحة يومين، إلى غاية { $until }
    [few] صالحة { $count } أيام، إلى غاية { $until }
    [many] صالحة { $count } يوما، إلى غاية { $until }
   *[other] صالحة { $count } يوم، إلى غاية { $until }
}
people-invitation-end = إلغاء الدعوة
people-invitation-end-title = إلغاء هذه الدعوة؟
people-invitation-end-text = لن يعمل رابطها بعد ذلك. يمكنكم دعوة الشخص نفسه من جديد متى شئتم.
people-handover = تسليم المهام
people-handover-text = لتسليم مهام نقطة الارتكاز: عيّنوا أحد الزملاء نقطة ارتكاز بزر «تدبير» في سطره، ثم اسحبوا الصفة عن أنفسكم بزر «تدبير» في سطركم. تبقى التجارب والدعوات وجدول التقدم رهن إشارة من يتسلم المهام.
people-recovery = نسي كلمة السر؟
people-recovery-text = أنشئوا رابطا يختار به هذا الشخص كلمة سر جديدة. تنتهي عندئذ كل جلساته، ويظهر له أنكم أنشأتم الرابط.
people-recovery-do = إنشاء الرابط
people-recovery-ask = إنشاء رابط لتغيير كلمة سر { $name }؟
people-recovery-ask-text = تأكدوا أولا أن هذا الشخص هو من طلبه. من يتوفر على الرابط يدخل إلى الحساب. الرابط صالح 24 ساعة، وينتهي به كل رابط سابق.
people-recovery-link = رابط تغيير كلمة السر
people-recovery-made = سلموا الرابط إلى { $name } وحده: مباشرة أو في رسالة شخصية. وهو صالح 24 ساعة ويُستعمل مرة واحدة.
people-power-grant-title = منح { $name } الصفة التالية: { $role }؟
people-power-revoke-title = سحب هذه الصفة من { $name }: { $role }؟
people-power-grant = منح الصفة
people-power-revoke = سحب الصفة
people-power-granted = مُنحت الصفة: { $role }
people-power-revoked = سُحبت الصفة: { $role }
people-power-can-member = سيكون بإمكان هذا الشخص كتابة تجارب الجماعة الترابية والاطلاع على ما يخص أعضاءها.
people-power-can-focal-point = سيكون بإمكان هذا الشخص دعوة أشخاص إلى الجماعة الترابية وتعيين نقط ارتكاز أخرى وسحب الصفات، وتتبع تقدم الزملاء، واعتماد التجارب ونشرها.
people-power-can-trainer = سيكون بإمكان هذا الشخص إعداد الوحدات التكوينية للشبكة.
people-power-can-partner = سيكون بإمكان هذا الشخص المشاركة في النقاش بصفة شريك للشبكة.
people-power-can-administrator = ستكون لهذا الشخص كل صلاحيات تنسيق الشبكة: الاطلاع على كل الأشخاص وعناوينهم، ومنح كل الصفات وسحبها، بما فيها صفتكم، وإغلاق الحسابات، وسحب المحتوى.
people-power-cannot-member = لن يرى هذا الشخص ما يخص الجماعة الترابية، ولن يكتب تجاربها. ما كتبه باق، وشهاداته تبقى له.
people-power-cannot-focal-point = لن يكون بإمكان هذا الشخص توجيه الدعوات ولا تتبع التكوين ولا اعتماد التجارب، وتنتهي دعواته التي لم تُقبل بعد.
people-power-cannot-trainer = لن يكون بإمكان هذا الشخص إعداد الوحدات التكوينية.
people-power-cannot-partner = لن يشارك هذا الشخص بعد الآن بصفة شريك للشبكة.
people-power-cannot-administrator = لن يكون بإمكان هذا الشخص تنسيق الشبكة، وتنتهي دعواته التي لم تُقبل بعد.
people-recovery-yes = إنشاء الرابط الآن
