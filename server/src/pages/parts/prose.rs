use crate::pages::html::{Element, Node, el, text};
use shared::lang::Lang;
use shared::markdown::{self, Alignment, Block, Cell, Inline, LinkTarget, ListItem, Task, inline_text};

/// How a text is drawn on its page.
pub(in crate::pages) struct Reading<'a> {
    /// The start of the ids of its blocks, unique on the page.
    pub(in crate::pages) id_prefix: &'a str,
    /// By how many levels headings are lowered.
    pub(in crate::pages) heading_shift: u8,
    /// Where links to lessons and pages of the hub lead; one that resolves to nothing is shown as its words.
    pub(in crate::pages) resolve: &'a dyn Fn(&LinkTarget) -> Option<String>,
    /// What stands at the end of an aside with these words.
    pub(in crate::pages) aside_end: &'a dyn Fn(&str) -> Option<Element>,
}

/// A text written in Markdown, as the tree that the app draws as well.
pub(in crate::pages) fn prose(source: &str, lang: Lang, reading: &Reading<'_>) -> Element {
    let document = markdown::parse(source);
    let blocks = document.blocks.iter().enumerate().map(|(index, block)| {
        let id = format!("{}-{index}", reading.id_prefix);
        reading.block(block, Some(id))
    });
    el("div")
        .class("prose")
        .attr("lang", lang.code())
        .attr("dir", lang.dir())
        .children(blocks)
}

impl Reading<'_> {
    fn nested(&self, blocks: &[Block]) -> Vec<Element> {
        blocks.iter().map(|block| self.block(block, None)).collect()
    }

    fn block(&self, block: &Block, id: Option<String>) -> Element {
        let element = match block {
            Block::Heading { level, content } => el(heading(level.saturating_add(self.heading_shift)))
                .attr("dir", "auto")
                .children(self.line(content)),
            Block::Paragraph(content) => el("p").attr("dir", "auto").children(self.line(content)),
            Block::List { start, items } => self.list(*start, items),
            Block::Quote(content) => el("blockquote").children(self.nested(content)),
            Block::Aside { label, content } => {
                let label = el("strong").text(label.as_str());
                el("div")
                    .class("prose__aside")
                    .attr("role", "note")
                    .child(
                        el("p")
                            .class("prose__aside-label")
                            .attr("dir", "auto")
                            .child(label),
                    )
                    .children(self.nested(content))
                    .children((self.aside_end)(&plain_words(content)))
            }
            Block::Table {
                alignments,
                header,
                rows,
            } => self.table(alignments, header, rows),
            Block::Code { text, .. } => el("pre")
                .attr("tabindex", "0")
                .attr("data-scrolls", "")
                .child(el("code").text(text.as_str())),
            Block::Rule => el("hr"),
        };
        element.attr_if("id", id)
    }

    fn list(&self, start: Option<u64>, items: &[ListItem]) -> Element {
        let is_task_list = items.iter().all(|item| item.task.is_some());
        let list = match start {
            _ if is_task_list => el("ul").class("task-list").attr("role", "list"),
            Some(start) => {
                let start = i32::try_from(start).ok().filter(|start| *start != 1);
                el("ol").attr_if("start", start.map(|start| start.to_string()))
            }
            None => el("ul"),
        };
        list.children(items.iter().map(|item| self.item(item)))
    }

    fn item(&self, item: &ListItem) -> Element {
        let content = self.nested(&item.blocks);
        let Some(task) = item.task else {
            return el("li").children(content);
        };
        let words = item.blocks.first().map(Block::to_plain_text);
        let tick = el("input")
            .attr("type", "checkbox")
            .attr_if("checked", (task == Task::Done).then_some(""))
            .attr_if("aria-label", words);
        el("li")
            .child(tick)
            .child(el("div").class("task-list__text").children(content))
    }

    fn table(&self, alignments: &[Alignment], header: &[Cell], rows: &[Vec<Cell>]) -> Element {
        let name = header
            .iter()
            .map(|cell| inline_text(cell))
            .collect::<Vec<_>>()
            .join(" · ");
        let class_of = |column: usize| match alignments.get(column) {
            Some(Alignment::Center) => Some("table__center"),
            Some(Alignment::End) => Some("table__end"),
            Some(Alignment::Natural | Alignment::Start) | None => None,
        };
        let cell = |element: Element, (column, cell): (usize, &Cell)| {
            element
                .attr_if("class", class_of(column))
                .attr("dir", "auto")
                .children(self.line(cell))
        };
        let heads = header
            .iter()
            .enumerate()
            .map(|content| cell(el("th").attr("scope", "col"), content));
        let body = rows
            .iter()
            .map(|row| el("tr").children(row.iter().enumerate().map(|content| cell(el("td"), content))));
        let table = el("table")
            .class("table")
            .child(el("thead").child(el("tr").children(heads)))
            .child(el("tbody").children(body));
        el("div")
            .class("table-scroll")
            .attr("role", "group")
            .attr("tabindex", "0")
            .attr("data-scrolls", "")
            .attr("aria-label", name)
            .child(table)
    }

    fn line(&self, content: &[Inline]) -> Vec<Node> {
        content.iter().flat_map(|inline| self.inline(inline)).collect()
    }

    fn inline(&self, inline: &Inline) -> Vec<Node> {
        let one = |element: Element| vec![element.into()];
        match inline {
            Inline::Text(words) => vec![text(words.as_str())],
            Inline::Strong(content) => one(el("strong").children(self.line(content))),
            Inline::Emphasis(content) => one(el("em").children(self.line(content))),
            Inline::Code(words) => one(el("code").attr("dir", "ltr").text(words.as_str())),
            Inline::Link { to, content } => self.link(to, content),
            Inline::Break => one(el("br")),
        }
    }

    fn link(&self, to: &LinkTarget, content: &[Inline]) -> Vec<Node> {
        let words = self.line(content);
        let is_outside = matches!(to, LinkTarget::Web(_));
        let address = match to {
            LinkTarget::Web(_) | LinkTarget::Mail(_) | LinkTarget::Phone(_) => Some(to.address()),
            LinkTarget::Lesson(_) | LinkTarget::Page(_) => (self.resolve)(to),
        };
        match address {
            // What people link to may not learn from which page a reader came.
            Some(address) => vec![
                el("a")
                    .attr("href", address)
                    .attr_if("rel", is_outside.then_some("external noreferrer"))
                    .children(words)
                    .into(),
            ],
            None => words,
        }
    }
}

