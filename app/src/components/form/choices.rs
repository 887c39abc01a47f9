use super::{described_by, field::FieldNotes};
use leptos::prelude::*;

/// One thing that can be chosen, with its words in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is kept.
    pub(crate) value: String,
    /// What is read.
    pub(crate) label: String,
    /// More words under it.
    pub(crate) hint: Option<String>,
}

impl Choice {
    /// A choice without more words.
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
        }
    }

    /// The same with more words under it.
    #[must_use]
    pub(crate) fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// How many of a group can be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ChoiceKind {
    /// Exactly one.
    #[default]
    One,
    /// Any number.
    Many,
}

/// A few choices as large targets: radio buttons or checkboxes.
///
/// With [`ChoiceKind::Many`], `on_choose` is called with the value that was ticked or unticked.
#[component]
pub(crate) fn ChoiceGroup(
    /// The id of the group; the error summary leads to its first choice.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    legend: Signal<String>,
    /// How to answer.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong now.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// How many can be chosen.
    #[prop(optional)]
    kind: ChoiceKind,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Called with the value that was pressed.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let has_hint = hint.is_some();
    let name = id.clone();
    let described = {
        let id = id.clone();
        move || described_by(&id, has_hint, error.get().is_some())
    };
    let options = move || {
        choices
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, choice)| {
                let own = choice.value.clone();
                let is_chosen = move || chosen.read().contains(&own);
                let value = choice.value.clone();
                view! {
                    <label class="option">
                        <input
                            id=if index == 0 { name.clone() } else { format!("{name}-{index}") }
                            name=name.clone()
                            type=match kind {
                                ChoiceKind::One => "radio",
                                ChoiceKind::Many => "checkbox",
                            }
                            value=choice.value
                            prop:checked=is_chosen
                            on:change=move |_| on_choose.run(value.clone())
                        />
                        <span class="option__text">
                            {choice.label} {choice.hint.map(|hint| view! { <span class="option__hint">{hint}</span> })}
                        </span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <fieldset
            class="fieldset"
            data-invalid=move || error.get().is_some()
            aria-describedby=described
        >
            <legend class="fieldset__legend">{move || legend.get()}</legend>
            <FieldNotes id=id hint=hint error=error />
            {options}
        </fieldset>
    }
}
