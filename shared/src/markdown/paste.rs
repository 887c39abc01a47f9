//! Markdown from what is pasted out of an office or a page: headings, lists, tables, links, bold and italics stay;
//! colours, fonts, pictures and scripts do not.
//!
//! Word writes its lists as paragraphs with `mso-list` in their style and the mark of each item in a piece whose style
//! says `mso-list:Ignore`; LibreOffice and pages write `ul` and `ol`, often with paragraphs in their items.

/// A piece of what is pasted, as a browser parsed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pasted {
    /// Words.
    Text(String),
    /// An element.
    Element {
        /// Its name in small letters.
        name: String,
        /// Its `style`; empty where it has none.
        style: String,
        /// Its `href`; empty where it has none.
        href: String,
        /// What is in it.
        children: Vec<Pasted>,
    },
}

/// How deep elements are followed. Deeper ones are read as if they were not there, with their words.
const DEPTH: usize = 60;

/// The text of what is pasted. Empty where there are no words in it.
#[must_use]
pub fn from_pasted(pieces: &[Pasted]) -> String {
    let mut writer = Writer::default();
    writer.blocks(pieces, 0);
    writer.end_paragraph();
    writer.blocks.join("\n\n")
}

#[derive(Default)]
struct Writer {
    /// The blocks that are done, each without a blank line in it, save lists, which are one block.
    blocks: Vec<String>,
    /// The words of the paragraph under way.
    line: String,
    /// Whether the last block is a list to which items are added.
    is_in_list: bool,
}

impl Writer {
    fn blocks(&mut self, pieces: &[Pasted], depth: usize) {
        for piece in pieces {
            match piece {
                Pasted::Text(_) => inline(piece, depth, &mut self.line),
                Pasted::Element {
                    name,
                    style,
                    children,
                    ..
                } => self.element(piece, (name, style), children, depth),
            }
        }
    }

