# The directory of the network and the page of a collectivity.
network-title = الشبكة
network-lead = الجماعات الترابية المنخرطة في الشبكة، وتجاربها ونقط ارتكازها.
network-regions = الجهات
network-councils = مجالس العمالات والأقاليم
network-communes = الجماعات
network-figures-note = أرقام محسوبة انطلاقا من الدليل، ولا تشمل إلا الانخراطات المعروفة.
network-map = الأعضاء حسب الجهة
network-region-members = { PLURAL($count) ->
    [zero] { $region }: لا عضو
    [one] { $region }: عضو واحد
    [two] { $region }: عضوان
    [few] { $region }: { $count } أعضاء
    [many] { $region }: { $count } عضوا
   *[other] { $region }: { $count } عضو
}
network-filter = تصفية الدليل
network-search = البحث بالاسم
network-in = { $province }، { $region }
network-named = { $name } ({ $within })
network-province = الإقليم أو العمالة
network-region = الجهة
network-all-regions = كل الجهات
network-kind = الصنف
network-all-kinds = كل الأصناف
network-list = اللائحة
network-list-hint = اللائحة الوطنية تضم كل الجماعات الترابية بالمغرب: الجهات والعمالات والأقاليم والجماعات.
network-list-members = أعضاء الشبكة
network-list-all = اللائحة الوطنية كاملة
network-list-out-of-reach = اللائحة الوطنية غير محفوظة على هذا الجهاز، ويتعذر تحميلها دون اتصال بالإنترنت. يمكن الاطلاع على أعضاء الشبكة.
network-results = { PLURAL($count) ->
    [zero] لا توجد أي جماعة ترابية
    [one] جماعة ترابية واحدة
    [two] جماعتان ترابيتان
    [few] { $count } جماعات ترابية
    [many] { $count } جماعة ترابية
   *[other] { $count } جماعة ترابية
}
network-show-more = { PLURAL($count) ->
    [zero] عرض المزيد
    [one] عرض المزيد (واحدة متبقية)
    [two] عرض المزيد (اثنتان متبقيتان)
    [few] عرض المزيد ({ $count } متبقية)
    [many] عرض المزيد ({ $count } متبقية)
   *[other] عرض المزيد ({ $count } متبقية)
}
network-nothing-title = لا توجد جماعة ترابية بهذه المعايير
network-nothing-text = قد لا تكون من الأعضاء المعروفين. ابحثوا في اللائحة الوطنية، أو ألغوا التصفية.
network-search-all = البحث في اللائحة الوطنية
network-clear = إلغاء التصفية
network-member = عضو الشبكة
network-member-since = عضو منذ { $month }
network-not-known = انخراط غير معروف
network-collectivity = جماعة ترابية
network-breadcrumbs = مسار التصفح
network-unknown-title = الجماعة الترابية غير موجودة
network-unknown-text = العنوان لا يطابق أي جماعة ترابية في اللائحة الوطنية.
network-population = السكان القانونيون (2024)
network-joined = الانخراط في الشبكة
network-source = المصدر
network-source-page = صفحة تثبت الانخراط
network-code = رمز المندوبية السامية للتخطيط
network-experiences = تجاربها
network-no-experience-title = لا توجد تجربة منشورة بعد
network-no-experience-text = تُنشر هنا تجارب هذه الجماعة الترابية بعد اعتمادها من طرف نقطة ارتكازها.
network-all-experiences = تصفح كل التجارب
network-write = كتابة تجربة
network-people = للتواصل
network-people-sign-in = تظهر نقط الارتكاز للمسجلين في المنصة بعد تسجيل الدخول.
network-people-none = لم تُعيَّن بعد نقطة ارتكاز على المنصة.
