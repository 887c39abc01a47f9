//! The words of the interface on the server's pages: the messages that the app of this build reads and a few more, and
//! numbers and dates written as browsers write them for Morocco.

use shared::lang::{Lang, Translated};
use shared::messages::{Messages, Value};
use shared::records::PartialDate;
use shared::time::Timestamp;

/// The messages of one language.
pub(super) struct Words {
    /// The language.
    pub(super) lang: Lang,
    messages: Messages,
}

/// A value that a message names.
pub(super) type Argument<'a> = (&'static str, Value<'a>);

/// The key of a word of a list: `key_of("principle", "transparency")` is `principle-transparency`.
pub(super) fn key_of(family: &'static str, word: &str) -> String {
    format!("{family}-{word}")
}

/// Morocco keeps this offset for most of the year; a day is shown, never an hour.
const MOROCCO_MS: i64 = 60 * 60 * 1000;

impl Words {
    /// Takes what the build made of the Fluent files of a language; `None` if it is something else.
    pub(super) fn parse(lang: Lang, compiled: &str) -> Option<Self> {
        match Messages::parse(lang, compiled.to_owned()) {
            Ok(messages) => Some(Self { lang, messages }),
            Err(error) => {
                tracing::error!(messages.lang = lang.code(), %error, "the messages cannot be read");
                None
            }
        }
    }

    /// The message without variables.
    pub(super) fn text(&self, key: &str) -> String {
        self.fill(key, [])
    }

    /// The message with its variables filled in. A key without a message shows itself between ⟦ ⟧, as in the app.
    pub(super) fn fill<'a>(&self, key: &str, arguments: impl IntoIterator<Item = Argument<'a>>) -> String {
        let arguments: Vec<Argument<'a>> = arguments.into_iter().collect();
        let separator = separator(self.lang);
        self.messages
            .format(key, &arguments, &|number| grouped(&number.to_string(), separator))
            .unwrap_or_else(|| {
                tracing::warn!(
                    message.key = key,
                    "no message, or one of its variables is missing"
                );
                format!("⟦{key}⟧")
            })
    }

    /// The message filled in, without the marks that isolate directions: for titles and data.
    fn plain_fill<'a>(&self, key: &str, arguments: impl IntoIterator<Item = Argument<'a>>) -> String {
        plain(&self.fill(key, arguments))
    }

    /// The name of a word of a list.
    pub(super) fn word(&self, family: &'static str, word: &str) -> String {
        self.text(&key_of(family, word))
    }

    /// A count.
    pub(super) fn count(&self, value: usize) -> String {
        grouped(&value.to_string(), separator(self.lang))
    }

    /// A whole percentage.
    pub(super) fn percent(&self, value: u8) -> String {
        self.plain_fill("public-percent", [("number", value.to_string().into())])
    }

    /// A duration: `45 minutes`, `1 h 20`.
    pub(super) fn minutes(&self, minutes: u32) -> String {
        match (minutes / 60, minutes % 60) {
            (0, minutes) => self.fill("common-minutes", [("minutes", minutes.into())]),
            (hours, 0) => self.fill("common-hours", [("hours", hours.into())]),
            (hours, minutes) => self.fill(
                "common-hours-minutes",
                [("hours", hours.into()), ("minutes", minutes.into())],
            ),
        }
    }

    /// A day in full: `23 نونبر 2026`.
    pub(super) fn date(&self, at: Timestamp) -> String {
        let (year, month, day) = at.plus_ms(MOROCCO_MS).utc_date();
        self.day(day, month, year)
    }

    /// A date of which only the year, or the year and the month, may be known. A text that is no such date is given
    /// back as it is.
    pub(super) fn partial_date(&self, date: &str) -> String {
        match PartialDate(date.to_owned()).parts() {
            (Some(year), Some(month), Some(day)) => self.day(day, month, year),
            (Some(year), Some(month), None) => self.plain_fill(
                "public-month-of-year",
                [
                    ("month", self.month(month).into()),
                    ("year", year.to_string().into()),
                ],
            ),
            _ => date.to_owned(),
        }
    }

    fn day(&self, day: u8, month: u8, year: i32) -> String {
        self.plain_fill(
            "public-date",
            [
                ("day", day.to_string().into()),
                ("month", self.month(month).into()),
                ("year", year.to_string().into()),
            ],
        )
    }

    fn month(&self, month: u8) -> String {
        self.text(&key_of("public-month", &month.to_string()))
    }

    /// Words joined as a sentence joins them: `a, b et c`.
    pub(super) fn list(&self, words: &[String]) -> String {
        let Some((first, rest)) = words.split_first() else {
            return String::new();
        };
        let mut list = first.clone();
        for (place, word) in rest.iter().enumerate() {
            let key = if place + 1 == rest.len() {
                "public-list-end"
            } else {
                "public-list-middle"
            };
            list = self.plain_fill(key, [("before", list.into()), ("after", word.as_str().into())]);
        }
        list
    }

    /// The best text for a reader of this language, with the language it is really in; empty where there is none.
    pub(super) fn best<'a>(&self, text: &'a Translated) -> (Lang, &'a str) {
        text.best(self.lang).unwrap_or((self.lang, ""))
    }
}

