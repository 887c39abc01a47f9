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
experiences-language-ar = Arabic
experiences-language-fr = French
experiences-language-en = English
experiences-language-available = Available: { $language }
experiences-language-missing = Not available: { $language }
experiences-more-principles = { $count ->
    [one] and one more
   *[other] and { $count } more
}
