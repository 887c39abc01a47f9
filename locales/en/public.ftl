# The pages that the server writes as plain HTML: what browsers know by themselves and a server has to be told, and
# the words for readers without scripts. Months bear the names they have in Morocco.
public-no-script = This page can be read as it is. Quizzes, search and writing need JavaScript to be enabled in the browser.
public-percent = { $number }%
public-date = { $day } { $month } { $year }
public-month-of-year = { $month } { $year }
public-month-1 = January
public-month-2 = February
public-month-3 = March
public-month-4 = April
public-month-5 = May
public-month-6 = June
public-month-7 = July
public-month-8 = August
public-month-9 = September
public-month-10 = October
public-month-11 = November
public-month-12 = December
public-list-middle = { $before }, { $after }
public-list-end = { $before } and { $after }
