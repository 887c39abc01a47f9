# Reading experiences: the list and the page of each.
experiences-list-title = Experiences
experiences-list-lead = Practices and openness projects, validated by the focal points of the collectivities, for others to build on.
experiences-one-title = Experience
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
experiences-proposal-waiting-title = Changes awaiting validation
experiences-proposal-returned-title = The changes were returned to their author
experiences-corrected-title = Small corrections were made
experiences-achieved-title = Your experience is published
experiences-achieved-text = The whole network and the public can now read it, cite it and replicate it.
experiences-achieved-next = Share another experience
experiences-standing-title = Between author and focal point
experiences-standing-revised = The focal point corrected this text:
experiences-standing-open = Show the changes
