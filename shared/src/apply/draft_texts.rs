//! What becomes of a draft's text when another device of its author, or another tab, wrote the same one: a text
//! replaces the versions that were before its author's eyes, and every other version stays until the author chooses.

use super::Context;
use crate::lang::Lang;
use crate::limits;
use crate::records::{Experience, ExperienceContent, Section, TextMark, TextVersion, TextWriter};
use crate::refusal::{Refusal, RefusalCode};
use crate::unicode;

/// Writes one text of a draft. `seen` names the versions that it replaces; an app that names none goes on from what the
/// same device wrote last.
///
/// # Errors
/// [`RefusalCode::TooManyVersions`] when one version more would have to be kept, [`RefusalCode::TooLong`] for a `seen`
/// of more than [`limits::SEEN`].
pub(super) fn write(
    experience: &mut Experience,
    context: &Context<'_>,
    (section, lang): (Section, Lang),
    text: &str,
    seen: &[TextMark],
) -> Result<(), Refusal> {
    if seen.len() > limits::SEEN {
        return Err(Refusal::of_field(RefusalCode::TooLong, "seen").with_limit(limits::SEEN));
    }
    // A blank text counts as none, here as in the content.
    let text = unicode::visible(text);
    let device = seen.is_empty().then_some(context.device);
    let is_here = |version: &TextVersion| (version.section, version.lang) == (section, lang);
    let current = experience.content.text(section, lang).unwrap_or_default();
    let replaces_current = match device {
        None => seen.contains(&TextMark::of(current)),
        Some(device) => {
            let writer = |w: &TextWriter| (w.section, w.lang, w.device) == (section, lang, device);
            current.is_empty() || experience.writers.iter().any(writer)
        }
    };
    let is_same = current == text;
    experience.versions.retain(|version| {
        let is_replaced = version.device.is_some() && version.device == device
            || seen.contains(&TextMark::of(&version.text));
        !is_here(version) || !is_replaced
    });
    if is_same || replaces_current {
        // One that says the same needs no choice.
        experience
            .versions
            .retain(|version| !is_here(version) || version.text != text);
    }
    if is_same {
        return Ok(());
    }
    if replaces_current {
        experience.content.set_text(section, lang, text);
        experience
            .writers
            .retain(|writer| (writer.section, writer.lang) != (section, lang));
        experience.writers.extend(device.map(|device| TextWriter {
            section,
            lang,
            device,
        }));
        return Ok(());
    }
    if experience
        .versions_of(section, lang)
        .any(|version| version.text == text)
    {
        return Ok(());
    }
    if experience.versions_of(section, lang).count() >= limits::VERSIONS {
        return Err(
            Refusal::of_field(RefusalCode::TooManyVersions, section.word()).with_limit(limits::VERSIONS)
        );
    }
    experience.versions.push(TextVersion {
        section,
        lang,
        text: text.to_owned(),
        at: context.at,
        device,
    });
    Ok(())
}

/// Before the content becomes `after` by a change that names its revision: a device that wrote a text has not seen what
/// stands there then.
pub(super) fn forget_writers(experience: &mut Experience, after: &ExperienceContent) {
    let content = &experience.content;
    experience.writers.retain(|writer| {
        content.text(writer.section, writer.lang) == after.text(writer.section, writer.lang)
    });
}
