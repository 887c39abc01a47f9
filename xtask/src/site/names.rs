//! Shortening the names under which the app's wasm asks for functions of the browser. They end in hashes, which do not
//! compress, and stand in the wasm and in its JavaScript: seven kilobytes of the first download.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::workspace;

/// The module that the functions are asked of; `app.js` answers for it.
const MODULE: &[u8] = b"./app_bg.js";

/// Gives them short names in `app_bg.wasm` and `app.js`.
pub(crate) fn shorten(work: &Path) -> Result<()> {
    let (wasm, glue) = (work.join("app_bg.wasm"), work.join("app.js"));
    let code = workspace::read(&wasm)?;
    let mut short = BTreeMap::new();
    let code = renamed(&code, &mut short).context("app_bg.wasm is not a wasm file as bindgen writes it")?;
    let (text, found) = replaced(&workspace::read_text(&glue)?, &short);
    if found < short.len() {
        bail!("app.js does not have all the functions that app_bg.wasm asks for");
    }
    workspace::write(&wasm, &code)?;
    workspace::write(&glue, text.as_bytes())
}

/// The wasm file with short names in its section of imports; the long names go into `short`, each with its new one.
fn renamed(wasm: &[u8], short: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    const IMPORTS: u8 = 2;
    let (head, mut rest) = wasm.split_at_checked(8)?;
    let mut out = head.to_vec();
    while let Some((&section, after)) = rest.split_first() {
        let mut reader = Reader(after);
        let body = reader.text()?;
        rest = reader.0;
        out.push(section);
        if section == IMPORTS {
            put_text(&mut out, &renamed_imports(body, short)?);
        } else {
            put_text(&mut out, body);
        }
    }
    Some(out)
}

fn renamed_imports(body: &[u8], short: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut reader = Reader(body);
    let count = reader.number()?;
    let mut out = Vec::new();
    put_number(&mut out, count);
    for _ in 0..count {
        let (module, name) = (reader.text()?, reader.text()?);
        put_text(&mut out, module);
        if module == MODULE {
            let name = String::from_utf8(name.to_vec()).ok()?;
            let next = format!("_{}", short.len());
            put_text(&mut out, short.entry(name).or_insert(next).as_bytes());
        } else {
            put_text(&mut out, name);
        }
        let before = reader.0;
        match reader.byte()? {
            // A function, by its type.
            0 => {
                reader.number()?;
            }
            // A table: what it holds, and how many.
            1 => {
                reader.byte()?;
                reader.limits()?;
            }
            2 => reader.limits()?,
            // A global: of which type, and whether it changes.
            3 => {
                reader.byte()?;
                reader.byte()?;
            }
            _ => return None,
        }
        let kind = before.len().checked_sub(reader.0.len())?;
        out.extend_from_slice(before.get(..kind)?);
    }
    reader.0.is_empty().then_some(out)
}

/// The text with each of these identifiers replaced, and how many of them were in it.
fn replaced(text: &str, short: &BTreeMap<String, String>) -> (String, usize) {
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$');
    let mut found = std::collections::BTreeSet::new();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (between, after) = rest.split_at(start);
        let (word, after) =
            after.split_at(after.find(|character| !is_part(character)).unwrap_or(after.len()));
        out.push_str(between);
        match short.get(word) {
            Some(name) => {
                found.insert(word);
                out.push_str(name);
            }
            None => out.push_str(word),
        }
        rest = after;
    }
    out.push_str(rest);
    (out, found.len())
}

/// Reads what wasm files are made of.
struct Reader<'bytes>(&'bytes [u8]);

impl<'bytes> Reader<'bytes> {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    /// Seven bits in each byte, the lowest first.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// Its length, then as many bytes.
    fn text(&mut self) -> Option<&'bytes [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(text)
    }

    fn limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

fn put_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

fn put_text(out: &mut Vec<u8>, text: &[u8]) {
    // No file of the app comes near four gigabytes.
    put_number(out, u32::try_from(text.len()).unwrap_or(u32::MAX));
    out.extend_from_slice(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn import(module: &str, name: &str, kind: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        put_text(&mut out, module.as_bytes());
        put_text(&mut out, name.as_bytes());
        out.extend(kind);
        out
    }

    fn file(imports: &[Vec<u8>]) -> Vec<u8> {
        let mut body = Vec::new();
        put_number(&mut body, u32::try_from(imports.len()).unwrap());
        body.extend(imports.concat());
        let mut file = b"\0asm\x01\0\0\0".to_vec();
        file.push(1);
        put_text(&mut file, &[7; 300]);
        file.push(2);
        put_text(&mut file, &body);
        file.push(10);
        put_text(&mut file, b"code");
        file
    }

    #[test]
    fn only_the_names_of_the_browsers_functions_become_short() {
        let all = |one: &str, two: &str| {
            file(&[
                import("./app_bg.js", one, &[0, 0x85, 1]),
                import("env", "memory", &[2, 1, 17, 0x80, 2]),
                import("env", "table", &[1, 0x70, 0, 9]),
                import("env", "base", &[3, 0x7f, 1]),
                import("./app_bg.js", two, &[0, 3]),
            ])
        };
        let mut short = BTreeMap::new();
        let long = all("__wbg_call_0123456789abcdef", "__wbg_call_fedcba9876543210");
        assert_eq!(renamed(&long, &mut short).unwrap(), all("_0", "_1"));
        assert_eq!(short.len(), 2);
        assert_eq!(renamed(long.get(..long.len() - 1).unwrap(), &mut short), None);
    }

    #[test]
    fn a_name_is_replaced_where_it_stands_alone() {
        let short = [
            ("__wbg_call".to_owned(), "_0".to_owned()),
            ("__wbg_new".to_owned(), "_1".to_owned()),
        ]
        .into();
        let glue = "const i = {\n __wbg_call: function(a) { return __wbg_call2(a, $__wbg_call); },\n \"__wbg_new\": 1 };";
        assert_eq!(
            replaced(glue, &short),
            (
                "const i = {\n _0: function(a) { return __wbg_call2(a, $__wbg_call); },\n \"_1\": 1 };"
                    .to_owned(),
                2
            )
        );
    }
}
