use super::*;
use crate::ids::{ExperienceId, PersonId};
use crate::lang::Lang;
use crate::records::Author;
use crate::time::Timestamp;
use proptest::prelude::*;

fn id(number: usize) -> CommentId {
    CommentId::from_name(&number.to_string())
}

/// Comments in their order, each with the number of the one that it answers.
fn comments(replies_to: &[Option<usize>]) -> Vec<Comment> {
    let comment = |(at, reply_to): (usize, &Option<usize>)| Comment {
        id: id(at),
        experience: ExperienceId::from_name("e"),
        reply_to: reply_to.map(id),
        author: Author {
            person: PersonId::from_name("p"),
            name: "أمينة".into(),
            collectivity: None,
        },
        text: at.to_string(),
        lang: Lang::Ar,
        at: Timestamp(i64::try_from(at).unwrap()),
        removed: false,
    };
    replies_to.iter().enumerate().map(comment).collect()
}

fn thread(root: usize, answers: &[usize]) -> Thread {
    Thread {
        root: id(root),
        answers: answers.iter().copied().map(id).collect(),
    }
}

#[test]
fn answers_stand_under_the_first_comment_of_their_thread() {
    // 0 answers 1, which is younger by a wrong clock; 3 answers 0; 4 answers one that is gone.
    let said = comments(&[Some(1), None, None, Some(0), Some(99)]);
    assert_eq!(
        threads(&said),
        [thread(1, &[0, 3]), thread(2, &[]), thread(4, &[])]
    );
}

#[test]
fn answers_in_a_circle_stand_under_the_first_of_them() {
    // 0 and 4 lead into the circle of 1, 2 and 3; 5 answers itself.
    let said = comments(&[Some(3), Some(2), Some(3), Some(1), Some(0), Some(5)]);
    assert_eq!(threads(&said), [thread(1, &[0, 2, 3, 4]), thread(5, &[])]);
}

#[test]
fn the_work_grows_with_the_number_of_comments_alone() {
    let most = 15_000;
    let shapes: [(&str, Vec<Option<usize>>); 5] = [
        ("nobody answers", vec![None; most]),
        (
            "all answer the first",
            (0..most).map(|at| (at > 0).then_some(0)).collect(),
        ),
        (
            "each answers the one before",
            (0..most).map(|at| at.checked_sub(1)).collect(),
        ),
        (
            "each answers the next",
            (0..most).map(|at| (at + 1 < most).then_some(at + 1)).collect(),
        ),
        ("one circle", (0..most).map(|at| Some((at + 1) % most)).collect()),
    ];
    for (shape, replies_to) in shapes {
        let said = comments(&replies_to);
        let (_, steps) = roots(&said);
        assert!(steps <= 3 * most, "{shape}: {steps} steps");
        let shown: usize = threads(&said).iter().map(|thread| 1 + thread.answers.len()).sum();
        assert_eq!(shown, most, "{shape}");
    }
}

#[test]
fn a_beginning_has_so_many_comments_whatever_the_shape() {
    let flat = threads(&comments(&[None; 120]));
    let shown = beginning(flat.clone(), AT_A_TIME, |_| false);
    assert_eq!((shown.threads.len(), shown.left), (50, 70));
    let deep: Vec<Option<usize>> = (0..120).map(|at: usize| at.checked_sub(1)).collect();
    let shown = beginning(threads(&comments(&deep)), AT_A_TIME, |_| false);
    assert_eq!((shown.threads.len(), shown.left), (1, 70));
    assert_eq!(shown.threads.first().unwrap().answers.len(), 49);
    let all = beginning(flat.clone(), 120, |_| false);
    assert_eq!((all.threads, all.left), (flat, 0));
}

#[test]
fn what_was_just_written_is_shown_after_the_beginning() {
    let mut replies_to = vec![None; 120];
    replies_to.push(Some(100));
    replies_to.push(None);
    let shown = beginning(threads(&comments(&replies_to)), AT_A_TIME, |comment| {
        [id(120), id(121)].contains(&comment)
    });
    // An answer comes with what it answers.
    assert_eq!(
        shown.threads.get(50..).unwrap(),
        [thread(100, &[120]), thread(121, &[])]
    );
    assert_eq!(shown.left, 122 - 50 - 3);
}

proptest! {
    #[test]
    fn every_comment_is_in_one_thread_and_a_beginning_leaves_out_the_rest(
        replies_to in prop::collection::vec(prop::option::of(0_usize..24), 0..20),
        most in 0_usize..24,
    ) {
        let said = comments(&replies_to);
        let threads = threads(&said);
        let mut held: Vec<CommentId> = threads
            .iter()
            .flat_map(|thread| thread.answers.iter().copied().chain([thread.root]))
            .collect();
        held.sort_unstable();
        let mut wanted: Vec<CommentId> = said.iter().map(|comment| comment.id).collect();
        wanted.sort_unstable();
        prop_assert_eq!(held, wanted);
        let shown = beginning(threads, most, |_| false);
        let count: usize = shown.threads.iter().map(|thread| 1 + thread.answers.len()).sum();
        prop_assert_eq!(count + shown.left, said.len());
        prop_assert_eq!(count, most.min(said.len()));
    }
}
