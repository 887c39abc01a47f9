mod directory;
mod folders;
mod modules;

use super::*;
use crate::database::{Database, ensure_epoch};
use crate::entropy::OsEntropy;
use crate::row_store::tests::change;
use crate::store::{MemoryStore, RedbStore, Store};
use crate::test_folder::TestFolder;
use shared::apply::{View, store_experience};
use shared::ids::{CollectivityId, EditionId, ExperienceId, LessonId, ModuleId, PersonId};
use shared::lang::{Lang, Translated};
use shared::records::{
    Author, Collectivity, Decision, Edition, EditionNumber, EditionState, Experience, ExperienceCard,
    ExperienceContent, Lesson, ModuleCard, PartialDate, Quiz, Section,
};
use shared::row::{Kind, RowKey};
use shared::vocabulary::{CollectivityKind, ExperienceState};
use std::collections::BTreeSet;
use std::time::Instant;

const FIRST: Timestamp = Timestamp(1_795_392_000_000);
const LATER: Timestamp = Timestamp(1_795_478_400_000);

fn import_into(store: &dyn Store, files: &Files, at: Timestamp) -> Result<Imported, ImportError> {
    import_with(store, files, at, OnConflict::Keep)
}

fn import_with(
    store: &dyn Store,
    files: &Files,
    at: Timestamp,
    on_conflict: OnConflict,
) -> Result<Imported, ImportError> {
    let mut txn = store.write().unwrap();
    let imported = import(&mut *txn, files, at, on_conflict)?;
    txn.commit().unwrap();
    Ok(imported)
}

/// A conflict without lessons that go.
fn changed_here(what: &'static str, slug: &str) -> Conflict {
    Conflict {
        what,
        slug: slug.to_owned(),
        is_changed: true,
        lessons_gone: Vec::new(),
    }
}

fn with_starter() -> MemoryStore {
    let store = MemoryStore::new();
    ensure_epoch(&store, &mut OsEntropy).unwrap();
    import_into(&store, &starter(), FIRST).unwrap();
    store
}

fn picture(store: &MemoryStore) -> Vec<(Scope, row_store::Head)> {
    row_store::scopes(&*store.read().unwrap()).unwrap()
}

fn replaced(path: &str, from: &str, to: &str) -> Files {
    let mut files = starter();
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(from), "{path} holds {from}");
    files.insert(path.to_owned(), text.replace(from, to).into_bytes());
    files
}

#[test]
fn a_new_hub_opens_with_the_library_in_seconds() {
    let folder = TestFolder::new();
    let store = RedbStore::open(folder.path()).unwrap();
    let begun = Instant::now();
    let imported = import_into(&store, &starter(), FIRST).unwrap();
    let took = begun.elapsed();
    assert_eq!(imported.added, imported.total());
    println!("imported {imported:?} in {took:?}");
    assert!(took.as_secs() < 10, "{took:?}");
    let read = store.read().unwrap();
    assert_eq!(
        row_store::all::<Collectivity>(&*read, Scope::Directory)
            .unwrap()
            .len(),
        12 + 75 + 1_503
    );
    assert_eq!(
        row_store::all::<ModuleCard>(&*read, Scope::Public).unwrap().len(),
        6
    );
    let cards: Vec<ExperienceCard> = row_store::all(&*read, Scope::Public).unwrap();
    assert_eq!(cards.len(), 10);
    assert!(cards.iter().all(|card| card.published == FIRST));
    for card in &cards {
        let held: Experience = row_store::find(&*read, Scope::Experience(card.id), card.id)
            .unwrap()
            .unwrap();
        // The starter library says no dates, and the day of the import is none.
        assert_eq!(held.published_on(), PartialDate::default(), "{}", card.slug);
        assert_eq!(held.updated_on(), PartialDate::default(), "{}", card.slug);
    }
    let list: Vec<Collectivity> = row_store::all(&*read, Scope::Directory).unwrap();
    for lang in Lang::ALL {
        let communes = list.iter().filter(|one| one.kind == CollectivityKind::Commune);
        let places: Vec<_> = communes
            .map(|one| {
                (
                    one.name.best(lang),
                    one.province.as_ref().unwrap().get(lang).unwrap(),
                )
            })
            .collect();
        let different: BTreeSet<_> = places.iter().collect();
        assert_eq!(different.len(), places.len(), "communes that are not told apart");
    }
    let named: Vec<Collectivity> = row_store::all(&*read, Scope::Public).unwrap();
    let is_owner = |one: &Collectivity| cards.iter().any(|card| card.collectivity == one.id);
    assert!(named.iter().any(Collectivity::is_member));
    assert!(named.iter().all(|one| one.is_member() || is_owner(one)));
    assert!(
        cards
            .iter()
            .all(|card| named.iter().any(|one| one.id == card.collectivity))
    );
    for card in cards {
        let found = row_store::find_named(&*read, Named::Experience, &card.slug).unwrap();
        assert_eq!(found, Some(card.id.uuid()));
    }
}

