# What public pages say of accounts: how a visitor asks for one.
account-demonstration-title = النسخة التجريبية
account-no-account-title = ليس لكم حساب؟
account-ask-lead = الحساب يُفتح بدعوة، وتوجهها إليكم، بحسب جماعتكم الترابية:
account-ask-focal = إذا كانت عضوا في الشبكة: نقطة ارتكازها.
account-ask-coordination = إذا لم تكن عضوا، أو لم تُعيَّن بعدُ نقطة ارتكازها: الجهة المكلفة بتنسيق الشبكة.
account-ask-kept = في انتظار ذلك، يبقى تقدمكم محفوظا على هذا الجهاز، ويُضاف إلى حسابكم عندما تفتحونه على هذا الجهاز.
account-ask-language = لغة الطلب
account-ask-text = نص الطلب
account-ask-copy = نسخ الطلب
account-ask-subject = طلب دعوة إلى منصة ملتقى
account-ask-message = السلام عليكم،
    أتابع الوحدات التكوينية على منصة ملتقى للشبكة المغربية للجماعات الترابية المنفتحة، وأرغب في فتح حساب للحصول على شهاداتي. المرجو التفضل بتوجيه دعوة إليّ.
    { $link }
    الاسم:
    المهمة:
    الجماعة الترابية:
account-no-account-find = البحث عن جماعتي الترابية في الشبكة
account-recovery-operator = الجهة التي تدير الخادم
people-message-mail = إرسال بالبريد الإلكتروني
