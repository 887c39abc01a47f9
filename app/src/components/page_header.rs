use leptos::{children::ViewFnOnce, prelude::*};
use shared::lang::Lang;

/// The head of a page: its title, which takes the focus after a navigation, and what stands around it.
#[component]
pub(crate) fn PageHeader(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// The language of the title, where people wrote it.
    #[prop(optional, into)]
    title_lang: Option<Signal<Lang>>,
    /// What stands above it: tags, a state.
    #[prop(optional, into)]
    kicker: Option<ViewFnOnce>,
    /// One sentence under it.
    #[prop(optional, into)]
    lead: Option<Signal<String>>,
    /// The language of the lead, where people wrote it.
    #[prop(optional, into)]
    lead_lang: Option<Signal<Lang>>,
    /// What can be done with the whole page.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
) -> impl IntoView {
    view! {
        <header class="page-header">
            {kicker.map(|kicker| view! { <div class="page-header__kicker">{kicker.run()}</div> })}
            <h1 tabindex="-1" lang=move || title_lang.map(|lang| lang.get().code()) dir=move || title_lang.map(|lang| lang.get().dir())>
                {move || title.get()}
            </h1>
            {lead
                .map(|lead| {
                    view! {
                        <p
                            class="page-header__lead"
                            lang=move || lead_lang.map(|lang| lang.get().code())
                            dir=move || lead_lang.map(|lang| lang.get().dir())
                        >
                            {move || lead.get()}
                        </p>
                    }
                })}
            {actions.map(|actions| view! { <div class="page-header__actions">{actions.run()}</div> })}
        </header>
    }
}
