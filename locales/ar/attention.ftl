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

mutation-record-lesson = التقدم في درس
mutation-submit-attempt = أجوبة اختبار قصير
mutation-save-draft = كتابة في مسودة تجربة
mutation-discard-draft = حذف مسودة
mutation-submit-experience = إرسال تجربة للمراجعة
mutation-withdraw-experience = سحب تجربة مُرسلة
mutation-publish-experience = نشر تجربة
mutation-return-experience = إعادة تجربة للتعديل
mutation-revise-experience = تعديل تجربة
mutation-accept-revision = اعتماد تعديلات نص منشور
mutation-return-revision = إعادة تعديلات نص منشور إلى صاحبها
mutation-withdraw-revision = التخلي عن تعديلات نص منشور
mutation-see-corrections = الاطلاع على تصحيحات طفيفة
mutation-archive-experience = أرشفة تجربة
mutation-restore-experience = استرجاع تجربة مؤرشفة
mutation-add-comment = تعليق
mutation-remove-comment = حذف تعليق
mutation-declare-reuse = التصريح بإعادة الاستعمال
mutation-withdraw-reuse = سحب التصريح بإعادة الاستعمال
mutation-set-bookmark = إضافة إلى المفضلة
mutation-report-content = الإبلاغ عن محتوى
mutation-resolve-report = معالجة إبلاغ
mutation-invite-person = دعوة
mutation-revoke-invitation = إلغاء دعوة
mutation-grant-role = منح صفة
mutation-revoke-role = سحب صفة
mutation-set-disabled = إغلاق حساب أو فتحه
mutation-update-profile = تعديل الاسم واللغة
mutation-admit-collectivity = قبول جماعة ترابية في الشبكة
mutation-begin-module = الشروع في كتابة وحدة تكوينية
mutation-save-module-text = كتابة نص من وحدة تكوينية
mutation-save-outline = تعديل بنية وحدة تكوينية
mutation-offer-module = عرض وحدة تكوينية على المراجعة
mutation-take-back-module = استرجاع وحدة تكوينية من المراجعة
mutation-return-module = إعادة وحدة تكوينية للتعديل
mutation-publish-module = نشر وحدة تكوينية
mutation-discard-module = حذف مسودة وحدة تكوينية
mutation-archive-module = أرشفة وحدة تكوينية
mutation-restore-module = استرجاع وحدة تكوينية مؤرشفة
mutation-withdraw-edition = سحب إصدار من وحدة تكوينية
mutation-end-membership = إنهاء انخراط
mutation-unknown = تغيير من إصدار أحدث
