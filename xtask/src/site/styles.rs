//! Joining the style sheets into one, in the order that `style/order.txt` gives.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::workspace;

/// One style sheet without comments and needless spaces.
pub(crate) fn bundle() -> Result<String> {
    let folder = workspace::root().join("style");
    let order = workspace::read_text(&folder.join("order.txt"))?;
    let mut missing: BTreeSet<String> = workspace::files_below(&folder)?
        .iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "css"))
        .map(|file| {
            file.strip_prefix(&folder)
                .unwrap_or(file)
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let mut css = String::new();
    for name in order
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        css.push_str(&workspace::read_text(&folder.join(name))?);
        css.push('\n');
        missing.remove(name);
    }
    if !missing.is_empty() {
        bail!(
            "style/order.txt does not name {}: a sheet that is in no order would silently do nothing",
            missing.into_iter().collect::<Vec<_>>().join(", ")
        );
    }
    Ok(squeeze(&css))
}

/// Removes comments and the white space that means nothing. Strings stay as they are.
fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut characters = css.chars().peekable();
    // White space is held back until the next character says whether it separates anything.
    let mut space = false;
    while let Some(character) = characters.next() {
        match character {
            '/' if characters.peek() == Some(&'*') => {
                characters.next();
                let mut before = ' ';
                for inside in characters.by_ref() {
                    if before == '*' && inside == '/' {
                        break;
                    }
                    before = inside;
                }
                space = true;
            }
            white if white.is_ascii_whitespace() => space = true,
            quote @ ('"' | '\'') => {
                put(&mut out, quote, &mut space);
                while let Some(inside) = characters.next() {
                    out.push(inside);
                    if inside == '\\' {
                        out.extend(characters.next());
                    } else if inside == quote {
                        break;
                    }
                }
            }
            other => put(&mut out, other, &mut space),
        }
    }
    out
}

fn put(out: &mut String, character: char, space: &mut bool) {
    let joins = |c: char| matches!(c, '{' | '}' | ';' | ',');
    // A colon swallows the space behind it only: before it, a space is a descendant in a selector.
    let needless = joins(character) || out.ends_with(|c: char| joins(c) || c == ':') || out.is_empty();
    if *space && !needless {
        out.push(' ');
    }
    *space = false;
    if character == '}' && out.ends_with(';') {
        out.pop();
    }
    out.push(character);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_nothing_goes_and_what_means_something_stays() {
        let cases = [
            ("a { color : red ; }\n", "a{color :red}"),
            (
                "/* why */ .a  .b,\n.c :hover { margin: 0 auto; }",
                ".a .b,.c :hover{margin:0 auto}",
            ),
            (
                "a::before { content: \"/* kept  */\\\" \"; }",
                "a::before{content:\"/* kept  */\\\" \"}",
            ),
            (
                "@media (width >= 60em) and (a) { }",
                "@media (width >= 60em) and (a){}",
            ),
            ("a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}"),
            ("a/* x */b{}", "a b{}"),
            (":root { --empty: ; --x: 1 }", ":root{--empty:;--x:1}"),
        ];
        for (css, expected) in cases {
            assert_eq!(squeeze(css), expected);
        }
    }
}
