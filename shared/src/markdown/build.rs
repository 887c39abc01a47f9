//! From the parser's events to the tree, without recursion.
//!
//! The parser is a state machine and copes with any nesting; the tree must not be deeper than what recursive
//! walkers can afford. Beyond the bounds a mark is passed over and its words go to the innermost open block.

use pulldown_cmark::{Alignment as Column, CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};
use std::borrow::Cow;

use super::address::{link_bare, with_address};
use super::ast::{Alignment, Block, Cell, Inline, ListItem, Task};
use super::link::LinkTarget;
use super::office::INNER;
use super::plain::inline_text;
use super::{MAX_DEPTH, MAX_NESTED_BLOCKS, MAX_TABLE_COLUMNS};

/// Breaks lines that open more quotes and lists than any writer means: the parser walks every open container for
/// every line, so a tower of thousands would cost quadratic time. Only the marks beyond the bound are escaped.
pub(super) fn without_towers(source: &str) -> Cow<'_, str> {
    const MOST: usize = 4 * MAX_NESTED_BLOCKS;
    if !source.lines().any(|line| opening_marks(line).nth(MOST).is_some()) {
        return Cow::Borrowed(source);
    }
    let mut calm = String::with_capacity(source.len() + 64);
    for line in source.split_inclusive('\n') {
        match opening_marks(line).nth(MOST) {
            Some(position) => {
                let (kept, tower) = line.split_at(position);
                calm.push_str(kept);
                calm.push('\\');
                calm.push_str(tower);
            }
            None => calm.push_str(line),
        }
    }
    Cow::Owned(calm)
}

/// Where a line's leading marks open a quote or a list: `>`, a bullet before a space, a number with its stop.
fn opening_marks(line: &str) -> impl Iterator<Item = usize> + '_ {
    line.char_indices()
        .take_while(|(_, c)| {
            matches!(c, '>' | '-' | '+' | '*' | ' ' | '\t' | '.' | ')') || c.is_ascii_digit()
        })
        .zip(line.chars().skip(1).chain(['\n']))
        .filter(|((_, c), next)| match c {
            '>' => true,
            '-' | '+' | '*' | '.' | ')' => next.is_whitespace(),
            _ => false,
        })
        .map(|((position, _), _)| position)
}

/// Builds the blocks of a document.
pub(super) fn blocks<'a>(events: impl Iterator<Item = Event<'a>>) -> Vec<Block> {
    let mut builder = Builder {
        open: Vec::new(),
        root: Frame::new(Kind::Root),
        passed_over: 0,
    };
    for event in events {
        builder.take(event);
    }
    builder.finish()
}

/// Something that was opened and not closed yet.
struct Frame {
    kind: Kind,
    /// Finished blocks inside a container.
    blocks: Vec<Block>,
    /// Running text; in a container, the text of a paragraph that has no mark of its own.
    inlines: Vec<Inline>,
}

enum Kind {
    Root,
    Paragraph,
    Heading(u8),
    Quote,
    List {
        start: Option<u64>,
        items: Vec<ListItem>,
    },
    Item(Option<Task>),
    Code {
        language: String,
    },
    Html,
    Table {
        alignments: Vec<Alignment>,
        header: Vec<Cell>,
        rows: Vec<Vec<Cell>>,
        row: Vec<Cell>,
    },
    Cell,
    Strong,
    Emphasis,
    /// A link; only its address when it leads where a link may not.
    Link(Result<LinkTarget, String>),
    Image,
}

impl Frame {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            blocks: Vec::new(),
            inlines: Vec::new(),
        }
    }

    fn is_container(&self) -> bool {
        matches!(self.kind, Kind::Root | Kind::Quote | Kind::Item(_))
    }

    fn push_text(&mut self, text: &str) {
        if text.contains(INNER) {
            return self.push_text(&text.replace(INNER, ""));
        }
        if let Some(Inline::Text(last)) = self.inlines.last_mut() {
            last.push_str(text);
        } else if !text.is_empty() {
            self.inlines.push(Inline::Text(text.to_owned()));
        }
    }

    fn push_inlines(&mut self, content: Vec<Inline>) {
        for inline in content {
            match inline {
                Inline::Text(text) => self.push_text(&text),
                other => self.inlines.push(other),
            }
        }
    }

    /// Ends the paragraph that a tight list or an opened-up container left without a mark.
    fn end_paragraph(&mut self) {
        if let Some(paragraph) = paragraph(std::mem::take(&mut self.inlines)) {
            self.blocks.push(paragraph);
        }
    }

    fn push_block(&mut self, block: Block) {
        self.end_paragraph();
        self.blocks.push(block);
    }
}

