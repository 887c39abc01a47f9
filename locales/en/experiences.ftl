# The pages of the area `experiences`.
experiences-list-title = Experiences
experiences-list-lead = Practices and openness projects, validated by the focal points of the collectivities, for others to build on.
experiences-one-title = Experience
experiences-write-new-title = Write an experience
experiences-write-new-lead = Describe what your collectivity has done, for others to build on.
experiences-write-title = Write an experience
experiences-write-lead = One section per step, in any order you like. Nobody else sees it before you submit it.
experiences-write-incomplete = This draft is not complete on this device: what was sent earlier appears as soon as the connection is back. What you write now replaces nothing.
experiences-validation-title = Experiences to validate
experiences-validation-lead = What your colleagues submitted, oldest first.
experiences-validate-title = Review an experience
experiences-language-ar = Arabic
experiences-language-fr = French
experiences-language-en = English
experiences-language-available = Available: { $language }
experiences-language-missing = Not available: { $language }
experiences-more-principles = { PLURAL($count) ->
    [one] and one more
   *[other] and { $count } more
}
experiences-write-action = Write an experience
experiences-search-label = Search the experiences
experiences-filters = Filter
experiences-filters-on = Filter ({ $count })
experiences-filter-marked = Your favourites
experiences-filter-marked-only = Favourites only
experiences-filter-principle = Principle
experiences-filter-region = Region
experiences-filter-type = Type
experiences-filter-language = Reading language
experiences-results = { $count ->
    [0] No experience
   *[other] { PLURAL($count) ->
        [one] { $count } experience
       *[other] { $count } experiences
    }
}
# While older experiences are still being fetched.
experiences-results-so-far = { $count } so far, loading more
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
experiences-not-found-filters = No experience matches all of these choices. Remove one of them.
experiences-still-reading = The index of this device is still being prepared; results will follow.
experiences-search-everything = Search the whole platform
experiences-search-everything-label = What are you looking for?
experiences-search-hint = For example: participatory budget, access to information, Tetouan…
experiences-search-count = { $count ->
    [0] Nothing found
   *[other] { PLURAL($count) ->
        [one] { $count } result
       *[other] { $count } results
    }
}
experiences-search-offline = The network is out of reach: the search covers what is on this device, that is titles, summaries and the texts kept here.
experiences-search-near = Nothing contains these words. These are the results for what you may have meant:
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
experiences-fact-when = Period
experiences-fact-cost = Cost
experiences-fact-state = Status
experiences-fact-published = Published
experiences-dirhams = { $amount } dirhams
experiences-since = Since { $date }
experiences-until = Until { $date }
experiences-from-to = { $from } to { $to }
experiences-marked = The experience is in your favourites
experiences-unmarked = The experience is no longer in your favourites
experiences-mark-action = Add to favourites
experiences-marked-action = In your favourites
experiences-cite-action = Cite and share
experiences-cite-title = Cite and share this experience
experiences-cite-lead = The citation and the files are in the language you are reading.
experiences-citation-label = Citation
experiences-citation = { $collectivity }. “{ $title }”. Multaqa, Moroccan Network of Open Local Governments, { $year }. { $address }
experiences-citation-undated = n.d.
experiences-copy-citation = Copy the citation
experiences-copy-address = Copy the link
experiences-not-copied = The browser did not allow it. Select the text and copy it.
experiences-files-title = Download this experience
experiences-file-markdown = Text (Markdown)
experiences-file-json = Data (JSON)
experiences-file-fact = { $term }:
experiences-print = Print
experiences-revise-action = Correct or translate
experiences-archive-action = Archive
experiences-archive-title = Archive this experience?
experiences-archive-text = It will no longer appear in lists or in search. Your collectivity keeps it and can restore it at any time.
experiences-archived = The experience is archived
experiences-restore-action = Restore
experiences-restored = The experience is back in the lists
experiences-optional = (optional)
experiences-reuses = Reuse
experiences-reuse-count = { $count ->
    [0] No collectivity has declared a reuse yet.
   *[other] { PLURAL($count) ->
        [one] One collectivity has declared a reuse.
       *[other] { $count } collectivities have declared a reuse.
    }
}
experiences-reuse-others = { PLURAL($count) ->
    [one] One reuse has been declared outside the collectivities.
   *[other] { $count } reuses have been declared outside the collectivities.
}
experiences-reuse-question = Did your collectivity build on this? Let its authors know.
experiences-reuse-question-other = Did you build on this? Let its authors know.
experiences-reuse-action = We reused this
experiences-reuse-note = What did you do with it?
experiences-reuse-note-hint = A few words are enough: what you adapted, what worked.
experiences-reuse-declared = You have declared that you reused this experience.
experiences-reuse-withdraw = Withdraw the declaration
experiences-reuse-withdrawn = Declaration withdrawn
experiences-conversation = Discussion
experiences-comment-count = { $count ->
    [0] No comment yet. Ask the first question, or add what you know.
   *[other] { PLURAL($count) ->
        [one] { $count } comment
       *[other] { $count } comments
    }
}
experiences-comments-left = { PLURAL($count) ->
    [one] { $count } more comment
   *[other] { $count } more comments
}
experiences-comments-more = Show more comments
experiences-comments-all = All comments are shown
experiences-sign-in-to-comment = To ask a question or comment, please sign in.
experiences-comment-yours = Your comment
experiences-comment-your-answer = Your reply
experiences-comment-hint = Everybody who reads this experience sees it, with your name.
experiences-comment-send = Post
experiences-comment-added = Your comment was added
experiences-comment-waiting = Saved on this device, not sent yet
experiences-comment-answer = Reply
experiences-comment-report = Report
experiences-comment-remove = Remove
experiences-comment-remove-title = Remove this comment?
experiences-comment-remove-text = The text is permanently deleted; a placeholder remains so that the replies still make sense.
experiences-comment-removed = This comment was removed
experiences-report-experience = Report this experience
experiences-report-title = Report content
experiences-report-text = Only administrators read reports; they will examine the content.
experiences-report-reason = Reason
experiences-report-reason-missing = Choose a reason.
experiences-report-note = Details
experiences-report-send = Send the report
experiences-report-sent = Report saved, thank you
experiences-write-for = Which collectivity are you writing for?
experiences-write-for-missing = Choose a collectivity.
experiences-write-begin = Begin
experiences-write-visitor-title = Sign in to write
experiences-write-visitor-text = Experiences are written by registered users of the network’s collectivities.
experiences-write-nowhere-title = You do not belong to a collectivity here
experiences-write-nowhere-text = Ask the focal point of your collectivity for an invitation.
experiences-revise-title = Correct or translate an experience
experiences-revise-lead = Save your corrections in the last step. It says whether they are public at once or validated by the focal point first.
experiences-write-denied-title = You cannot write here
experiences-write-denied-text = This draft does not exist, belongs to somebody else, or the experience is archived.
experiences-to-mine = Go to my space
experiences-steps = Steps
experiences-step-title = Title and summary
experiences-step-facts = Facts and sources
experiences-step-review = Review and submit
experiences-step-done = { $step } (completed)
experiences-step-needed-note = needed
experiences-step-line = Step { $number } of { $all }: { $step }
experiences-step-back = Back
experiences-step-next = Next
experiences-completeness = { $done } of { $all } sections written
experiences-complete-none = Start with what you know best
experiences-complete-some = Every section helps another collectivity
experiences-complete-enough = Enough to submit
experiences-complete-all = Everything is written
experiences-untouched = What you write is saved automatically
experiences-typing = Saving on this device…
experiences-revision-unsaved = Corrections not saved yet: save them in the last step
experiences-first-language = Language of the text
experiences-second-language = Translate into
experiences-languages-written = Writing language
experiences-example = An example
experiences-too-long = The text is too long: { $length } characters, { $limit } at most. This section is not saved until it is shorter.
experiences-length = { $length } of { $limit } characters
experiences-principles = Principles concerned
experiences-principles-hint = At least one.
experiences-kind-hint-practice = Something that was carried out and has results.
experiences-kind-hint-openness-project = A project of the collectivity’s openness programme.
experiences-started = When did it begin?
experiences-ended = When did it end?
experiences-date-hint = The year is enough. Leave blank what you do not know.
experiences-year = Year
experiences-month = Month
experiences-day = Day
experiences-month-unknown = Not known
experiences-date-invalid = This date does not exist or is not complete. Example: 2024. This field is not saved.
experiences-started-out-of-range = The year it began must be between { $first } and { $last }. The experience cannot be sent with this date.
experiences-ended-out-of-range = The year it ended must be between { $first } and { $last }. The experience cannot be sent with this date.
experiences-ended-before-start = It ends before it begins. The experience cannot be sent with these dates.
experiences-tidy-lists = Tidy the pasted lists
experiences-field-not-saved = A field is not saved. Correct it in the step for facts and sources.
experiences-cost = Cost in dirhams
experiences-cost-hint = In whole dirhams, for example 500000 or 1.5 million. Leave blank if it is not known.
experiences-cost-read = Amount read: { $amount } dirhams
experiences-cost-invalid = Write one amount in dirhams, in figures. This field is not saved.
experiences-cost-ambiguous = This amount can be read in two ways. Write it without a point or a comma (1500), or with two decimals (1500.00), and a large amount in digits. This field is not saved.
experiences-cost-centimes = Write an amount in whole dirhams, without centimes. This field is not saved.
experiences-cost-negative = A cost cannot be negative. This field is not saved.
experiences-cost-too-large = This amount is too large. Check the figures. This field is not saved.
experiences-sources-hint = Reports, decisions, pages that support what is said.
experiences-source-add = Add a source
experiences-source-title = Source { $place }
experiences-source-address = Web address
experiences-source-address-invalid = An address starts with https://. The sources are not saved until it is corrected.
experiences-source-up = Move source { $place } up
experiences-source-down = Move source { $place } down
experiences-source-remove = Remove source { $place }
experiences-source-moved = The source is now number { $place }
experiences-source-removed = Source removed
experiences-translations = Reviewed translations
experiences-translations-hint = Tick those that somebody who knows both languages has reviewed.
experiences-returned-title = This experience was returned to you
experiences-returned-next = Correct the text, then submit it again in the last step. Everything you wrote is still here.
experiences-clash-title = Somebody changed the same text
experiences-clash-text = Nothing is lost. Compare both versions and choose.
experiences-clash-theirs = The other version
experiences-clash-difference = How yours differs
experiences-clash-keep-mine = Keep my version
experiences-clash-take-theirs = Use the other version
experiences-clash-taken = The other version is used
experiences-clash-removed = The text is removed in this version.
experiences-clash-kept = Your version is kept
experiences-clash-keep-both = Keep both, one after the other
experiences-clash-both-kept = Both versions are kept
experiences-versions-title = You have several versions of the same text
experiences-versions-text = You wrote the same text on another device or in another tab. Nothing is lost. Compare the versions and choose; you can submit the draft after that.
experiences-diff-removed = removed:
experiences-diff-added = added:
experiences-preview = As readers will see it
experiences-preview-empty = Nothing is written yet. Start with any step.
experiences-needed = Needed before sending, in one language at least
experiences-needed-written = Needed before sending, completed
experiences-missing-title = Missing before you can submit
experiences-missing-text = What you wrote is kept. One complete language is enough.
experiences-missing-section = { $section }: write this section
experiences-missing-principles = Principles: choose at least one
experiences-submit-lead = Once submitted, the focal point of your collectivity reads it, and publishes it or returns it to you with a reason.
experiences-submit-action = Submit for validation
experiences-submitted = The experience is submitted for validation
experiences-revision-count = { $count ->
    [0] No correction to save.
   *[other] { PLURAL($count) ->
        [one] One correction to save. Readers will see it at once.
       *[other] { $count } corrections to save. Readers will see them at once.
    }
}
experiences-revision-save = Save the corrections
experiences-revised = The corrections are saved
experiences-discard-action = Discard the draft
experiences-discard-title = Discard this draft?
experiences-discard-text = Everything written in it, in every language, will be erased and cannot be recovered.
experiences-discarded = The draft was discarded
experiences-revision-at-once = Small corrections: they are public at once, and the focal point sees them afterwards.
experiences-revision-validated-first = The focal point validates these changes first. Until then the published text stays as it is.
experiences-proposed = Your changes were sent to the focal point. The published text stays as it is until they are validated.
experiences-proposal-waiting-title = Changes awaiting validation
experiences-proposal-waiting-text = Sent: { $date }. Readers do not see them yet. You can still change them here.
experiences-proposal-returned-title = The changes were returned to their author
experiences-proposal-returned-next = Change the text, then save it in the last step to send it again. Everything you wrote is still here.
experiences-proposal-withdraw = Give up these changes
experiences-proposal-withdrawn = The changes were given up, the published text stays as it is
experiences-revisions-title = Changes to published texts
experiences-tag-revision = Change to decide on
experiences-tag-revision-waiting = Changes waiting
experiences-tag-revision-returned = Changes returned
experiences-tag-corrections = Small corrections
experiences-revised-title = Change to a published text
experiences-revised-text = Readers do not see these changes yet. They are marked in each section.
experiences-corrected-title = Small corrections were made
experiences-corrected-text = Readers see them already. They are marked in each section; where needed, correct the text yourself.
experiences-corrected-see = I have seen them
experiences-corrected-seen = The corrections are marked as seen
experiences-facts-before = Key facts before the change
experiences-achieved-title = Your experience is published
experiences-achieved-text = The whole network and the public can now read it, cite it and replicate it.
experiences-achieved-next = Share another experience
experiences-standing-title = Between author and focal point
experiences-standing-revised = The focal point corrected this text:
experiences-standing-open = Show the changes
experiences-waiting-title = Your experience is awaiting validation
experiences-waiting-text = The focal point of your collectivity will read it. The decision will appear in your space.
experiences-waiting-since = Submitted: { $date }. The focal point of your collectivity will read it; the decision will appear in your space.
experiences-withdraw-action = Withdraw it and continue writing
experiences-withdrawn = The experience was withdrawn; you can continue writing
experiences-decide-action = Decide
experiences-validation-count = { $count ->
    [0] No experience to validate
   *[other] { PLURAL($count) ->
        [one] { $count } experience is awaiting your decision
       *[other] { $count } experiences are awaiting your decision
    }
}
experiences-validation-empty-title = No experience to validate
experiences-validation-empty-text = Invite your colleagues to describe what your collectivity has done.
experiences-to-people = My colleagues
experiences-validation-not-yours-title = This page is for focal points
experiences-validation-not-yours-text = In each collectivity the focal point validates the experiences.
experiences-came-back = Submitted again
experiences-submitted-on = Submitted: { $when }
experiences-stale-title = The text changed since you opened it
experiences-stale-text = Read the new version before you decide. What you wrote is kept.
experiences-stale-action = Show the new version
experiences-earlier-title = This experience was returned before
experiences-earlier-changes = What changed since is marked in each section.
experiences-earlier-same = Not a word has changed since.
experiences-show-changes = Show the changes
experiences-section-changed = Changed
experiences-section-same = Unchanged
experiences-not-waiting-title = This experience is not awaiting a decision
experiences-not-waiting-text = A decision has already been made, or its author withdrew it.
experiences-next-one = The next one
experiences-to-queue = Experiences to validate
experiences-decide-title = Your decision
experiences-decide-errors = Something is missing
experiences-verdict = What do you decide?
experiences-verdict-missing = Choose to publish or to return.
experiences-verdict-publish = Publish
experiences-verdict-publish-hint = Everybody can read it, in the name of your collectivity.
experiences-verdict-return = Return to the author
experiences-verdict-return-hint = The author corrects it and submits it again.
experiences-return-reason = Why
experiences-return-reason-missing = Choose a reason.
experiences-note-publish = Message to the author
experiences-note-return = What should be corrected?
experiences-note-missing = Please state the reason.
experiences-decide-publish = Publish the experience
experiences-decide-return = Return the experience
experiences-decided-published = Published: { $title }
experiences-decided-returned = Returned to its author: { $title }
experiences-hint-title = Who did what, in one line.
experiences-hint-summary = Three sentences: the problem, the answer, the result. It is what people read first in the list.
experiences-hint-problem = What was missing or did not work, and for whom?
experiences-hint-solution = What did you do, step by step?
experiences-hint-actors = Who took part, and as what? Roles, not names.
experiences-hint-resources = The money, people and tools it took.
experiences-hint-results = What changed? With figures where you can, and what supports them.
experiences-hint-difficulties = What was hard, or did not work? This helps others most.
experiences-hint-replication = What would another collectivity need to do it again?
experiences-hint-contact = The department or role to contact. No names, no personal numbers.
experiences-example-title = A commune publishes its council minutes in searchable form
experiences-example-summary = To read council minutes people had to come to the town hall. They are now online within a week. Requests at the desk fell by half.
experiences-example-problem = The department received some twenty requests a month, and each waited two weeks.
experiences-example-solution = 1. One template for the minutes. 2. Training for the council’s secretary. 3. Publication as soon as they are approved.
experiences-example-actors = The council’s secretariat, the web officer, and a local association that tried the search.
experiences-example-resources = No extra budget: one day of training, two hours of work per session.
experiences-example-results = 34 sets of minutes online in a year, about 300 visits each according to the site’s statistics.
experiences-example-difficulties = Old minutes were scanned and could not be searched. We published them as they were.
experiences-example-replication = A simple website, one template, and a decision of the president that sets the deadline.
experiences-example-contact = The council’s secretariat, or the commune’s focal point.
