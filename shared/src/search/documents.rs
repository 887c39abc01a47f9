//! What is searched of each kind of content: the same words on a device and on the server.

use super::equivalents::glossary;
use super::index::Field;
use crate::lang::{Lang, Translated};
use crate::records::{Collectivity, ExperienceCard, ExperienceContent, Lesson, ModuleCard, Section};
use crate::vocabulary::Principle;
use std::borrow::Cow;

fn texts(text: &Translated) -> impl Iterator<Item = &str> {
    Lang::ALL.into_iter().filter_map(|lang| text.get(lang))
}

/// Principles are keys of the glossary, so that the words of all languages find them.
fn principles(principles: &[Principle]) -> impl Iterator<Item = Field<'_>> {
    principles.iter().map(|one| Field::subject(one.word()))
}

/// A published experience: its card, its text where that is held, and the names of its collectivity and region.
#[must_use]
pub fn experience_fields<'a>(
    card: &'a ExperienceCard,
    content: Option<&'a ExperienceContent>,
    places: &[&'a Translated],
) -> Vec<Field<'a>> {
    let mut fields: Vec<Field<'a>> = texts(&card.title).map(Field::title).collect();
    fields.extend(texts(&card.summary).map(Field::subject));
    fields.extend(principles(&card.principles));
    fields.extend(places.iter().flat_map(|name| texts(name)).map(Field::place));
    let is_body = |section: &Section| !matches!(section, Section::Title | Section::Summary);
    let bodies = content.into_iter().flat_map(|content| &content.texts);
    let bodies = bodies.filter(|(section, _)| is_body(section));
    fields.extend(bodies.flat_map(|(_, text)| texts(text)).map(Field::body));
    fields
}

/// A module as the catalogue shows it.
#[must_use]
pub fn module_fields(card: &ModuleCard) -> Vec<Field<'_>> {
    let mut fields: Vec<Field<'_>> = texts(&card.title).map(Field::title).collect();
    fields.extend(texts(&card.summary).map(Field::subject));
    fields.extend(principles(&card.principles));
    fields
}

/// A lesson: its title and its text.
#[must_use]
pub fn lesson_fields<'a>(title: &'a Translated, lesson: &'a Lesson) -> Vec<Field<'a>> {
    let mut fields: Vec<Field<'a>> = texts(title).map(Field::title).collect();
    fields.extend(texts(&lesson.text).map(Field::body));
    fields
}

/// A collectivity, with the name of the region that it lies in.
#[must_use]
pub fn collectivity_fields<'a>(one: &'a Collectivity, region: Option<&'a Translated>) -> Vec<Field<'a>> {
    let mut fields: Vec<Field<'a>> = texts(&one.name).map(Field::title).collect();
    fields.push(Field::place(one.kind.word()));
    fields.extend(region.into_iter().flat_map(texts).map(Field::place));
    fields
}

/// A term of the glossary.
#[must_use]
pub fn term_fields(term: &Translated) -> Vec<Field<'_>> {
    texts(term).map(Field::title).collect()
}

/// The terms of the glossary that name what the network does, with their keys.
pub fn terms() -> impl Iterator<Item = (&'static str, Translated)> {
    glossary().map(|(key, [ar, fr, en])| (key, Translated::new(ar, fr, en)))
}

/// A Markdown text without its marks and the addresses of its links, for an excerpt. Does without a parser, which is
/// heavy on a phone: what looks like a mark is left out.
#[must_use]
pub fn plain(markdown: &str) -> Cow<'_, str> {
    if !markdown.contains(['*', '#', '|', '`', '[', ']', '>', '\\']) {
        return Cow::Borrowed(markdown);
    }
    let mut plain = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(first) = rest.chars().next() {
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        rest = match first {
            ']' => match after
                .strip_prefix('(')
                .and_then(|address| address.split_once(')'))
            {
                Some((address, after)) if !address.contains('\n') => after,
                _ => after,
            },
            '*' | '#' | '|' | '`' | '[' | '>' | '\\' => after,
            _ => {
                plain.push(first);
                after
            }
        };
    }
    Cow::Owned(plain)
}
