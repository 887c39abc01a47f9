//! Shortening the names under which the app's wasm asks for functions of the browser. They end in hashes, which do not
//! compress, and stand in the wasm and in its JavaScript: seven kilobytes of the first download.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Result, bail};
use wasm_bindgen_cli_support::Output;

use crate::workspace;

/// The module that the functions are asked of; `app.js` answers for it.
const MODULE: &str = "./app_bg.js";

/// The long names of the functions, each with its short one.
pub(super) type ShortNames = BTreeMap<String, String>;

/// Gives the functions short names in the wasm.
pub(super) fn shorten_imports(app: &mut Output) -> ShortNames {
    let mut short = ShortNames::new();
    let imports = app.wasm_mut().imports.iter_mut();
    for import in imports.filter(|import| import.module == MODULE) {
        let next = format!("_{}", short.len());
        import.name = short
            .entry(std::mem::take(&mut import.name))
            .or_insert(next)
            .clone();
    }
    short
}

/// Gives the functions the same short names in the JavaScript file.
pub(super) fn shorten_glue(glue: &Path, short: &ShortNames) -> Result<()> {
    let (text, found) = replaced(&workspace::read_text(glue)?, short);
    if found < short.len() {
        bail!("{} lacks functions that the wasm asks for", glue.display());
    }
    workspace::write(glue, text.as_bytes())
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

#[cfg(test)]
mod tests {
    use super::*;

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
