use super::comment::CommentThread;
use super::later;
use crate::components::{Button, ButtonKind, IconKind, LinkButton, focus};
use crate::pages::experiences::permissions::may_take_part;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::{t, text};
use leptos::prelude::*;
use shared::ids::CommentId;
use shared::mutation::Mutation;
use shared::records::{Comment, Experience, ReportTarget};
use shared::scope::Scope;
use shared::threads::{self, AT_A_TIME};
use std::collections::{BTreeMap, BTreeSet};

/// What is said about the experience.
#[component]
pub(super) fn Conversation(
    /// The experience.
    held: Memo<Experience>,
) -> impl IntoView {
    let replica = use_replica();
    let experience = held.read_untracked().id;
    let comments = Memo::new(move |_| {
        let mut comments = replica.list::<Comment>(Scope::Experience(experience));
        threads::sort(&mut comments);
        comments
    });
    let by_id = Memo::new(move |_| {
        let comments = comments.get();
        comments
            .into_iter()
            .map(|comment| (comment.id, comment))
            .collect::<BTreeMap<_, _>>()
    });
    // Of those, the ones that only this device has yet.
    let unsent = Memo::new(move |_| {
        replica
            .waiting()
            .iter()
            .filter_map(|outgoing| match outgoing.mutation() {
                Some(Mutation::AddComment(comment)) => Some(comment.comment),
                _ => None,
            })
            .collect::<BTreeSet<CommentId>>()
    });
    // What was written here stays in sight until the page is left, however long the conversation is.
    let written_here = Memo::new(move |before: Option<&BTreeSet<CommentId>>| {
        before
            .into_iter()
            .flatten()
            .chain(unsent.read().iter())
            .copied()
            .collect::<BTreeSet<_>>()
    });
    let most = RwSignal::new(AT_A_TIME);
    let shown = Memo::new(move |_| {
        let written_here = written_here.read();
        threads::beginning(threads::threads(&comments.read()), most.get(), |id| {
            written_here.contains(&id)
        })
    });
    let answers = Memo::new(move |_| {
        let shown = shown.get();
        shown
            .threads
            .into_iter()
            .map(|thread| (thread.root, thread.answers))
            .collect::<BTreeMap<_, _>>()
    });
    let roots = move || {
        shown
            .read()
            .threads
            .iter()
            .map(|thread| thread.root)
            .collect::<Vec<_>>()
    };
    let left = Memo::new(move |_| shown.read().left);
    let count = Memo::new(move |_| comments.read().iter().filter(|comment| !comment.removed).count());
    let reported = RwSignal::new(None::<ReportTarget>);
    let removed = RwSignal::new(None::<CommentId>);
    view! {
        <section
            class="conversation"
            // Paper does not ask for the first comment.
            class:no-print=move || count.get() == 0
            aria-labelledby="conversation-title" data-place="conversation">
            <h2 id="conversation-title">{t!("experiences-conversation")}</h2>
            <p class="quiet">{t!("experiences-comment-count", count = count.get())}</p>
            <ol class="conversation__list">
                <For each=roots key=|root| *root let:root>
                    <CommentThread
                        held=held
                        root=root
                        answers=answers
                        comments=by_id
                        unsent=unsent
                        on_report=move |comment| {
                            reported.set(Some(ReportTarget::Comment { experience, comment }));
                        }
                        on_remove=move |comment| removed.set(Some(comment))
                    />
                </For>
            </ol>
            <More left=left most=most />
            <Show
                when=may_take_part
                fallback=|| {
                    view! {
                        <p class="no-print">{t!("experiences-sign-in-to-comment")}</p>
                        <LinkButton kind=ButtonKind::Plain href=href(Page::SignIn)>
                            {t!("common-sign-in")}
                        </LinkButton>
                    }
                }
            >
                {later::writing(experience, None, None)}
                <p class="no-print report__report">
                    <Button
                        kind=ButtonKind::Quiet
                        icon=IconKind::Attention
                        on_press=move |()| reported.set(Some(ReportTarget::Experience { experience }))
                    >
                        {t!("experiences-report-experience")}
                    </Button>
                </p>
                {later::asking(experience, reported, removed)}
            </Show>
        </section>
    }
}

/// How many comments are not shown yet, and the way to the next ones.
#[component]
fn More(left: Memo<usize>, most: RwSignal<usize>) -> impl IntoView {
    // Once somebody asked for more, the line stays: it takes the focus when the button goes.
    let has_asked = Memo::new(move |_| most.get() > AT_A_TIME);
    let ask = move |()| {
        most.update(|most| *most += AT_A_TIME);
        if left.get_untracked() == 0 {
            focus::on_id("comments-left");
        }
    };
    view! {
        <Show when=move || { left.get() > 0 || has_asked.get() }>
            <p class="quiet no-print" id="comments-left" tabindex="-1" role="status">
                {move || match left.get() {
                    0 => text!("experiences-comments-all"),
                    left => text!("experiences-comments-left", count = left),
                }}
            </p>
        </Show>
        <Show when=move || { left.get() > 0 }>
            <Button kind=ButtonKind::Plain on_press=ask>
                {t!("experiences-comments-more")}
            </Button>
        </Show>
    }
}
