use super::editor::DraftEditor;
use crate::components::{Icon, IconKind};
use crate::text;
use leptos::prelude::*;
use shared::apply::missing_for_submission;

/// Says of a part without which nothing can be sent that it is one, and whether it is written.
#[component]
pub(super) fn Needed(
    /// What is being written.
    editor: DraftEditor,
    /// The part: a section's word, or `principles`.
    field: &'static str,
) -> impl IntoView {
    let is_missing = Memo::new(move |_| missing_for_submission(&editor.content.read()).contains(&field));
    view! {
        <p class="composer__needed" data-state=move || if is_missing.get() { "missing" } else { "written" }>
            {move || {
                if is_missing.get() {
                    view! { <Icon kind=IconKind::Attention /> }
                } else {
                    view! { <Icon kind=IconKind::Check /> }
                }
            }}
            <span>
                {move || {
                    if is_missing.get() {
                        text!("experiences-needed")
                    } else {
                        text!("experiences-needed-written")
                    }
                }}
            </span>
        </p>
    }
}
