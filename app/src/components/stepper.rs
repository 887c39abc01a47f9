use super::{Icon, IconKind};
use leptos::prelude::*;

/// How far one step is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum StepState {
    /// Nothing yet.
    #[default]
    Open,
    /// Finished.
    Done,
}

/// One step of a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// What it is about.
    pub(crate) label: String,
    /// The same with its state in words, for a screen reader, where the state is not written.
    pub(crate) description: Option<String>,
    /// What to know of it before it is opened, where there is anything.
    pub(crate) note: Option<String>,
    /// How far it is.
    pub(crate) state: StepState,
}

/// Where one is in a sequence of steps, each of which can be opened. On a phone the sequence is one line that opens the
/// list.
#[component]
pub(crate) fn Stepper(
    /// What the steps lead to.
    #[prop(into)]
    label: Signal<String>,
    /// The place in the sequence in one line: "Step 3 of 11: Results".
    #[prop(into)]
    line: Signal<String>,
    /// The steps, in order.
    #[prop(into)]
    steps: Signal<Vec<Step>>,
    /// The index of the one that is open.
    #[prop(into)]
    current: Signal<usize>,
    /// Called with the index of the one to open.
    #[prop(into)]
    on_open: Callback<usize>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let items = move || {
        steps
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, step)| {
                let is_current = move || current.get() == index;
                let state = match step.state {
                    StepState::Open => None,
                    StepState::Done => Some("done"),
                };
                view! {
                    <li class="steps__step" data-state=state data-current=is_current>
                        <button
                            type="button"
                            aria-label=step.description
                            aria-current=move || is_current().then_some("step")
                            on:click=move |_| {
                                is_open.set(false);
                                on_open.run(index);
                            }
                        >
                            <span class="steps__number">
                                {(step.state == StepState::Done).then(|| view! { <Icon kind=IconKind::Check /> })}
                            </span>
                            <span class="steps__label">
                                {step.label} " "
                                {step.note.map(|note| view! { <span class="steps__note">{note}</span> })}
                            </span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <div class="stepper">
            <button
                class="stepper__line"
                type="button"
                aria-expanded=move || is_open.get().to_string()
                aria-controls="steps"
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {move || line.get()}
            </button>
            <ol class="steps" id="steps" aria-label=move || label.get() data-open=move || is_open.get()>
                {items}
            </ol>
        </div>
    }
}
