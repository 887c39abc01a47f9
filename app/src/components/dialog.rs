use super::{IconButton, IconKind};
use leptos::{children::ViewFnOnce, html, prelude::*};

/// A dialog over the page: native, so that the page behind is out of reach, Escape closes it and the focus returns where it was.
#[component]
pub(crate) fn Dialog(
    /// The id, unique on the page.
    #[prop(into)]
    id: String,
    /// Whether it is open; closing it by any way writes `false`.
    open: RwSignal<bool>,
    /// What it asks or tells.
    #[prop(into)]
    title: Signal<String>,
    /// The words of the button that closes it.
    #[prop(into)]
    close_label: Signal<String>,
    /// The buttons at its end.
    #[prop(optional, into)]
    foot: Option<ViewFnOnce>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let heading_id = format!("{id}-title");
    let labelled_by = heading_id.clone();
    Effect::new(move |_| {
        let wanted = open.get();
        if let Some(element) = dialog.get()
            && element.open() != wanted
        {
            if wanted {
                // It fails only when the element has left the page meanwhile: then there is nothing to show.
                let _ = element.show_modal();
                // What was scrolled the last time, and what the browser scrolls to when it moves the focus.
                element.set_scroll_top(0);
            } else {
                element.close();
            }
        }
    });
    view! {
        <dialog class="dialog" id=id aria-labelledby=labelled_by node_ref=dialog on:close=move |_| open.set(false)>
            <div class="dialog__head">
                // The heading takes the first focus: what a dialog asks is read before what it offers.
                <h2 id=heading_id tabindex="-1" autofocus>
                    {move || title.get()}
                </h2>
                <IconButton icon=IconKind::Cross label=close_label on_press=move |()| open.set(false) />
            </div>
            <div class="dialog__body">{children()}</div>
            {foot.map(|foot| view! { <div class="dialog__foot">{foot.run()}</div> })}
        </dialog>
    }
}

/// Whether a dialog about one thing of many is open: as long as `target` names one. Closing the dialog by any way forgets
/// it. A dialog that comes later than the target opens at once.
pub(crate) fn open_while_some<T: Send + Sync + 'static>(target: RwSignal<Option<T>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    // In this order: the second would otherwise forget a target that was named before.
    Effect::new(move |_| {
        if target.read().is_some() {
            open.set(true);
        }
    });
    Effect::new(move |_| {
        if !open.get() {
            target.set(None);
        }
    });
    open
}
