# The pages of the area `experiences`.
experiences-list-title = Experiences
experiences-list-lead = Good practices of collectivities.
experiences-one-title = Experience
experiences-one-lead = What was done, and its results.
experiences-write-new-title = Write an experience
experiences-write-new-lead = For which collectivity?
experiences-write-title = Write an experience
experiences-write-lead = One section a step.
experiences-validation-title = Experiences to validate
experiences-validation-lead = What was submitted.
experiences-validate-title = Review an experience
experiences-validate-lead = One decision a screen.
