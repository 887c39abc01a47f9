use super::comment::CommentThread;
use super::later;
use crate::components::{Button, ButtonKind, IconKind, LinkButton};
use crate::pages::experiences::permissions::may_take_part;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::t;
use leptos::prelude::*;
use shared::ids::CommentId;
use shared::mutation::Mutation;
use shared::records::{Comment, Experience, ReportTarget};
use shared::scope::Scope;
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
        comments.sort_by_key(|comment| (comment.at, comment.id));
        comments
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
    let roots = Memo::new(move |_| threads(&comments.read()));
    let count = Memo::new(move |_| comments.read().iter().filter(|comment| !comment.removed).count());
    let reported = RwSignal::new(None::<ReportTarget>);
    let removed = RwSignal::new(None::<CommentId>);
    view! {
        <section class="conversation" aria-labelledby="conversation-title" data-place="conversation">
            <h2 id="conversation-title">{t!("experiences-conversation")}</h2>
            <p class="quiet">{t!("experiences-comment-count", count = count.get())}</p>
            <ol class="conversation__list">
                <For each=move || roots.get() key=|(root, _)| *root let:thread>
                    <CommentThread
                        held=held
                        root=thread.0
                        comments=comments
                        unsent=unsent
                        on_report=move |comment| {
                            reported.set(Some(ReportTarget::Comment { experience, comment }));
                        }
                        on_remove=move |comment| removed.set(Some(comment))
                    />
                </For>
            </ol>
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

/// The comments that answer none, each with the ids of its answers: two levels, however deep people answer. A
/// comment whose parent is not here stands for itself.
pub(super) fn threads(comments: &[Comment]) -> Vec<(CommentId, Vec<CommentId>)> {
    let parents: BTreeMap<CommentId, Option<CommentId>> = comments
        .iter()
        .map(|comment| (comment.id, comment.reply_to))
        .collect();
    let root_of = |id: CommentId| {
        let mut root = id;
        // Bounded by their number, should answers ever go round in a circle.
        for _ in 0..comments.len() {
            match parents
                .get(&root)
                .copied()
                .flatten()
                .filter(|parent| parents.contains_key(parent))
            {
                Some(parent) => root = parent,
                None => break,
            }
        }
        root
    };
    let mut threads: Vec<(CommentId, Vec<CommentId>)> = Vec::new();
    for comment in comments {
        let root = root_of(comment.id);
        match threads.iter_mut().find(|(held, _)| *held == root) {
            Some((_, answers)) if root != comment.id => answers.push(comment.id),
            Some(_) => {}
            None if root == comment.id => threads.push((root, Vec::new())),
            // An answer that is older than its question by a wrong clock still stands under it.
            None => threads.push((root, vec![comment.id])),
        }
    }
    threads
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::{ExperienceId, PersonId};
    use shared::lang::Lang;
    use shared::records::Author;
    use shared::time::Timestamp;

    fn comment(name: &str, reply_to: Option<&str>) -> Comment {
        Comment {
            id: CommentId::from_name(name),
            experience: ExperienceId::from_name("e"),
            reply_to: reply_to.map(CommentId::from_name),
            author: Author {
                person: PersonId::from_name("p"),
                name: "أمينة".into(),
                collectivity: None,
            },
            text: name.into(),
            lang: Lang::Ar,
            at: Timestamp(0),
            removed: false,
        }
    }

    #[test]
    fn answers_stand_under_the_first_comment_of_their_thread() {
        let id = CommentId::from_name;
        let comments = [
            comment("c", Some("a")),
            comment("a", None),
            comment("b", None),
            comment("d", Some("c")),
            comment("e", Some("gone")),
        ];
        assert_eq!(
            threads(&comments),
            [
                (id("a"), vec![id("c"), id("d")]),
                (id("b"), vec![]),
                (id("e"), vec![])
            ]
        );
    }

    #[test]
    fn a_circle_ends() {
        let comments = [comment("a", Some("b")), comment("b", Some("a"))];
        assert!(threads(&comments).len() <= 2);
    }
}