    fn element(&mut self, piece: &Pasted, (name, style): (&str, &str), children: &[Pasted], depth: usize) {
        if is_left_out(name, style) {
            return;
        }
        if depth >= DEPTH {
            inline(piece, depth, &mut self.line);
            return;
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_paragraph();
                // The title of a lesson stands above its text.
                let sign = match name {
                    "h1" => "##",
                    "h2" => "###",
                    _ => "####",
                };
                let words = words_of(children, depth);
                if !words.is_empty() {
                    self.put(format!("{sign} {words}"));
                }
            }
            "ul" | "ol" => {
                self.end_paragraph();
                self.list(children, name == "ol", 0, depth);
            }
            "table" => {
                self.end_paragraph();
                self.table(children, depth);
            }
            "blockquote" => {
                self.end_paragraph();
                let quoted = from_pasted(children);
                let lines: Vec<String> = quoted
                    .lines()
                    .map(|line| format!("> {line}").trim_end().to_owned())
                    .collect();
                if !quoted.is_empty() {
                    self.put(lines.join("\n"));
                }
            }
            "p" | "div" | "section" | "article" | "header" | "footer" | "main" | "body" | "html"
            | "center" => {
                self.end_paragraph();
                match word_list_level(style) {
                    Some(level) => self.word_item(children, level, depth),
                    None => {
                        self.blocks(children, depth + 1);
                        self.end_paragraph();
                    }
                }
            }
            "pre" => {
                self.end_paragraph();
                let mut words = String::new();
                raw(children, depth, &mut words);
                let lines: Vec<&str> = words.lines().map(str::trim_end).collect();
                let words = lines.join("\n").trim().to_owned();
                if !words.is_empty() {
                    self.put(words);
                }
            }
            "br" => self.line.push('\n'),
            "hr" => self.end_paragraph(),
            _ if has_blocks(children, depth) => self.blocks(children, depth + 1),
            _ => inline(piece, depth, &mut self.line),
        }
    }

    /// A paragraph of Word that is an item of a list.
    fn word_item(&mut self, children: &[Pasted], level: usize, depth: usize) {
        let mark = mark_of(children, depth);
        // `o` alone is a bullet of Word's second level.
        let is_numbered = mark.starts_with(char::is_alphanumeric) && mark.ends_with(['.', ')', '-']);
        let words = words_of(children, depth);
        self.item(&words, is_numbered, level.saturating_sub(1));
    }

    fn item(&mut self, words: &str, is_numbered: bool, level: usize) {
        let sign = if is_numbered { "1." } else { "-" };
        let indent = "   ".repeat(level.min(6));
        let words = words.replace('\n', &format!("\n{indent}   "));
        let item = format!("{indent}{sign} {words}");
        match self.blocks.last_mut().filter(|_| self.is_in_list) {
            Some(list) => {
                list.push('\n');
                list.push_str(&item);
            }
            None => self.put(item),
        }
        self.is_in_list = true;
    }

    fn list(&mut self, children: &[Pasted], is_numbered: bool, level: usize, depth: usize) {
        for child in children {
            let Pasted::Element { name, children, .. } = child else {
                continue;
            };
            match name.as_str() {
                "li" => {
                    let (lists, words): (Vec<Pasted>, Vec<Pasted>) =
                        children.iter().cloned().partition(is_list);
                    let words = words_of(&words, depth);
                    if !words.is_empty() {
                        self.item(&words, is_numbered, level);
                    }
                    if depth < DEPTH {
                        for list in &lists {
                            if let Pasted::Element { name, children, .. } = list {
                                self.list(children, name == "ol", level + 1, depth + 1);
                            }
                        }
                    }
                }
                "ul" | "ol" if depth < DEPTH => self.list(children, name == "ol", level + 1, depth + 1),
                _ => {}
            }
        }
        if level == 0 {
            self.is_in_list = false;
        }
    }

    fn table(&mut self, children: &[Pasted], depth: usize) {
        let mut rows: Vec<Vec<String>> = Vec::new();
        rows_of(children, depth, &mut rows);
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut lines = Vec::new();
        for (at, mut row) in rows.into_iter().enumerate() {
            row.resize(width, String::new());
            lines.push(format!("| {} |", row.join(" | ")));
            if at == 0 {
                lines.push(format!("|{}", " --- |".repeat(width)));
            }
        }
        if !lines.is_empty() {
            self.put(lines.join("\n"));
        }
    }

    fn put(&mut self, block: String) {
        self.is_in_list = false;
        self.blocks.push(block);
    }

    fn end_paragraph(&mut self) {
        let words = tidy(&std::mem::take(&mut self.line));
        if !words.is_empty() {
            self.put(words);
        }
    }
}

/// Nothing of these is read aloud or printed.
fn is_left_out(name: &str, style: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "head"
            | "meta"
            | "title"
            | "link"
            | "xml"
            | "img"
            | "svg"
            | "object"
            | "iframe"
            | "template"
    ) || style.contains("display:none")
        || style.contains("mso-list:Ignore")
}

fn is_list(piece: &Pasted) -> bool {
    matches!(piece, Pasted::Element { name, .. } if name == "ul" || name == "ol")
}

