use std::path::Path;
use std::time::Instant;

use server::row_store::RowStore;
use server::store::{RedbStore, Store as _};
use shared::apply::{View as _, store_experience};
use shared::ids::{CommentId, PersonId};
use shared::lang::Lang;
use shared::records::{Author, Comment};
use shared::scope::Scope;
use shared::time::Timestamp;

use super::error::{BenchError, BenchResult, During as _};
use super::fill::{Size, fill};
use super::hub::{BenchHub, Server};
use super::load::{Ask, Wire};
use super::plan::Effort;
use super::statistics::Series;
use super::table::{Row, Target};

/// More than anybody wrote so far under one experience.
const COMMENTS: usize = 15_000;

/// The page of an experience under which so much was said that nobody reads it all: its size, and how long it takes to
/// write it for the first time after something changed.
pub(super) fn measure(server: &Server, folder: &Path, seed: u64, effort: Effort) -> BenchResult<Vec<Row>> {
    std::fs::create_dir_all(folder).during("making a data folder")?;
    let slug = fill_with_comments(folder, seed)?;
    let (mut times, mut sizes) = (Vec::new(), Vec::new());
    for _ in 0..effort.runs {
        // A start forgets the pages that were written.
        let hub = BenchHub::start(server, folder)?;
        let mut wire = Wire::open(hub.address)?;
        wire.ask(&Ask::get("/healthz"))?;
        let begun = Instant::now();
        let answer = wire.ask(&Ask::get(format!("/ar/experiences/{slug}")).plain())?;
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        if answer.status != 200 {
            return Err(BenchError(format!("the page answered {}", answer.status)));
        }
        sizes.push(f64::from(u32::try_from(answer.body.len()).unwrap_or(u32::MAX)) / 1000.0);
    }
    let how = format!("an experience with {COMMENTS} comments, half of them answers to the one before");
    Ok(vec![
        Row::new("Page of a long conversation", "KB", Series::new(sizes))
            .target(Target::AtMost(200.0))
            .note(format!("{how}; not compressed")),
        Row::new(
            "Page of a long conversation, each for the first time",
            "ms",
            Series::new(times),
        )
        .target(Target::AtMost(300.0))
        .note(how),
    ])
}

fn fill_with_comments(folder: &Path, seed: u64) -> BenchResult<String> {
    let size = Size {
        experiences: 1,
        people: 1,
    };
    let filled = fill(folder, seed, size)?;
    let none = || BenchError("no experience was made".to_owned());
    let experience = filled.generator.experience(0, &[]).ok_or_else(none)?;
    let id = |number: usize| CommentId::from_name(&number.to_string());
    let store = RedbStore::open(folder).during("opening the data folder")?;
    let mut txn = store.write().during("writing")?;
    let mut rows = RowStore::new(&mut *txn);
    store_experience(&mut rows, &experience);
    for number in 0..COMMENTS {
        let comment = Comment {
            id: id(number),
            experience: experience.id,
            reply_to: (number % 2 == 1).then(|| id(number - 1)),
            author: Author {
                person: PersonId::from_name("one"),
                name: "Personne d’essai".to_owned(),
                collectivity: None,
            },
            text: format!("Commentaire {number}, d’une phrase comme on en écrit."),
            lang: Lang::Fr,
            at: Timestamp(i64::try_from(number).unwrap_or(i64::MAX)),
            removed: false,
        };
        rows.put(Scope::Experience(experience.id), comment.into());
    }
    rows.finish().during("writing the comments")?;
    txn.commit().during("writing the comments")?;
    experience.slug.ok_or_else(none)
}
