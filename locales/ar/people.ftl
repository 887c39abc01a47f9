# The pages of the area `people`: people of a collectivity, their training, invitations.
people-title = الأشخاص والتقدم
people-lead = ادعوا زملاءكم، وتابعوا تقدمهم في التكوين.
people-colleagues-lead = زملاؤكم في الجماعة الترابية. لدعوة شخص أو لأي سؤال، المرجو الاتصال بنقطة الارتكاز.
people-none-title = لا يظهر أحد بعد
people-none-text = تظهر هنا أسماء زملائكم بمجرد انضمامهم إلى المنصة.
people-visitor-title = هذه الصفحة لأعضاء الشبكة
people-visitor-text = سجلوا الدخول لتروا الأشخاص والتقدم في جماعتكم الترابية.
people-nowhere-title = لا تنتمون إلى أي جماعة ترابية
people-nowhere-text = اطلبوا من نقطة ارتكاز جماعتكم الترابية أن تدعوكم إليها.
people-nowhere-administrator = تجدون أشخاص الشبكة كلها ودعواتها في صفحة تسيير الشبكة.
people-progress = { PLURAL($count) ->
    [zero] الأشخاص وتقدمهم
    [one] الأشخاص وتقدمهم (شخص واحد)
    [two] الأشخاص وتقدمهم (شخصان)
    [few] الأشخاص وتقدمهم ({ $count } أشخاص)
    [many] الأشخاص وتقدمهم ({ $count } شخصا)
   *[other] الأشخاص وتقدمهم ({ $count } شخص)
}
people-table = تقدم كل شخص في كل وحدة تكوينية. انقروا على عنوان عمود للترتيب حسبه.
people-column-name = الاسم
people-column-role = الصفة
people-column-completed = وحدات مكتملة
people-column-seen = آخر نشاط في التكوين
people-column-actions = تدبير
people-completed-of = { $count } من { $all }
people-not-started = لم يبدأ بعد
people-in-progress = قيد الإنجاز: الدروس { $done } من { $all }
people-in-progress-quiz = قيد الإنجاز: الدروس { $done } من { $all }، الاختبار { $percent }
people-completed = مكتمل: { $percent }
people-never = لا نشاط بعد
people-role-closed = { $role } (حساب مغلق)
people-alone = أنتم وحدكم هنا حتى الآن. ادعوا زملاءكم ليظهر تقدمهم في هذا الجدول.
people-export = تصدير الجدول (CSV)
people-export-hint = يتضمن الملف ما ترونه بالضبط: الأعمدة نفسها والترتيب نفسه، ويُفتح في برامج الجداول.
people-exported = تم تصدير الجدول
people-export-failed = لم يقبل المتصفح الملف. المرجو السماح بالتحميل لهذا الموقع ثم إعادة المحاولة.
people-manage = تدبير
people-joined = فُتح الحساب في
people-closed-note = هذا الحساب مغلق: لا يمكن لصاحبه تسجيل الدخول. مسير المنصة هو من يفتحه.
people-to-focal = جعله نقطة ارتكاز
people-to-focal-text = تدعو نقطة الارتكاز الزملاء وتتابع تقدمهم وتعتمد التجارب. ويمكن أن تكون للجماعة الترابية عدة نقط ارتكاز.
people-to-member = سحب صفة نقطة الارتكاز
people-to-member-text = يبقى هذا الشخص عضوا، ولا يدعو بعد ذلك ولا يعتمد تجارب.
people-step-down-text = تبقون عضوا، ولن تدعوا بعد ذلك زملاء ولن تعتمدوا تجارب. تأكدوا قبل ذلك من وجود نقطة ارتكاز أخرى.
people-part = لم يعد من هذه الجماعة الترابية…
people-part-text = لن يرى هذا الشخص بعد الآن ما يخص الجماعة الترابية. ما كتبه باق، وشهاداته تبقى له.
people-part-do = إنهاء انتمائه
people-optional = (اختياري)
people-invite = دعوة شخص
people-invite-made = الدعوة جاهزة
people-invite-do = إنشاء رابط الدعوة
people-invite-email-hint = يُملأ به نموذج الدعوة مسبقا. لا ترسل المنصة رسائل: أنتم من يرسل الرابط.
people-invite-language = لغة الدعوة
people-invite-no-secret = لا يوفر هذا المتصفح ما يلزم لإنشاء رابط آمن. المرجو استعمال متصفح أحدث.
people-invite-subject = دعوة إلى ملتقى
people-invite-message =
    السلام عليكم { $name }

    يدعوكم { $by } إلى ملتقى، منصة الشبكة المغربية للجماعات الترابية المنفتحة، بصفة { $role } { $place }.

    لفتح حسابكم، انقروا على هذا الرابط في غضون 72 ساعة. الرابط خاص بكم ويُستعمل مرة واحدة:
    { $link }
people-link = رابط الدعوة
people-link-once = لا يظهر هذا الرابط إلا الآن.
people-link-for-one = يفتح حسابا واحدا. أرسلوه إلى الشخص المعني وحده.
people-link-copy = نسخ الرابط
people-link-done = أرسلتُ الرابط
people-link-waits = محفوظة على هذا الجهاز ولم تُرسل بعد: لن يعمل الرابط إلا بعد عودة الاتصال بالأنترنيت.
people-link-works = أُرسلت الدعوة والرابط يعمل الآن. { $left }
people-link-refused = لم تُقبل الدعوة، والرابط لا يعمل.
people-message = رسالة جاهزة للإرسال
people-message-copy = نسخ الرسالة
people-message-share = مشاركة
people-message-mail = إرسال بالبريد الإلكتروني
people-cannot-copy = لم يسمح المتصفح بالنسخ. المرجو تحديد النص ونسخه باليد.
people-invitations = { PLURAL($count) ->
    [zero] الدعوات المفتوحة
    [one] الدعوات المفتوحة (واحدة)
    [two] الدعوات المفتوحة (اثنتان)
    [few] الدعوات المفتوحة ({ $count })
    [many] الدعوات المفتوحة ({ $count })
   *[other] الدعوات المفتوحة ({ $count })
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
people-handover-text = لتسليم مهام نقطة الارتكاز: اجعلوا زميلا نقطة ارتكاز بزر «تدبير» في سطره، ثم اسحبوا الصفة عن أنفسكم بزر «تدبير» في سطركم. تبقى التجارب والدعوات وجدول التقدم لمن يتسلم المهام.
