use crate::{t, text};
use leptos::prelude::*;
use locales::without_isolation;

/// The title of the page on show; a counter tells two pages of the same title apart.
#[derive(Clone, Copy)]
pub(crate) struct CurrentTitle(pub(super) RwSignal<Option<(u32, Signal<String>)>>);

#[cfg(feature = "ssr")]
impl CurrentTitle {
    /// The title of the page that was rendered, as plain text.
    pub(crate) fn text() -> String {
        let title = use_context::<Self>().and_then(|title| title.0.get_untracked());
        title.map_or_else(String::new, |(_, text)| without_isolation(&text.get_untracked()))
    }
}

pub(super) fn provide() -> CurrentTitle {
    let current = CurrentTitle(RwSignal::new(None));
    provide_context(current);
    let brand = t!("common-brand");
    Effect::new(move |_| {
        let title = current.0.get().and_then(|(_, title)| title.try_get());
        let title = match title {
            Some(title) if !title.is_empty() => text!("common-title", page = title),
            _ => brand.get(),
        };
        // The window's frame shows isolation marks as boxes, and a title holds one sentence in one direction anyway.
        document().set_title(&without_isolation(&title));
    });
    current
}

/// Names the page: in the window's title, and in what is announced after a navigation. Each page has one.
#[component]
pub(crate) fn PageTitle(
    /// The name, as in the page's `h1`.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    if let Some(CurrentTitle(current)) = use_context::<CurrentTitle>() {
        let mine = current
            .get_untracked()
            .map_or(0, |(number, _)| number.wrapping_add(1));
        current.set(Some((mine, text)));
        on_cleanup(move || {
            // The next page may have named itself before this one is gone.
            let is_mine = current
                .try_with_untracked(|current| current.as_ref().is_some_and(|(number, _)| *number == mine));
            if is_mine == Some(true) {
                current.set(None);
            }
        });
    }
}
