//! Who reused an experience, and what was said about it.

use super::part;
use crate::ledger;
use crate::pages::desk::Desk;
use crate::pages::html::{Element, Node, el};
use crate::pages::parts::{app_button, isolated, link_button};
use crate::store::StoreError;
use shared::ids::{CommentId, ExperienceId};
use shared::records::{Comment, Reuse};
use shared::scope::Scope;
use shared::threads;
use std::collections::BTreeMap;

/// Both, for an experience that may be shown.
pub(super) fn draw(desk: &mut Desk<'_>, id: ExperienceId) -> Result<Vec<Element>, StoreError> {
    let scope = Scope::Experience(id);
    let mut reuses = ledger::all::<Reuse>(desk.txn, scope)?;
    reuses.sort_by_key(|reuse| reuse.at);
    let mut comments = ledger::all::<Comment>(desk.txn, scope)?;
    threads::sort(&mut comments);
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
    let by_id: BTreeMap<CommentId, &Comment> = comments.iter().map(|comment| (comment.id, comment)).collect();
    let shown = threads::beginning(threads::threads(comments), threads::AT_A_TIME, |_| false);
    let mut list = el("ol").class("conversation__list");
    for thread in &shown.threads {
        let mut answers = el("ol").class("conversation__answers");
        for answer in thread.answers.iter().filter_map(|id| by_id.get(id)) {
            answers = answers.child(el("li").child(draw_comment(desk, answer)?));
        }
        if let Some(root) = by_id.get(&thread.root) {
            list = list.child(el("li").child(draw_comment(desk, root)?).child(answers));
        }
    }
    let count = comments.iter().filter(|comment| !comment.removed).count();
    let count = words.fill("experiences-comment-count", [("count", count.into())]);
    let sign_in = format!("/{}/sign-in", words.lang.code());
    let mut body: Vec<Node> = vec![el("p").class("quiet").text(count).into(), list.into()];
    if shown.left > 0 {
        let left = words.fill("experiences-comments-left", [("count", shown.left.into())]);
        let more = words.text("experiences-comments-more");
        body.push(el("p").class("quiet").text(left).into());
        body.push(app_button("button button--plain awaits-app", None, more).into());
    }
    let invitation = words.text("experiences-sign-in-to-comment");
    body.push(el("p").class("no-print").text(invitation).into());
    body.push(link_button("button button--plain", sign_in, words.text("common-sign-in")).into());
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
