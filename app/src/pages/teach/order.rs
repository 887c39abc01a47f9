use crate::components::{IconButton, IconKind};
use leptos::prelude::*;

/// The buttons that move one of several things that stand in an order, and take it out.
#[component]
pub(super) fn OrderButtons(
    /// Where it stands, from 0.
    at: Memo<usize>,
    /// How many there are.
    #[prop(into)]
    count: Signal<usize>,
    /// Whether nothing can be changed now.
    #[prop(into)]
    is_closed: Signal<bool>,
    /// Whether it cannot be taken out now.
    #[prop(into)]
    is_needed: Signal<bool>,
    /// What a button does, given `up`, `down` or `remove`. Tracked.
    #[prop(into)]
    words: Callback<&'static str, String>,
    /// Called with the place where it is to stand, from 0.
    #[prop(into)]
    on_move: Callback<usize>,
    /// Called to take it out.
    #[prop(into)]
    on_remove: Callback<()>,
) -> impl IntoView {
    let is_first = Signal::derive(move || at.get() == 0 || is_closed.get());
    let is_last = Signal::derive(move || at.get().saturating_add(1) >= count.get() || is_closed.get());
    let label = move |what: &'static str| Signal::derive(move || words.run(what));
    view! {
        <IconButton
            icon=IconKind::Up
            label=label("up")
            disabled=is_first
            on_press=move |()| on_move.run(at.get_untracked().saturating_sub(1))
        />
        <IconButton
            icon=IconKind::Down
            label=label("down")
            disabled=is_last
            on_press=move |()| on_move.run(at.get_untracked().saturating_add(1))
        />
        <IconButton icon=IconKind::Cross label=label("remove") disabled=is_needed on_press=on_remove />
    }
}
