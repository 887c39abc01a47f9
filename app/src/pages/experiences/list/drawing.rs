use crate::time_slice::after_paint;
use leptos::html::Div;
use leptos::prelude::*;

/// How many cards are drawn in one turn: what the first screen of a phone holds. Thirty at once would make an old one
/// deaf for a tenth of a second.
const AT_ONCE: usize = 4;

const LEAST_HEIGHT: &str = "min-block-size";

/// How far the cards are drawn. After a touch that changes what is asked, the first few come at once, the others in
/// turns of their own.
#[derive(Clone, Copy)]
pub(super) struct Drawing {
    /// How many cards stand there now.
    pub(super) drawn: Memo<usize>,
    /// The element around the cards. It stays as tall as it was until all of them are there: otherwise the browser
    /// would scroll up, and what follows the list would jump.
    pub(super) around: NodeRef<Div>,
}

/// Draws `shown` cards of `count`, all at once for what is `asked` when the list opens: so that "back" finds it as
/// tall as it was.
pub(super) fn use_drawing(asked: Memo<String>, shown: RwSignal<usize>, count: Memo<usize>) -> Drawing {
    let allowed = RwSignal::new((asked.get_untracked(), shown.get_untracked()));
    let drawn = Memo::new(move |_| {
        let allowed = allowed.read();
        let most = if allowed.0 == *asked.read() {
            allowed.1
        } else {
            AT_ONCE
        };
        most.min(shown.get())
    });
    let is_whole = Memo::new(move |_| drawn.get() >= shown.get().min(count.get()));
    let height = StoredValue::new(0);
    let around = NodeRef::<Div>::new();
    Effect::new(move |before: Option<String>| {
        let asked = asked.get();
        if before.is_some_and(|before| before != asked) {
            allowed.set((asked.clone(), AT_ONCE));
        }
        asked
    });
    Effect::new(move |_| {
        let (drawn, is_whole) = (drawn.get(), is_whole.get());
        // Read once it is painted, when nothing has to be laid out for it.
        after_paint(move || {
            if is_whole {
                let now = around.try_get_untracked().flatten();
                height.try_set_value(now.map_or(0, |around| around.offset_height()));
            } else if let Some(asked) = asked.try_get_untracked() {
                allowed.try_update(|allowed| {
                    // What was touched meanwhile has turns of its own.
                    if allowed.0 == asked && allowed.1 <= drawn {
                        allowed.1 = drawn + AT_ONCE;
                    }
                });
            }
        });
    });
    Effect::new(move |_| {
        let is_whole = is_whole.get();
        let Some(around) = around.get() else { return };
        let style = web_sys::HtmlElement::style(&around);
        // A browser that takes no height only lets the page jump.
        let _ = if is_whole {
            style.remove_property(LEAST_HEIGHT).map(|_| ())
        } else {
            style.set_property(LEAST_HEIGHT, &format!("{}px", height.get_value()))
        };
    });
    Drawing { drawn, around }
}
