# The pages of the area `admin`: coordination of the network.
admin-title = تنسيق الشبكة
admin-lead = الانخراط ونقط الارتكاز والأشخاص والدعوات والإبلاغات.
admin-not-for-you-title = هذه الصفحة مخصصة لمسيري المنصة
admin-not-for-you-text = لا تخول لكم صفتكم تنسيق الشبكة. لقبول جماعة ترابية أو تعيين نقطة ارتكاز، المرجو الاتصال بمسير المنصة.
admin-tabs = الأقسام
admin-tab-members = الأعضاء ({ $count })
admin-tab-people = الأشخاص
admin-tab-invitations = الدعوات ({ $count })
admin-tab-reports = الإبلاغات ({ $count })
admin-invitations-text = كل الدعوات التي ما زالت في انتظار القبول. لدعوة نقطة ارتكاز، اختاروا جماعتها الترابية من قسم الأعضاء.
admin-invite-network = دعوة مكون أو شريك أو مسير للمنصة
admin-no-invitation-text = تظهر هنا الدعوات التي ترسلونها أو ترسلها نقط الارتكاز، إلى أن تُقبل أو تنتهي مدتها.
admin-admit = قبول جماعة ترابية جديدة
admin-admit-search = اسم الجماعة الترابية
admin-admit-hint = بالعربية أو بالفرنسية، من اللائحة الوطنية. الأعضاء الحاليون لا يظهرون.
admin-admit-none = لا توجد جماعة ترابية غير منخرطة بهذا الاسم.
admin-admit-more = النتائج كثيرة. المرجو إضافة كلمة من الاسم.
admin-admit-do = قبول…
admin-admit-title = قبول { $name } في الشبكة
admin-admit-month = شهر الانخراط
admin-admit-source = صفحة تثبت الانخراط
admin-admit-source-hint = عنوان كامل يبدأ بـ https://{ "\u200E" }
admin-admit-source-wrong = المرجو كتابة عنوان كامل يبدأ بـ https://{ "\u200E" } أو ترك الحقل فارغا
admin-admit-confirm = قبول في الشبكة
admin-admitted = قُبلت الجماعة الترابية في الشبكة
admin-members-filter = عرض
admin-members-all = كل الأعضاء
admin-members-without = دون نقطة ارتكاز
admin-member-since = { " " }· عضو منذ { $month }
admin-no-focal-point = دون نقطة ارتكاز
admin-name-focal = تعيين نقطة ارتكاز
admin-name-focal-of = تعيين نقطة ارتكاز: { $name }
admin-focal-invite-title = شخص ليس له حساب
admin-focal-invite-text = أنشئوا رابط دعوة وأرسلوه إليه.
admin-focal-existing-title = شخص له حساب
admin-end = إنهاء الانخراط
admin-end-of = إنهاء انخراط { $name }
admin-end-title = إنهاء انخراط { $name }؟
admin-end-text = لن تظهر هذه الجماعة الترابية بين الأعضاء، ولن يُدعى إليها أحد. تبقى تجاربها المنشورة، ويمكن قبولها من جديد.
admin-people-search = الاسم أو البريد الإلكتروني
admin-people-results = { PLURAL($count) ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصا
   *[other] { $count } شخص
}
admin-people-first = { PLURAL($count) ->
    [zero] لا أحد
    [one] الشخص الأول، وهناك آخرون
    [two] الشخصان الأولان، وهناك آخرون
    [few] أول { $count } أشخاص، وهناك آخرون
    [many] أول { $count } شخصا، وهناك آخرون
   *[other] أول { $count } شخص، وهناك آخرون
}
admin-people-more = عرض المزيد
admin-people-offline = لا تُحفظ لائحة الأشخاص على هذا الجهاز: يحتاج عرضها إلى اتصال بالإنترنت.
admin-people-none = لم يُعثر على أي شخص
admin-people-none-text = تحققوا من كتابة الاسم أو البريد الإلكتروني، أو وجهوا الدعوة من صفحة الجماعة الترابية المعنية.
admin-person-closed = حساب مغلق
admin-person-manage = تدبير حساب { $name }
admin-role-in = { $role } ({ $place })
admin-roles-take = صفاته
admin-role-take = سحب
admin-roles-give = منح صفة في الشبكة
admin-account = الحساب
admin-account-close = إغلاق الحساب…
admin-account-close-text = تنتهي جلساته كلها ولن يمكنه تسجيل الدخول. ما كتبه باق، ويمكن فتح الحساب من جديد.
admin-account-close-do = إغلاق الحساب
admin-account-closed-text = هذا الحساب مغلق: لا يمكن لصاحبه تسجيل الدخول.
admin-account-open = فتح الحساب من جديد
admin-no-report = لا إبلاغ في الانتظار
admin-no-report-text = عندما يبلغ شخص عن تجربة أو تعليق، يظهر الإبلاغ هنا مع المحتوى المعني.
admin-reports-text = اقرؤوا المحتوى، ثم قرروا: يبقى أو يُسحب.
admin-report-keep = الإبقاء على المحتوى
admin-report-remove = سحب المحتوى
admin-report-remove-comment = يُحذف التعليق نهائيا من النقاش.
admin-report-remove-experience = تُؤرشف التجربة ولا تظهر بعد ذلك في اللوائح. تحتفظ بها جماعتها الترابية، ويمكن استرجاعها.
admin-report-comment-of = تعليق { $name }
admin-report-offline = يحتاج عرض التعليق إلى اتصال بالإنترنت.
admin-report-gone = لم يعد هذا التعليق موجودا.
admin-report-not-listed = لم تعد هذه التجربة في اللوائح.
admin-reports-decided = قرارات سابقة ({ $count })
admin-report-was-removed = القرار: سُحب المحتوى.
admin-report-was-kept = القرار: أُبقي على المحتوى.
admin-account-close-ask = إغلاق حساب { $name }؟
admin-account-open-ask = فتح حساب { $name } من جديد؟
admin-account-open-text = سيكون بإمكان هذا الشخص تسجيل الدخول من جديد، بالصفات المبينة أعلاه.
admin-account-closed-now = أُغلق الحساب
admin-account-opened-now = فُتح الحساب من جديد
admin-account-open-do = نعم، فتح الحساب
