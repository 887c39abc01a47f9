use crate::components::{Field, described_by};
use leptos::prelude::*;

/// A password that can be looked at while it is typed: on a phone most wrong passwords are slips of a thumb.
#[component]
pub(super) fn PasswordField(
    /// The id, unique on the page.
    id: &'static str,
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// How to fill it.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with it now.
    error: Signal<Option<String>>,
    /// What is typed.
    value: RwSignal<String>,
    /// `current-password` or `new-password`: what a password manager may fill in.
    autocomplete: &'static str,
) -> impl IntoView {
    let is_shown = RwSignal::new(false);
    let has_hint = hint.is_some();
    let described = move || described_by(id, has_hint, error.get().is_some());
    view! {
        <Field id=id.to_owned() label=label nostrip:hint=hint error=error>
            <div class="password">
                <input
                    class="input"
                    id=id
                    name=id
                    type=move || if is_shown.get() { "text" } else { "password" }
                    dir="ltr"
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    aria-required="true"
                    aria-invalid=move || error.get().is_some().then_some("true")
                    aria-describedby=described
                    prop:value=move || value.get()
                    on:input:target=move |event| value.set(event.target().value())
                />
                <button
                    class="button button--plain"
                    type="button"
                    aria-controls=id
                    aria-label=move || {
                        // Voice control is told the word that is written there.
                        if is_shown.get() {
                            crate::text!("account-password-hide-label")
                        } else {
                            crate::text!("account-password-show-label")
                        }
                    }
                    on:click=move |_| is_shown.update(|shown| *shown = !*shown)
                >
                    {move || {
                        if is_shown.get() {
                            crate::text!("account-password-hide")
                        } else {
                            crate::text!("account-password-show")
                        }
                    }}
                </button>
            </div>
        </Field>
    }
}
