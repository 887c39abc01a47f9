use shared::lang::Lang;

/// A plural category of CLDR, as the messages name it in `{ PLURAL($count) -> [few] … }`.
///
/// The rules are here and not Fluent's own, because those look at the whole number where Arabic counts by its last two
/// digits: 103 is `few`, and they say `other`.
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
    /// Its name in a Fluent file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// The category of a counted number, by the cardinal rules of CLDR.
#[must_use]
pub fn category(lang: Lang, number: f64) -> Category {
    let number = number.abs();
    let is_whole = number.trunc() == number;
    match lang {
        Lang::Ar => match (number, number % 100.0) {
            _ if !is_whole => Category::Other,
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
        Lang::Fr | Lang::En => Category::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_are_those_of_cldr() {
        use Category::{Few, Many, One, Other, Two, Zero};
        let samples: [(Lang, Category, &[f64]); 11] = [
            (Lang::Ar, Zero, &[0.0]),
            (Lang::Ar, One, &[1.0]),
            (Lang::Ar, Two, &[2.0]),
            (Lang::Ar, Few, &[3.0, 10.0, 103.0, 110.0, 1003.0]),
            (Lang::Ar, Many, &[11.0, 26.0, 99.0, 111.0, 1011.0]),
            (
                Lang::Ar,
                Other,
                &[
                    100.0,
                    102.0,
                    200.0,
                    202.0,
                    1000.0,
                    1_000_000.0,
                    0.1,
                    1.7,
                    10.1,
                    2.5,
                ],
            ),
            (Lang::Fr, One, &[0.0, 1.0, 1.5, 0.1]),
            (Lang::Fr, Many, &[1_000_000.0, 2_000_000.0]),
            (
                Lang::Fr,
                Other,
                &[2.0, 17.0, 100.0, 1000.0, 1_000_001.0, 2.0, 3.5, 1_000_000.5],
            ),
            (Lang::En, One, &[1.0]),
            (Lang::En, Other, &[0.0, 2.0, 16.0, 100.0, 1_000_000.0, 0.1, 1.5]),
        ];
        for (lang, wanted, numbers) in samples {
            for number in numbers {
                assert_eq!(category(lang, *number), wanted, "{lang:?} {number}");
                assert_eq!(category(lang, -number), wanted, "{lang:?} -{number}");
            }
        }
    }
}
