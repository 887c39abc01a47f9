use leptos::{children::ViewFnOnce, prelude::*};
use shared::lang::Lang;

/// A card in a grid; its title is a link whose target covers the whole card.
#[component]
pub(crate) fn Card(
    /// What it is about, as people wrote it.
    #[prop(into)]
    title: Signal<String>,
    /// The language the title is really in, where people wrote it.
    #[prop(optional, into)]
    title_lang: Option<Signal<Lang>>,
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// What stands above the title: tags, a state.
    #[prop(optional, into)]
    kicker: Option<ViewFnOnce>,
    /// What stands at the end: minutes, languages.
    #[prop(optional, into)]
    foot: Option<ViewFnOnce>,
    /// What stands between: a `p.card__text`, a progress.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <li class="card">
            {kicker.map(|kicker| view! { <div class="card__kicker">{kicker.run()}</div> })}
            <h3 class="card__title">
                <a href=move || href.get() lang=move || title_lang.map(|lang| lang.get().code()) dir=move || title_lang.map(|lang| lang.get().dir())>
                    {move || title.get()}
                </a>
            </h3>
            {children.map(|children| children())}
            {foot.map(|foot| view! { <div class="card__foot">{foot.run()}</div> })}
        </li>
    }
}

/// The grid that cards stand in.
#[component]
pub(crate) fn CardGrid(
    /// The cards.
    children: Children,
) -> impl IntoView {
    view! {
        <ul class="card-grid" role="list">
            {children()}
        </ul>
    }
}
