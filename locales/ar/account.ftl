# The pages of the area `account`.
account-invitation-title = دعوة
account-invitation-lead = قبول الدعوة وفتح الحساب.
account-sign-in-title = تسجيل الدخول
account-sign-in-lead = بالبريد الإلكتروني وكلمة السر.
account-title = حسابي
account-lead = المعطيات والأجهزة والجلسات.
account-demonstration-title = النسخة التجريبية
account-demonstration-lead = جارٍ تسجيل الدخول…
account-attention-title = ما هو محفوظ وأين
account-attention-lead = ما ينتظر الإرسال وما تم رفضه.
