//! Modules from a folder: what people changed stays, and what is different is a correction or another edition.

use super::*;

/// The starter library with another order of the module `first-30-days`.
fn reordered() -> Files {
    replaced("modules/first-30-days/module.toml", "order = ", "order = 4")
}

fn first_module(store: &MemoryStore) -> (ModuleCard, Vec<Lesson>) {
    let read = store.read().unwrap();
    let id = ModuleId::from_name("first-30-days");
    let card = row_store::find(&*read, Scope::Public, id).unwrap().unwrap();
    (card, row_store::all(&*read, Scope::Module(id)).unwrap())
}

#[test]
fn a_module_that_people_changed_is_kept_whatever_they_changed_of_it() {
    type Edit = fn(&mut RowStore<'_>, ModuleCard, Lesson);
    let edits: [(&str, Edit); 3] = [
        ("a lesson's text", |row_store, _, mut lesson| {
            lesson.text = Translated::only(Lang::Fr, "Revu ici");
            row_store.put(Scope::Module(lesson.module), lesson.into());
        }),
        ("the card", |row_store, mut card, _| {
            card.minutes += 1;
            row_store.put(Scope::Public, card.into());
        }),
        ("another lesson", |row_store, _, lesson| {
            let added = Lesson {
                id: LessonId::from_name("added here"),
                ..lesson
            };
            row_store.put(Scope::Module(added.module), added.into());
        }),
    ];
    for (what, edit) in edits {
        let store = with_starter();
        let (card, lessons) = first_module(&store);
        change(&store, |row_store| edit(row_store, card, lessons[0].clone()));
        let before = picture(&store);
        let here = first_module(&store);
        let imported = import_into(&store, &reordered(), LATER).unwrap();
        assert_eq!(imported.changed, 0, "{what}");
        assert_eq!(imported.kept.len(), 1, "{what}");
        assert_eq!(
            (imported.kept[0].slug.as_str(), imported.kept[0].is_changed),
            ("first-30-days", true)
        );
        assert_eq!(picture(&store), before, "{what}");
        assert_eq!(first_module(&store), here, "{what}");
        // Nobody wanted that module changed: the folder of before keeps it as well.
        assert_eq!(
            import_into(&store, &starter(), LATER).unwrap().kept,
            imported.kept,
            "{what}"
        );

        let same = with_starter();
        let (card, lessons) = first_module(&same);
        change(&same, |row_store| edit(row_store, card, lessons[0].clone()));
        import_with(&same, &starter(), LATER, OnConflict::Replace).unwrap();
        let (card, replaced) = first_module(&same);
        assert_eq!(replaced, lessons, "{what}");
        assert_eq!(card.lessons.len(), lessons.len(), "{what}");

        let replaced = import_with(&store, &reordered(), LATER, OnConflict::Replace).unwrap();
        assert_eq!(
            (replaced.changed, &replaced.replaced),
            (1, &imported.kept),
            "{what}"
        );
        let (card, lessons) = first_module(&store);
        assert_eq!(
            (card.updated, lessons.len()),
            (LATER, card.lessons.len()),
            "{what}"
        );
        let again = import_into(&store, &reordered(), LATER).unwrap();
        assert_eq!(again.unchanged, again.total(), "{what}");
    }
}

#[test]
fn a_module_of_an_earlier_version_counts_as_imported() {
    let store = with_starter();
    let mut txn = store.write().unwrap();
    for (key, _) in txn
        .range(
            crate::store::Table::Meta,
            &crate::store::Span::prefix(b"imported/module"),
            crate::store::Direction::Forward,
            usize::MAX,
        )
        .unwrap()
    {
        txn.delete(crate::store::Table::Meta, &key).unwrap();
    }
    assert!(!has_remembered_modules(&*txn).unwrap());
    remember_modules(&mut *txn).unwrap();
    assert!(has_remembered_modules(&*txn).unwrap());
    txn.commit().unwrap();
    let imported = import_into(&store, &reordered(), LATER).unwrap();
    assert_eq!((imported.changed, &imported.kept), (1, &vec![]));
}

#[test]
fn a_lesson_that_left_the_folder_leaves_the_module_when_that_is_asked_for() {
    let store = with_starter();
    let mut files = starter();
    files.retain(|path, _| !path.starts_with("modules/first-30-days/04-"));
    for (path, bytes) in &mut files {
        if path.starts_with("modules/first-30-days/") {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let without = text
                .replace("lesson:04", "lesson:03")
                .replace("lesson = 4", "lesson = 3");
            *bytes = without.into_bytes();
        }
    }
    let before = picture(&store);
    let imported = import_into(&store, &files, LATER).unwrap();
    let conflict = Conflict {
        is_changed: false,
        lessons_gone: vec!["calendar-and-handover-file".to_owned()],
        ..changed_here("module", "first-30-days")
    };
    assert_eq!((imported.added, imported.changed), (0, 0));
    assert_eq!(imported.kept, std::slice::from_ref(&conflict));
    assert_eq!(
        picture(&store),
        before,
        "nothing of the module changes without it"
    );
    let imported = import_with(&store, &files, LATER, OnConflict::Replace).unwrap();
    assert_eq!((imported.added, imported.changed), (0, 1));
    assert_eq!(imported.replaced, [conflict]);
    let module = ModuleId::from_name("first-30-days");
    let read = store.read().unwrap();
    let card: ModuleCard = row_store::find(&*read, Scope::Public, module).unwrap().unwrap();
    assert_eq!((card.lessons.len(), card.updated), (3, LATER));
    let lessons: Vec<Lesson> = row_store::all(&*read, Scope::Module(module)).unwrap();
    assert_eq!(lessons.len(), 3);
    let gone = LessonId::of_module("first-30-days", "calendar-and-handover-file");
    assert!(lessons.iter().all(|lesson| lesson.id != gone));

    // Who is inside the module loses nothing: the first edition stays, with its lesson.
    let numbers = |edition: &Edition| (edition.number.to_string(), edition.state);
    let mut editions: Vec<Edition> = row_store::all(&*read, Scope::Module(module)).unwrap();
    editions.sort_by_key(|edition| edition.number);
    assert_eq!(
        editions.iter().map(numbers).collect::<Vec<_>>(),
        [
            ("1.0".to_owned(), EditionState::Past),
            ("2.0".to_owned(), EditionState::Live)
        ]
    );
    let first = Scope::Edition(editions[0].id);
    let kept: Option<Lesson> = row_store::find(&*read, first, gone).unwrap();
    assert!(kept.is_some());
    let quiz = |edition: &Edition| {
        let row = module.quiz_row(edition.number);
        row_store::find::<Quiz>(&*read, Scope::Module(module), row).unwrap()
    };
    assert!(editions.iter().all(|edition| quiz(edition).is_some()));
}

#[test]
fn a_misspelling_that_was_corrected_is_no_other_edition() {
    let store = with_starter();
    let mut files = starter();
    let path = files
        .keys()
        .find(|path| path.starts_with("modules/first-30-days/01-") && path.ends_with(".fr.md"))
        .cloned()
        .unwrap();
    files
        .get_mut(&path)
        .unwrap()
        .extend_from_slice(b"\nUne phrase de plus.\n");
    assert_eq!(import_into(&store, &files, LATER).unwrap().changed, 1);
    let read = store.read().unwrap();
    let module = ModuleId::from_name("first-30-days");
    let card: ModuleCard = row_store::find(&*read, Scope::Public, module).unwrap().unwrap();
    assert_eq!(card.edition.to_string(), "1.1");
}

#[test]
fn a_module_from_before_there_were_editions_gets_its_first() {
    let store = with_starter();
    let module = ModuleId::from_name("first-30-days");
    let first = EditionId::of_module(module, EditionNumber::FIRST);
    let as_imported: Vec<Lesson> = row_store::all(&*store.read().unwrap(), Scope::Edition(first)).unwrap();
    change(&store, |row_store| {
        row_store.delete(&RowKey::new(Scope::Module(module), Kind::Edition, first));
        for lesson in &as_imported {
            row_store.delete(&RowKey::new(Scope::Edition(first), Kind::Lesson, lesson.id));
        }
    });
    let write = || {
        let mut txn = store.write().unwrap();
        row_store::write_first_editions(&mut *txn).unwrap();
        txn.commit().unwrap();
        let read = store.read().unwrap();
        assert!(row_store::has_first_editions(&*read).unwrap());
        let head = row_store::head(&*read, Scope::Module(module)).unwrap();
        let edition: Edition = row_store::find(&*read, Scope::Module(module), first)
            .unwrap()
            .unwrap();
        let texts: Vec<Lesson> = row_store::all(&*read, Scope::Edition(first)).unwrap();
        (head, edition.state, texts)
    };
    let (head, state, texts) = write();
    assert_eq!((state, texts), (EditionState::Live, as_imported));
    assert_eq!(write().0, head, "nothing is written twice");
}
