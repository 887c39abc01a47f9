# Dates, numbers and lists, the same on the pages of the server and in the app. Months bear the names they have in Morocco.
format-percent = { $number }{ "\u202F" }%
format-date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
format-date-time = { $date } à { $time }
format-month-of-year = { $month } { $year }
format-month-1 = janvier
format-month-2 = février
format-month-3 = mars
format-month-4 = avril
format-month-5 = mai
format-month-6 = juin
format-month-7 = juillet
format-month-8 = août
format-month-9 = septembre
format-month-10 = octobre
format-month-11 = novembre
format-month-12 = décembre
format-list-middle = { $before }, { $after }
format-list-end = { $before } et { $after }
