//! As browsers write them for Morocco, on a machine without a browser: with the words of `locales/*/public.ftl`, days by
//! the clock of Morocco.

use super::DateStyle;
use crate::i18n::key_of;
use crate::text;
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorPreferences};
use icu_locale_core::locale;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use locales::without_isolation;
use shared::lang::Lang;
use shared::time::Timestamp;
use std::cmp::Ordering;

/// The clock of Morocco, from the time zone data of the build.
fn zone() -> TimeZone {
    jiff::tz::get!("Africa/Casablanca")
}

fn local(at: Timestamp) -> DateTime {
    zone().to_datetime(jiff::Timestamp::from_millisecond(at.0).unwrap_or_default())
}

pub(super) fn number(lang: Lang, value: f64) -> String {
    let text = value.to_string();
    let (whole, parts) = text
        .split_once('.')
        .map_or((text.as_str(), None), |(a, b)| (a, Some(b)));
    let (group, mark) = match lang {
        Lang::Ar | Lang::Fr => ('.', ','),
        Lang::En => (',', '.'),
    };
    let mut written = String::with_capacity(text.len() * 2);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            written.push(group);
        }
        written.push(digit);
    }
    if let Some(parts) = parts {
        written.push(mark);
        written.push_str(parts);
    }
    written
}

pub(super) fn percent(_lang: Lang, value: f64) -> String {
    without_isolation(&text!("public-percent", number = value.to_string()))
}

pub(super) fn date(_lang: Lang, style: DateStyle, at: Timestamp) -> String {
    let local = local(at);
    let month = text!(key_of("public-month", &local.month().to_string()));
    let (day, year) = (local.day().to_string(), local.year().to_string());
    match style {
        DateStyle::Date | DateStyle::ShortDate => {
            without_isolation(&text!("public-date", day = day, month = month, year = year))
        }
        DateStyle::Month => without_isolation(&text!("public-month-of-year", month = month, year = year)),
        DateStyle::MonthName => month,
        DateStyle::Time => time(&local),
        DateStyle::DateTime => {
            let date = without_isolation(&text!("public-date", day = day, month = month, year = year));
            format!("{date} {}", time(&local))
        }
    }
}

fn time(local: &DateTime) -> String {
    format!("{:02}:{:02}", local.hour(), local.minute())
}

pub(super) fn is_same_day(one: Timestamp, other: Timestamp) -> bool {
    local(one).date() == local(other).date()
}

/// A day as data.
#[cfg(feature = "ssr")]
pub(crate) fn iso_date(at: Timestamp) -> String {
    local(at).date().to_string()
}

/// Noon of a day; the beginning of 1970 for a day that does not exist.
pub(super) fn noon(year: i32, month: u8, day: u8) -> Timestamp {
    let date = i16::try_from(year)
        .ok()
        .zip(i8::try_from(month).ok())
        .zip(i8::try_from(day).ok())
        .and_then(|((year, month), day)| Date::new(year, month, day).ok());
    let noon = date.and_then(|date| zone().to_timestamp(date.at(12, 0, 0, 0)).ok());
    Timestamp(noon.map_or(0, |noon| noon.as_millisecond()))
}

/// No page of the server says how long ago something was: it is kept for longer than that holds.
pub(super) fn ago(_lang: Lang, _value: i32, _unit: &'static str) -> String {
    String::new()
}

pub(super) fn list(_lang: Lang, words: &[String]) -> String {
    let Some((first, rest)) = words.split_first() else {
        return String::new();
    };
    let mut list = first.clone();
    for (place, word) in rest.iter().enumerate() {
        let after = word.clone();
        let joined = if place + 1 == rest.len() {
            text!("public-list-end", before = list, after = after)
        } else {
            text!("public-list-middle", before = list, after = after)
        };
        list = without_isolation(&joined);
    }
    list
}

pub(super) fn compare(lang: Lang, one: &str, other: &str) -> Ordering {
    let locale = match lang {
        Lang::Ar => locale!("ar"),
        Lang::Fr => locale!("fr"),
        Lang::En => locale!("en"),
    };
    let mut preferences = CollatorPreferences::from(locale);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    match Collator::try_new(preferences, CollatorOptions::default()) {
        Ok(collator) => collator.compare(one, other),
        // The data of the three languages is compiled in.
        Err(_) => one.cmp(other),
    }
}
