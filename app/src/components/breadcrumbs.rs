use leptos::prelude::*;
use shared::lang::Lang;

/// One page on the way to this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Crumb {
    /// Its address; the page one is on has none.
    pub(crate) href: Option<String>,
    /// Its name.
    pub(crate) text: String,
    /// The language of the name, where people wrote it.
    pub(crate) lang: Option<Lang>,
}

/// The way from the top to this page.
#[component]
pub(crate) fn Breadcrumbs(
    /// What it is, for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    /// The pages, from the top.
    #[prop(into)]
    trail: Signal<Vec<Crumb>>,
) -> impl IntoView {
    let crumbs = move || {
        trail
            .get()
            .into_iter()
            .map(|Crumb { href, text, lang }| {
                let (lang, dir) = lang.map(|lang| (lang.code(), lang.dir())).unzip();
                let name = match href {
                    Some(href) => view! { <a href=href lang=lang dir=dir>{text}</a> }.into_any(),
                    None => view! { <span aria-current="page" lang=lang dir=dir>{text}</span> }.into_any(),
                };
                view! { <li>{name}</li> }
            })
            .collect_view()
    };
    view! {
        <nav class="breadcrumbs" aria-label=move || label.get()>
            <ol>{crumbs}</ol>
        </nav>
    }
}
