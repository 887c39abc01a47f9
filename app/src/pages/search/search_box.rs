use crate::components::{Button, IconKind};
use crate::t;
use leptos::prelude::*;
use shared::limits;

/// The line in which one asks. Answers come while one types; the button and the Enter key are for who expects them.
#[component]
pub(crate) fn SearchBox(
    /// The id of the field, unique on the page.
    #[prop(into)]
    id: String,
    /// What is looked for.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    #[prop(into)]
    typed: Signal<String>,
    /// Called with every change.
    #[prop(into)]
    on_type: Callback<String>,
) -> impl IntoView {
    let field = id.clone();
    view! {
        <form
            role="search"
            class="search-form"
            on:submit=move |event| {
                event.prevent_default();
                on_type.run(typed.get_untracked());
            }
        >
            <label class="field__label" for=field>
                {move || label.get()}
            </label>
            <div class="search">
                <input
                    class="input"
                    id=id.clone()
                    name="q"
                    type="search"
                    dir="auto"
                    autocomplete="off"
                    maxlength=limits::QUESTION.to_string()
                    enterkeyhint="search"
                    value=typed.get_untracked()
                    prop:value=move || typed.get()
                    on:input:target=move |event| on_type.run(event.target().value())
                />
                <Button submit=true icon=IconKind::Search>
                    {t!("common-search")}
                </Button>
            </div>
        </form>
    }
}
