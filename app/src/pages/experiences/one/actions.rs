use super::later;
use crate::components::{Button, ButtonKind, IconKind, LinkButton};
use crate::pages::experiences::permissions::{may_archive, may_revise, may_take_part};
use crate::pages::experiences::reading::Reading;
use crate::router::{Page, href};
use crate::t;
use leptos::prelude::*;
use shared::records::Experience;
use shared::vocabulary::ExperienceState;

/// What can be done with the whole report.
#[component]
pub(super) fn Actions(
    /// The experience.
    held: Memo<Experience>,
    /// In which language it is read.
    reading: Reading,
) -> impl IntoView {
    let is_citing = RwSignal::new(false);
    let has_cited =
        Memo::new(move |before: Option<&bool>| before.is_some_and(|before| *before) || is_citing.get());
    let is_published = Memo::new(move |_| held.read().state == ExperienceState::Published);
    let id = held.read_untracked().id;
    let can_revise = Memo::new(move |_| may_revise(&held.read()) && is_published.get());
    let can_archive = Memo::new(move |_| may_archive(&held.read()));
    let print = move |()| {
        // A browser without printing says so itself.
        let _ = window().print();
    };
    view! {
        <div class="report__actions no-print">
            <Show when=move || is_published.get()>
                <Show when=may_take_part>
                    {later::mark(held)}
                </Show>
                <Button kind=ButtonKind::Plain icon=IconKind::Copy on_press=move |()| is_citing.set(true)>
                    {t!("experiences-cite-action")}
                </Button>
            </Show>
            <Button kind=ButtonKind::Plain icon=IconKind::Print on_press=print>
                {t!("experiences-print")}
            </Button>
            <Show when=move || can_revise.get()>
                <LinkButton kind=ButtonKind::Plain icon=IconKind::Edit href=href(Page::Write(id))>
                    {t!("experiences-revise-action")}
                </LinkButton>
            </Show>
            <Show when=move || can_archive.get()>
                {later::archive(held)}
            </Show>
        </div>
        <Show when=move || has_cited.get()>{later::cite(is_citing, held, reading)}</Show>
    }
}