#[test]
fn importing_again_changes_nothing() {
    let store = with_starter();
    let before = picture(&store);
    let again = import_into(&store, &starter(), LATER).unwrap();
    assert_eq!(again.unchanged, again.total());
    assert_eq!(picture(&store), before);
}

#[test]
fn what_is_exported_is_what_was_imported() {
    let store = with_starter();
    let exported = export(&*store.read().unwrap()).unwrap();
    let is_content = |path: &str| !path.to_lowercase().ends_with("readme.md") && path != "FORMAT.md";
    let starter = starter();
    let expected: Vec<&String> = starter.keys().filter(|path| is_content(path)).collect();
    assert_eq!(exported.keys().collect::<Vec<_>>(), expected);
    let meaning = |files: &Files| format::read(files, Reading::alone(FIRST)).unwrap();
    assert_eq!(meaning(&exported), meaning(&starter));
    for (path, bytes) in &exported {
        assert_eq!(
            String::from_utf8_lossy(bytes),
            String::from_utf8_lossy(&starter[path]),
            "{path}"
        );
    }
    let second = MemoryStore::new();
    import_into(&second, &exported, FIRST).unwrap();
    assert_eq!(export(&*second.read().unwrap()).unwrap(), exported);
}

#[test]
fn a_folder_goes_to_disk_and_comes_back() {
    let data = TestFolder::new();
    let target = data.path().join("library");
    let files = export(&*with_starter().read().unwrap()).unwrap();
    write_folder(&target, &files).unwrap();
    std::fs::create_dir(target.join(".git")).unwrap();
    let read = |path: String| {
        let bytes = folder::read_file(&target, &path).unwrap();
        (path, bytes)
    };
    let paths = folder::list_files(&target).unwrap();
    assert_eq!(paths.into_iter().map(read).collect::<Files>(), files);
    assert_eq!(
        write_folder(&target, &files),
        Err(ImportError::NotEmpty(target.clone()))
    );
    assert!(matches!(
        folder::list_files(&data.path().join("nowhere")),
        Err(ImportError::Io { .. })
    ));
}

#[test]
fn a_mistake_is_named_and_nothing_is_changed() {
    let store = with_starter();
    let before = picture(&store);
    let mut files = replaced("experiences/agadir-ideas-online.toml", "kind = ", "knid = ");
    files.insert("modules/first-30-days/quiz.toml".to_owned(), b"pass".to_vec());
    let Err(ImportError::Problems(problems)) = import_into(&store, &files, LATER) else {
        panic!("imported");
    };
    let named: std::collections::BTreeSet<&str> =
        problems.iter().map(|problem| problem.file.as_str()).collect();
    assert!(
        named.contains("experiences/agadir-ideas-online.toml"),
        "{named:?}"
    );
    assert!(named.contains("modules/first-30-days/quiz.toml"), "{named:?}");
    assert_eq!(picture(&store), before);
}

