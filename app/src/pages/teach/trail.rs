use super::draft::Writing;
use crate::components::Crumb;
use crate::i18n::lang;
use crate::router::Page;
use crate::text;
use shared::records::DraftPlace;

/// What the module is called while it is written. Tracked.
pub(super) fn title_of(writing: Writing) -> String {
    let title = writing.words(DraftPlace::Title);
    if title.is_empty() {
        text!("teach-untitled")
    } else {
        title
    }
}

/// The way from all modules to the page `here`; the module's own page where there is none. Tracked.
pub(super) fn trail(writing: Writing, here: Option<String>) -> Vec<Crumb> {
    let all = Crumb {
        href: Some(Page::Teach.path(lang())),
        text: text!("teach-title"),
        lang: None,
    };
    let title = writing.words(DraftPlace::Title);
    let module = Crumb {
        lang: (!title.is_empty() && writing.original() != lang()).then(|| writing.original()),
        text: title_of(writing),
        href: here
            .is_some()
            .then(|| Page::TeachModule(writing.module).path(lang())),
    };
    let here = here.map(|text| Crumb {
        href: None,
        text,
        lang: None,
    });
    [all, module].into_iter().chain(here).collect()
}
