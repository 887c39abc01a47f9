# Catalogue, modules, lessons, editions and certificates.

## Counts

learn-count-lessons = { PLURAL($count) ->
    [one] { $count } lesson
   *[other] { $count } lessons
}
learn-count-questions = { PLURAL($count) ->
    [one] { $count } question
   *[other] { $count } questions
}
learn-count-modules = { PLURAL($count) ->
    [one] { $count } module
   *[other] { $count } modules
}

## Catalogue

learn-title = Learning
learn-lead = Short remote modules in Arabic, French and English. Take them at your own pace: your progress is saved.
learn-loading = Loading the modules
learn-filters = Filter the modules
learn-filter-principle = Principle
learn-filter-audience = Audience
learn-filter-language = Language
learn-filter-stage = Progress
learn-filter-reset = Clear the filters
learn-results = { $count ->
    [0] No module
   *[other] { PLURAL($count) ->
        [one] { $count } module
       *[other] { $count } modules
    }
}
learn-stage-not-started = Not started
learn-stage-in-progress = In progress
learn-stage-completed = Completed
learn-none-left-title = No module matches
learn-none-left-text = Remove a filter, or clear them all to see every module.
learn-none-title = No module has been published yet
learn-none-text = Modules appear here as soon as they are published.
learn-card-steps = { $done } of { $all }
learn-card-completed = Completed
learn-all-principles = All five principles
learn-language-ar = Arabic
learn-language-fr = French
learn-language-en = English
learn-language-available = { $language }: complete
learn-language-missing = { $language }: not complete yet

## Where to begin

learn-path-title = Where do I begin?
learn-path-text = Choose your role and we suggest an order.
learn-path-focal-point = I am a new focal point
learn-path-elected = I am an elected official
learn-path-staff = I am a staff member
learn-path-civil-society = I come from civil society
learn-path-trainer = I am a trainer
learn-path-sum = { $modules }, { $duration } in all
learn-path-start = Start this path
learn-path-continue = Continue this path
learn-path-done = You have completed this path

## Module

learn-module-loading = Loading the module
learn-module-facts = About the module
learn-module-duration = Estimated time
learn-module-audience = Audience
learn-module-languages = Languages
learn-module-licence = Licence
learn-module-updated = Last updated
learn-module-objectives = By the end of this module you will be able to
learn-module-contents = Contents
learn-module-progress = Your progress
learn-module-quiz = Quiz
learn-module-quiz-about = { $questions }, pass mark { $percent }
learn-module-quiz-best = Your best score: { $percent }
learn-module-quiz-passed = Passed with { $percent }
learn-module-certificate = Certificate of completion
learn-module-certificate-about = Issued when every lesson is completed and the quiz is passed.
learn-module-sources = Sources
learn-module-sources-count = Sources ({ $count })
learn-module-start = Start the module
learn-module-continue = Continue: { $lesson }
learn-module-take-quiz = Take the quiz
learn-module-retake-quiz = Retake the quiz
learn-module-see-certificate = See the certificate
learn-module-earned = You have earned the certificate of this module.
learn-certificate-earned = You have earned the certificate of the module “{ $module }”.
learn-module-await-signed-in = You have completed this module. Your certificate is issued as soon as your results reach the server.
learn-module-await-visitor = You have completed this module. Sign in to get the certificate: your progress will be added to your account.
learn-module-sign-in = Sign in
learn-module-unavailable-title = This module could not be loaded
learn-module-unavailable-text = Its text is not on this device yet. Try again when the connection is back.
learn-module-missing-title = Module not found
learn-module-missing-text = Its address may have changed, or it was withdrawn. Look for it in the catalogue.
learn-back-to-catalogue = All modules
learn-lesson-state-done = Completed
learn-lesson-state-begun = Reading begun
learn-breadcrumbs = Breadcrumb

## Lesson

learn-lesson-of = Lesson { $number } of { $all }
learn-lesson-outline = Lessons of the module
learn-lesson-neighbours = From lesson to lesson
learn-lesson-loading = Loading the lesson
learn-lesson-complete = I have completed this lesson
learn-lesson-complete-next = Lesson completed: go to the next one
learn-lesson-complete-quiz = Lesson completed: go to the quiz
learn-lesson-is-complete = You have completed this lesson.
learn-lesson-completed-announced = The lesson is marked as completed.
learn-lesson-next = Next lesson
learn-lesson-previous = Previous lesson
learn-lesson-to-quiz = Quiz
learn-lesson-to-module = Module page
learn-lesson-resumed = You are back where you stopped.
learn-lesson-from-start = Go to the start of the lesson
learn-lesson-position = How much of the lesson is read
learn-lesson-print = Print the lesson
learn-lesson-missing-title = Lesson not found
learn-lesson-missing-text = Its address may have changed. You will find it among the lessons of the module.
learn-lesson-fallback = This lesson does not exist yet in the language you chose. The available version is shown.
learn-copy = Copy “{ $label }”
learn-copied = Text copied. You can paste it into your document.
learn-copy-failed = Copying did not work. Select the text and copy it yourself.