#[test]
fn memberships_that_people_entered_or_ended_stay() {
    let store = with_starter();
    let read = store.read().unwrap();
    let list: Vec<Collectivity> = row_store::all(&*read, Scope::Directory).unwrap();
    drop(read);
    let member = list.iter().find(|held| held.is_member()).unwrap();
    let other = list.iter().find(|held| !held.is_member()).unwrap();
    change(&store, |row_store| {
        let admitted = Collectivity {
            joined: Some("2026-11".to_owned()),
            ..other.clone()
        };
        row_store.put(Scope::Directory, admitted.clone().into());
        row_store.put(Scope::Public, admitted.into());
        let ended = Collectivity {
            joined: None,
            source: None,
            ..member.clone()
        };
        row_store.put(Scope::Directory, ended.into());
        row_store.delete(&RowKeyOf::collectivity(member.id));
    });
    let before = picture(&store);
    let again = import_into(&store, &starter(), LATER).unwrap();
    assert_eq!((again.added, again.changed), (0, 0));
    assert_eq!(picture(&store), before);
}

struct RowKeyOf;

impl RowKeyOf {
    fn collectivity(id: CollectivityId) -> shared::row::RowKey {
        shared::row::RowKey::new(Scope::Public, shared::row::Kind::Collectivity, id)
    }
}

#[test]
fn a_text_that_people_revised_is_kept_and_one_that_only_the_folder_changed_is_taken() {
    let store = with_starter();
    let of = |slug: &str| {
        let id = ExperienceId::from_name(slug);
        let read = store.read().unwrap();
        row_store::find::<Experience>(&*read, Scope::Experience(id), id)
            .unwrap()
            .unwrap()
    };
    let mut revised = of("agadir-ideas-online");
    revised.content.texts.insert(
        Section::Contact,
        Translated::only(Lang::Fr, "Le bureau d’ordre, revu ici"),
    );
    revised.revision += 1;
    change(&store, |row_store| store_experience(row_store, &revised));

    let path = "experiences/tinghir-participatory-budget.toml";
    let mut files = replaced(path, "kind = \"openness-project\"", "kind = \"practice\"");
    let path = "experiences/agadir-ideas-online.toml";
    let text = String::from_utf8(files[path].clone()).unwrap();
    files.insert(
        path.to_owned(),
        text.replace("ended = \"2023-06-18\"", "ended = \"2023-06-19\"")
            .into_bytes(),
    );
    let imported = import_into(&store, &files, LATER).unwrap();
    let conflict = changed_here("experience", "agadir-ideas-online");
    assert_eq!((imported.added, imported.changed), (0, 1), "{imported:?}");
    assert_eq!(
        (&imported.kept, &imported.replaced),
        (&vec![conflict.clone()], &vec![])
    );
    assert_eq!(imported.total(), imported.unchanged + 2);
    assert_eq!(of("agadir-ideas-online"), revised);
    let taken = of("tinghir-participatory-budget");
    assert_eq!((taken.updated, taken.published), (LATER, Some(FIRST)));
    assert_eq!(taken.content.kind.word(), "practice");

    let replaced = import_with(&store, &files, LATER, OnConflict::Replace).unwrap();
    assert_eq!((replaced.changed, &replaced.kept), (1, &vec![]));
    assert_eq!(replaced.replaced, [conflict]);
    assert_eq!(of("agadir-ideas-online").content.ended.0, "2023-06-19");
    assert_eq!(of("agadir-ideas-online").revision, revised.revision + 1);
    let again = import_into(&store, &files, LATER).unwrap();
    assert_eq!(again.unchanged, again.total(), "it is the folder's again");
}

