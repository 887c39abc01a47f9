use super::{Choice, Field, described_by};
use leptos::prelude::*;

/// One of a list that is too long for buttons.
#[component]
pub(crate) fn SelectField(
    /// The id, unique on the page; the error summary leads to it.
    #[prop(into)]
    id: String,
    /// Its name in what a form sends, where that is not its id.
    #[prop(optional, into)]
    name: Option<&'static str>,
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// How to fill it.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with it now.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What can be chosen; the first one may stand for nothing chosen, with an empty value.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the value that is chosen.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let has_hint = hint.is_some();
    let control = id.clone();
    let name = name.map_or_else(|| id.clone(), str::to_owned);
    let described = {
        let id = id.clone();
        move || described_by(&id, has_hint, error.get().is_some())
    };
    let options = move || {
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let own = choice.value.clone();
                let is_chosen = move || value.get() == own;
                view! {
                    <option value=choice.value selected=is_chosen.clone() prop:selected=is_chosen>
                        {choice.label}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <Field id=id label=label nostrip:hint=hint error=error>
            <div class="select">
                <select
                    class="input"
                    id=control
                    name=name
                    aria-invalid=move || error.get().is_some().then_some("true")
                    aria-describedby=described
                    on:change:target=move |event| on_change.run(event.target().value())
                >
                    {options}
                </select>
            </div>
        </Field>
    }
}