/// `mso-list:l0 level2 lfo1` is an item of the second level.
fn word_list_level(style: &str) -> Option<usize> {
    let (_, list) = style.split_once("mso-list:")?;
    let (_, level) = list.split_once("level")?;
    let digits: String = level.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The mark that Word wrote before an item.
fn mark_of(pieces: &[Pasted], depth: usize) -> String {
    let mut mark = String::new();
    for piece in pieces {
        if let Pasted::Element { style, children, .. } = piece {
            if style.contains("mso-list:Ignore") {
                let mut words = String::new();
                children.iter().for_each(|child| inline(child, depth, &mut words));
                mark.push_str(words.trim());
            } else if depth < DEPTH {
                mark.push_str(&mark_of(children, depth + 1));
            }
        }
    }
    mark
}

fn has_blocks(pieces: &[Pasted], depth: usize) -> bool {
    pieces.iter().any(|piece| match piece {
        Pasted::Text(_) => false,
        Pasted::Element { name, children, .. } => {
            matches!(
                name.as_str(),
                "p" | "div"
                    | "ul"
                    | "ol"
                    | "table"
                    | "blockquote"
                    | "pre"
                    | "h1"
                    | "h2"
                    | "h3"
                    | "h4"
                    | "h5"
                    | "h6"
                    | "section"
                    | "article"
            ) || depth < DEPTH && has_blocks(children, depth + 1)
        }
    })
}

fn rows_of(pieces: &[Pasted], depth: usize, rows: &mut Vec<Vec<String>>) {
    for piece in pieces {
        let Pasted::Element { name, children, .. } = piece else {
            continue;
        };
        match name.as_str() {
            "tr" => {
                let cells = children.iter().filter_map(|cell| match cell {
                    Pasted::Element { name, children, .. } if name == "td" || name == "th" => {
                        let words = words_of(children, depth);
                        Some(words.replace('\n', " ").replace('|', "\\|"))
                    }
                    _ => None,
                });
                rows.push(cells.collect());
            }
            _ if depth < DEPTH => rows_of(children, depth + 1, rows),
            _ => {}
        }
    }
}

fn words_of(pieces: &[Pasted], depth: usize) -> String {
    let mut words = String::new();
    pieces.iter().for_each(|piece| inline(piece, depth, &mut words));
    tidy(&words)
}

/// The words of a piece with their marks, in one line save where it breaks one.
fn inline(piece: &Pasted, depth: usize, line: &mut String) {
    match piece {
        Pasted::Text(words) => {
            for c in words.chars() {
                match c {
                    // What is pasted means no marks.
                    '*' | '\\' => line.extend(['\\', c]),
                    c if c.is_whitespace() => line.push(' '),
                    c => line.push(c),
                }
            }
        }
        Pasted::Element {
            name,
            style,
            href,
            children,
        } => {
            if is_left_out(name, style) {
                return;
            }
            if name == "br" {
                line.push('\n');
                return;
            }
            let mut inner = String::new();
            if depth < DEPTH * 2 {
                children
                    .iter()
                    .for_each(|child| inline(child, depth + 1, &mut inner));
            }
            let is_block = matches!(name.as_str(), "p" | "div" | "li" | "td" | "th" | "tr");
            if is_block && !line.trim_end().is_empty() && !inner.trim().is_empty() {
                line.push(' ');
            }
            match name.as_str() {
                "b" | "strong" if !style.contains("font-weight:normal") => around("**", &inner, line),
                "i" | "em" => around("*", &inner, line),
                "a" if is_address(href) && !inner.trim().is_empty() => {
                    let words = inner.trim().replace('[', "\\[").replace(']', "\\]");
                    line.push_str(&format!("[{words}]({href})"));
                }
                _ => line.push_str(&inner),
            }
        }
    }
}

/// The words as they are written, in their lines.
fn raw(pieces: &[Pasted], depth: usize, words: &mut String) {
    for piece in pieces {
        match piece {
            Pasted::Text(text) => words.push_str(text),
            Pasted::Element { name, .. } if name == "br" => words.push('\n'),
            Pasted::Element { children, .. } if depth < DEPTH => raw(children, depth + 1, words),
            Pasted::Element { .. } => {}
        }
    }
}

/// A mark stands beside the words, not beside the blanks around them, where it would not count.
fn around(sign: &str, words: &str, line: &mut String) {
    let inner = words.trim();
    if inner.is_empty() {
        line.push_str(words);
        return;
    }
    let before = words.len() - words.trim_start().len();
    // A sign between punctuation and a letter closes nothing, so the punctuation stands behind it.
    let marked = inner.trim_end_matches([':', '،', '؛', '.', ',', ';', '!', '?', '؟']);
    let marked = if marked.is_empty() { inner } else { marked };
    let after = before + marked.len();
    let is_continued = before == 0
        && line.ends_with(sign)
        && !["*", "\\"]
            .iter()
            .any(|other| line.ends_with(&format!("{other}{sign}")));
    if is_continued {
        // Offices cut what is bold into pieces.
        line.truncate(line.len() - sign.len());
    } else {
        line.push_str(words.get(..before).unwrap_or_default());
        line.push_str(sign);
    }
    line.push_str(marked);
    line.push_str(sign);
    line.push_str(words.get(after..).unwrap_or_default());
}

fn is_address(href: &str) -> bool {
    let is_plain = !href.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>'));
    is_plain
        && ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| href.starts_with(scheme))
}

/// Blanks single, none at the ends of lines, no blank lines.
fn tidy(words: &str) -> String {
    let lines = words
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests;