#[test]
fn the_dates_of_a_library_arrive_with_it_and_with_the_next_import() {
    let store = with_starter();
    let path = "experiences/tinghir-participatory-budget.toml";
    let mut files = replaced(path, "ended = ", "published = \"2025-06\"\nended = ");
    let module = "modules/first-30-days/module.toml";
    let text = String::from_utf8(files[module].clone()).unwrap();
    files.insert(
        module.to_owned(),
        text.replace("order = ", "updated = \"2026-11\"\norder = ")
            .into_bytes(),
    );
    assert_eq!(import_into(&store, &files, LATER).unwrap().changed, 2);
    assert_eq!(import_into(&store, &files, LATER).unwrap().changed, 0);
    let read = store.read().unwrap();
    let id = ExperienceId::from_name("tinghir-participatory-budget");
    let held: Experience = row_store::find(&*read, Scope::Experience(id), id)
        .unwrap()
        .unwrap();
    assert_eq!(
        (held.published_on().0.as_str(), held.published),
        ("2025-06", Some(FIRST))
    );
    let id = ModuleId::from_name("first-30-days");
    let card: ModuleCard = row_store::find(&*read, Scope::Public, id).unwrap().unwrap();
    assert_eq!(card.updated_on.0, "2026-11");
}

#[test]
fn an_import_keeps_what_passed_between_author_and_focal_point() {
    let store = with_starter();
    let id = ExperienceId::from_name("tinghir-participatory-budget");
    let author = Author {
        person: PersonId::from_name("amina"),
        name: "أمينة".to_owned(),
        collectivity: None,
    };
    let read = |scope| {
        let read = store.read().unwrap();
        row_store::find::<Experience>(&*read, scope, id).unwrap().unwrap()
    };
    let mut written = read(Scope::Experience(id));
    written.author = Some(author.clone());
    written.decision = Some(Decision {
        by: author.clone(),
        at: FIRST,
        reason: None,
        note: "said in private".to_owned(),
    });
    change(&store, |row_store| store_experience(row_store, &written));

    let path = "experiences/tinghir-participatory-budget.toml";
    let files = replaced(path, "kind = \"openness-project\"", "kind = \"practice\"");
    assert_eq!(import_into(&store, &files, LATER).unwrap().changed, 1);
    let own = read(Scope::Person(author.person));
    assert_eq!((own.updated, &own.decision), (LATER, &written.decision));
    assert_eq!(read(Scope::Experience(id)), own.for_readers());
}

#[test]
fn a_draft_that_has_the_id_of_a_future_address_keeps_no_experience_out() {
    const SLUG: &str = "agadir-ideas-online";
    let library = with_starter();
    let published = ExperienceId::from_name(SLUG);
    let model: Experience =
        row_store::find(&*library.read().unwrap(), Scope::Experience(published), published)
            .unwrap()
            .unwrap();
    let store = MemoryStore::new();
    ensure_epoch(&store, &mut OsEntropy).unwrap();
    let drafts = [published, ExperienceId::from_name(&format!("{SLUG} 2"))].map(|id| Experience {
        id,
        slug: None,
        state: ExperienceState::Draft,
        published: None,
        content: ExperienceContent::default(),
        ..model.clone()
    });
    for draft in &drafts {
        change(&store, |row_store| store_experience(row_store, draft));
    }

    let imported = import_into(&store, &starter(), FIRST).unwrap();
    assert_eq!(imported.added, imported.total(), "{imported:?}");
    let again = import_into(&store, &starter(), LATER).unwrap();
    assert_eq!(again.unchanged, again.total(), "{again:?}");
    let read = store.read().unwrap();
    let named = row_store::find_named(&*read, Named::Experience, SLUG)
        .unwrap()
        .map(ExperienceId)
        .unwrap();
    let held: Experience = row_store::find(&*read, Scope::Experience(named), named)
        .unwrap()
        .unwrap();
    assert_eq!(held.content, model.content);
    for draft in drafts {
        let kept: Option<Experience> =
            row_store::find(&*read, Scope::Experience(draft.id), draft.id).unwrap();
        assert_eq!(kept, Some(draft));
    }
    assert_eq!(
        row_store::all::<ExperienceCard>(&*read, Scope::Public)
            .unwrap()
            .len(),
        10
    );
}
