use crate::i18n::key_of;
use crate::text;
use serde_json::Value;
use shared::lang::Lang;
use shared::mutation::Mutation;
use shared::wire::Envelope;

/// What a person wrote in a change, piece by piece, with the language where the change says it.
///
/// It reads the change as it is stored, so that the words of a change which only a newer version understands are
/// found as well.
pub(super) fn written_in(envelope: &Envelope) -> Vec<(String, Option<Lang>)> {
    let mut found = Vec::new();
    collect(&envelope.mutation, None, &mut found);
    found
}

/// The fields of mutations that hold a person's own words.
const OWN_WORDS: [&str; 9] = [
    "text", "note", "what", "reason", "name", "email", "title", "source", "joined",
];

fn collect(value: &Value, lang: Option<Lang>, found: &mut Vec<(String, Option<Lang>)>) {
    match value {
        Value::Object(fields) => {
            let lang = fields
                .get("lang")
                .and_then(Value::as_str)
                .and_then(|code| code.parse().ok())
                .or(lang);
            for (name, field) in fields {
                match field.as_str() {
                    Some(words) if OWN_WORDS.contains(&name.as_str()) && !words.trim().is_empty() => {
                        found.push((words.to_owned(), lang));
                    }
                    Some(_) => {}
                    None => collect(field, lang, found),
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                collect(item, lang, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What a change is called, in the current language.
pub(super) fn name_of(envelope: &Envelope) -> String {
    match envelope.mutation.get("do").and_then(Value::as_str) {
        Some(word) if Mutation::WORDS.contains(&word) => text!(key_of("mutation", word)),
        _ => text!("mutation-unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use shared::ids::MutationId;
    use shared::time::Timestamp;

    fn envelope(mutation: Value) -> Envelope {
        Envelope {
            id: MutationId::from_name("m"),
            n: 1,
            schema: 1,
            at: Timestamp(0),
            mutation,
        }
    }

    #[test]
    fn the_words_of_a_draft_are_found_with_their_language() {
        let draft = envelope(json!({"do": "save-draft", "with": {
            "experience": "00000000-0000-0000-0000-000000000007",
            "changes": [
                {"field": "text", "section": "problem", "lang": "ar", "text": "إشكالية"},
                {"field": "kind", "value": "practice"},
            ],
        }}));
        assert_eq!(written_in(&draft), [("إشكالية".to_owned(), Some(Lang::Ar))]);
    }

    #[test]
    fn the_words_of_a_change_from_the_future_are_found_too() {
        let future = envelope(json!({"do": "sing", "with": {"verses": [{"text": "la"}]}}));
        assert_eq!(written_in(&future), [("la".to_owned(), None)]);
    }

    #[test]
    fn ids_and_blanks_are_not_words() {
        let comment = envelope(json!({"do": "add-comment", "with": {"comment": "c", "text": "  "}}));
        assert!(written_in(&comment).is_empty());
    }
}
