//! `experiences/<slug>.toml`.

use super::LibraryExperience;
use super::fields::{Fields, Lines, parse};
use super::problem::{Problem, ProblemReport, Wrong};
use super::source::text;
use crate::ids::{CollectivityId, ExperienceId};
use crate::lang::Lang;
use crate::records::{Experience, ExperienceContent, LibraryDates, PartialDate, Section};
use crate::slug::is_slug;
use crate::time::Timestamp;
use crate::vocabulary::{ExperienceKind, ExperienceState, Principle, TranslationState};

pub(super) fn read(
    path: &str,
    bytes: &[u8],
    at: Timestamp,
    knows_collectivity: &dyn Fn(&str) -> bool,
    problems: &mut Vec<Problem>,
) -> Option<LibraryExperience> {
    let text = text(path, bytes, problems)?;
    let mut report = ProblemReport::new(path, &text, problems);
    let document = parse(&text, &mut report)?;
    let mut fields = Fields::new(document.get_ref(), 0);

    let name = path
        .rsplit('/')
        .next()
        .and_then(|name| name.strip_suffix(".toml"))
        .unwrap_or_default();
    let slug = own_slug(&mut fields, name, &mut report);
    let collectivity = fields.line("collectivity", crate::limits::TITLE, &mut report);
    if let Some((position, slug)) = &collectivity
        && !knows_collectivity(slug)
    {
        report.at(*position, Wrong::UnknownCollectivity { value: slug.clone() });
    }
    let dates = LibraryDates {
        published: date(&mut fields, "published", &mut report),
        updated: date(&mut fields, "updated", &mut report),
    };
    let content = content(&mut fields, &mut report);
    fields.finish(&mut report);

    let (slug, (_, collectivity)) = (slug?, collectivity?);
    let experience = Experience {
        id: ExperienceId::from_name(&slug),
        slug: Some(slug),
        collectivity: CollectivityId::from_name(&collectivity),
        author: None,
        state: ExperienceState::Published,
        revision: 0,
        content: content?,
        previous: None,
        created: at,
        updated: at,
        submitted: None,
        published: Some(at),
        decision: None,
        versions: Vec::new(),
        writers: Vec::new(),
        library_dates: Some(dates),
    };
    Some(LibraryExperience {
        collectivity,
        experience,
    })
}

/// The slug of a file or folder, which its own name repeats.
pub(super) fn own_slug(
    fields: &mut Fields<'_>,
    name: &str,
    report: &mut ProblemReport<'_>,
) -> Option<String> {
    let (position, slug) = fields.line("slug", crate::limits::TITLE, report)?;
    if !is_slug(&slug) {
        report.at(position, Wrong::BadSlug { value: slug });
        return None;
    }
    if slug != name {
        report.at(
            position,
            Wrong::SlugDiffers {
                value: slug.clone(),
                expected: name.to_owned(),
            },
        );
    }
    Some(slug)
}

fn content(fields: &mut Fields<'_>, report: &mut ProblemReport<'_>) -> Option<ExperienceContent> {
    let kind = fields.word("kind", ExperienceKind::from_word, report);
    let mut content = ExperienceContent {
        kind: ExperienceKind::Practice,
        principles: fields.words("principles", Principle::from_word, report),
        started: date(fields, "started", report),
        ended: date(fields, "ended", report),
        // TOML's own whole numbers go up to this.
        budget_mad: fields
            .number_if_any("budget_mad", 0..=i64::MAX as u64, report)
            .map(|(_, budget)| budget),
        ..ExperienceContent::default()
    };
    for section in Section::ALL {
        let (key, most) = (section.word(), section.limit());
        let text = match section {
            Section::Title => Some(fields.translated(key, Lines::One, most, report)),
            Section::Summary => Some(fields.translated(key, Lines::Many, most, report)),
            _ => fields.translated_if_any(key, Lines::Many, most, report),
        };
        if let Some(text) = text {
            content.texts.insert(section, text);
        }
    }
    if let Some(mut states) = fields.table("translations", report) {
        for lang in Lang::ALL {
            if let Some(state) = states.word_if_any(lang.code(), TranslationState::from_word, report) {
                content.translations.insert(lang, state);
            }
        }
        states.finish(report);
    }
    content.sources = fields.sources(report);
    content.kind = kind?;
    Some(content)
}

/// A date that may be left out or empty.
pub(super) fn date(fields: &mut Fields<'_>, key: &str, report: &mut ProblemReport<'_>) -> PartialDate {
    let (position, value) = fields.line_or_empty(key, crate::limits::TITLE, report);
    let date = PartialDate(value);
    if !date.is_valid() {
        report.at(
            position,
            Wrong::BadDate {
                key: key.to_owned(),
                value: date.0.clone(),
            },
        );
    }
    date
}
