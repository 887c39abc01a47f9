# The pages that the server writes: the words for readers without scripts.
public-no-script = يمكنكم قراءة هذه الصفحة كما هي. أما الاختبارات والكتابة فتحتاج إلى تفعيل JavaScript في المتصفح.
