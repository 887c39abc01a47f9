use super::{Button, ButtonKind, Dialog, open_while_some};
use leptos::prelude::*;

/// Something that is asked before it is done.
#[derive(Clone)]
pub(crate) struct Question {
    /// What would be done, and to whom or what.
    pub(crate) title: String,
    /// What will be possible or impossible after it.
    pub(crate) text: String,
    /// The words of the button that does it.
    pub(crate) action: String,
    /// The weight of that button.
    pub(crate) kind: ButtonKind,
    /// Does it.
    pub(crate) yes: Callback<()>,
}

/// Asks a question in a dialog as long as there is one. Closing it by any way but its action does nothing, and the focus
/// returns to the button that asked.
#[component]
pub(crate) fn Confirm(
    /// The id, unique on the page.
    id: &'static str,
    /// What is asked.
    question: RwSignal<Option<Question>>,
    /// The words of the button that closes it.
    #[prop(into)]
    close_label: Signal<String>,
    /// The words of the button that does nothing.
    #[prop(into)]
    cancel_label: Signal<String>,
) -> impl IntoView {
    let open = open_while_some(question);
    let title = Signal::derive(move || {
        question
            .read()
            .as_ref()
            .map_or_else(String::new, |question| question.title.clone())
    });
    view! {
        <Dialog id=id open=open title=title close_label=close_label>
            {move || {
                question
                    .get()
                    .map(|question| {
                        let yes = question.yes;
                        view! {
                            <p>{question.text}</p>
                            <div class="button-row">
                                <Button
                                    kind=question.kind
                                    on_press=move |()| {
                                        open.set(false);
                                        yes.run(());
                                    }
                                >
                                    {question.action}
                                </Button>
                                <Button kind=ButtonKind::Plain on_press=move |()| open.set(false)>
                                    {move || cancel_label.get()}
                                </Button>
                            </div>
                        }
                    })
            }}
        </Dialog>
    }
}
