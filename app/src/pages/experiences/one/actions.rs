use super::archive::Archive;
use super::cite::CiteDialog;
use super::languages::Reading;
use crate::components::{Button, ButtonKind, IconKind, LinkButton, Notice, NoticeKind};
use crate::pages::experiences::permissions::{may_archive, may_revise, may_take_part};
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::shell::announce;
use crate::{t, text};
use leptos::prelude::*;
use shared::mutation::SetBookmark;
use shared::records::{Bookmark, Experience};
use shared::scope::Scope;
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
                    <Mark held=held />
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
                <Archive held=held />
            </Show>
        </div>
        <CiteDialog open=is_citing held=held reading=reading />
    }
}

/// Marks the experience to be found again.
#[component]
fn Mark(held: Memo<Experience>) -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let error = RwSignal::new(None::<String>);
    let is_marked = Memo::new(move |_| {
        let own = Scope::Person(identity.read().person);
        replica.get::<Bookmark>(own, held.read().id).is_some()
    });
    let toggle = move |()| {
        let marked = !is_marked.get_untracked();
        let experience = held.read_untracked().id;
        leptos::task::spawn_local(async move {
            match replica.mutate(SetBookmark { experience, marked }).await {
                Ok(_) if marked => announce(text!("experiences-marked")),
                Ok(_) => announce(text!("experiences-unmarked")),
                Err(not_saved) => {
                    error.try_set(Some(not_saved.words()));
                }
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Plain icon=IconKind::Bookmark pressed=is_marked on_press=toggle>
            {move || if is_marked.get() { text!("experiences-marked-action") } else { text!("experiences-mark-action") }}
        </Button>
        {move || {
            error
                .get()
                .map(|words| {
                    view! {
                        <Notice kind=NoticeKind::Error live=true slim=true>
                            <p>{words}</p>
                        </Notice>
                    }
                })
        }}
    }
}
