//! Pieces of the page of an experience that most people who come by a link never use: fetched when they are.

use super::archive::Archive;
use super::cite::CiteDialog;
use super::declare::Declare;
use super::mark::Mark;
use super::remove_dialog::RemoveDialog;
use super::report_dialog::ReportDialog;
use super::standing::ModuleProgress;
use super::writing::Writing;
use crate::pages::experiences::reading::Reading;
use crate::parts::{Page, later_piece};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use shared::ids::{CommentId, ExperienceId};
use shared::records::{Experience, ReportTarget};

/// One component here for each component there: what it is given, and the part that it is in.
macro_rules! pieces {
    ($($(#[$doc:meta])* $name:ident => $view:ident in $part:ident { $($field:ident: $type:ty),+ })+) => {
        mod fetched {
            use super::*;
            $(
                #[wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible)]
                pub(super) fn $name($($field: $type),+) -> Page {
                    Ok(view! { <$view $($field=$field)+ /> }.into_any())
                }
            )+
        }

        $(
            $(#[$doc])*
            pub(super) fn $name($($field: $type),+) -> impl IntoView {
                later_piece(move || Box::pin(fetched::$name($($field),+)))
            }
        )+
    };
}

pieces! {
    /// Cite, copy the address, take the report along.
    cite => CiteDialog in citing { open: RwSignal<bool>, held: Memo<Experience>, reading: Reading }
    /// Mark it to find it again.
    mark => Mark in taking_part { held: Memo<Experience> }
    /// What passed between author and focal point.
    standing => ModuleProgress in taking_part { held: Memo<Experience> }
    /// Take it out of the lists, or bring it back.
    archive => Archive in taking_part { held: Memo<Experience> }
    /// Write a comment, or an answer.
    writing => Writing in taking_part {
        experience: ExperienceId, reply_to: Option<CommentId>, on_done: Option<Callback<()>>
    }
    /// Ask the coordinators to look at something; take a comment away.
    asking => Asking in taking_part {
        experience: ExperienceId, reported: RwSignal<Option<ReportTarget>>, removed: RwSignal<Option<CommentId>>
    }
    /// Say that one reused it.
    declare => Declare in taking_part {
        experience: ExperienceId, is_open: RwSignal<bool>, error: RwSignal<Option<String>>
    }
}

/// The questions that are asked under the conversation, in one piece: they come together or not at all.
#[component]
fn Asking(
    experience: ExperienceId,
    reported: RwSignal<Option<ReportTarget>>,
    removed: RwSignal<Option<CommentId>>,
) -> impl IntoView {
    view! {
        <ReportDialog target=reported />
        <RemoveDialog experience=experience target=removed />
    }
}
