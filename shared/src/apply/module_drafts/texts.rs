use super::super::{Context, View, find};
use super::{open_draft, touch};
use crate::limits;
use crate::mutation::SaveModuleText;
use crate::records::{DraftPlace, DraftText, DraftTextVersion, TextMark};
use crate::refusal::{Refusal, RefusalCode};
use crate::row::{Kind, Record, RowKey};
use crate::scope::Scope;

/// Writes one text. It replaces the versions that were before its writer's eyes; what somebody else wrote meanwhile stays
/// beside it until somebody chooses.
pub(in crate::apply) fn save_text(
    view: &mut dyn View,
    context: &Context<'_>,
    m: &SaveModuleText,
) -> Result<(), Refusal> {
    let mut draft = open_draft(view, context, m.module)?;
    if !draft.has(&m.place) {
        return Err(RefusalCode::NotFound.into());
    }
    limits::at_most(m.place.word(), &m.text, m.place.limit())?;
    if m.seen.len() > limits::SEEN {
        return Err(Refusal::of_field(RefusalCode::TooLong, "seen").with_limit(limits::SEEN));
    }
    let scope = Scope::ModuleDraft(m.module);
    let text = m.place.clean(&m.text);
    let (by, at) = (context.author(None), context.at);
    let held: Option<DraftText> = find(view, scope, m.place.row(m.module, m.lang));
    let mut held = held.unwrap_or_else(|| DraftText {
        module: m.module,
        place: m.place,
        lang: m.lang,
        text: String::new(),
        translates: None,
        by: by.clone(),
        at,
        versions: Vec::new(),
    });
    let is_seen = |text: &str| m.seen.contains(&TextMark::of(text));
    held.versions
        .retain(|version| !is_seen(&version.text) && version.text != text);
    if held.text == text || held.text.is_empty() || is_seen(&held.text) {
        held.text = text;
        held.translates.clone_from(&m.translates);
        (held.by, held.at) = (by, at);
    } else {
        if held.versions.len() >= limits::VERSIONS {
            return Err(
                Refusal::of_field(RefusalCode::TooManyVersions, m.place.word()).with_limit(limits::VERSIONS)
            );
        }
        held.versions.push(DraftTextVersion { text, by, at });
    }
    let current = held.text.clone();
    if held.text.is_empty() && held.versions.is_empty() {
        view.delete(&RowKey::new(scope, Kind::DraftText, held.id()));
    } else {
        view.put(scope, Record::DraftText(held));
    }
    let is_title = m.place == DraftPlace::Title;
    if is_title {
        draft.title.set(m.lang, &current);
    }
    touch(view, context, draft, is_title);
    Ok(())
}
