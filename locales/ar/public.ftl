# The pages that the server writes as plain HTML: what browsers know by themselves and a server has to be told, and
# the words for readers without scripts. Months bear the names they have in Morocco.
public-no-script = يمكنكم قراءة هذه الصفحة كما هي. أما الاختبارات والبحث والكتابة فتحتاج إلى تفعيل JavaScript في المتصفح.
public-percent = { $number }{ "\u200E" }%{ "\u200E" }
public-date = { $day } { $month } { $year }
public-month-of-year = { $month } { $year }
public-month-1 = يناير
public-month-2 = فبراير
public-month-3 = مارس
public-month-4 = أبريل
public-month-5 = ماي
public-month-6 = يونيو
public-month-7 = يوليوز
public-month-8 = غشت
public-month-9 = شتنبر
public-month-10 = أكتوبر
public-month-11 = نونبر
public-month-12 = دجنبر
public-list-middle = { $before } و{ $after }
public-list-end = { $before } و{ $after }
