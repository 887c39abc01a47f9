# The pages of the area `learn`.
learn-catalogue-title = الوحدات التكوينية
learn-catalogue-lead = وحدات قصيرة عن بعد، حتى بدون اتصال.
learn-module-title = وحدة تكوينية
learn-module-lead = الأهداف والدروس والاختبار القصير.
learn-lesson-title = درس
learn-lesson-lead = نص الدرس.
learn-quiz-title = اختبار قصير
learn-quiz-lead = سؤال في كل شاشة.
learn-mine-title = فضائي
learn-mine-lead = تكويني وتجاربي والمحفوظات.
learn-certificate-title = شهادة إتمام
learn-certificate-lead = التحقق من الشهادة وطباعتها.
