# The pages of the area `experiences`.
experiences-list-title = Experiences
experiences-list-lead = Practices and openness projects, validated by the collectivities themselves, for others to build on.
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
experiences-write-action = Write an experience
experiences-search-label = Search the experiences
experiences-filters = Filter
experiences-filters-on = Filter ({ $count })
experiences-filter-marked = Your bookmarks
experiences-filter-marked-only = Bookmarked only
experiences-filter-principle = Principle
experiences-filter-region = Region
experiences-filter-type = Type
experiences-filter-language = Reading language
experiences-results = { $count ->
    [0] No experience
    [one] { $count } experience
   *[other] { $count } experiences
}
experiences-results-shown = { $shown } shown of { $count }
experiences-show-more = Show more
experiences-reset = Clear all
experiences-loading = Loading the experiences
experiences-offline-title = Not available offline
experiences-list-offline-text = The experiences are not on this device yet. They will appear as soon as the connection is back.
experiences-none-title = No experience has been published yet
experiences-none-text = Experiences will appear here once focal points have validated them.
experiences-nothing-found = Nothing found
experiences-not-found-words = Try fewer words, or others: the search covers Arabic, French and English.
experiences-not-found-filters = No experience matches all of these choices. Take one away.
experiences-still-reading = The index of this device is still being prepared; results will follow.
experiences-search-everything = Search the whole hub
experiences-search-everything-label = What are you looking for?
experiences-search-hint = For example: participatory budget, access to information, Tetouan…
experiences-search-count = { $count ->
    [0] Nothing found
    [one] { $count } result
   *[other] { $count } results
}
experiences-search-collectivities = Collectivities
