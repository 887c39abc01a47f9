//! Every shape that was released is written down in `golden/`, one folder per kind of shape and schema. They read
//! and write equal for ever: a file is never changed, a new schema gets a new folder.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use shared::client::{HeldScope, Meta, Outgoing, RefusedChange, StoreName};
use shared::mutation::{MUTATION_SCHEMA, Mutation};
use shared::refusal::RefusalCode;
use shared::row::{Kind, ROW_SCHEMA, Record, Row};
use shared::scope::Scope;
use shared::vocabulary::NetworkRole;
use shared::wire::*;
use std::fs;
use std::path::PathBuf;

fn folder(name: &str, schema: u16) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}-{schema}"))
}

fn examples(path: &PathBuf) -> Vec<Value> {
    let text = fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{} has to hold what was released: {error}", path.display()));
    let examples: Vec<Value> = serde_json::from_str(&text).unwrap();
    assert!(!examples.is_empty(), "{} holds nothing", path.display());
    examples
}

fn files(folder: &PathBuf) -> Vec<(String, PathBuf)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), path))
        .collect();
    files.sort();
    files
}

#[test]
fn every_kind_of_row_has_one_and_reads_and_writes_equal() {
    for kind in Kind::ALL {
        let path = folder("rows", ROW_SCHEMA).join(format!("{}.json", kind.word()));
        for example in examples(&path) {
            let record = Record::from_value(*kind, example.clone())
                .unwrap_or_else(|error| panic!("{}: {error}", kind.word()));
            assert_eq!(record.to_value().unwrap(), example, "{}", kind.word());
        }
    }
}

#[test]
fn every_mutation_has_one_and_reads_and_writes_equal() {
    for word in Mutation::WORDS {
        let path = folder("mutations", MUTATION_SCHEMA).join(format!("{word}.json"));
        for example in examples(&path) {
            let mutation: Mutation =
                serde_json::from_value(example.clone()).unwrap_or_else(|error| panic!("{word}: {error}"));
            assert_eq!(mutation.word(), *word);
            assert_eq!(serde_json::to_value(&mutation).unwrap(), example, "{word}");
        }
    }
}

#[test]
fn rows_and_mutations_of_every_earlier_schema_are_still_read() {
    for schema in 1..=ROW_SCHEMA {
        for (word, path) in files(&folder("rows", schema)) {
            let kind = Kind::from_word(&word).unwrap_or_else(|| panic!("{word} was released"));
            for example in examples(&path) {
                assert!(
                    Record::from_value(kind, example).is_ok(),
                    "{word} of schema {schema}"
                );
            }
        }
    }
    for schema in 1..=MUTATION_SCHEMA {
        for (word, path) in files(&folder("mutations", schema)) {
            for example in examples(&path) {
                assert!(
                    serde_json::from_value::<Mutation>(example).is_ok(),
                    "{word} of schema {schema}"
                );
            }
        }
    }
}

fn same<T: Serialize + DeserializeOwned>(example: &Value) -> Result<Value, serde_json::Error> {
    serde_json::to_value(serde_json::from_value::<T>(example.clone())?)
}

#[test]
fn what_travels_reads_and_writes_equal() {
    type Again = fn(&Value) -> Result<Value, serde_json::Error>;
    let shapes: [(&str, Again); 25] = [
        ("accept-invitation", same::<AcceptInvitation>),
        ("api-error", same::<ApiError>),
        ("change-password", same::<ChangePassword>),
        ("demonstration-sign-in", same::<DemonstrationSignIn>),
        ("found-people", same::<FoundPeople>),
        ("hub", same::<HubSettings>),
        ("invitation-offer", same::<InvitationOffer>),
        ("issue-recovery", same::<IssueRecovery>),
        ("issued-recovery", same::<IssuedRecovery>),
        ("keep-session", same::<KeepSession>),
        ("look-at-invitation", same::<LookAtInvitation>),
        ("look-at-recovery", same::<LookAtRecovery>),
        ("page-rows", same::<EmbeddedRows>),
        ("poke", same::<ChangeEvent>),
        ("pull-request", same::<PullRequest>),
        ("pull-response", same::<PullResponse>),
        ("push-request", same::<PushRequest>),
        ("push-response", same::<PushResponse>),
        ("recover", same::<Recover>),
        ("recovery-offer", same::<RecoveryOffer>),
        ("search-answer", same::<SearchAnswer>),
        ("session-line", same::<SessionLine>),
        ("sign-in-request", same::<SignInRequest>),
        ("signed-in", same::<SignedIn>),
        ("verified-certificate", same::<VerifiedCertificate>),
    ];
    let held = files(&folder("wire", PROTOCOL));
    assert_eq!(
        held.len(),
        shapes.len(),
        "a file without a shape, or the other way round"
    );
    for ((word, again), (file, path)) in shapes.iter().zip(held) {
        assert_eq!(*word, file);
        for example in examples(&path) {
            assert_eq!(again(&example).unwrap(), example, "{word}");
        }
    }
}

