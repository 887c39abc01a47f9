//! A draft that its author writes on several devices or in several tabs: the working copy of this one and what the
//! replica holds. Pure: no signal, no browser.

use super::work::Clash;
use shared::lang::Lang;
use shared::records::{Change, Experience, ExperienceContent, Section, TextMark};
use std::collections::BTreeMap;

/// What the texts of a draft were written from, where that is not the text of the base.
pub(super) type Seen = BTreeMap<(Section, Lang), Vec<TextMark>>;

/// What turns the base of a draft into the working copy, each text with what it was written from. A text that is to
/// settle other versions is there even when it stays as it is.
pub(super) fn draft_changes(
    base: &ExperienceContent,
    current: &ExperienceContent,
    seen: &Seen,
) -> Vec<Change> {
    let text_in = |content: &ExperienceContent, section, lang| {
        content.text(section, lang).unwrap_or_default().to_owned()
    };
    let mut changes = base.changes_to(current);
    for (section, lang) in seen.keys() {
        let settling = Change::Text {
            section: *section,
            lang: *lang,
            text: text_in(current, *section, *lang),
            seen: Vec::new(),
        };
        if !changes.iter().any(|change| change.is_of_field(&settling)) {
            changes.push(settling);
        }
    }
    for change in &mut changes {
        if let Change::Text {
            section,
            lang,
            seen: named,
            ..
        } = change
        {
            *named = seen
                .get(&(*section, *lang))
                .cloned()
                .unwrap_or_else(|| vec![TextMark::of(&text_in(base, *section, *lang))]);
        }
    }
    changes
}

/// Whether a change writes the text of this field.
pub(super) fn is_text_at(change: &Change, (section, lang): (Section, Lang)) -> bool {
    matches!(change, Change::Text { section: s, lang: l, .. } if (*s, *l) == (section, lang))
}

/// Of changes that were put aside before the page was loaded: what each text was written from, where that is not what
/// stands there now.
pub(super) fn written_from_other_texts(base: &ExperienceContent, changes: Vec<Change>) -> Seen {
    let entry = |change| match change {
        Change::Text {
            section,
            lang,
            text,
            seen,
        } => {
            let current = base.text(section, lang).unwrap_or_default();
            let is_plain = seen == [TextMark::of(current)] || (seen.len() <= 1 && text == current);
            (!is_plain && !seen.is_empty()).then_some(((section, lang), seen))
        }
        _ => None,
    };
    changes.into_iter().filter_map(entry).collect()
}

/// Takes into a draft what another device or tab wrote, or what comes back of one's own. A field in which somebody types
/// keeps what is typed, and one whose saved text stands beside another one keeps that: both go on from what they were
/// written from. Returns the new base.
pub(super) fn take_into_draft(
    base: &ExperienceContent,
    current: &mut ExperienceContent,
    held: &Experience,
    seen: &Seen,
) -> ExperienceContent {
    let mut merged = held.content.clone();
    for change in base.changes_to(current) {
        if !matches!(change, Change::Text { .. }) {
            merged.make(&change);
        }
    }
    let mut new_base = held.content.clone();
    for (section, lang) in fields() {
        let was = base.text(section, lang).unwrap_or_default();
        let is = held.content.text(section, lang).unwrap_or_default();
        let typed = current.text(section, lang).unwrap_or_default();
        let is_typed = typed != was || seen.contains_key(&(section, lang));
        let is_kept = was != is && held.versions_of(section, lang).any(|version| version.text == was);
        if is_typed || is_kept {
            merged.set_text(section, lang, typed);
            if typed != is {
                new_base.set_text(section, lang, was);
            }
        }
    }
    *current = merged;
    new_base
}

/// The versions of a draft's texts that its author has to choose from, beside what the fields show.
pub(super) fn other_versions(
    base: &ExperienceContent,
    current: &ExperienceContent,
    held: &Experience,
    seen: &Seen,
) -> Vec<Clash> {
    let mut clashes = Vec::new();
    for (section, lang) in fields() {
        let was = base.text(section, lang).unwrap_or_default();
        let typed = current.text(section, lang).unwrap_or_default();
        let settled = seen.get(&(section, lang));
        let kept = held
            .versions_of(section, lang)
            .map(|version| version.text.as_str());
        let others = std::iter::once(held.content.text(section, lang).unwrap_or_default())
            .chain(kept)
            .filter(|other| *other != was && *other != typed)
            .filter(|other| settled.is_none_or(|settled| !settled.contains(&TextMark::of(other))));
        clashes.extend(others.map(|other| Clash {
            section,
            lang,
            theirs: other.to_owned(),
        }));
    }
    clashes
}

