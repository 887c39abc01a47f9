//! Who reused an experience, and what was said about it.

use super::part;
use crate::ledger;
use crate::pages::desk::Desk;
use crate::pages::html::{Element, Node, el};
use crate::pages::parts::{isolated, link_button};
use crate::store::StoreError;
use shared::ids::{CommentId, ExperienceId};
use shared::records::{Comment, Reuse};
use shared::scope::Scope;
use std::collections::BTreeMap;

/// Both, for an experience that may be shown.
pub(super) fn draw(desk: &mut Desk<'_>, id: ExperienceId) -> Result<Vec<Element>, StoreError> {
    let scope = Scope::Experience(id);
    let mut reuses = ledger::all::<Reuse>(desk.txn, scope)?;
    reuses.sort_by_key(|reuse| reuse.at);
    let mut comments = ledger::all::<Comment>(desk.txn, scope)?;
    comments.sort_by_key(|comment| (comment.at, comment.id));
    Ok(vec![draw_reuses(desk, &reuses)?, draw_comments(desk, &comments)?])
}

fn draw_reuses(desk: &mut Desk<'_>, reuses: &[Reuse]) -> Result<Element, StoreError> {
    let words = desk.words;
    let mut lines = Vec::new();
    for reuse in reuses {
        let owner = match reuse.author.collectivity {
            Some(id) => desk.collectivity(id)?,
            None => None,
        };
        let name = match owner {
            Some(owner) => isolated(words, &owner.name),
            None => el("bdi").text(reuse.author.name.as_str()),
        };
        let note = (!reuse.note.trim().is_empty()).then(|| {
            el("p")
                .class("comment__body")
                .attr("dir", "auto")
                .attr("lang", reuse.lang.code())
                .text(reuse.note.as_str())
        });
        let main = el("div")
            .class("row-list__main")
            .child(el("p").class("row-list__title").child(name))
            .children(note);
        let at = el("span").class("row-list__end").text(words.date(reuse.at));
        lines.push(el("li").class("row-list__item").child(main).child(at));
    }
    let count = words.fill("experiences-reuse-count", [("count", reuses.len().into())]);
    let list = el("ul").class("row-list").attr("role", "list").children(lines);
    let body: Vec<Node> = vec![el("p").text(count).into(), list.into()];
    Ok(part(
        "reuses",
        "reuses-title",
        "reuses",
        words.text("experiences-reuses"),
        body,
    ))
}

fn draw_comments(desk: &mut Desk<'_>, comments: &[Comment]) -> Result<Element, StoreError> {
    let words = desk.words;
    let mut threads = Vec::new();
    for (root, answers) in threads_of(comments) {
        let mut drawn = Vec::new();
        for answer in answers {
            drawn.push(el("li").child(draw_comment(desk, answer)?));
        }
        let answers = el("ol").class("conversation__answers").children(drawn);
        threads.push(el("li").child(draw_comment(desk, root)?).child(answers));
    }
    let count = comments.iter().filter(|comment| !comment.removed).count();
    let count = words.fill("experiences-comment-count", [("count", count.into())]);
    let sign_in = format!("/{}/sign-in", words.lang.code());
    let body: Vec<Node> = vec![
        el("p").class("quiet").text(count).into(),
        el("ol").class("conversation__list").children(threads).into(),
        el("p")
            .class("no-print")
            .text(words.text("experiences-sign-in-to-comment"))
            .into(),
        link_button("button button--plain", sign_in, words.text("common-sign-in")).into(),
    ];
    Ok(part(
        "conversation",
        "conversation-title",
        "conversation",
        words.text("experiences-conversation"),
        body,
    ))
}

fn draw_comment(desk: &mut Desk<'_>, comment: &Comment) -> Result<Element, StoreError> {
    let words = desk.words;
    if comment.removed {
        let gone = el("p")
            .class("quiet")
            .text(words.text("experiences-comment-removed"));
        return Ok(el("div").class("comment").child(gone));
    }
    let place = match comment.author.collectivity {
        Some(id) => desk.collectivity(id)?,
        None => None,
    };
    let author = el("span")
        .class("comment__author")
        .child(el("bdi").text(comment.author.name.as_str()));
    let head = el("p")
        .class("comment__head")
        .child(author)
        .children(place.map(|place| isolated(words, &place.name)))
        .child(el("span").text(words.date(comment.at)));
    let body = el("div")
        .class("comment__body")
        .attr("dir", "auto")
        .attr("lang", comment.lang.code())
        .text(comment.text.as_str());
    Ok(el("article")
        .class("comment")
        .child(head)
        .child(body)
        .child(el("div").class("comment__foot no-print")))
}

/// The comments that answer none, each with its answers: two levels, however deep people answer. A comment whose
/// parent is not here stands for itself.
fn threads_of(comments: &[Comment]) -> Vec<(&Comment, Vec<&Comment>)> {
    let by_id: BTreeMap<CommentId, &Comment> = comments.iter().map(|comment| (comment.id, comment)).collect();
    let root_of = |comment: &Comment| {
        let mut root = comment.id;
        // Bounded by their number, should answers ever go round in a circle.
        for _ in 0..comments.len() {
            let parent = by_id.get(&root).and_then(|held| held.reply_to);
            match parent.filter(|parent| by_id.contains_key(parent)) {
                Some(parent) => root = parent,
                None => break,
            }
        }
        root
    };
    let mut threads: Vec<(&Comment, Vec<&Comment>)> = Vec::new();
    for comment in comments {
        let root = root_of(comment);
        match threads.iter_mut().find(|(held, _)| held.id == root) {
            Some((_, answers)) if root != comment.id => answers.push(comment),
            Some(_) => {}
            None if root == comment.id => threads.push((comment, Vec::new())),
            // An answer that is older than its question by a wrong clock still stands under it.
            None => threads.extend(by_id.get(&root).map(|root| (*root, vec![comment]))),
        }
    }
    threads
}
