//! What is wrong with an imported folder, in the words of the person who runs the command.
//!
//! The messages are Fluent files like those of the app, but stay with the server: no phone downloads what only a
//! terminal shows.

use locales::{Messages, Value};
use shared::folder::Problem;
use shared::lang::Lang;
use std::sync::OnceLock;

/// One line for a problem: the file, the line, and what is wrong.
#[must_use]
pub fn explain(problem: &Problem, lang: Lang) -> String {
    let code = problem.what.code();
    let arguments = problem.what.arguments();
    let arguments: Vec<(&str, Value<'_>)> = arguments
        .iter()
        .map(|(name, value)| (*name, Value::from(value)))
        .collect();
    // A terminal shows the marks that isolate directions as boxes or not at all.
    let what = message(lang, &format!("problem-{code}"), &arguments).unwrap_or_else(|| code.to_owned());
    if problem.file.is_empty() {
        return what;
    }
    let (key, line) = match problem.line {
        Some(line) => ("problem-at_line", line.to_string()),
        None => ("problem-at_file", String::new()),
    };
    let arguments = [
        ("file", Value::from(&problem.file)),
        ("line", Value::from(line)),
        ("what", Value::from(&what)),
    ];
    message(lang, key, &arguments).unwrap_or_else(|| format!("{} {what}", problem.file))
}

/// The language of a POSIX locale such as `fr_MA.UTF-8`; English where it is none of the hub's.
#[must_use]
pub fn lang_of_locale(locale: &str) -> Lang {
    let code = locale.split(['_', '.', '-', '@']).next().unwrap_or_default();
    code.parse().unwrap_or(Lang::En)
}

const fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => include_str!("../messages/import.ar.ftl"),
        Lang::Fr => include_str!("../messages/import.fr.ftl"),
        Lang::En => include_str!("../messages/import.en.ftl"),
    }
}

fn message(lang: Lang, key: &str, arguments: &[(&str, Value<'_>)]) -> Option<String> {
    static ALL: OnceLock<Vec<Messages>> = OnceLock::new();
    let read = |lang| Messages::parse(lang, source(lang).to_owned()).ok();
    let all = ALL.get_or_init(|| Lang::ALL.into_iter().filter_map(read).collect());
    let messages = all.iter().find(|messages| messages.lang() == lang)?;
    messages.format_plain(key, arguments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::folder::Wrong;
    use std::collections::{BTreeMap, BTreeSet};

    fn variables(pattern: &str) -> BTreeSet<&str> {
        pattern
            .split("{ $")
            .skip(1)
            .filter_map(|rest| rest.split(" }").next())
            .collect()
    }

    fn by_key(lang: Lang) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        source(lang)
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| {
                line.split_once(" = ")
                    .unwrap_or_else(|| panic!("{line:?} is no message"))
            })
            .map(|(key, pattern)| (key, variables(pattern)))
            .collect()
    }

    #[test]
    fn every_code_has_a_message_in_each_language_and_no_message_is_left_over() {
        let codes = Wrong::CODES.iter().map(|code| format!("problem-{code}"));
        let keys: BTreeSet<String> = codes
            .chain(["problem-at_line".to_owned(), "problem-at_file".to_owned()])
            .collect();
        for lang in Lang::ALL {
            let found: BTreeSet<String> = by_key(lang).into_keys().map(str::to_owned).collect();
            assert_eq!(found, keys, "{}", lang.code());
        }
    }

    #[test]
    fn the_languages_name_the_same_values() {
        assert_eq!(by_key(Lang::Ar), by_key(Lang::Fr));
        assert_eq!(by_key(Lang::Fr), by_key(Lang::En));
    }

    #[test]
    fn a_problem_says_where_it_is_and_what_it_is() {
        let problem = Problem {
            file: "modules/a/quiz.toml".to_owned(),
            line: Some(12),
            what: Wrong::OutOfRange {
                key: "pass_percent".to_owned(),
                least: 1,
                most: 100,
            },
        };
        assert_eq!(
            explain(&problem, Lang::En),
            "modules/a/quiz.toml, line 12: “pass_percent” must be a number from 1 to 100."
        );
        assert_eq!(
            explain(&problem, Lang::Ar),
            "modules/a/quiz.toml، السطر 12: يجب أن تكون قيمة «pass_percent» عددا بين 1 و100."
        );
        let whole = Problem {
            line: None,
            what: Wrong::UnknownWord {
                key: "k".into(),
                word: "{ $key }".into(),
            },
            ..problem
        };
        assert_eq!(
            explain(&whole, Lang::En),
            "modules/a/quiz.toml: “{ $key }” is not one of the values of “k”."
        );
    }

    #[test]
    fn every_message_is_filled_in_completely() {
        for lang in Lang::ALL {
            for (key, names) in by_key(lang) {
                let arguments: Vec<(&str, Value<'_>)> =
                    names.iter().map(|name| (*name, Value::from("x"))).collect();
                let filled = message(lang, key, &arguments).unwrap();
                assert!(!filled.contains(['{', '}', '$']), "{filled}");
            }
        }
    }

    #[test]
    fn the_terminal_says_which_language() {
        for (locale, lang) in [
            ("fr_MA.UTF-8", Lang::Fr),
            ("ar_MA", Lang::Ar),
            ("en-GB", Lang::En),
            ("C", Lang::En),
        ] {
            assert_eq!(lang_of_locale(locale), lang, "{locale}");
        }
    }
}
