//! Pieces of the page of an experience that most people who come by a link never use: fetched when they are.

use super::archive::Archive;
use super::cite::CiteDialog;
use super::comment::{Remove, Writing};
use super::languages::Reading;
use super::mark::Mark;
use super::report_dialog::ReportDialog;
use super::reuses::Declare;
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
    /// Take it out of the lists, or bring it back.
    archive => Archive in taking_part { held: Memo<Experience> }
    /// Write a comment, or an answer.
    writing => Writing in taking_part {
        experience: ExperienceId, reply_to: Option<CommentId>, on_done: Option<Callback<()>>
    }
    /// Take a comment away.
    remove => Remove in taking_part { experience: ExperienceId, comment: CommentId }
    /// Ask the coordinators to look at something.
    report => ReportDialog in taking_part { target: RwSignal<Option<ReportTarget>> }
    /// Say that one reused it.
    declare => Declare in taking_part {
        experience: ExperienceId, is_open: RwSignal<bool>, error: RwSignal<Option<String>>
    }
}
