//! What is wrong with an imported folder, in the words of the person who runs the command.
//!
//! The messages are Fluent files like those of the app, but stay with the server: no phone downloads what only a
//! terminal shows. They use plain variables alone, so filling them in needs no Fluent runtime here.

use shared::folder::Problem;
use shared::lang::Lang;

/// One line for a problem: the file, the line, and what is wrong.
#[must_use]
pub fn explain(problem: &Problem, lang: Lang) -> String {
    let code = format!("problem-{}", problem.what.code());
    let what = fill(
        message(lang, &code).unwrap_or(problem.what.code()),
        &problem.what.arguments(),
    );
    if problem.file.is_empty() {
        return what;
    }
    let mut arguments = vec![("file", problem.file.clone()), ("what", what)];
    let place = match problem.line {
        Some(line) => {
            arguments.push(("line", line.to_string()));
            "problem-at_line"
        }
        None => "problem-at_file",
    };
    fill(message(lang, place).unwrap_or("{ $file } { $what }"), &arguments)
}

/// The language of a POSIX locale such as `fr_MA.UTF-8`; English where it is none of the hub's.
#[must_use]
pub fn lang_of_locale(locale: &str) -> Lang {
    let code = locale.split(['_', '.', '-', '@']).next().unwrap_or_default();
    code.parse().unwrap_or(Lang::En)
}

const fn messages(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => include_str!("../messages/import.ar.ftl"),
        Lang::Fr => include_str!("../messages/import.fr.ftl"),
        Lang::En => include_str!("../messages/import.en.ftl"),
    }
}

fn message(lang: Lang, key: &str) -> Option<&'static str> {
    messages(lang)
        .lines()
        .find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
}

/// Puts values where the message names them. A value is never searched for names itself.
fn fill(pattern: &str, arguments: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once("{ $") {
        let Some((name, after)) = after.split_once(" }") else {
            break;
        };
        filled.push_str(before);
        if let Some((_, value)) = arguments.iter().find(|(known, _)| *known == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
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
        messages(lang)
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
                let arguments: Vec<(&str, String)> =
                    names.iter().map(|name| (*name, "x".to_owned())).collect();
                let filled = fill(message(lang, key).unwrap(), &arguments);
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
