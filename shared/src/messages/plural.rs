use crate::lang::Lang;

/// A plural category of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Nothing, in Arabic.
    Zero,
    /// One.
    One,
    /// Two, in Arabic.
    Two,
    /// A few, in Arabic: 3 to 10.
    Few,
    /// Many: 11 to 99 in Arabic, millions in French.
    Many,
    /// Anything else.
    Other,
}

impl Category {
    /// The category with this name in a Fluent file.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "zero" => Self::Zero,
            "one" => Self::One,
            "two" => Self::Two,
            "few" => Self::Few,
            "many" => Self::Many,
            "other" => Self::Other,
            _ => return None,
        })
    }
}

/// The categories that a language has, in the order in which a compiled message holds them.
#[must_use]
pub const fn categories(lang: Lang) -> &'static [Category] {
    use Category::{Few, Many, One, Other, Two, Zero};
    match lang {
        Lang::Ar => &[Zero, One, Two, Few, Many, Other],
        Lang::Fr => &[One, Many, Other],
        Lang::En => &[One, Other],
    }
}

/// The category of a counted number, by the cardinal rules of CLDR.
#[must_use]
pub fn category(lang: Lang, number: f64) -> Category {
    let number = number.abs();
    let is_whole = number.trunc() == number;
    match lang {
        Lang::Ar if is_whole => match (number, number % 100.0) {
            (0.0, _) => Category::Zero,
            (1.0, _) => Category::One,
            (2.0, _) => Category::Two,
            (_, 3.0..=10.0) => Category::Few,
            (_, 11.0..=99.0) => Category::Many,
            _ => Category::Other,
        },
        Lang::Fr if number < 2.0 => Category::One,
        Lang::Fr if is_whole && number % 1_000_000.0 == 0.0 => Category::Many,
        Lang::En if number == 1.0 => Category::One,
        _ => Category::Other,
    }
}
