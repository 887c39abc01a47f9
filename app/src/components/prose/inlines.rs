use super::drawing::Drawing;
use leptos::prelude::*;
use shared::markdown::{Inline, LinkTarget, inline_text};

/// A line of running text.
pub(super) fn draw(content: &[Inline], drawing: Drawing) -> Vec<AnyView> {
    content.iter().map(|inline| draw_one(inline, drawing)).collect()
}

fn draw_one(inline: &Inline, drawing: Drawing) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Strong(content) => view! { <strong>{draw(content, drawing)}</strong> }.into_any(),
        Inline::Emphasis(content) => view! { <em>{draw(content, drawing)}</em> }.into_any(),
        Inline::Code(text) => view! { <code dir="auto">{text.clone()}</code> }.into_any(),
        Inline::Link { to, content } => link(to, content, drawing),
        Inline::Break => view! { <br /> }.into_any(),
    }
}

fn link(to: &LinkTarget, content: &[Inline], drawing: Drawing) -> AnyView {
    let words = draw(content, drawing);
    let address = match (drawing.resolve, to) {
        (_, LinkTarget::Web(_) | LinkTarget::Mail(_) | LinkTarget::Phone(_)) => Some(to.address()),
        (Some(resolve), _) => resolve.run(to.clone()),
        (None, LinkTarget::Page(path)) => Some(path.clone()),
        (None, LinkTarget::Lesson(_)) => None,
    };
    let Some(address) = address else {
        // What leads nowhere from here can still be read: its words, and the address of a page.
        let LinkTarget::Page(path) = to else {
            return words.into_any();
        };
        return view! { {words} " (" <code dir="auto">{path.clone()}</code> ")" }.into_any();
    };
    // An address that stands for itself keeps the order of its signs in an Arabic line.
    let dir = (inline_text(content) == to.address()).then_some("ltr");
    // What people link to may not learn from which page a reader came.
    let rel = matches!(to, LinkTarget::Web(_)).then_some("external noreferrer");
    view! {
        <a href=address rel=rel dir=dir>
            {words}
        </a>
    }
    .into_any()
}
