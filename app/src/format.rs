//! Numbers, dates, durations and lists as they are written in Morocco in each language, through the browser's
//! Intl. All of these follow a switch of the language when they are called inside something reactive.

use crate::i18n::{lang, lang_untracked};
use crate::{ids, text};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use shared::lang::Lang;
use shared::time::Timestamp;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;
use wasm_bindgen::{JsCast as _, JsValue};

/// The locale that Intl is asked for. `ar-MA` writes Latin digits and Moroccan month names.
const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "ar-MA-u-nu-latn",
        Lang::Fr => "fr-MA",
        Lang::En => "en-GB",
    }
}

/// What a date shows. Each is one set of Intl options.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum DateStyle {
    Date,
    ShortDate,
    Month,
    MonthName,
    Time,
    DateTime,
}

impl DateStyle {
    const fn options(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Date => &[("dateStyle", "long")],
            Self::ShortDate => &[("day", "numeric"), ("month", "short"), ("year", "numeric")],
            Self::Month => &[("month", "long"), ("year", "numeric")],
            Self::MonthName => &[("month", "long")],
            Self::Time => &[("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")],
            Self::DateTime => &[
                ("day", "numeric"),
                ("month", "long"),
                ("year", "numeric"),
                ("hour", "2-digit"),
                ("minute", "2-digit"),
                ("hourCycle", "h23"),
            ],
        }
    }
}

thread_local! {
    /// Making an Intl formatter costs more than using it a hundred times.
    static NUMBERS: RefCell<BTreeMap<(Lang, &'static str), Function>> = const { RefCell::new(BTreeMap::new()) };
    static DATES: RefCell<BTreeMap<(Lang, DateStyle), Function>> = const { RefCell::new(BTreeMap::new()) };
    /// Ticks once a minute, for "5 minutes ago".
    static MINUTE: ArcRwSignal<u32> = start_minutes();
}

fn start_minutes() -> ArcRwSignal<u32> {
    let minute = ArcRwSignal::new(0_u32);
    let ticking = minute.clone();
    // The clock runs as long as the page: its handle is not kept. Without a browser nothing ticks.
    let _ = set_interval_with_handle(
        move || ticking.update(|n| *n = n.wrapping_add(1)),
        Duration::from_secs(60),
    );
    minute
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object
}

fn locales(lang: Lang) -> Array {
    Array::of1(&locale(lang).into())
}

fn call(function: &Function, value: &JsValue) -> Option<String> {
    function.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}

fn number_with(lang: Lang, style: &'static str, value: f64) -> String {
    if cfg!(not(target_arch = "wasm32")) {
        return value.to_string();
    }
    NUMBERS
        .with_borrow_mut(|cache| {
            let format = cache.entry((lang, style)).or_insert_with(|| {
                Intl::NumberFormat::new(&locales(lang), &options(&[("style", style)])).format()
            });
            call(format, &value.into())
        })
        .unwrap_or_else(|| value.to_string())
}

fn date_with(style: DateStyle, at: Timestamp) -> String {
    let lang = lang();
    DATES
        .with_borrow_mut(|cache| {
            let format = cache.entry((lang, style)).or_insert_with(|| {
                Intl::DateTimeFormat::new(&locales(lang), &options(style.options())).format()
            });
            call(format, &Date::new(&milliseconds(at).into()))
        })
        .unwrap_or_default()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds since 1970 are far below 2^53"
)]
fn milliseconds(at: Timestamp) -> f64 {
    at.0 as f64
}

/// A number: `1 503` in French, `1,503` in English.
pub(crate) fn number(value: impl Into<f64>) -> String {
    // Untracked: messages call this while they follow the language themselves.
    number_with(lang_untracked(), "decimal", value.into())
}

/// A count. Exact up to 2^53.
#[expect(clippy::cast_precision_loss, reason = "nothing here is counted beyond 2^53")]
pub(crate) fn count(value: usize) -> String {
    number_with(lang(), "decimal", value as f64)
}

/// A whole percentage, from 0 to 100: `75 %` in French.
pub(crate) fn percent(value: impl Into<f64>) -> String {
    number_with(lang(), "percent", value.into() / 100.0)
}

