//! The three languages are equal: the same messages with the same variables, every plural form, nothing left over,
//! one word for one thing, and no words of the interface anywhere but in `locales/`.

#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test that cannot read its files, or cuts inside a character, is meant to fail"
)]

#[path = "locales/catalogue.rs"]
mod catalogue;
#[path = "locales/sources.rs"]
mod sources;
#[path = "locales/terms.rs"]
mod terms;

use catalogue::Catalogue;
use shared::mutation::Mutation;
use shared::records::Section;
use shared::refusal::RefusalCode;
use shared::vocabulary::{
    Audience, CollectivityKind, CollectivityRole, ExperienceKind, ExperienceState, NetworkRole, Principle,
    ReportReason, ReturnReason, TranslationState,
};
use shared::wire::ApiErrorCode;
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [&str; 3] = ["ar", "fr", "en"];

fn catalogues() -> BTreeMap<&'static str, Catalogue> {
    LANGUAGES
        .into_iter()
        .map(|language| (language, Catalogue::read(language)))
        .collect()
}

/// The keys made of a word list: `family-word` for every word.
fn families() -> BTreeMap<&'static str, Vec<&'static str>> {
    fn words<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|value| word(*value)).collect()
    }
    BTreeMap::from([
        ("principle", words(Principle::ALL, Principle::word)),
        ("audience", words(Audience::ALL, Audience::word)),
        (
            "collectivity-kind",
            words(CollectivityKind::ALL, CollectivityKind::word),
        ),
        (
            "collectivity-role",
            words(CollectivityRole::ALL, CollectivityRole::word),
        ),
        ("network-role", words(NetworkRole::ALL, NetworkRole::word)),
        (
            "experience-kind",
            words(ExperienceKind::ALL, ExperienceKind::word),
        ),
        (
            "experience-state",
            words(ExperienceState::ALL, ExperienceState::word),
        ),
        ("return-reason", words(ReturnReason::ALL, ReturnReason::word)),
        ("report-reason", words(ReportReason::ALL, ReportReason::word)),
        (
            "translation-state",
            words(TranslationState::ALL, TranslationState::word),
        ),
        ("section", words(&Section::ALL, Section::word)),
        ("mutation", Mutation::WORDS.to_vec()),
        ("error", words(ApiErrorCode::ALL, ApiErrorCode::code)),
        ("refusal", words(RefusalCode::ALL, RefusalCode::code)),
    ])
}

fn family_keys() -> BTreeSet<String> {
    families()
        .into_iter()
        .flat_map(|(family, words)| words.into_iter().map(move |word| format!("{family}-{word}")))
        .collect()
}

fn fail_with(what: &str, offences: &[String]) {
    assert!(offences.is_empty(), "{what}:\n  {}", offences.join("\n  "));
}

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let catalogues = catalogues();
    let all: BTreeSet<&String> = catalogues.values().flat_map(|c| c.messages.keys()).collect();
    let mut offences = Vec::new();
    for key in all {
        let variables: BTreeMap<&str, Option<BTreeSet<String>>> = catalogues
            .iter()
            .map(|(language, c)| {
                (
                    *language,
                    c.messages.contains_key(key).then(|| c.variables_of(key)),
                )
            })
            .collect();
        let first = variables.values().next().unwrap();
        if variables.values().any(|other| other != first || other.is_none()) {
            offences.push(format!("{key}: {variables:?}"));
        }
    }
    fail_with("messages that differ between languages", &offences);
}

#[test]
fn every_file_can_be_read_and_no_message_is_written_twice() {
    for (language, catalogue) in catalogues() {
        fail_with(language, &catalogue.mistakes);
        assert!(catalogue.messages.len() > 100, "{language} was not read");
    }
}

