# Quizzes and one's own learning.

## Module

learn-certificate-copy-address = Copier l’adresse de l’attestation
learn-achievement-next = Module suivant : { $module }

## Lesson

learn-lesson-named = Leçon { $number } : { $lesson }

## Quiz

learn-quiz-title = Quiz
learn-quiz-heading = Quiz : { $module }
learn-quiz-question-of = Question { $number } sur { $all }
learn-quiz-hint-single = Choisissez une réponse.
learn-quiz-hint-multiple = Choisissez toutes les bonnes réponses.
learn-quiz-hint-true-false = Cette affirmation est-elle vraie ou fausse ?
learn-quiz-hint-ordering = Remettez les éléments dans l’ordre avec les boutons monter et descendre.
learn-quiz-hint-matching = Choisissez pour chaque élément ce qui lui correspond. Chaque réponse ne sert qu’une fois.
learn-quiz-earlier = Monter « { $item } »
learn-quiz-later = Descendre « { $item } »
learn-quiz-moved = « { $item } » : rang { $place } sur { $all }
learn-quiz-at-end = « { $item } » ne peut pas aller plus loin.
learn-quiz-choose = Choisissez
learn-quiz-freed = « { $item } » n’a plus de réponse : choisissez-en une autre.
learn-quiz-previous = Précédente
learn-quiz-next = Suivante
learn-quiz-to-review = Relire mes réponses
learn-quiz-review-title = Relisez vos réponses
learn-quiz-review-all = Vous avez répondu à toutes les questions. Vous pouvez encore modifier vos réponses.
learn-quiz-review-missing = { PLURAL($count) ->
    [one] { $count } question est sans réponse ; elle comptera comme fausse.
   *[other] { $count } questions sont sans réponse ; elles compteront comme fausses.
}
learn-quiz-answered = Répondu
learn-quiz-not-answered = Sans réponse
learn-quiz-change = Modifier la réponse à la question { $number }
learn-quiz-hand-in = Remettre mes réponses
learn-quiz-kept = Vos réponses sont conservées dans cette page jusqu’à leur remise.
learn-quiz-leave = Revenir à la page du module
learn-quiz-passed = Vous avez réussi le quiz
learn-quiz-failed = Vous n’avez pas atteint le seuil cette fois
learn-quiz-score = { $right } sur { $all }
learn-quiz-pass-mark = { $percent }. Seuil de réussite : { $pass }.
learn-quiz-reread-title = Leçons à relire
learn-quiz-reread-text = Lisez les explications ci-dessous, relisez les leçons du module, puis recommencez quand vous voulez.
learn-quiz-retry = Recommencer
learn-quiz-feedback-title = Vos réponses et les explications
learn-quiz-right = Bonne réponse
learn-quiz-wrong = Réponse inexacte
learn-quiz-skipped = Sans réponse
learn-quiz-right-choice = Bonne réponse
learn-quiz-your-right-choice = Votre réponse (exacte)
learn-quiz-your-wrong-choice = Votre réponse (inexacte)
learn-quiz-right-order = Le bon ordre
learn-quiz-right-pairs = Les bonnes associations
learn-quiz-you-placed = Votre réponse : rang { $place }
learn-quiz-you-paired = Votre réponse : { $answer }
learn-quiz-reread-lesson = Pour approfondir : { $lesson }
learn-quiz-missing-lessons = { PLURAL($count) ->
    [one] Il vous reste { $count } leçon à terminer avant l’attestation :
   *[other] Il vous reste { $count } leçons à terminer avant l’attestation :
}
learn-quiz-certificate-ready = Votre attestation est prête.
learn-quiz-certificate-visitor = Votre résultat est conservé sur cet appareil. Connectez-vous pour l’envoyer et obtenir l’attestation.
learn-quiz-refused = Les questions de ce quiz ont changé depuis que vous l’avez commencé ; vos réponses n’ont pas été acceptées. Recommencez le quiz.
learn-quiz-not-saved = Vos réponses n’ont pas pu être enregistrées sur cet appareil. Elles restent dans cette page : réessayez.

## Mine

learn-mine-title = Mon espace
learn-mine-lead = Vos modules, vos attestations et vos expériences.
learn-mine-visitor-title = Votre progression n’est que sur cet appareil
learn-mine-visitor-text = Connectez-vous pour la retrouver sur vos autres appareils et obtenir vos attestations. Rien de ce que vous avez fait ne sera perdu.
learn-mine-in-progress = Modules en cours
learn-mine-in-progress-empty-title = Vous n’avez pas encore commencé de module
learn-mine-in-progress-none-title = Aucun module en cours
learn-mine-in-progress-empty-text = Un seul suffit pour commencer : dix minutes à la fois.
learn-mine-completed = Modules terminés
learn-mine-certificates = Mes attestations
learn-mine-certificates-empty = Une attestation est délivrée quand les leçons d’un module sont terminées et son quiz réussi.
learn-mine-experiences = Mes expériences
learn-mine-experiences-empty = Vous n’avez encore rien écrit. Partagez ce qui a réussi dans votre collectivité.
learn-mine-write = Écrire une expérience
learn-mine-bookmarks = Favoris
learn-mine-bookmarks-empty = Ajoutez une expérience à vos favoris pour la retrouver ici.
learn-mine-issued = Délivrée le { $date }
learn-mine-changed = Modifiée le { $date }