/// A day in full: `23 نونبر 2026`.
pub(crate) fn date(at: Timestamp) -> String {
    date_with(DateStyle::Date, at)
}

/// A day for tables, its month shortened.
pub(crate) fn short_date(at: Timestamp) -> String {
    date_with(DateStyle::ShortDate, at)
}

/// A month and its year.
pub(crate) fn month(at: Timestamp) -> String {
    date_with(DateStyle::Month, at)
}

/// The name of a month, from 1 to 12: `ماي`.
pub(crate) fn month_name(month: u8) -> String {
    // The middle of a month is in it in every time zone.
    let date = Date::new_0();
    date.set_full_year_with_month_date(2024, i32::from(month) - 1, 15);
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
    date_with(DateStyle::MonthName, Timestamp(date.get_time() as i64))
}

/// The time of day: `14:05`.
pub(crate) fn time(at: Timestamp) -> String {
    date_with(DateStyle::Time, at)
}

/// The time of day for something of today, the day for anything older.
pub(crate) fn time_or_date(at: Timestamp) -> String {
    MINUTE.with(|minute| minute.track());
    let day = |at: Timestamp| Date::new(&milliseconds(at).into()).to_date_string();
    if day(at) == day(ids::now()) {
        time(at)
    } else {
        date(at)
    }
}

/// A day and the time of day.
pub(crate) fn date_time(at: Timestamp) -> String {
    date_with(DateStyle::DateTime, at)
}

/// A date of which only the year, or the year and the month, may be known: `2024`, `2024-05`, `2024-05-17`.
/// A text that is no such date is given back as it is.
pub(crate) fn partial_date(text: &str) -> String {
    let parts: Vec<Option<f64>> = text.split('-').map(|part| part.parse().ok()).collect();
    let local = |year: f64, month: f64, day: f64| {
        let date = Date::new_0();
        date.set_hours(12);
        date.set_full_year_with_month_date(whole(year), signed(month) - 1, signed(day));
        #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
        Timestamp(date.get_time() as i64)
    };
    match parts.as_slice() {
        [Some(year), Some(month_number)] => month(local(*year, *month_number, 1.0)),
        [Some(year), Some(month_number), Some(day)] => date(local(*year, *month_number, *day)),
        _ => text.to_owned(),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a year")]
fn whole(value: f64) -> u32 {
    value as u32
}

#[expect(clippy::cast_possible_truncation, reason = "a month or a day")]
fn signed(value: f64) -> i32 {
    value as i32
}

/// A moment: relative (`5 minutes ago`) while it is less than a day away, a date from then on.
pub(crate) fn moment(at: Timestamp) -> String {
    MINUTE.with(|minute| minute.track());
    let seconds = (ids::now().0 - at.0) / 1000;
    let lang = lang();
    let (value, unit) = match seconds {
        // A clock that is a little ahead must not announce the future.
        -300..=59 => return text!("common-just-now"),
        60..=3_599 => (seconds / 60, "minute"),
        3_600..=86_399 => (seconds / 3_600, "hour"),
        _ => return date_with(DateStyle::Date, at),
    };
    let value = i32::try_from(value).unwrap_or_default();
    let format = Intl::RelativeTimeFormat::new(&locales(lang), &options(&[("numeric", "always")]));
    format.format(f64::from(-value), unit).into()
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
    let array: Array = words.iter().map(|word| JsValue::from_str(word)).collect();
    let options = options(&[("type", "conjunction")]);
    Intl::ListFormat::new(&locales(lang()), options.unchecked_ref())
        .format(&array)
        .into()
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
    thread_local! {
        static COLLATORS: RefCell<BTreeMap<Lang, Function>> = const { RefCell::new(BTreeMap::new()) };
    }
    let lang = lang();
    COLLATORS.with_borrow_mut(|cache| {
        let compare = cache.entry(lang).or_insert_with(|| {
            Intl::Collator::new(&locales(lang), &options(&[("numeric", "true")])).compare()
        });
        compare
            .call2(&JsValue::UNDEFINED, &one.into(), &other.into())
            .ok()
            .and_then(|order| order.as_f64())
            .and_then(|order| order.partial_cmp(&0.0))
            .unwrap_or_else(|| one.cmp(other))
    })
}
