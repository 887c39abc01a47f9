use crate::components::{Button, ButtonKind};
use crate::t;
use leptos::prelude::*;
use std::hash::Hash;

/// What was taken out of a module, each with the way back.
#[component]
pub(super) fn TakenOut<Id: Copy + Eq + Hash + Send + Sync + 'static>(
    /// What was.
    #[prop(into)]
    all: Signal<Vec<Id>>,
    /// What one is called. Tracked.
    #[prop(into)]
    name: Callback<Id, String>,
    /// Whether nothing can be changed now.
    #[prop(into)]
    is_closed: Signal<bool>,
    /// Called to put one back.
    #[prop(into)]
    on_put_back: Callback<Id>,
) -> impl IntoView {
    view! {
        <ul class="row-list" role="list">
            <For each=move || all.get() key=|id| *id let:id>
                <li class="row-list__item">
                    <p class="row-list__main quiet">{move || name.run(id)}</p>
                    <Button kind=ButtonKind::Plain disabled=is_closed on_press=move |()| on_put_back.run(id)>
                        {t!("teach-put-back")}
                    </Button>
                </li>
            </For>
        </ul>
    }
}