#[test]
fn every_plural_is_complete() {
    let needed = |language| -> &[&str] {
        match language {
            "ar" => &["zero", "one", "two", "few", "many", "other"],
            // French "many" is for millions, which nothing here counts.
            _ => &["one", "other"],
        }
    };
    for (language, catalogue) in catalogues() {
        let mut offences = Vec::new();
        assert!(catalogue.plurals().count() > 20, "{language} was not read");
        for (key, forms) in catalogue.plurals() {
            let missing: Vec<_> = needed(language)
                .iter()
                .filter(|form| !forms.contains(**form))
                .collect();
            if !missing.is_empty() {
                offences.push(format!("{key} lacks {missing:?}"));
            }
            let of_no_use: Vec<_> = forms
                .iter()
                .filter(|form| !needed(language).contains(&form.as_str()))
                .collect();
            if !of_no_use.is_empty() {
                offences.push(format!("{key} has {of_no_use:?}, which never comes up"));
            }
        }
        fail_with(language, &offences);
    }
}

#[test]
fn every_word_list_and_every_code_has_its_messages() {
    let arabic = Catalogue::read("ar");
    let missing: Vec<String> = family_keys()
        .into_iter()
        .filter(|key| !arabic.messages.contains_key(key))
        .collect();
    fail_with("words and codes without a message", &missing);
}

#[test]
fn every_key_in_the_sources_has_a_message() {
    let arabic = Catalogue::read("ar");
    let families = families();
    let mut offences = Vec::new();
    let app = sources::rust().into_iter().map(|(file, text)| {
        let keys = sources::keys_asked_for(&text);
        (file, text, keys)
    });
    let server = sources::server_pages().into_iter().map(|(file, text)| {
        let keys = sources::keys_asked_for_by_server(&text);
        assert!(
            !file.ends_with("home.rs") || keys.len() > 10,
            "the keys of {file} were not found"
        );
        (file, text, keys)
    });
    for (file, text, keys) in app.chain(server) {
        for key in keys {
            if !arabic.messages.contains_key(&key) {
                offences.push(format!("{file} asks for `{key}`"));
            }
        }
        for family in sources::families_asked_for(&text) {
            // A family of the app itself, whose words only the app knows, is listed nowhere.
            if !families.contains_key(family.as_str()) && !arabic.has_family(&family) {
                offences.push(format!("{file} makes keys of `{family}`, which has no message"));
            }
        }
    }
    fail_with("keys without a message", &offences);
}

#[test]
fn no_message_is_left_over() {
    let used: String = sources::everything().into_iter().map(|(_, text)| text).collect();
    let of_families = family_keys();
    let own_families: BTreeSet<String> = sources::rust()
        .iter()
        .chain(&sources::server_pages())
        .flat_map(|(_, text)| sources::families_asked_for(text))
        .collect();
    let arabic = Catalogue::read("ar");
    let referred = arabic.referred();
    let is_of_family = |key: &str| {
        of_families.contains(key)
            || key
                .match_indices('-')
                .any(|(at, _)| own_families.contains(&key[..at]) && !families().contains_key(&key[..at]))
    };
    let unused: Vec<String> = arabic
        .messages
        .keys()
        .filter(|key| !is_of_family(key) && !referred.contains(*key))
        .filter(|key| !used.contains(&format!("\"{key}\"")) && !used.contains(&format!("{{{{t {key}}}}}")))
        .cloned()
        .collect();
    fail_with("messages nobody asks for", &unused);
}

#[test]
fn views_hold_no_words_of_their_own() {
    let mut offences = Vec::new();
    for (file, text) in sources::rust() {
        for (line, words) in sources::words_in_views(&text) {
            offences.push(format!("{file}:{line}: {words}"));
        }
    }
    fail_with("words outside locales/", &offences);
}

#[test]
fn the_scan_of_the_sources_sees_what_it_must() {
    assert_eq!(
        sources::keys_asked_for("t!(\"a-b\"), text!(\n \"c-d\", n = 1), nott!(\"e\"), message(\"f\")"),
        ["a-b", "c-d"]
    );
    assert_eq!(sources::families_asked_for("key_of(\"x\", w)"), ["x"]);
    assert_eq!(
        sources::words_in_views("<p>\n    \"Hello you\"\n</p>"),
        [(2, "Hello you".to_owned())]
    );
    assert_eq!(
        sources::words_in_views("<input placeholder=\"Your name\" />"),
        [(1, "Your name".to_owned())]
    );
    assert_eq!(
        sources::words_in_views("let x = \"مرحبا\";"),
        [(1, "مرحبا".to_owned())]
    );
    assert!(sources::words_in_views("<p class=\"a b\">\" · \"</p> // \"no\"").is_empty());
}