/// The words of an aside, as they would be copied.
fn plain_words(content: &[Block]) -> String {
    let blocks: Vec<String> = content.iter().map(Block::to_plain_text).collect();
    blocks.join("\n\n")
}

/// A heading of the text; the page keeps the first level for its own title.
const fn heading(level: u8) -> &'static str {
    match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::html::write;

    fn written(source: &str) -> String {
        let reading = Reading {
            id_prefix: "block",
            heading_shift: 0,
            resolve: &|target| match target {
                LinkTarget::Lesson(number) => Some(format!("/fr/learn/m/lesson-{number}")),
                _ => None,
            },
            aside_end: &|_| None,
        };
        let mut out = String::new();
        write(&[prose(source, Lang::Fr, &reading).into()], &mut out);
        out
    }

    #[test]
    fn a_text_is_drawn_as_the_app_draws_it() {
        let page =
            written("## A & B\n\nSee **this** [lesson](lesson:02), [there](/nowhere).\n\n- [x] done\n");
        for part in [
            "<div class=\"prose\" lang=\"fr\" dir=\"ltr\">",
            "<h2 dir=\"auto\" id=\"block-0\">A &amp; B</h2>",
            "<strong>this</strong> <a href=\"/fr/learn/m/lesson-2\">lesson</a>, there.",
            "<input type=\"checkbox\" checked=\"\" aria-label=\"done\">",
        ] {
            assert!(page.contains(part), "{part}\nis not in\n{page}");
        }
    }

    #[test]
    fn markup_in_a_text_stays_text() {
        let page = written("<script>x</script> [a](javascript:x) ![i](https://a.ma/i.png)");
        assert!(
            !page.contains("<script") && !page.contains("javascript:\"") && !page.contains("<img"),
            "{page}"
        );
    }
}
