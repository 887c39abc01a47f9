# Quizzes and one's own learning.

## Module

learn-certificate-copy-address = Copy the address of the certificate
learn-achievement-next = Next module: { $module }

## Lesson

learn-lesson-named = Lesson { $number }: { $lesson }

## Quiz

learn-quiz-title = Quiz
learn-quiz-heading = Quiz: { $module }
learn-quiz-question-of = Question { $number } of { $all }
learn-quiz-hint-single = Choose one answer.
learn-quiz-hint-multiple = Choose every correct answer.
learn-quiz-hint-true-false = Is this statement true or false?
learn-quiz-hint-ordering = Put the items in order with the up and down buttons.
learn-quiz-hint-matching = Choose what goes with each item. Each answer is used once.
learn-quiz-earlier = Move “{ $item }” up
learn-quiz-later = Move “{ $item }” down
learn-quiz-moved = “{ $item }”: place { $place } of { $all }
learn-quiz-at-end = “{ $item }” cannot go any further.
learn-quiz-choose = Choose
learn-quiz-freed = “{ $item }” has no answer any more: choose another one.
learn-quiz-previous = Previous
learn-quiz-next = Next
learn-quiz-to-review = Review my answers
learn-quiz-review-title = Review your answers
learn-quiz-review-all = You have answered every question. You can still change your answers.
learn-quiz-review-missing = { PLURAL($count) ->
    [one] { $count } question has no answer; it counts as wrong.
   *[other] { $count } questions have no answer; they count as wrong.
}
learn-quiz-answered = Answered
learn-quiz-not-answered = No answer
learn-quiz-change = Edit the answer to question { $number }
learn-quiz-hand-in = Submit my answers
learn-quiz-kept = Your answers are kept in this page until you submit them.
learn-quiz-leave = Back to the module page
learn-quiz-passed = You passed the quiz
learn-quiz-failed = You did not reach the pass mark this time
learn-quiz-score = { $right } of { $all }
learn-quiz-pass-mark = { $percent }. Pass mark: { $pass }.
learn-quiz-reread-title = Lessons to reread
learn-quiz-reread-text = Read the explanations below, reread the lessons of the module, then try again whenever you like.
learn-quiz-retry = Try again
learn-quiz-feedback-title = Your answers, explained
learn-quiz-right = Correct
learn-quiz-wrong = Incorrect
learn-quiz-skipped = No answer
learn-quiz-right-choice = Correct answer
learn-quiz-your-right-choice = Your answer (correct)
learn-quiz-your-wrong-choice = Your answer (incorrect)
learn-quiz-right-order = Correct order
learn-quiz-right-pairs = Correct matches
learn-quiz-you-placed = Your answer: place { $place }
learn-quiz-you-paired = Your answer: { $answer }
learn-quiz-reread-lesson = To go further: { $lesson }
learn-quiz-missing-lessons = { PLURAL($count) ->
    [one] { $count } lesson is left to complete before the certificate:
   *[other] { $count } lessons are left to complete before the certificate:
}
learn-quiz-certificate-ready = Your certificate is ready.
learn-quiz-certificate-visitor = Your result is kept on this device. Sign in to send it and get the certificate.
learn-quiz-refused = The questions of this quiz changed since you began it, and your answers were not accepted. Begin the quiz again.
learn-quiz-not-saved = Your answers could not be saved on this device. They are still in this page: try again.

## Mine

learn-mine-title = My space
learn-mine-lead = Your modules, certificates and experiences.
learn-mine-visitor-title = Your progress is on this device only
learn-mine-visitor-text = Sign in to find it on your other devices and to get your certificates. Nothing you did is lost.
learn-mine-in-progress = Modules in progress
learn-mine-in-progress-empty-title = You have not started a module yet
learn-mine-in-progress-none-title = No module in progress
learn-mine-in-progress-empty-text = One is enough to begin with: ten minutes at a time.
learn-mine-completed = Completed modules
learn-mine-certificates = My certificates
learn-mine-certificates-empty = A certificate is issued when the lessons of a module are completed and its quiz is passed.
learn-mine-experiences = My experiences
learn-mine-experiences-empty = You have not written anything yet. Share what worked in your collectivity.
learn-mine-write = Write an experience
learn-mine-bookmarks = Favourites
learn-mine-bookmarks-empty = Add an experience to your favourites to find it here.
learn-mine-issued = Issued on { $date }
learn-mine-changed = Changed on { $date }
