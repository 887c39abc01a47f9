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
        let trail = trail.get();
        let back = trail.iter().rposition(|crumb| crumb.href.is_some());
        trail
            .into_iter()
            .enumerate()
            .map(|(place, Crumb { href, text, lang })| {
                // A phone shows only the page that is one step back.
                let class = (back == Some(place)).then_some("breadcrumbs__back");
                let (lang, dir) = lang.map(|lang| (lang.code(), lang.dir())).unzip();
                let name = match href {
                    Some(href) => view! { <a href=href lang=lang dir=dir>{text}</a> }.into_any(),
                    None => view! { <span aria-current="page" lang=lang dir=dir>{text}</span> }.into_any(),
                };
                view! { <li class=class>{name}</li> }
            })
            .collect_view()
    };
    view! {
        <nav class="breadcrumbs" aria-label=move || label.get()>
            <ol>{crumbs}</ol>
        </nav>
    }
}
