//! Reading the types of the domain from JSON, with little code.
//!
//! Derived readers are written out once for every reader of text, values and buffered content that they meet, and in
//! an app that people download over a weak network those copies were a third of all code. Everything that the app
//! reads therefore comes through one reader, [`from_value`], whose one error has no words: they would be written out
//! for each field, and nobody in front of the app could use them. The server, which has to explain itself, may read
//! the same types with `serde_json`.

mod known;
mod plain;
mod tagged;

pub use known::{known_entries, known_items};
pub use plain::{Malformed, from_value};
pub use tagged::{read_tagged, write_tagged};

use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads JSON text.
///
/// # Errors
/// It is no JSON, or not of this shape.
pub fn from_str<T: DeserializeOwned>(text: &str) -> Result<T, Malformed> {
    serde_json::from_str::<Value>(text)
        .map_err(|_| Malformed)
        .and_then(from_value)
}

/// Gives an enum the JSON form with the name of the variant in a field among the variant's own fields:
/// `{"what": "comment", "experience": …, "comment": …}`. The enum derives the plain form with
/// `#[serde(remote = "Self")]`. The form that serde derives for `tag` buffers everything in types of its own.
#[macro_export]
macro_rules! tagged {
    ($type:ty, $tag:literal) => {
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::json::write_tagged(
                    $tag,
                    <$type>::serialize(self, ::serde_json::value::Serializer),
                    serializer,
                )
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::json::read_tagged($tag, deserializer, |variant| <$type>::deserialize(variant))
            }
        }
    };
}

#[cfg(test)]
mod tests;
