//! Named texts of an address: pieces of its path, or what is asked after the question mark.

/// Names with their texts, as they were meant: what an address has to escape is read back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ParamsMap(Vec<(String, String)>);

impl ParamsMap {
    /// What stands after the question mark, without it.
    pub(super) fn of_query(query: &str) -> Self {
        let mut map = Self::default();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, text) = pair.split_once('=').unwrap_or((pair, ""));
            let [name, text] = [name, text].map(|part| unescaped(&part.replace('+', " ")));
            // A form sends each box that is ticked by itself.
            match map.0.iter_mut().find(|(held, _)| *held == name) {
                Some((_, held)) => {
                    held.push(',');
                    held.push_str(&text);
                }
                None => map.0.push((name, text)),
            }
        }
        map
    }

    /// Adds a piece of a path.
    pub(super) fn insert(&mut self, name: &str, piece: &str) {
        self.0.push((name.to_owned(), unescaped(piece)));
    }

    /// The first text of this name.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        self.get_str(name).map(ToOwned::to_owned)
    }

    /// The same, lent.
    pub(crate) fn get_str(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(held, _)| held == name);
        found.map(|(_, text)| text.as_str())
    }
}

/// A text as it stands in the query of an address.
#[cfg(target_arch = "wasm32")]
pub(crate) fn escaped(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// A text as it stands in the query of an address.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn escaped(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// Reads `%d9%85` back. What is escaped wrongly stands as it is.
fn unescaped(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut after = rest.clone();
        let digits = (byte == b'%').then(|| Some((hex(after.next()?)?, hex(after.next()?)?)));
        match digits.flatten() {
            Some((high, low)) => {
                bytes.push(high << 4 | low);
                rest = after;
            }
            None => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_read_as_it_was_meant() {
        let map =
            ParamsMap::of_query("q=%D8%B7%D9%86%D8%AC%D8%A9+2026&principle=a&principle=b&empty&x=1%3D2");
        assert_eq!(map.get_str("q"), Some("طنجة 2026"));
        assert_eq!(map.get("principle").as_deref(), Some("a,b"));
        assert_eq!(map.get_str("empty"), Some(""));
        assert_eq!(map.get_str("x"), Some("1=2"));
        assert_eq!(map.get_str("nothing"), None);
        assert_eq!(ParamsMap::of_query(""), ParamsMap::default());
    }

    #[test]
    fn what_is_escaped_wrongly_stands_as_it_is() {
        for wrong in ["100%", "%zz", "%d9", "%e9t%e9", "a%2"] {
            let mut map = ParamsMap::default();
            map.insert("piece", wrong);
            assert_eq!(map.get_str("piece"), Some(wrong));
        }
    }
}
