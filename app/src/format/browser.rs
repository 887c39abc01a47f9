//! Through the browser's Intl.

use js_sys::{Array, Function, Intl, Object, Reflect};
use shared::lang::Lang;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

/// The locale that Intl is asked for. `ar-MA` writes Latin digits.
const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "ar-MA-u-nu-latn",
        Lang::Fr => "fr-MA",
        Lang::En => "en-GB",
    }
}

thread_local! {
    /// Making a collator costs more than using it a hundred times.
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

/// So many minutes or hours ago.
pub(super) fn ago(lang: Lang, value: i32, unit: &'static str) -> String {
    let format = Intl::RelativeTimeFormat::new(&locales(lang), &options(&[("numeric", "always")]));
    format.format(f64::from(-value), unit).into()
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
