use super::{Icon, IconKind};
use leptos::{
    html,
    prelude::*,
    web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition},
};

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
    /// The same with its state in words, for a screen reader.
    pub(crate) description: String,
    /// How far it is.
    pub(crate) state: StepState,
}

/// Where one is in a sequence of steps, each of which can be opened.
#[component]
pub(crate) fn Stepper(
    /// What the steps lead to.
    #[prop(into)]
    label: Signal<String>,
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
    let list = NodeRef::<html::Ol>::new();
    Effect::new(move |_| {
        // On a phone the line of steps scrolls: the open one is brought into sight.
        let index = u32::try_from(current.get()).unwrap_or_default();
        let step = list.get().and_then(|list| list.children().item(index));
        if let Some(step) = step {
            bring_into_sight(&step, ScrollLogicalPosition::Center);
        }
    });
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
                            on:click=move |_| on_open.run(index)
                            // Browsers leave a step alone that reaches into sight by a hair.
                            on:focus:target=move |event| bring_into_sight(&event.target(), ScrollLogicalPosition::Nearest)
                        >
                            <span class="steps__number">
                                {(step.state == StepState::Done).then(|| view! { <Icon kind=IconKind::Check /> })}
                            </span>
                            <span class="steps__label">{step.label}</span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <ol class="steps" data-scrolls aria-label=move || label.get() node_ref=list>
            {items}
        </ol>
    }
}

/// Scrolls the line of steps, and the page no further than needed.
fn bring_into_sight(step: &Element, along_the_line: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_inline(along_the_line);
    options.set_block(ScrollLogicalPosition::Nearest);
    step.scroll_into_view_with_scroll_into_view_options(&options);
}
