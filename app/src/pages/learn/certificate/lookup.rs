use crate::components::{Button, ButtonKind, InputKind, TextField};
use crate::i18n::lang_untracked;
use crate::router::{Page, certificate_lookup};
use crate::t;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Leads to the certificate with the number that is typed.
#[component]
pub(crate) fn Lookup(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let navigate = use_navigate();
    let look = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let number = shared::certificate_number::read(&typed.read_untracked());
        if !number.is_empty() {
            navigate(
                &Page::Certificate(number).path(lang_untracked()),
                NavigateOptions::default(),
            );
        }
    };
    view! {
        // The server leads on from this address to that of the certificate, where no script does.
        <form class="form lookup no-print" action=certificate_lookup() on:submit=look>
            <TextField
                id="certificate-number"
                label=label
                kind=InputKind::Code
                value=typed
                on_input=move |words| typed.set(words)
            />
            <Button kind=ButtonKind::Plain submit=true>
                {t!("learn-certificate-try-action")}
            </Button>
        </form>
    }
}
