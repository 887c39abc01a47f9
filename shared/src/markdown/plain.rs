//! The words of a text without its marks: for search, summaries, feeds and page descriptions.

use super::ast::{Block, Document, Inline};
use crate::unicode::is_combining_mark;

impl Document {
    /// The words, one line per paragraph, heading, item, row of a table or line of code.
    #[must_use]
    pub fn to_plain_text(&self) -> String {
        let mut out = String::new();
        write_blocks(&self.blocks, &mut out);
        out
    }
}

impl Block {
    /// The words of this block alone.
    #[must_use]
    pub fn to_plain_text(&self) -> String {
        let mut out = String::new();
        write_block(self, &mut out);
        out
    }
}

/// The words of running text.
#[must_use]
pub fn inline_text(content: &[Inline]) -> String {
    let mut out = String::new();
    write_inlines(content, &mut out);
    out
}

fn write_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        end_line(out);
        write_block(block, out);
    }
}

fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

fn write_block(block: &Block, out: &mut String) {
    match block {
        Block::Heading { content, .. } | Block::Paragraph(content) => write_inlines(content, out),
        Block::List { items, .. } => {
            for item in items {
                write_blocks(&item.blocks, out);
            }
        }
        Block::Quote(content) => write_blocks(content, out),
        Block::Aside { label, content } => {
            out.push_str(label);
            write_blocks(content, out);
        }
        Block::Table { header, rows, .. } => {
            for row in std::iter::once(header).chain(rows) {
                end_line(out);
                for (column, cell) in row.iter().enumerate() {
                    if column > 0 {
                        out.push(' ');
                    }
                    write_inlines(cell, out);
                }
            }
        }
        Block::Code { text, .. } => out.push_str(text.trim_end()),
        Block::Rule => {}
    }
}

fn write_inlines(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(content) | Inline::Emphasis(content) | Inline::Link { content, .. } => {
                write_inlines(content, out);
            }
            Inline::Break => out.push(' '),
        }
    }
}

/// The beginning of a text in at most `limit` visible characters, cut between words and closed with `…`.
///
/// A vowel sign or an accent belongs to its letter: it is neither counted nor cut off. A single word longer than
/// the limit is cut between letters. Line breaks become spaces.
#[must_use]
pub fn excerpt(text: &str, limit: usize) -> String {
    let mut out = String::new();
    let mut visible = 0;
    for word in text.split_whitespace() {
        let separator = usize::from(!out.is_empty());
        let length = word.chars().filter(|c| is_visible(*c)).count();
        if visible + separator + length > limit {
            if out.is_empty() {
                out.extend(first_letters(word, limit));
            }
            out.truncate(out.trim_end_matches([',', ';', ':', '،', '؛']).len());
            out.push('…');
            return out;
        }
        if separator == 1 {
            out.push(' ');
        }
        out.push_str(word);
        visible += separator + length;
    }
    out
}

/// Whether a character takes a place of its own: marks, joiners and direction signs do not.
fn is_visible(character: char) -> bool {
    !is_combining_mark(character) && !matches!(character, '\u{200c}'..='\u{200f}' | '\u{2066}'..='\u{2069}')
}

fn first_letters(word: &str, limit: usize) -> impl Iterator<Item = char> + '_ {
    let mut visible = 0;
    word.chars().take_while(move |c| {
        visible += usize::from(is_visible(*c));
        visible <= limit
    })
}
