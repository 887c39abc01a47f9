//! The working copy of what is being written, compared with what the replica holds. Pure: no signal, no browser.

use shared::lang::Lang;
use shared::records::{Change, ExperienceContent, Section};
use shared::vocabulary::TranslationState;

/// The first language that was written is the original; every other one is a translation under way, until somebody
/// says that it was read over.
pub(super) fn name_translations(content: &mut ExperienceContent, first: Lang) {
    let written: Vec<Lang> = Lang::ALL
        .into_iter()
        .filter(|lang| content.texts.values().any(|text| text.get(*lang).is_some()))
        .collect();
    let has_original = |content: &ExperienceContent| {
        content
            .translations
            .values()
            .any(|state| *state == TranslationState::Original)
    };
    for lang in std::iter::once(first)
        .filter(|first| written.contains(first))
        .chain(written.iter().copied())
    {
        if !content.translations.contains_key(&lang) {
            let state = if has_original(content) {
                TranslationState::Draft
            } else {
                TranslationState::Original
            };
            content.translations.insert(lang, state);
        }
    }
}

/// A text that somebody else changed while it was being changed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clash {
    /// Which section.
    pub(super) section: Section,
    /// In which language.
    pub(super) lang: Lang,
    /// What the other one wrote.
    pub(super) theirs: String,
}

/// Takes in what came from elsewhere: fields that were not touched here follow it, the others keep what is typed.
/// Returns the texts that both changed.
pub(super) fn take_in(
    base: &ExperienceContent,
    current: &mut ExperienceContent,
    incoming: &ExperienceContent,
) -> Vec<Clash> {
    let own = base.changes_to(current);
    let mut merged = incoming.clone();
    let mut clashes = Vec::new();
    for change in &own {
        if let Change::Text {
            section, lang, text, ..
        } = change
        {
            let theirs = incoming.text(*section, *lang).unwrap_or_default();
            if theirs != base.text(*section, *lang).unwrap_or_default() && theirs != text {
                clashes.push(Clash {
                    section: *section,
                    lang: *lang,
                    theirs: theirs.to_owned(),
                });
            }
        }
        merged.make(change);
    }
    *current = merged;
    clashes
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::limits;
    use shared::records::{PartialDate, Source};
    use shared::vocabulary::Principle;

    fn write(content: &mut ExperienceContent, section: Section, lang: Lang, text: &str) {
        content.make(&Change::Text {
            section,
            lang,
            text: text.into(),
            seen: Vec::new(),
        });
    }

    fn started() -> ExperienceContent {
        let mut content = ExperienceContent::default();
        write(&mut content, Section::Title, Lang::Ar, "الميزانية التشاركية");
        content.principles = vec![Principle::CitizenParticipation];
        content
    }

    #[test]
    fn only_what_differs_is_sent_and_rebuilds_the_whole() {
        let before = started();
        let mut after = before.clone();
        write(&mut after, Section::Title, Lang::Fr, "Budget participatif");
        write(&mut after, Section::Title, Lang::Ar, "");
        after.budget_mad = Some(500_000);
        after.ended = PartialDate("2024-05".into());
        let changes = before.changes_to(&after);
        assert_eq!(changes.len(), 4, "{changes:?}");
        let mut rebuilt = before.clone();
        changes.iter().for_each(|change| rebuilt.make(change));
        assert_eq!(rebuilt, after);
        assert!(after.changes_to(&after).is_empty());
    }

    #[test]
    fn one_wrong_field_keeps_no_other_from_being_saved() {
        let mut after = started();
        after.started = PartialDate("2024-13".into());
        after.sources = vec![Source {
            title: "Rapport".into(),
            url: "javascript:alert(1)".into(),
        }];
        write(
            &mut after,
            Section::Title,
            Lang::Fr,
            &"a".repeat(limits::TITLE + 1),
        );
        write(&mut after, Section::Problem, Lang::Fr, "Problème");
        let kept: Vec<Change> = started()
            .changes_to(&after)
            .into_iter()
            .filter(|change| change.check().is_ok())
            .collect();
        assert_eq!(kept.len(), 1, "{kept:?}");
    }

    #[test]
    fn what_another_device_wrote_is_taken_in_and_what_is_typed_here_stays() {
        let base = started();
        let mut current = base.clone();
        write(&mut current, Section::Title, Lang::Ar, "عنوان من هنا");
        let mut incoming = base.clone();
        write(&mut incoming, Section::Title, Lang::Ar, "عنوان من هناك");
        write(&mut incoming, Section::Problem, Lang::Ar, "الإشكالية");
        let clashes = take_in(&base, &mut current, &incoming);
        assert_eq!(current.text(Section::Title, Lang::Ar), Some("عنوان من هنا"));
        assert_eq!(current.text(Section::Problem, Lang::Ar), Some("الإشكالية"));
        assert_eq!(clashes.len(), 1);
        assert_eq!(
            clashes.first().map(|clash| clash.theirs.as_str()),
            Some("عنوان من هناك")
        );
    }

    #[test]
    fn ones_own_change_that_comes_back_is_no_clash() {
        let base = started();
        let mut current = base.clone();
        write(&mut current, Section::Title, Lang::Ar, "جديد");
        let incoming = current.clone();
        assert!(take_in(&base, &mut current, &incoming).is_empty());
    }

    #[test]
    fn the_first_language_is_the_original() {
        let mut content = started();
        write(&mut content, Section::Title, Lang::Fr, "Budget participatif");
        name_translations(&mut content, Lang::Fr);
        assert_eq!(
            content.translations.get(&Lang::Fr),
            Some(&TranslationState::Original)
        );
        assert_eq!(
            content.translations.get(&Lang::Ar),
            Some(&TranslationState::Draft)
        );
    }
}
