use std::borrow::Cow;

/// A value that a message names.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Words, shown as they are.
    Text(Cow<'a, str>),
    /// A number: it chooses the plural.
    Number(f64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {
        $(impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                // Nobody counts beyond 2^53 here; above it the last digits would be rounded.
                Self::Number(number as f64)
            }
        })+
    };
}
numbers!(u8 u16 u32 u64 usize i32 i64 f64);