#[test]
fn what_a_device_stores_reads_and_writes_equal() {
    for store in StoreName::ALL {
        // What was sent is remembered as it was on its way.
        let word = if store == StoreName::Sent {
            "outbox"
        } else {
            store.word()
        };
        for example in examples(&folder("stored", 1).join(format!("{word}.json"))) {
            let again = match store {
                StoreName::Meta => same::<Meta>(&example),
                StoreName::Scopes => same::<HeldScope>(&example),
                StoreName::Rows => same::<Row>(&example),
                StoreName::Outbox | StoreName::Sent => same::<Outgoing>(&example),
                StoreName::Refused => same::<RefusedChange>(&example),
            };
            assert_eq!(again.unwrap(), example, "{word}");
        }
    }
}

#[test]
fn a_field_that_nobody_knows_is_kept_from_the_server_and_ignored_from_it() {
    let path = folder("mutations", MUTATION_SCHEMA).join("submit-experience.json");
    let mut mutation = examples(&path).remove(0);
    mutation["with"]["author"] = "me".into();
    assert!(serde_json::from_value::<Mutation>(mutation).is_err());
    let path = folder("rows", ROW_SCHEMA).join("bookmark.json");
    let mut bookmark = examples(&path).remove(0);
    bookmark["colour"] = "green".into();
    assert!(Record::from_value(Kind::Bookmark, bookmark).is_ok());
}

/// An app of today that meets a server of tomorrow reads what it knows and keeps the rest raw. These files are never
/// changed: each is what some later server might say.
#[test]
fn a_newer_server_is_understood_as_far_as_this_version_goes() {
    let text = |name: &str| {
        let path = format!("{}/tests/golden/newer-1/{name}.json", env!("CARGO_MANIFEST_DIR"));
        fs::read_to_string(path).unwrap()
    };
    let pulled: PullResponse = shared::json::from_str(&text("pull-response")).unwrap();
    let roles = pulled.viewer.unwrap().roles;
    assert_eq!(roles.collectivities.len(), 1);
    assert!(
        roles
            .collectivities
            .keys()
            .all(|place| roles.is_focal_point_of(*place))
    );
    assert_eq!(roles.network, [NetworkRole::Trainer].into());
    assert_eq!(pulled.standing, [Scope::Public, Scope::Network]);
    let answered: Vec<Scope> = pulled.scopes.keys().copied().collect();
    assert_eq!(
        answered,
        [Scope::Public],
        "what the others say is left for a later version"
    );
    let Some(ScopeAnswer::Page { rows, cursor, .. }) = pulled.scopes.get(&Scope::Public) else {
        panic!("the page is read");
    };
    assert_eq!(cursor.after, 12);
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].body, Some(json!({ "anything": ["at", "all"] })));
    let codes: Vec<String> = pulled
        .results
        .iter()
        .map(|result| match &result.outcome {
            Outcome::Applied => "applied".to_owned(),
            Outcome::Refused { refusal } => {
                assert_eq!(refusal.code, RefusalCode::Unrecognised);
                // What is stored says it in the server's word, for the version that knows it.
                let stored = serde_json::to_value(refusal).unwrap();
                stored["code"].as_str().unwrap().to_owned()
            }
        })
        .collect();
    assert_eq!(
        codes,
        [
            "a_reason_of_a_later_version",
            "an-outcome-of-a-later-version",
            "applied"
        ]
    );

    let pushed: PushResponse = shared::json::from_str(&text("push-response")).unwrap();
    assert_eq!(pushed.results.len(), 1);
    assert_eq!(pushed.stopped, Some(Stopped::Unrecognised));
}
