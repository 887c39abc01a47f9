//! Markdown as the hub writes it: CommonMark with tables and task lists, read into plain data.
//!
//! Nobody builds HTML from a person's text: the app turns this tree into views and the server's public pages
//! turn it into escaped text. What a tree cannot express cannot be shown, so raw HTML stays text, an image
//! becomes its description, and a link is either one of the few kinds in [`LinkTarget`] or its words and its address.
//!
//! Lists and bold text as offices type them are read as they were meant (see `office.rs`), and a line break is kept:
//! a browser shows it to the person who types it.
//!
//! The position of a block in [`Document::blocks`] is its paragraph number: a reading position refers to it, and
//! a translation that keeps the same blocks keeps the reader's place.

mod address;
mod answer;
mod ast;
mod build;
mod lesson_links;
mod link;
mod office;
mod paste;
mod plain;
mod read_text;
mod title;

pub use answer::is_answer;
pub use ast::{Alignment, Block, Cell, Document, Inline, ListItem, Task};
pub use lesson_links::{lesson_links, with_lesson_links};
pub use link::LinkTarget;
pub use office::tidy_lists;
pub use paste::{Pasted, from_pasted};
pub use plain::{excerpt, inline_text};
pub use read_text::{ReadText, digest};
pub use title::{join_title, split_title};

use pulldown_cmark::{Options, Parser};
use std::borrow::Cow;

/// How much of a text is read for its marks, in bytes. A lesson of the starter library has about 5,000; beyond
/// this limit the words are kept and their marks are shown as typed, so that a hostile text costs a bounded time.
pub const MAX_MARKED_BYTES: usize = 128 * 1024;

/// How many quotes and lists may stand one in another. Deeper ones are opened up into the last allowed one.
pub const MAX_NESTED_BLOCKS: usize = 16;

/// How deep a tree may be in all, blocks and marks of text together. Every function that walks a tree may recurse.
pub const MAX_DEPTH: usize = 48;

/// The widest table that is kept as a table. A wider one becomes one paragraph per cell.
pub const MAX_TABLE_COLUMNS: usize = 24;

/// Reads a text. Every text is a document: there is no such thing as invalid Markdown.
#[must_use]
pub fn parse(source: &str) -> Document {
    let (marked, beyond) = split_at_line(source, MAX_MARKED_BYTES);
    let marked = tidy_lists(marked).map_or(Cow::Borrowed(marked), Cow::Owned);
    let marked = office::pair_bold(&marked);
    let marked = build::without_towers(&marked);
    let events = Parser::new_ext(&marked, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS);
    let mut blocks = build::blocks(events);
    blocks.extend(as_typed(beyond));
    Document { blocks }
}

/// Cuts after the last line that ends within `limit` bytes, or at the last whole character of a longer line.
fn split_at_line(source: &str, limit: usize) -> (&str, &str) {
    if source.len() <= limit {
        return (source, "");
    }
    let (head, _) = source.split_at(source.floor_char_boundary(limit));
    source.split_at(head.rfind('\n').map_or(head.len(), |end_of_line| end_of_line + 1))
}

/// Text beyond the limit, as paragraphs without marks.
fn as_typed(text: &str) -> impl Iterator<Item = Block> {
    text.split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| Block::Paragraph(vec![Inline::Text(paragraph)]))
}

#[cfg(test)]
mod tests;
