use crate::components::Disclosure;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::limits;
use shared::records::{Module as ModuleBody, Source};

/// Where the facts come from; folded, for there are many.
#[component]
pub(super) fn Sources(body: Memo<Option<ModuleBody>>) -> impl IntoView {
    let sources = Memo::new(move |_| body.get().map(|body| body.sources).unwrap_or_default());
    let summary = Signal::derive(move || {
        text!(
            "learn-module-sources-count",
            count = format::count(sources.read().len())
        )
    });
    let items = move || sources.get().into_iter().map(source_line).collect_view();
    view! {
        <Show when=move || !sources.read().is_empty()>
            <section class="module__part">
                <h2 class="visually-hidden">{t!("learn-module-sources")}</h2>
                <Disclosure summary=summary>
                    <ul class="module__sources">{items}</ul>
                </Disclosure>
            </section>
        </Show>
    }
}

fn source_line(source: Source) -> impl IntoView {
    let is_address = limits::is_address(&source.url);
    let words = if is_address {
        // What people cite may not learn from which page a reader came.
        view! { <a href=source.url rel="external noreferrer"><bdi>{source.title}</bdi></a> }.into_any()
    } else {
        view! { <bdi>{source.title}</bdi> }.into_any()
    };
    view! { <li>{words}</li> }
}