struct Builder {
    root: Frame,
    open: Vec<Frame>,
    /// How many marks are open beyond the bounds.
    passed_over: usize,
}

impl Builder {
    fn top(&mut self) -> &mut Frame {
        self.open.last_mut().unwrap_or(&mut self.root)
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.top().push_text(&text),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.top().inlines.push(Inline::Code(text.into_string()));
            }
            Event::SoftBreak | Event::HardBreak => self.top().inlines.push(Inline::Break),
            Event::Rule => {
                if self.top().is_container() {
                    self.top().push_block(Block::Rule);
                }
            }
            Event::TaskListMarker(done) => self.mark_task(if done { Task::Done } else { Task::Open }),
            Event::FootnoteReference(name) => self.top().push_text(&format!("[^{name}]")),
        }
    }

    fn mark_task(&mut self, task: Task) {
        let item = self
            .open
            .iter_mut()
            .rev()
            .find_map(|frame| match &mut frame.kind {
                Kind::Item(mark) => Some(mark),
                _ => None,
            });
        match item {
            Some(mark) if self.passed_over == 0 => *mark = Some(task),
            _ => self
                .top()
                .push_text(if task == Task::Done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        if self.passed_over > 0 || !self.has_room_for(&tag) {
            self.passed_over += 1;
            return;
        }
        let kind = match tag {
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { level, .. } => Kind::Heading(heading_level(level)),
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(kind) => Kind::Code {
                language: language(&kind),
            },
            Tag::HtmlBlock => Kind::Html,
            Tag::List(start) => Kind::List {
                start,
                items: Vec::new(),
            },
            Tag::Item => Kind::Item(None),
            Tag::Table(columns) => Kind::Table {
                alignments: columns.iter().map(alignment).collect(),
                header: Vec::new(),
                rows: Vec::new(),
                row: Vec::new(),
            },
            Tag::TableCell => Kind::Cell,
            Tag::Strong => Kind::Strong,
            Tag::Emphasis => Kind::Emphasis,
            Tag::Link {
                link_type, dest_url, ..
            } => Kind::Link(link_target(link_type, &dest_url)),
            Tag::Image { .. } => Kind::Image,
            Tag::TableHead | Tag::TableRow => return,
            // The options that produce the others are off.
            _ => {
                self.passed_over += 1;
                return;
            }
        };
        self.open.push(Frame::new(kind));
    }

    fn has_room_for(&self, tag: &Tag<'_>) -> bool {
        match tag {
            Tag::BlockQuote(_) | Tag::List(_) => {
                let containers = self
                    .open
                    .iter()
                    .filter(|f| matches!(f.kind, Kind::Quote | Kind::List { .. }));
                containers.count() < MAX_NESTED_BLOCKS
            }
            Tag::Table(columns) => columns.len() <= MAX_TABLE_COLUMNS,
            Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. } => self.open.len() < MAX_DEPTH,
            _ => true,
        }
    }

    fn end(&mut self, tag: TagEnd) {
        if self.passed_over > 0 {
            self.passed_over -= 1;
            // Words of different blocks do not run together even where the blocks themselves are passed over.
            if self.top().is_container() {
                self.top().end_paragraph();
            }
            return;
        }
        match tag {
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(tag == TagEnd::TableHead),
            _ => {
                if let Some(frame) = self.open.pop() {
                    self.close(frame);
                }
            }
        }
    }

    fn end_row(&mut self, is_header: bool) {
        if let Kind::Table {
            header, rows, row, ..
        } = &mut self.top().kind
        {
            let cells = std::mem::take(row);
            if is_header {
                *header = cells;
            } else {
                rows.push(cells);
            }
        }
    }

    fn close(&mut self, mut frame: Frame) {
        if frame.is_container() {
            frame.end_paragraph();
        }
        let Frame {
            kind,
            blocks,
            inlines,
        } = frame;
        let parent = self.top();
        match kind {
            Kind::Root => {}
            Kind::Paragraph | Kind::Html => {
                if let Some(block) = paragraph(inlines) {
                    parent.push_block(block);
                }
            }
            Kind::Heading(level) => parent.push_block(Block::Heading {
                level,
                content: link_bare(inlines),
            }),
            Kind::Quote => parent.push_block(quote_or_aside(blocks)),
            Kind::List { start, items } => parent.push_block(Block::List { start, items }),
            Kind::Item(task) => {
                if let Kind::List { items, .. } = &mut parent.kind {
                    items.push(ListItem { task, blocks });
                }
            }
            Kind::Code { language } => {
                parent.push_block(Block::Code {
                    language,
                    text: inline_text(&inlines),
                });
            }
            Kind::Table {
                alignments,
                header,
                rows,
                ..
            } => {
                parent.push_block(Block::Table {
                    alignments,
                    header,
                    rows,
                });
            }
            Kind::Cell => {
                if let Kind::Table { row, .. } = &mut parent.kind {
                    row.push(link_bare(inlines));
                }
            }
            Kind::Strong => parent.inlines.push(Inline::Strong(inlines)),
            Kind::Emphasis => parent.inlines.push(Inline::Emphasis(inlines)),
            Kind::Link(Ok(to)) => parent.inlines.push(Inline::Link { to, content: inlines }),
            Kind::Link(Err(address)) => parent.push_inlines(with_address(inlines, &address)),
            Kind::Image => parent.push_text(&inline_text(&inlines)),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        while let Some(frame) = self.open.pop() {
            self.close(frame);
        }
        self.root.end_paragraph();
        self.root.blocks
    }
}

/// A paragraph, unless there is nothing to read in it.
fn paragraph(mut content: Vec<Inline>) -> Option<Block> {
    if let Some(Inline::Text(last)) = content.last_mut() {
        last.truncate(last.trim_end_matches('\n').len());
    }
    let is_empty = content.iter().all(|inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break => true,
        _ => false,
    });
    (!is_empty).then(|| Block::Paragraph(link_bare(content)))
}

