//! The table of people and their training: what is on the screen and, cell by cell, what is exported.

use crate::components::{CellMark, Column, IconKind, SortKey, TableCell, TableRow};
use crate::i18n::{key_of, localised, message};
use crate::{format, text};
use shared::ids::CollectivityId;
use shared::records::{ModuleCard, Person, TrainingRecord};
use shared::search::normalise;
use shared::vocabulary::CollectivityRole;

/// The mark of a module that somebody has not started.
pub(super) const NOT_STARTED: &str = "–";

/// The columns: name, role, modules completed, then each module, then the last sign of work.
pub(super) fn columns(modules: &[ModuleCard]) -> Vec<Column> {
    let column = |title: String, is_number: bool| Column {
        title,
        short: None,
        is_number,
        is_sortable: true,
    };
    let mut columns = vec![
        column(text!("people-column-name"), false),
        column(text!("people-column-role"), false),
        column(text!("people-column-completed"), true),
    ];
    columns.extend(modules.iter().zip(1_usize..).map(|(module, number)| Column {
        short: Some(format::count(number)),
        ..column(title_of(module), false)
    }));
    columns.push(column(text!("people-column-seen"), false));
    columns
}

/// The title of a module in the reader's language. Tracked.
pub(super) fn title_of(module: &ModuleCard) -> String {
    localised(&module.title).map_or_else(|| module.slug.clone(), |(_, title)| title)
}

/// One row for each person, in the order of the names.
pub(super) fn rows(
    people: &[Person],
    records: &[TrainingRecord],
    modules: &[ModuleCard],
    collectivity: CollectivityId,
) -> Vec<TableRow> {
    let mut people: Vec<&Person> = people.iter().collect();
    people.sort_by(|a, b| format::compare(&a.name, &b.name));
    people
        .into_iter()
        .map(|person| {
            let theirs: Vec<&TrainingRecord> = records
                .iter()
                .filter(|record| record.person == person.id)
                .collect();
            row(person, &theirs, modules, collectivity)
        })
        .collect()
}

fn row(
    person: &Person,
    records: &[&TrainingRecord],
    modules: &[ModuleCard],
    collectivity: CollectivityId,
) -> TableRow {
    let completed = modules
        .iter()
        .filter(|module| {
            records
                .iter()
                .any(|record| record.module == module.id && record.certificate.is_some())
        })
        .count();
    let mut cells = vec![
        cell(person.name.clone(), SortKey::Text(normalise(&person.name))),
        role_cell(person, collectivity),
        cell(
            text!("people-completed-of", count = completed, all = modules.len()),
            SortKey::Number(i64::try_from(completed).unwrap_or(i64::MAX)),
        ),
    ];
    cells.extend(modules.iter().map(|module| {
        let record = records.iter().find(|record| record.module == module.id);
        module_cell(record.copied())
    }));
    let last = records.iter().map(|record| record.updated).max();
    cells.push(match last {
        Some(at) => cell(format::date(at), SortKey::Number(at.0)),
        None => cell(text!("people-never"), SortKey::Number(i64::MIN)),
    });
    TableRow {
        key: person.id.to_string(),
        cells,
    }
}

fn cell(text: String, sort_key: SortKey) -> TableCell {
    TableCell {
        text,
        mark: None,
        href: None,
        lang: None,
        sort_key,
    }
}

fn role_cell(person: &Person, collectivity: CollectivityId) -> TableCell {
    let role = person.roles.collectivities.get(&collectivity).copied();
    let role = role.unwrap_or(CollectivityRole::Member);
    let words = message(&key_of("collectivity-role", role.word()), &[]);
    let words = if person.disabled {
        text!("people-role-closed", role = words)
    } else {
        words
    };
    let rank = match role {
        CollectivityRole::FocalPoint => 0,
        CollectivityRole::Member => 1,
    };
    cell(words, SortKey::Number(rank + if person.disabled { 2 } else { 0 }))
}

/// How far somebody is in a module: in words, and as a mark that the legend explains.
fn module_cell(record: Option<&TrainingRecord>) -> TableCell {
    let marked = |text: String, icon: Option<IconKind>, mark: String, sort_key: i64| TableCell {
        mark: Some(CellMark { icon, text: mark }),
        ..cell(text, SortKey::Number(sort_key))
    };
    let Some(record) = record else {
        return marked(text!("people-not-started"), None, NOT_STARTED.to_owned(), -1);
    };
    if record.certificate.is_some() {
        let percent = record.best_percent.unwrap_or(100);
        let said = format::percent(percent);
        return marked(
            text!("people-completed", percent = said.clone()),
            Some(IconKind::Check),
            said,
            10_000 + i64::from(percent),
        );
    }
    let (done, all) = (record.lessons_completed, record.lessons);
    let share = i64::from(done) * 1_000 / i64::from(all.max(1));
    let words = match record.best_percent {
        Some(percent) => text!(
            "people-in-progress-quiz",
            done = done,
            all = all,
            percent = format::percent(percent)
        ),
        None => text!("people-in-progress", done = done, all = all),
    };
    marked(words, None, format!("{done}/{all}"), share)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::{ModuleId, PersonId};
    use shared::time::Timestamp;

    #[test]
    fn each_state_of_a_module_has_its_own_mark_and_place_in_the_order() {
        let record = |lessons_completed, certificate: Option<&str>| TrainingRecord {
            person: PersonId::from_name("amina"),
            name: "Amina".to_owned(),
            module: ModuleId::from_name("law"),
            lessons_completed,
            lessons: 4,
            attempts: 0,
            best_percent: None,
            certificate: certificate.map(str::to_owned),
            updated: Timestamp(0),
        };
        let cells = [
            module_cell(None),
            module_cell(Some(&record(1, None))),
            module_cell(Some(&record(3, None))),
            module_cell(Some(&record(4, Some("MTQ-2026-7F3K-9QXW")))),
        ];
        let marks = cells.each_ref().map(|cell| cell.mark.clone().unwrap());
        assert_eq!(
            marks.each_ref().map(|mark| mark.icon),
            [None, None, None, Some(IconKind::Check)]
        );
        assert_eq!(
            marks.each_ref().map(|mark| mark.text.as_str())[..3],
            ["–", "1/4", "3/4"]
        );
        assert!(cells.is_sorted_by(|a, b| a.sort_key < b.sort_key));
    }
}
