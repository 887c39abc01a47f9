use super::lang;
use crate::t;
use leptos::prelude::*;
use shared::lang::{Lang, Translated};

/// The best text for the current language and the language it is really in. Tracked.
pub(crate) fn localised(text: &Translated) -> Option<(Lang, String)> {
    text.best(lang()).map(|(lang, text)| (lang, text.to_owned()))
}

/// A text people wrote, in the best language there is, with its direction.
///
/// When it is not the wanted language, a quiet note says which one it is; `bare` leaves the note out, for
/// titles in lists where language badges say it already.
#[component]
pub(crate) fn Localised(
    /// The text.
    #[prop(into)]
    text: Signal<Translated>,
    /// Leaves the note out.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let best = Memo::new(move |_| text.with(localised));
    let shown_lang = move || best.with(|best| best.as_ref().map(|(lang, _)| *lang));
    let shown_text = move || best.with(|best| best.as_ref().map(|(_, text)| text.clone()));
    let other = Memo::new(move |_| {
        best.with(|best| best.as_ref().map(|(lang, _)| *lang))
            .filter(|shown| !bare && *shown != lang())
    });
    view! {
        <span lang=move || shown_lang().map(Lang::code) dir=move || shown_lang().map(Lang::dir)>
            {shown_text}
        </span>
        {move || other.get().map(|lang| view! { " " <WrittenIn lang=lang /> })}
    }
}

/// The quiet note that a text is in another language than the interface.
#[component]
pub(crate) fn WrittenIn(
    /// The language the text is in.
    lang: Lang,
) -> impl IntoView {
    let words = match lang {
        Lang::Ar => t!("common-shown-in-ar"),
        Lang::Fr => t!("common-shown-in-fr"),
        Lang::En => t!("common-shown-in-en"),
    };
    view! { <small class="quiet written-in">{words}</small> }
}

/// A person's name: isolated, never translated, never turned.
#[component]
pub(crate) fn PersonName(
    /// The name.
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    view! { <bdi>{move || name.get()}</bdi> }
}
