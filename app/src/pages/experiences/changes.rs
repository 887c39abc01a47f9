//! What changed in a text, for people: `ins` and `del` with words, so that neither colour nor a style is needed.

use crate::text;
use leptos::prelude::*;
use shared::diff::{self, Piece};
use shared::lang::Lang;

/// Two versions of a text as one, with what went and what came.
#[component]
pub(crate) fn WordChanges(
    /// The earlier version.
    before: String,
    /// The later version.
    after: String,
    /// The language of both.
    lang: Lang,
) -> impl IntoView {
    let pieces = diff::words(&before, &after);
    let views = pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Kept(text) => view! { <span>{text}</span> }.into_any(),
            // Each change is isolated: a Latin name that replaces an Arabic word turns nothing around it.
            Piece::Removed(text) => view! {
                <del dir=lang.dir()>
                    <span class="visually-hidden">{move || text!("experiences-diff-removed")}</span>
                    {text.trim_end().to_owned()}
                </del>
                " "
            }
            .into_any(),
            Piece::Added(text) => view! {
                <ins dir=lang.dir()>
                    <span class="visually-hidden">{move || text!("experiences-diff-added")}</span>
                    {text.trim_end().to_owned()}
                </ins>
                {blanks_at_end(&text)}
            }
            .into_any(),
        })
        .collect_view();
    view! {
        <div class="word-changes" lang=lang.code() dir=lang.dir()>
            {views}
        </div>
    }
}

/// The blanks that end a text, so that a paragraph that ends with a change still ends.
fn blanks_at_end(text: &str) -> String {
    let (_, blanks) = text.split_at(text.trim_end().len());
    if blanks.is_empty() {
        " ".to_owned()
    } else {
        blanks.to_owned()
    }
}
