# The pages that the server writes as plain HTML: what browsers know by themselves and a server has to be told, and
# the words for readers without scripts. Months bear the names they have in Morocco.
public-no-script = Cette page se lit telle quelle. Les quiz, la recherche et l’écriture ont besoin que JavaScript soit activé dans le navigateur.
public-percent = { $number }{ "\u00A0" }%
public-date = { $day } { $month } { $year }
public-month-of-year = { $month } { $year }
public-month-1 = janvier
public-month-2 = février
public-month-3 = mars
public-month-4 = avril
public-month-5 = mai
public-month-6 = juin
public-month-7 = juillet
public-month-8 = août
public-month-9 = septembre
public-month-10 = octobre
public-month-11 = novembre
public-month-12 = décembre
public-list-middle = { $before }, { $after }
public-list-end = { $before } et { $after }
