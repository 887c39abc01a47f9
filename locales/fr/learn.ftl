# The pages of the area `learn`.
learn-catalogue-title = Modules
learn-catalogue-lead = De courts modules à distance, même hors connexion.
learn-module-title = Module
learn-module-lead = Objectifs, leçons et quiz.
learn-lesson-title = Leçon
learn-lesson-lead = Le texte de la leçon.
learn-quiz-title = Quiz
learn-quiz-lead = Une question par écran.
learn-mine-title = Mon espace
learn-mine-lead = Mes formations, mes expériences et mes signets.
learn-certificate-title = Attestation de suivi
learn-certificate-lead = Vérifier et imprimer l’attestation.
