# What is saved where, and what was refused (pages/account/attention).
account-attention-sync-now = المزامنة الآن
account-attention-reload = إعادة تحميل الصفحة
account-attention-nothing-kept = لا يحتفظ هذا المتصفح بأي شيء بعد إغلاق الصفحة (تصفح خاص، أو مساحة تخزين ممتلئة). ما لم يُرسل يضيع عند إغلاقها.
account-attention-refused-at = رُفض: { $when }
account-attention-words = ما كتبتموه
account-attention-copy = نسخ ما كتبتموه
account-attention-not-copied = تعذر النسخ. المرجو تحديد النص ونسخه يدويا.
account-attention-dismiss = حذف من هذه اللائحة
account-attention-waiting = في انتظار الإرسال
account-attention-nothing-waits = لا يوجد أي عنصر في انتظار الإرسال.
account-attention-device = هذا الجهاز
account-attention-synced = آخر مزامنة
account-attention-never = لم تتم بعد
account-attention-size = المساحة المستعملة
account-attention-version = إصدار المنصة
account-attention-unknown = غير معروف
account-attention-own-device = هذا جهازي الشخصي
account-attention-own-device-hint = على جهازكم الشخصي تبقى معطياتكم محفوظة بعد الخروج وبدون اتصال. على جهاز مشترك تُمحى عند تسجيل الخروج.
account-attention-refused = { PLURAL($count) ->
    [zero] لا تغيير مرفوض
    [one] تغيير واحد مرفوض
    [two] تغييران مرفوضان
    [few] { $count } تغييرات مرفوضة
    [many] { $count } تغييرا مرفوضا
   *[other] { $count } تغيير مرفوض
}