fn fields() -> impl Iterator<Item = (Section, Lang)> {
    Section::ALL
        .into_iter()
        .flat_map(|section| Lang::ALL.into_iter().map(move |lang| (section, lang)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::{CollectivityId, ExperienceId};
    use shared::records::TextVersion;
    use shared::time::Timestamp;
    use shared::vocabulary::ExperienceState;

    const TITLE: (Section, Lang) = (Section::Title, Lang::Ar);

    fn content(title: &str) -> ExperienceContent {
        let mut content = ExperienceContent::default();
        content.set_text(TITLE.0, TITLE.1, title);
        content
    }

    fn held(title: &str, kept: &[&str]) -> Experience {
        Experience {
            id: ExperienceId::from_name("budget"),
            slug: None,
            collectivity: CollectivityId::from_name("tinghir"),
            author: None,
            state: ExperienceState::Draft,
            revision: 1,
            content: content(title),
            previous: None,
            created: Timestamp(0),
            updated: Timestamp(0),
            submitted: None,
            published: None,
            decision: None,
            versions: kept
                .iter()
                .map(|text| TextVersion {
                    section: TITLE.0,
                    lang: TITLE.1,
                    text: (*text).to_owned(),
                    at: Timestamp(0),
                    device: None,
                })
                .collect(),
            writers: Vec::new(),
            library_dates: None,
        }
    }

    /// The field, what it goes on from, and the other versions, after `held` came in.
    fn taken_in(base: &str, typed: &str, held: &Experience, seen: &Seen) -> (String, String, Vec<String>) {
        let mut current = content(typed);
        let base = take_into_draft(&content(base), &mut current, held, seen);
        let others = other_versions(&base, &current, held, seen);
        let title =
            |content: &ExperienceContent| content.text(TITLE.0, TITLE.1).unwrap_or_default().to_owned();
        (
            title(&current),
            title(&base),
            others.into_iter().map(|other| other.theirs).collect(),
        )
    }

    fn seen(texts: &[&str]) -> Seen {
        [(TITLE, texts.iter().map(|text| TextMark::of(text)).collect())].into()
    }

    #[test]
    fn a_field_that_nobody_touched_follows() {
        let outcome = taken_in("a", "a", &held("b", &[]), &Seen::new());
        assert_eq!(outcome, ("b".into(), "b".into(), vec![]));
    }

    #[test]
    fn what_is_typed_stays_and_goes_on_from_what_it_was_written_from() {
        let outcome = taken_in("a", "typed", &held("b", &[]), &Seen::new());
        assert_eq!(outcome, ("typed".into(), "a".into(), vec!["b".into()]));
        let typed = held("typed", &[]);
        assert_eq!(
            taken_in("a", "typed", &typed, &Seen::new()),
            ("typed".into(), "typed".into(), vec![])
        );
    }

    #[test]
    fn a_saved_text_that_is_kept_beside_another_stays_in_its_field() {
        let both = held("theirs", &["mine", "third"]);
        let outcome = taken_in("mine", "mine", &both, &Seen::new());
        assert_eq!(
            outcome,
            (
                "mine".into(),
                "mine".into(),
                vec!["theirs".into(), "third".into()]
            )
        );
        let outcome = taken_in("mine", "mine and more", &both, &Seen::new());
        assert_eq!(
            outcome,
            (
                "mine and more".into(),
                "mine".into(),
                vec!["theirs".into(), "third".into()]
            )
        );
    }

    #[test]
    fn a_version_that_was_settled_here_is_not_offered_again() {
        let both = held("theirs", &["mine"]);
        let outcome = taken_in("mine", "mine", &both, &seen(&["mine", "theirs"]));
        assert_eq!(outcome, ("mine".into(), "mine".into(), vec![]));
    }

    #[test]
    fn each_text_says_what_it_was_written_from_and_a_choice_is_sent_even_when_the_text_stays() {
        let named =
            |base: &str, typed: &str, seen: &Seen| match draft_changes(&content(base), &content(typed), seen)
                .as_slice()
            {
                [] => None,
                [Change::Text { text, seen, .. }] => Some((text.clone(), seen.clone())),
                other => panic!("{other:?}"),
            };
        assert_eq!(named("a", "a", &Seen::new()), None);
        assert_eq!(
            named("a", "b", &Seen::new()),
            Some(("b".into(), vec![TextMark::of("a")]))
        );
        let chosen = seen(&["a", "theirs"]);
        let both = vec![TextMark::of("a"), TextMark::of("theirs")];
        assert_eq!(named("a", "a", &chosen), Some(("a".into(), both)));
    }

    #[test]
    fn what_was_put_aside_remembers_what_it_was_written_from() {
        let put_aside =
            |base: &str, typed: &str| draft_changes(&content(base), &content(typed), &Seen::new());
        let remembered = written_from_other_texts(&content("b"), put_aside("a", "typed"));
        assert_eq!(remembered, seen(&["a"]));
        assert_eq!(
            written_from_other_texts(&content("a"), put_aside("a", "typed")),
            Seen::new()
        );
        assert_eq!(
            written_from_other_texts(&content("typed"), put_aside("a", "typed")),
            Seen::new()
        );
    }
}
