use super::Drawing;
use leptos::prelude::*;
use shared::markdown::{Inline, LinkTarget};

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
        return words.into_any();
    };
    // What people link to may not learn from which page a reader came.
    let rel = matches!(to, LinkTarget::Web(_)).then_some("external noreferrer");
    view! {
        <a href=address rel=rel>
            {words}
        </a>
    }
    .into_any()
}
