//! Journey 7: the focal point sees how far a colleague is, and takes that along as a file.

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, filled, module_of_the_library, written};

const MODULE: &str = "first-30-days";
/// The member of the demonstration; a table never alters a name.
const COLLEAGUE: &str = "يوسف أوحساين";

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[case::english(Lang::En)]
#[tokio::test]
async fn the_progress_of_a_colleague_is_seen_and_exported(#[case] lang: Lang) {
    let hub = BrowserHub::open("journey 7", 2).await;
    let module = module_of_the_library(MODULE);
    let lessons = &module.card.lessons;

    let focal_point = hub.signed_in("focal-point", lang).await;
    focal_point.opens("/people").await;
    focal_point.is_at("people-title").await;
    focal_point.sees(written(COLLEAGUE)).await;

    let colleague = hub.signed_in("member", lang).await;
    colleague
        .opens(&format!("/learn/{MODULE}/{}", lessons[0].slug))
        .await;
    colleague.is_at(written(colleague.reads(&lessons[0].title))).await;
    colleague.presses("learn-lesson-complete-next").await;
    colleague.is_at(written(colleague.reads(&lessons[1].title))).await;
    colleague.is_told_that_everything_is_sent().await;
    drop(colleague);

    // The page stands open all the while, and follows.
    let progress = filled("people-in-progress", [("done", &1), ("all", &lessons.len())]);
    focal_point.sees(progress.clone()).await;
    focal_point.presses("people-column-name").await;
    let on_screen = focal_point.reads_the_table().await;
    let line = on_screen
        .iter()
        .find(|line| line[0] == COLLEAGUE)
        .expect("the colleague has a line");
    let said = as_read(&focal_point.say(progress));
    assert!(line.contains(&said), "{line:?} says “{said}”");

    focal_point.presses("people-export").await;
    let file = focal_point.receives_a_file(".csv").await;
    let rows = cells_of(&file, lang);
    assert_eq!(rows, on_screen, "the file holds what is on the screen");
}

/// The rows of a file of separated values, with blanks as a reader sees them.
fn cells_of(file: &str, lang: Lang) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .delimiter(if lang == Lang::En { b',' } else { b';' })
        .has_headers(false)
        .from_reader(file.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .map(|row| row.expect("a row").iter().map(as_read).collect())
        .collect()
}

/// Without the marks of direction, and with plain blanks.
fn as_read(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|letter| !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}'))
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
