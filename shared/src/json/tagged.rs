use super::Malformed;
use super::plain::Variant;
use serde::de::{Deserialize, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::{Map, Value};

/// An enum whose variant's name was found in a field, as the reader of its plain form takes it.
#[derive(Debug)]
pub struct Tagged {
    name: String,
    fields: Map<String, Value>,
}

/// Reads an enum whose variant is named by the field `tag`; for [`crate::tagged!`].
///
/// # Errors
/// It is no object, has no such field, or is not of the shape of this variant.
pub fn read_tagged<'de, D: Deserializer<'de>, T>(
    tag: &str,
    deserializer: D,
    read: fn(Tagged) -> Result<T, Malformed>,
) -> Result<T, D::Error> {
    let mut fields = Map::<String, Value>::deserialize(deserializer)?;
    let Some(Value::String(name)) = fields.remove(tag) else {
        return Err(D::Error::custom(Malformed));
    };
    read(Tagged { name, fields }).map_err(D::Error::custom)
}

/// Writes an enum, given in its plain form, with the variant's name in the field `tag`; for [`crate::tagged!`].
///
/// # Errors
/// As the serialiser.
pub fn write_tagged<S: Serializer>(
    tag: &str,
    plain: Result<Value, serde_json::Error>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let (name, content) = match plain.map_err(S::Error::custom)? {
        Value::Object(variant) => match variant.into_iter().next() {
            Some(variant) => variant,
            None => return Err(S::Error::custom(Malformed)),
        },
        Value::String(name) => (name, Value::Null),
        _ => return Err(S::Error::custom(Malformed)),
    };
    let mut fields = match content {
        Value::Object(fields) => fields,
        Value::Null => Map::new(),
        // Only variants with named fields, or with none, have a place for the name.
        _ => return Err(S::Error::custom(Malformed)),
    };
    fields.insert(tag.to_owned(), Value::String(name));
    fields.serialize(serializer)
}

impl<'de> Deserializer<'de> for Tagged {
    type Error = Malformed;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Malformed> {
        Err(Malformed)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        visitor.visit_enum(Variant {
            name: self.name,
            content: Some(Value::Object(self.fields)),
        })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
