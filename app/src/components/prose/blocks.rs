use super::drawing::{AsideText, Drawing};
use super::inlines;
use leptos::prelude::*;
use shared::markdown::{Alignment, Block, Cell, Inline, ListItem, Task, inline_text, is_answer};

/// The blocks of a whole text, each with the id that a reading position refers to.
pub(super) fn top_level(blocks: &[Block], drawing: Drawing) -> Vec<AnyView> {
    let with_id = |(index, block)| {
        let id = format!("{}-{index}", drawing.id_prefix.get_value());
        draw(block, Some(id), drawing)
    };
    blocks.iter().enumerate().map(with_id).collect()
}

fn nested(blocks: &[Block], drawing: Drawing) -> Vec<AnyView> {
    blocks.iter().map(|block| draw(block, None, drawing)).collect()
}

fn draw(block: &Block, id: Option<String>, drawing: Drawing) -> AnyView {
    match block {
        Block::Heading { level, content } => heading(level + drawing.heading_shift, id, content, drawing),
        Block::Paragraph(content) => view! { <p id=id>{inlines::draw(content, drawing)}</p> }.into_any(),
        Block::List { start, items } => list(*start, items, id, drawing),
        Block::Quote(content) => {
            view! { <blockquote id=id>{nested(content, drawing)}</blockquote> }.into_any()
        }
        Block::Aside { label, content } => aside(label, content, id, drawing),
        Block::Table {
            alignments,
            header,
            rows,
        } => table(alignments, header, rows, id, drawing),
        Block::Code { text, .. } => view! {
            <pre id=id tabindex="0" data-scrolls>
                <code>{text.clone()}</code>
            </pre>
        }
        .into_any(),
        Block::Rule => view! { <hr id=id /> }.into_any(),
    }
}

/// A heading of the text; the page keeps the first level for its own title.
fn heading(level: u8, id: Option<String>, content: &[Inline], drawing: Drawing) -> AnyView {
    let words = inlines::draw(content, drawing);
    match level {
        0..=2 => view! { <h2 id=id>{words}</h2> }.into_any(),
        3 => view! { <h3 id=id>{words}</h3> }.into_any(),
        4 => view! { <h4 id=id>{words}</h4> }.into_any(),
        5 => view! { <h5 id=id>{words}</h5> }.into_any(),
        _ => view! { <h6 id=id>{words}</h6> }.into_any(),
    }
}

fn list(start: Option<u64>, items: &[ListItem], id: Option<String>, drawing: Drawing) -> AnyView {
    let is_task_list = items.iter().all(|item| item.task.is_some());
    let views: Vec<AnyView> = items.iter().map(|item| list_item(item, drawing)).collect();
    match start {
        _ if is_task_list => view! { <ul id=id class="task-list" role="list">{views}</ul> }.into_any(),
        // A list from one needs no attribute; `start` is a number of HTML, at most 32 bits wide.
        Some(start) => {
            let start = i32::try_from(start)
                .ok()
                .filter(|start| *start != 1)
                .map(|start| start.to_string());
            view! { <ol id=id start=start>{views}</ol> }.into_any()
        }
        None => view! { <ul id=id>{views}</ul> }.into_any(),
    }
}

fn list_item(item: &ListItem, drawing: Drawing) -> AnyView {
    let content = nested(&item.blocks, drawing);
    match item.task {
        None => view! { <li>{content}</li> }.into_any(),
        // The box can be ticked while one works through the list; the page may keep the ticks.
        Some(task) => {
            let words = item.blocks.first().map(Block::to_plain_text).unwrap_or_default();
            let is_written_done = task == Task::Done;
            let is_ticked = drawing
                .ticks
                .and_then(|ticks| ticks.kept.run(words.clone()))
                .unwrap_or(is_written_done);
            let ticked = words.clone();
            let tick = move |event| {
                if let Some(ticks) = drawing.ticks {
                    ticks.on_tick.run((ticked.clone(), event_target_checked(&event)));
                }
            };
            view! {
                <li>
                    <input type="checkbox" checked=is_ticked aria-label=words on:change=tick />
                    <div class="task-list__text">{content}</div>
                </li>
            }
            .into_any()
        }
    }
}

fn aside(label: &str, content: &[Block], id: Option<String>, drawing: Drawing) -> AnyView {
    let end = drawing.aside_end.map(|aside_end| {
        let text = content
            .iter()
            .map(Block::to_plain_text)
            .collect::<Vec<_>>()
            .join("\n\n");
        let copied = AsideText {
            label: label.to_owned(),
            text,
        };
        view! { <div class="prose__copy">{aside_end.run(copied)}</div> }
    });
    if is_answer(label) {
        return view! {
            <details class="disclosure prose__answer" id=id>
                <summary>{label.to_owned()}</summary>
                <div class="disclosure__body">{nested(content, drawing)}</div>
            </details>
        }
        .into_any();
    }
    view! {
        <div class="prose__aside" id=id role="note">
            <p class="prose__aside-label">
                <strong>{label.to_owned()}</strong>
            </p>
            {nested(content, drawing)}
            {end}
        </div>
    }
    .into_any()
}

fn table(
    alignments: &[Alignment],
    header: &[Cell],
    rows: &[Vec<Cell>],
    id: Option<String>,
    drawing: Drawing,
) -> AnyView {
    // The heads name the table for a screen reader; the text has no other name for it.
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
    let heads = header
        .iter()
        .enumerate()
        .map(|(column, cell)| {
            view! { <th scope="col" class=class_of(column)>{inlines::draw(cell, drawing)}</th> }
        })
        .collect_view();
    let body = rows
        .iter()
        .map(|row| {
            let cells = row
                .iter()
                .enumerate()
                .map(
                    |(column, cell)| view! { <td class=class_of(column)>{inlines::draw(cell, drawing)}</td> },
                )
                .collect_view();
            view! { <tr>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="table-scroll" id=id role="group" tabindex="0" data-scrolls aria-label=name>
            <table class="table">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}
