//! TOML as a person would write it: short values on a line, long texts between three quotes.

use crate::unicode::nfc;
use std::fmt::Write;

/// A TOML document while it is written.
#[derive(Default)]
pub(super) struct TomlText {
    out: String,
}

impl TomlText {
    pub(super) fn into_text(self) -> String {
        self.out
    }

    /// A table of its own, after a blank line.
    pub(super) fn header(&mut self, header: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.inner_header(header);
    }

    /// A table that belongs to the one before.
    pub(super) fn inner_header(&mut self, header: &str) {
        self.out.push_str(header);
        self.out.push('\n');
    }

    /// A text of one line; line breaks in it become spaces.
    pub(super) fn line(&mut self, key: &str, text: &str) {
        self.value(key, &quoted(&clean_line(text)));
    }

    /// A text that may have several lines.
    pub(super) fn text(&mut self, key: &str, text: &str) {
        let text = clean_text(text);
        let value = if text.contains('\n') {
            quoted_lines(&text)
        } else {
            quoted(&text)
        };
        self.value(key, &value);
    }

    pub(super) fn number(&mut self, key: &str, number: u64) {
        self.value(key, &number.to_string());
    }

    pub(super) fn truth(&mut self, key: &str, truth: bool) {
        self.value(key, if truth { "true" } else { "false" });
    }

    /// Words of a closed list.
    pub(super) fn words<'w>(&mut self, key: &str, words: impl Iterator<Item = &'w str>) {
        let words: Vec<String> = words.map(quoted).collect();
        self.value(key, &format!("[{}]", words.join(", ")));
    }

    fn value(&mut self, key: &str, value: &str) {
        self.out.push_str(key);
        self.out.push_str(" = ");
        self.out.push_str(value);
        self.out.push('\n');
    }
}

/// Normalisation form C, single line feeds, and no control character.
pub(super) fn clean_text(text: &str) -> String {
    nfc(&text.replace("\r\n", "\n"))
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

/// The same, with a space for every line break and tab.
pub(super) fn clean_line(text: &str) -> String {
    clean_text(text).replace(['\n', '\t'], " ")
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    text.chars().for_each(|c| escape(c, &mut out));
    out.push('"');
    out
}

/// The line break after the opening quotes is not part of the text.
fn quoted_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    out.push_str("\"\"\"\n");
    let mut quotes = 0;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        quotes = if letter == '"' { quotes + 1 } else { 0 };
        match letter {
            '\n' => out.push('\n'),
            // Two quotes may stand as they are, except at the end, where they would join the closing ones.
            '"' if quotes < 3 && letters.peek().is_some() => out.push('"'),
            '"' => {
                out.push_str("\\\"");
                quotes = 0;
            }
            other => escape(other, &mut out),
        }
    }
    out.push_str("\"\"\"");
    out
}

fn escape(letter: char, out: &mut String) {
    match letter {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\t' => out.push_str("\\t"),
        '\n' => out.push_str("\\n"),
        control if control.is_control() => {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{:04X}", u32::from(control));
        }
        other => out.push(other),
    }
}
