//! In which two languages one writes: at first, and as it was chosen before the page was loaded again.

use leptos::prelude::*;
use shared::lang::Lang;
use shared::records::ExperienceContent;
use shared::vocabulary::TranslationState;

/// The two languages, the one written first and the one beside it. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Sides {
    pub(super) first: RwSignal<Lang>,
    pub(super) second: RwSignal<Lang>,
}

/// The languages that were chosen in this tab, else those that the text suggests; what is chosen is kept under
/// this name for as long as the tab is open.
pub(super) fn use_sides(name: String, content: &ExperienceContent, reader: Lang) -> Sides {
    let kept = session_storage().and_then(|storage| storage.get_item(&name).ok().flatten());
    let (first, second) = kept
        .as_deref()
        .and_then(read)
        .unwrap_or_else(|| suggested(content, reader));
    let sides = Sides {
        first: RwSignal::new(first),
        second: RwSignal::new(second),
    };
    Effect::new(move |before: Option<(Lang, Lang)>| {
        let now = (sides.first.get(), sides.second.get());
        if before.is_some_and(|before| before != now)
            && let Some(storage) = session_storage()
        {
            // A full or forbidden storage costs only this convenience.
            let _ = storage.set_item(&name, &written(now));
        }
        now
    });
    sides
}

/// What the author began with comes first; beside it stands a language that has words already, else the reader's.
fn suggested(content: &ExperienceContent, reader: Lang) -> (Lang, Lang) {
    let written: Vec<Lang> = Lang::ALL
        .into_iter()
        .filter(|lang| content.texts.values().any(|text| text.get(*lang).is_some()))
        .collect();
    let original = content
        .translations
        .iter()
        .find(|(_, state)| **state == TranslationState::Original)
        .map(|(lang, _)| *lang);
    let first = original.or_else(|| written.first().copied()).unwrap_or(reader);
    let second = written
        .into_iter()
        .chain([reader, Lang::Fr, Lang::Ar])
        .find(|lang| *lang != first)
        .unwrap_or(Lang::Fr);
    (first, second)
}

fn written((first, second): (Lang, Lang)) -> String {
    format!("{} {}", first.code(), second.code())
}

fn read(kept: &str) -> Option<(Lang, Lang)> {
    let (first, second) = kept.split_once(' ')?;
    let pair: (Lang, Lang) = (first.parse().ok()?, second.parse().ok()?);
    (pair.0 != pair.1).then_some(pair)
}

fn session_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::lang::Translated;
    use shared::records::Section;

    #[test]
    fn a_new_text_begins_in_the_language_of_the_reader() {
        let nothing = ExperienceContent::default();
        assert_eq!(suggested(&nothing, Lang::Ar), (Lang::Ar, Lang::Fr));
        assert_eq!(suggested(&nothing, Lang::Fr), (Lang::Fr, Lang::Ar));
        assert_eq!(suggested(&nothing, Lang::En), (Lang::En, Lang::Fr));
    }

    #[test]
    fn languages_that_have_words_come_before_the_one_of_the_reader() {
        let mut content = ExperienceContent::default();
        let title = Translated::new("عنوان", "Un titre", "");
        content.texts.insert(Section::Title, title);
        content.translations.insert(Lang::Fr, TranslationState::Original);
        assert_eq!(suggested(&content, Lang::En), (Lang::Fr, Lang::Ar));
        content
            .texts
            .insert(Section::Title, Translated::only(Lang::Fr, "Un titre"));
        assert_eq!(suggested(&content, Lang::En), (Lang::Fr, Lang::En));
    }

    #[test]
    fn what_was_chosen_is_read_again_and_anything_else_is_left() {
        assert_eq!(read(&written((Lang::Ar, Lang::En))), Some((Lang::Ar, Lang::En)));
        for kept in ["", "ar", "ar ar", "ar de", "ar fr en"] {
            assert_eq!(read(kept), None, "{kept}");
        }
    }
}
