//! The comments under an experience as a conversation: threads of two levels, however deep people answer, and so many
//! of them at a time that a page stays a page.

use crate::ids::CommentId;
use crate::records::Comment;
use std::collections::BTreeMap;

/// How many comments are shown at first, and how many more each time somebody asks for more.
pub const AT_A_TIME: usize = 50;

/// A comment that answers none that is here, with everything said under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The comment.
    pub root: CommentId,
    /// The answers, in the order of the comments.
    pub answers: Vec<CommentId>,
}

/// The beginning of a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    /// The threads, the last one perhaps without all of its answers.
    pub threads: Vec<Thread>,
    /// How many comments are left out.
    pub left: usize,
}

/// The order of a conversation: the oldest first.
pub fn sort(comments: &mut [Comment]) {
    comments.sort_by_key(|comment| (comment.at, comment.id));
}

/// The threads of sorted comments, in the order in which each begins. A comment whose parent is not here stands for
/// itself, and answers that go round in a circle stand under the first of them. The work grows with the number of
/// comments alone, not with the number or depth of the threads.
#[must_use]
pub fn threads(comments: &[Comment]) -> Vec<Thread> {
    let (roots, _) = roots(comments);
    let mut places: Vec<Option<usize>> = vec![None; comments.len()];
    let mut threads: Vec<Thread> = Vec::new();
    for (at, (comment, root)) in comments.iter().zip(roots).enumerate() {
        let (Some(place), Some(first)) = (places.get_mut(root), comments.get(root)) else {
            continue;
        };
        // An answer that is older than its question by a wrong clock still stands under it.
        let place = *place.get_or_insert_with(|| {
            threads.push(Thread {
                root: first.id,
                answers: Vec::new(),
            });
            threads.len() - 1
        });
        if at != root
            && let Some(thread) = threads.get_mut(place)
        {
            thread.answers.push(comment.id);
        }
    }
    threads
}

/// The first `most` comments of a conversation as it is read, and those of the others that `is_kept`: what somebody
/// has just written is shown to them wherever it stands.
#[must_use]
pub fn beginning(threads: Vec<Thread>, most: usize, is_kept: impl Fn(CommentId) -> bool) -> Beginning {
    let mut room = most;
    let mut takes = |comment| {
        let has_room = room > 0;
        room = room.saturating_sub(1);
        has_room || is_kept(comment)
    };
    let mut beginning = Beginning::default();
    for Thread { root, mut answers } in threads {
        let takes_root = takes(root);
        let before = answers.len();
        answers.retain(|answer| takes(*answer));
        beginning.left += before - answers.len();
        if takes_root || !answers.is_empty() {
            beginning.threads.push(Thread { root, answers });
        } else {
            beginning.left += 1;
        }
    }
    beginning
}

/// For each comment the place of the one that its thread begins with, and how many steps it took to find them all.
fn roots(comments: &[Comment]) -> (Vec<usize>, usize) {
    let places: BTreeMap<CommentId, usize> = comments
        .iter()
        .enumerate()
        .map(|(at, comment)| (comment.id, at))
        .collect();
    let parents: Vec<Option<usize>> = comments
        .iter()
        .map(|comment| comment.reply_to.and_then(|parent| places.get(&parent).copied()))
        .collect();
    let mut roots: Vec<Option<usize>> = vec![None; comments.len()];
    // Who was passed on the way up from which comment: meeting one again on the same way is a circle.
    let mut passed: Vec<Option<usize>> = vec![None; comments.len()];
    let mut steps = 0;
    for start in 0..comments.len() {
        let mut way = Vec::new();
        let mut at = start;
        let root = loop {
            steps += 1;
            if let Some(known) = roots.get(at).copied().flatten() {
                break known;
            }
            if passed.get(at).copied().flatten() == Some(start) {
                let circle = way.iter().copied().skip_while(|place| *place != at);
                break circle.min().unwrap_or(at);
            }
            if let Some(mark) = passed.get_mut(at) {
                *mark = Some(start);
            }
            way.push(at);
            match parents.get(at).copied().flatten() {
                Some(parent) => at = parent,
                None => break at,
            }
        };
        for place in way {
            if let Some(slot) = roots.get_mut(place) {
                *slot = Some(root);
            }
        }
    }
    let found = roots.into_iter().enumerate().map(|(at, root)| root.unwrap_or(at));
    (found.collect(), steps)
}

#[cfg(test)]
mod tests;
