# The pages of the area `experiences`.
experiences-list-title = Experiences
experiences-list-lead = Practices and openness projects, validated by the collectivities themselves, for others to build on.
experiences-one-title = Experience
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
experiences-one-loading = Loading the experience
experiences-one-offline = The text of this experience is not on this device. It will appear as soon as the connection is back.
experiences-one-missing-title = This experience is not available
experiences-one-missing-text = The address may be wrong, or the experience was withdrawn.
experiences-one-archived = This experience is archived: it no longer appears in lists, and its collectivity keeps it.
experiences-one-not-public = This experience is not published yet.
experiences-to-list = All experiences
experiences-breadcrumbs = Breadcrumb
experiences-languages = Languages of this experience
experiences-shown-in-another = This experience does not exist in { $wanted } yet; it is shown here in { $shown }.
experiences-section-only-in = This section exists in { $language } only.
experiences-sources = Sources
experiences-facts = Key facts
experiences-fact-collectivity = Collectivity
experiences-fact-region = Region
experiences-fact-when = When
experiences-fact-cost = Cost
experiences-fact-state = State
experiences-fact-published = Published
experiences-dirhams = { $amount } dirhams
experiences-since = Since { $date }
experiences-until = Until { $date }
experiences-from-to = { $from } to { $to }
experiences-marked = The experience is in your bookmarks
experiences-unmarked = The experience is no longer in your bookmarks
experiences-mark-action = Bookmark
experiences-marked-action = Bookmarked
experiences-cite-action = Cite and share
experiences-cite-title = Cite and share this experience
experiences-cite-lead = The citation and the files are in the language you are reading.
experiences-citation-label = Citation
experiences-citation = { $collectivity }. “{ $title }”. Multaqa, Moroccan Network of Open Territorial Collectivities, { $year }. { $address }
experiences-copy-citation = Copy the citation
experiences-copy-address = Copy the link
experiences-not-copied = The browser did not allow it. Select the text and copy it.
experiences-files-title = Download the report
experiences-file-markdown = Text (Markdown)
experiences-file-json = Data (JSON)
experiences-file-fact = { $term }:
experiences-print = Print
experiences-revise-action = Correct or translate
experiences-archive-action = Archive
experiences-archive-title = Archive this experience?
experiences-archive-text = It will no longer appear in lists or in search. Your collectivity keeps it and can bring it back at any time.
experiences-archived = The experience is archived
experiences-restore-action = Bring back
experiences-restored = The experience is back in the lists
experiences-optional = (optional)
experiences-reuses = Who reused it
experiences-reuse-count = { $count ->
    [0] Nobody has said yet that they reused this experience.
    [one] It was reused once.
   *[other] It was reused { $count } times.
}
experiences-reuse-question = Did your collectivity build on this? Let its authors know.
experiences-reuse-action = We reused this
experiences-reuse-note = What did you do with it?
experiences-reuse-note-hint = A few words are enough: what you adapted, what worked.
experiences-reuse-declared = You have said that you reused this experience.
experiences-reuse-withdraw = Take it back
experiences-reuse-withdrawn = Taken back
experiences-conversation = Conversation
experiences-comment-count = { $count ->
    [0] No comment yet. Ask the first question, or add what you know.
    [one] { $count } comment
   *[other] { $count } comments
}
experiences-sign-in-to-comment = To ask a question or comment, please sign in.
experiences-comment-yours = Your comment
experiences-comment-your-answer = Your answer
experiences-comment-hint = Everybody who reads this experience sees it, with your name.
experiences-comment-send = Post
experiences-comment-added = Your comment was added
experiences-comment-waiting = Saved on this device, not sent yet
experiences-comment-answer = Answer
experiences-comment-report = Report
experiences-comment-remove = Remove
experiences-comment-remove-title = Remove this comment?
experiences-comment-remove-text = Its words are erased for good; its place stays, so that the answers make sense.
experiences-comment-removed = This comment was removed
experiences-report-experience = Report this experience
experiences-report-title = Report content
experiences-report-text = Only the coordinators of the network read reports; they will look at the content.
experiences-report-reason = Reason
experiences-report-reason-missing = Choose a reason.
experiences-report-note = Details
experiences-report-send = Send the report
experiences-report-sent = Report saved, thank you
