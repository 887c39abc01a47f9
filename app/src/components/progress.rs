use crate::readiness;
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
    /// Whether it is drawn as single steps: what is done of a module is not how far one has read.
    #[prop(optional)]
    in_steps: bool,
) -> impl IntoView {
    let is_complete = move || max.get() > 0 && value.get() >= max.get();
    let steps = move || {
        let (done, all) = (value.get(), max.get());
        let step = |number: u32| view! { <i data-done=(number < done).then_some("")></i> };
        view! { <span class="progress__steps" aria-hidden="true">{(0..all).map(step).collect_view()}</span> }
    };
    view! {
        <label class="progress" data-state=move || is_complete().then_some("complete")>
            <span class="progress__label">
                <span>{move || label.get()}</span>
                {end.map(|end| view! { <span>{move || end.get()}</span> })}
            </span>
            {in_steps.then_some(steps)}
            <progress
                class:visually-hidden=in_steps
                value=move || value.get().to_string()
                max=move || max.get().max(1).to_string()
            ></progress>
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
    // A page that the server writes waits for nothing.
    if !cfg!(feature = "ssr") {
        readiness::await_something();
    }
    view! {
        <div class="skeleton" role="status">
            {(0..lines).map(|_| view! { <div class="skeleton__line"></div> }).collect_view()}
            <span class="visually-hidden">{move || label.get()}</span>
        </div>
    }
}