## Quiz

learn-quiz-loading = Loading the quiz
learn-quiz-none-title = This module has no quiz yet
learn-quiz-none-text = The quiz appears here as soon as it is published.

## Mine

learn-mine-untitled = Experience without a title

## Certificate

learn-certificate-title = Certificate of completion
learn-certificate-page-title = Verify certificate { $number }
learn-certificate-network = Moroccan Network of Open Local Governments
learn-certificate-hub = Multaqa, the platform for training and shared experience
learn-certificate-awarded = This certificate is awarded to
learn-certificate-for = for completing the lessons and passing the quiz of the remote module
learn-certificate-number = Number
learn-certificate-issued = Issued on
learn-certificate-score = Score
learn-certificate-duration = Estimated time
learn-certificate-qr = Code that opens the address to verify it: { $address }
learn-certificate-valid-title = Genuine certificate
learn-certificate-valid-text = Multaqa issued this certificate on { $date }; its details match our records.
learn-certificate-held-text = This is your own copy of the certificate. Without a connection it could not be checked with the server.
learn-certificate-print = Print the certificate
learn-certificate-checking = Checking the certificate
learn-certificate-unknown-title = No certificate has this number
learn-certificate-unknown-text = Check the number as it is written on the certificate: it begins with MTQ, then the year, then groups of letters and digits separated by hyphens.
learn-certificate-offline-title = It cannot be checked right now
learn-certificate-offline-text = Checking needs an internet connection. This does not mean that the certificate is false.
learn-certificate-try-number = Check another number
learn-certificate-try-action = Check

# Editions of a module
learn-edition = Edition
learn-edition-name = Edition { $number }
learn-edition-live = Current edition
learn-edition-past = Earlier edition
learn-edition-withdrawn = Withdrawn edition
learn-edition-withdrawn-text = This edition was withdrawn because something in it is no longer right. No new certificates are issued for it; those already issued remain valid.
learn-edition-lead = Edition { $number }, as published on { $date }.
learn-edition-to-live = Go to the current edition of the module
learn-edition-missing-title = Edition not found
learn-edition-missing-text = The address may be incomplete. All editions are listed on the module’s page.
learn-editions-link = Editions of the module
learn-editions-title = Editions of “{ $module }”
learn-editions-lead = Every edition stays as it was published, and what it asks for its certificate does not change.
learn-edition-lessons-left = { PLURAL($count) ->
    [one] You passed the quiz of edition { $edition }. One lesson is left for its certificate:
   *[other] You passed the quiz of edition { $edition }. { $count } lessons are left for its certificate:
}
learn-edition-renewed = { $count ->
    [0] You hold the certificate of edition { $held }. Edition { $live } is out, without new lessons.
   *[other] { PLURAL($count) ->
        [one] You hold the certificate of edition { $held }. Edition { $live } is out, with one new lesson.
       *[other] You hold the certificate of edition { $held }. Edition { $live } is out, with { $count } new lessons.
    }
}
learn-edition-withdraw = Withdraw the edition
learn-edition-withdraw-one = Withdraw edition { $edition }
learn-edition-withdraw-title = Withdraw edition { $edition }?
learn-edition-withdraw-text = No more certificates will be issued for this edition. Those already issued remain valid and its texts can still be read. This cannot be undone: publish a new edition once the error is corrected.
learn-edition-reason = What is no longer right?
learn-edition-reason-hint = Everybody who opens the page of editions reads it.
learn-edition-reason-missing = Say why it is withdrawn.
learn-edition-withdrawn-announced = Edition { $edition } is withdrawn.
learn-certificate-newer-edition = This certificate is for edition { $of } of the module. Edition { $newer } has come out since; the certificate remains valid.
learn-module-archived = This module has left the catalogue. People who started it can finish it.
learn-edition-read-by = Written by { $writers }, reviewed by { $reader }.
learn-edition-unread = Written by { $writers }, not reviewed by anybody else.
