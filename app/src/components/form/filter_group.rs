use leptos::prelude::*;

/// One filter and how many results it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FilterOption {
    /// What is kept, as in the address.
    pub(crate) value: String,
    /// What is read.
    pub(crate) label: String,
    /// How many it leaves, already written as the reader's language does.
    pub(crate) count: String,
}

/// A group of filters, each with the number of results it leaves.
#[component]
pub(crate) fn FilterGroup(
    /// The name of the group in forms.
    #[prop(into)]
    name: String,
    /// What is filtered by.
    #[prop(into)]
    legend: Signal<String>,
    /// The filters.
    #[prop(into)]
    options: Signal<Vec<FilterOption>>,
    /// The filters that are on.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Called with the filter that was pressed.
    #[prop(into)]
    on_toggle: Callback<String>,
) -> impl IntoView {
    let name = StoredValue::new(name);
    view! {
        <fieldset class="fieldset">
            <legend class="fieldset__legend">{move || legend.get()}</legend>
            // Keyed by value alone: the counts change with every press, and the pressed box must keep the focus.
            <For each=move || options.get() key=|option| option.value.clone() let:option>
                {
                    let own = option.value.clone();
                    let is_chosen = move || chosen.read().contains(&own);
                    let counted = option.value.clone();
                    let count = Memo::new(move |_| {
                        options
                            .read()
                            .iter()
                            .find(|option| option.value == counted)
                            .map(|option| option.count.clone())
                            .unwrap_or_default()
                    });
                    let labelled = option.value.clone();
                    let label = Memo::new(move |_| {
                        options
                            .read()
                            .iter()
                            .find(|option| option.value == labelled)
                            .map(|option| option.label.clone())
                            .unwrap_or_default()
                    });
                    let value = option.value.clone();
                    view! {
                        <label class="check">
                            <input
                                type="checkbox"
                                name=name.get_value()
                                value=option.value
                                checked=is_chosen.clone()
                                prop:checked=is_chosen
                                on:change=move |_| on_toggle.run(value.clone())
                            />
                            <span>{move || label.get()}</span>
                            <span class="check__count">{move || count.get()}</span>
                        </label>
                    }
                }
            </For>
        </fieldset>
    }
}
