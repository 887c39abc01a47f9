//! Through the browser's Intl.

use super::DateStyle;
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use shared::lang::Lang;
use shared::time::Timestamp;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use wasm_bindgen::{JsCast as _, JsValue};

/// The locale that Intl is asked for. `ar-MA` writes Latin digits and Moroccan month names.
const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "ar-MA-u-nu-latn",
        Lang::Fr => "fr-MA",
        Lang::En => "en-GB",
    }
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
    static COLLATORS: RefCell<BTreeMap<Lang, Function>> = const { RefCell::new(BTreeMap::new()) };
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
    NUMBERS
        .with_borrow_mut(|cache| {
            let format = cache.entry((lang, style)).or_insert_with(|| {
                Intl::NumberFormat::new(&locales(lang), &options(&[("style", style)])).format()
            });
            call(format, &value.into())
        })
        .unwrap_or_else(|| value.to_string())
}

pub(super) fn number(lang: Lang, value: f64) -> String {
    number_with(lang, "decimal", value)
}

pub(super) fn percent(lang: Lang, value: f64) -> String {
    number_with(lang, "percent", value / 100.0)
}

pub(super) fn date(lang: Lang, style: DateStyle, at: Timestamp) -> String {
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

pub(super) fn is_same_day(one: Timestamp, other: Timestamp) -> bool {
    let day = |at: Timestamp| Date::new(&milliseconds(at).into()).to_date_string();
    day(one) == day(other)
}

/// Noon of a day, which is in that day in every time zone.
pub(super) fn noon(year: i32, month: u8, day: u8) -> Timestamp {
    let date = Date::new_0();
    date.set_hours(12);
    date.set_full_year_with_month_date(year.unsigned_abs(), i32::from(month) - 1, i32::from(day));
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
    Timestamp(date.get_time() as i64)
}

/// So many minutes or hours ago.
pub(super) fn ago(lang: Lang, value: i32, unit: &'static str) -> String {
    let format = Intl::RelativeTimeFormat::new(&locales(lang), &options(&[("numeric", "always")]));
    format.format(f64::from(-value), unit).into()
}

pub(super) fn list(lang: Lang, words: &[String]) -> String {
    let array: Array = words.iter().map(|word| JsValue::from_str(word)).collect();
    let options = options(&[("type", "conjunction")]);
    Intl::ListFormat::new(&locales(lang), options.unchecked_ref())
        .format(&array)
        .into()
}

pub(super) fn compare(lang: Lang, one: &str, other: &str) -> Ordering {
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
