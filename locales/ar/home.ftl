# The pages of the area `home`.
home-title = تكوّنوا وتقاسموا تجارب الانفتاح
home-lead = وحدات تكوينية قصيرة عن بعد وممارسات جيدة من الجماعات الترابية، حتى بدون اتصال بالأنترنيت.
about-title = عن المنصة
about-lead = ما هي هذه المنصة ولمن.
glossary-title = معجم المصطلحات
glossary-lead = مصطلحات الشبكة باللغات الثلاث.
