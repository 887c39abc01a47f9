//! The table of people and their training: what is on the screen and, cell by cell, what is exported.

use crate::components::{Column, SortKey, TableCell, TableRow};
use crate::i18n::{key_of, localised, message};
use crate::{format, text};
use shared::ids::CollectivityId;
use shared::records::{ModuleCard, Person, TrainingRecord};
use shared::search::normalise;
use shared::vocabulary::CollectivityRole;

/// The columns: name, role, modules completed, then each module, then the last sign of work.
pub(super) fn columns(modules: &[ModuleCard]) -> Vec<Column> {
    let column = |title: String, is_number: bool| Column {
        title,
        is_number,
        is_sortable: true,
    };
    let mut columns = vec![
        column(text!("people-column-name"), false),
        column(text!("people-column-role"), false),
        column(text!("people-column-completed"), true),
    ];
    columns.extend(modules.iter().map(|module| {
        let title = localised(&module.title).map(|(_, title)| title);
        column(title.unwrap_or_else(|| module.slug.clone()), false)
    }));
    columns.push(column(text!("people-column-seen"), false));
    columns
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

fn module_cell(record: Option<&TrainingRecord>) -> TableCell {
    let Some(record) = record else {
        return cell(text!("people-not-started"), SortKey::Number(-1));
    };
    let best = record.best_percent.map(i64::from);
    if record.certificate.is_some() {
        let percent = best.unwrap_or(100);
        return cell(
            text!(
                "people-completed",
                percent = format::percent(record.best_percent.unwrap_or(100))
            ),
            SortKey::Number(10_000 + percent),
        );
    }
    let lessons = i64::from(record.lessons.max(1));
    let share = i64::from(record.lessons_completed) * 1_000 / lessons;
    let words = match record.best_percent {
        Some(percent) => text!(
            "people-in-progress-quiz",
            done = record.lessons_completed,
            all = record.lessons,
            percent = format::percent(percent)
        ),
        None => text!(
            "people-in-progress",
            done = record.lessons_completed,
            all = record.lessons
        ),
    };
    cell(words, SortKey::Number(share))
}
