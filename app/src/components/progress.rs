use leptos::prelude::*;

/// How far something is. Its words are required: a bar alone says nothing.
#[component]
pub(crate) fn Progress(
    /// What is measured and how far it is, in words.
    #[prop(into)]
    label: Signal<String>,
    /// How much is done.
    #[prop(into)]
    value: Signal<u32>,
    /// How much there is.
    #[prop(into)]
    max: Signal<u32>,
    /// More words at the end of the line: a share, a time.
    #[prop(optional, into)]
    end: Option<Signal<String>>,
) -> impl IntoView {
    let is_complete = move || max.get() > 0 && value.get() >= max.get();
    view! {
        <label class="progress" data-state=move || is_complete().then_some("complete")>
            <span class="progress__label">
                <span>{move || label.get()}</span>
                {end.map(|end| view! { <span>{move || end.get()}</span> })}
            </span>
            <progress value=move || value.get().to_string() max=move || max.get().max(1).to_string()></progress>
        </label>
    }
}

/// Stands for what still comes from the network. It shows itself after 300 ms: what comes sooner needs none.
#[component]
pub(crate) fn Skeleton(
    /// What is awaited, for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
) -> impl IntoView {
    view! {
        <div class="skeleton" role="status">
            {(0..lines).map(|_| view! { <div class="skeleton__line"></div> }).collect_view()}
            <span class="visually-hidden">{move || label.get()}</span>
        </div>
    }
}
