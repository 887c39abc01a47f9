use super::draft::Writing;
use super::names::module_name;
use crate::components::Crumb;
use crate::i18n::lang;
use crate::router::Page;
use crate::text;
use shared::records::DraftPlace;

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
        text: module_name(writing),
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
