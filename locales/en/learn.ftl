# The pages of the area `learn`.
learn-catalogue-title = Modules
learn-catalogue-lead = Short remote modules, even offline.
learn-module-title = Module
learn-module-lead = Objectives, lessons and quiz.
learn-lesson-title = Lesson
learn-lesson-lead = The text of the lesson.
learn-quiz-title = Quiz
learn-quiz-lead = One question a screen.
learn-mine-title = My space
learn-mine-lead = My learning, my experiences and my bookmarks.
learn-certificate-title = Certificate of completion
learn-certificate-lead = Verify and print the certificate.
