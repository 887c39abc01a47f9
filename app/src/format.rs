//! Numbers, dates, durations and lists as they are written in Morocco in each language, by Morocco's legal time: the same
//! in a browser and on the server, whatever zone and locale the machine has. Only the order of words and "5 minutes ago"
//! are asked of the browser. All of these follow a switch of the language when they are called inside something reactive.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use browser as platform;
#[cfg(not(target_arch = "wasm32"))]
use native as platform;

use crate::i18n::{key_of, lang};
use crate::{ids, text};
use leptos::prelude::*;
use locales::without_isolation;
use shared::figures;
use shared::records::PartialDate;
use shared::time::{Ago, Day, Precision, Timestamp};
use std::time::Duration;

thread_local! {
    /// Ticks once a minute, for "5 minutes ago".
    static MINUTE: ArcRwSignal<u32> = start_minutes();
}

fn start_minutes() -> ArcRwSignal<u32> {
    let minute = ArcRwSignal::new(0_u32);
    if cfg!(target_arch = "wasm32") {
        let ticking = minute.clone();
        // The clock runs as long as the page: its handle is not kept.
        let _ = set_interval_with_handle(
            move || ticking.update(|n| *n = n.wrapping_add(1)),
            Duration::from_secs(60),
        );
    }
    minute
}

/// A number: `1 503` in French, `1,503` in English.
pub(crate) fn number(value: impl Into<f64>) -> String {
    figures::written(lang(), value.into())
}

/// A count. Exact up to 2^53.
#[expect(clippy::cast_precision_loss, reason = "nothing here is counted beyond 2^53")]
pub(crate) fn count(value: usize) -> String {
    number(value as f64)
}

/// A whole percentage, from 0 to 100: `75 %` in French.
pub(crate) fn percent(value: impl Into<f64>) -> String {
    without_isolation(&text!("format-percent", number = value.into()))
}

/// The day of an instant in full: `23 نونبر 2026`.
pub(crate) fn date(at: Timestamp) -> String {
    day(at.legal_day())
}

/// A day in full: `1er juin 2026`.
fn day(day: Day) -> String {
    without_isolation(&text!(
        "format-date",
        day = day.day,
        month = month_name(day.month),
        // Years are no quantities: they are written without a sign between their digits.
        year = day.year.to_string()
    ))
}

/// The name of a month, from 1 to 12: `ماي`.
pub(crate) fn month_name(month: u8) -> String {
    text!(key_of("format-month", &month.to_string()))
}

/// The time of day: `14:05`.
pub(crate) fn time(at: Timestamp) -> String {
    let (hour, minute) = at.legal_time();
    format!("{hour:02}:{minute:02}")
}

/// The time of day for something of today, the day for anything older.
pub(crate) fn time_or_date(at: Timestamp) -> String {
    MINUTE.with(|minute| minute.track());
    if at.legal_day() == ids::now().legal_day() {
        time(at)
    } else {
        date(at)
    }
}

/// A day and the time of day.
pub(crate) fn date_time(at: Timestamp) -> String {
    without_isolation(&text!("format-date-time", date = date(at), time = time(at)))
}

/// A date of which only the year, or the year and the month, may be known: `2024`, `2024-05`, `2024-05-17`.
/// A text that is no such date is given back as it is.
pub(crate) fn partial_date(text: &str) -> String {
    let date = PartialDate(text.to_owned());
    match date.parts() {
        _ if !date.is_valid() => text.to_owned(),
        (Some(year), Some(month), Some(number)) => day(Day {
            year,
            month,
            day: number,
        }),
        (Some(year), Some(month), None) => without_isolation(&text!(
            "format-month-of-year",
            month = month_name(month),
            year = year.to_string()
        )),
        _ => text.to_owned(),
    }
}

/// A moment: relative (`5 minutes ago`) while it is less than a day away, a date from then on.
pub(crate) fn moment(at: Timestamp) -> String {
    ago(at, Precision::Exact)
}

/// A moment of which only the hour is kept.
pub(crate) fn moment_within_its_hour(at: Timestamp) -> String {
    ago(at, Precision::Hour)
}

fn ago(at: Timestamp, precision: Precision) -> String {
    MINUTE.with(|minute| minute.track());
    match at.ago(ids::now(), precision) {
        Ago::Now => text!("common-just-now"),
        Ago::WithinTheHour => text!("common-within-the-hour"),
        Ago::Minutes(minutes) => platform::ago(lang(), minutes.into(), "minute"),
        Ago::Hours(hours) => platform::ago(lang(), hours.into(), "hour"),
        Ago::On(that) => day(that),
    }
}

/// A duration in words: `45 minutes`, `1 h 20`.
pub(crate) fn minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => text!("common-minutes", minutes = minutes),
        (hours, 0) => text!("common-hours", hours = hours),
        (hours, minutes) => text!("common-hours-minutes", hours = hours, minutes = minutes),
    }
}

/// Words joined as a sentence joins them: `a, b et c`.
pub(crate) fn list(words: &[String]) -> String {
    let Some((first, rest)) = words.split_first() else {
        return String::new();
    };
    let mut list = first.clone();
    for (place, word) in rest.iter().enumerate() {
        let joined = if place + 1 == rest.len() {
            text!("format-list-end", before = list, after = word.clone())
        } else {
            text!("format-list-middle", before = list, after = word.clone())
        };
        list = without_isolation(&joined);
    }
    list
}

/// How many bytes, for people: `250 kB`.
pub(crate) fn bytes(bytes: f64) -> String {
    let kilobytes = (bytes / 1000.0).ceil();
    let tenths_of = |unit: f64| (kilobytes / unit * 10.0).round() / 10.0;
    if kilobytes < 1000.0 {
        text!("common-kilobytes", size = kilobytes)
    } else if kilobytes < 1_000_000.0 {
        text!("common-megabytes", size = tenths_of(1_000.0))
    } else {
        text!("common-gigabytes", size = tenths_of(1_000_000.0))
    }
}

/// Compares two texts as a dictionary of the current language does.
pub(crate) fn compare(one: &str, other: &str) -> std::cmp::Ordering {
    platform::compare(lang(), one, other)
}

#[cfg(test)]
mod tests;