/// A quotation that opens with bold words is an aside, and the bold words are its label.
fn quote_or_aside(mut blocks: Vec<Block>) -> Block {
    let Some(Block::Paragraph(content)) = blocks.first_mut() else {
        return Block::Quote(blocks);
    };
    let Some(Inline::Strong(bold)) = content.first() else {
        return Block::Quote(blocks);
    };
    let words = inline_text(bold);
    let label = words
        .trim()
        .trim_end_matches(['.', ':', '\u{a0}', '\u{202f}', ' ']);
    if label.is_empty() {
        return Block::Quote(blocks);
    }
    let label = label.to_owned();
    content.remove(0);
    if let Some(Inline::Text(text)) = content.first_mut() {
        *text = text.trim_start().to_owned();
        if text.is_empty() {
            content.remove(0);
        }
    }
    if content.is_empty() {
        blocks.remove(0);
    }
    Block::Aside {
        label,
        content: blocks,
    }
}

fn link_target(kind: LinkType, address: &str) -> Result<LinkTarget, String> {
    let target = match kind {
        LinkType::Email => LinkTarget::parse(&format!("mailto:{address}")),
        _ => LinkTarget::parse(address),
    };
    target.ok_or_else(|| address.to_owned())
}

fn language(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Indented => String::new(),
        CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default().to_owned(),
    }
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn alignment(column: &Column) -> Alignment {
    match column {
        Column::None => Alignment::Natural,
        Column::Left => Alignment::Start,
        Column::Center => Alignment::Center,
        Column::Right => Alignment::End,
    }
}