/// The same words without the marks that isolate directions: a title holds one sentence in one direction anyway.
pub(super) fn plain(words: &str) -> String {
    words.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

/// A day as data.
pub(super) fn iso_date(at: Timestamp) -> String {
    let (year, month, day) = at.plus_ms(MOROCCO_MS).utc_date();
    format!("{year:04}-{month:02}-{day:02}")
}

const fn separator(lang: Lang) -> char {
    match lang {
        Lang::Ar | Lang::Fr => '.',
        Lang::En => ',',
    }
}

/// Whole numbers in groups of three, as browsers write them; nothing here counts parts.
fn grouped(digits: &str, separator: char) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The messages as they stand in `locales/`, compiled.
    pub(in crate::pages) fn messages(lang: Lang) -> String {
        locales::compile(lang, &locales::files(lang).unwrap(), |_| true).unwrap()
    }

    fn words(lang: Lang) -> Words {
        Words::parse(lang, &messages(lang)).unwrap()
    }

    #[test]
    fn numbers_and_dates_are_written_as_browsers_do_for_morocco() {
        let [ar, fr, en] = Lang::ALL.map(words);
        let november = Timestamp(1_795_392_000_000);
        assert_eq!(ar.date(november), "23 نونبر 2026");
        assert_eq!(fr.date(november), "23 novembre 2026");
        assert_eq!(en.date(november), "23 November 2026");
        assert_eq!(fr.partial_date("2024-05"), "mai 2024");
        assert_eq!(ar.partial_date("2024-05-01"), "1 ماي 2024");
        assert_eq!(en.partial_date("2024"), "2024");
        assert_eq!(en.partial_date(""), "");
        assert_eq!(ar.count(1_503), "1.503");
        assert_eq!(en.count(1_234_567), "1,234,567");
        assert_eq!(en.count(12), "12");
        assert_eq!(ar.percent(75), "75\u{200e}%\u{200e}");
        assert_eq!(fr.percent(75), "75\u{a0}%");
        assert_eq!(en.percent(75), "75%");
    }

    #[test]
    fn messages_group_numbers_as_well() {
        let said = plain(&words(Lang::Fr).fill("network-results", [("count", 1_590.into())]));
        assert!(said.starts_with("1.590 "), "{said}");
    }

    #[test]
    fn a_list_is_joined_as_a_sentence() {
        let names = ["A", "B", "C"].map(str::to_owned);
        let [ar, fr, en] = Lang::ALL.map(words);
        assert_eq!(ar.list(&names), "A وB وC");
        assert_eq!(fr.list(&names), "A, B et C");
        assert_eq!(en.list(&names), "A, B and C");
        assert_eq!(en.list(&[]), "");
    }

    #[test]
    fn a_missing_message_shows_itself() {
        let files = [("a.ftl".to_owned(), "a = A { $b }\n".to_owned())];
        let words = Words::parse(Lang::En, &locales::compile(Lang::En, &files, |_| true).unwrap()).unwrap();
        assert_eq!(words.text("no-such-key"), "⟦no-such-key⟧");
        assert_eq!(words.text("a"), "⟦a⟧");
    }
}
