//! The tree: plain data, bounded in depth, with nothing in it that a page could execute.

use super::link::LinkTarget;
use serde::{Deserialize, Serialize};

/// A text that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The blocks at the top, in order. The index of a block is its paragraph number.
    pub blocks: Vec<Block>,
}

/// One block of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading inside the text; the text's own title is apart (see [`super::split_title`]).
    Heading {
        /// 1 to 6, as typed. The page decides which level it shows for it.
        level: u8,
        /// The words of the heading.
        content: Vec<Inline>,
    },
    /// A paragraph, never empty.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The number of the first item of a numbered list; `None` for bullets.
        start: Option<u64>,
        /// The items, in order.
        items: Vec<ListItem>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A quotation that opens with bold words (`> **Example.** …`): an example, a template, an exercise.
    Aside {
        /// The bold words without their closing stop.
        label: String,
        /// What follows them.
        content: Vec<Block>,
    },
    /// A table. Every row has as many cells as the header.
    Table {
        /// One per column.
        alignments: Vec<Alignment>,
        /// The cells of the first row.
        header: Vec<Cell>,
        /// The other rows.
        rows: Vec<Vec<Cell>>,
    },
    /// Text kept exactly as typed, with its line breaks.
    Code {
        /// The first word after the fence, often empty.
        language: String,
        /// The text.
        text: String,
    },
    /// A line between two parts.
    Rule,
}

/// What a cell of a table holds.
pub type Cell = Vec<Inline>;

/// One item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListItem {
    /// Whether the item is one to tick.
    pub task: Option<Task>,
    /// The blocks of the item: most often one paragraph.
    pub blocks: Vec<Block>,
}

/// The box of a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// `- [ ]`
    Open,
    /// `- [x]`
    Done,
}

/// How a column is set. Start and end follow the direction of the text; Markdown's left means start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alignment {
    /// As the page does it.
    Natural,
    /// Where a line begins.
    Start,
    /// In the middle.
    Center,
    /// Where a line ends.
    End,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Important words.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Words kept as typed.
    Code(String),
    /// Words that lead somewhere.
    Link {
        /// Where to: always one of the allowed kinds.
        to: LinkTarget,
        /// The words.
        content: Vec<Inline>,
    },
    /// A line break that the author asked for.
    Break,
}
