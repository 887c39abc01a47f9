use super::{Choice, Icon, IconKind, SelectField};
use leptos::{children::ViewFnOnce, prelude::*};
use shared::lang::Lang;
use std::cmp::Ordering;

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its name in the reader's language.
    pub(crate) title: String,
    /// What stands for the name where there is little room; the legend says what it means.
    pub(crate) short: Option<String>,
    /// Whether its cells are numbers, set below one another.
    pub(crate) is_number: bool,
    /// Whether the rows can be put in its order.
    pub(crate) is_sortable: bool,
}

/// By what a cell is put in order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SortKey {
    /// A number, a moment, a duration. Numbers come before texts.
    Number(i64),
    /// Words, already normalised as search does, so that accents and letter forms do not scatter them.
    Text(String),
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableCell {
    /// What is read; exactly what an export holds.
    pub(crate) text: String,
    /// What the eye sees instead, where a legend says what it means.
    pub(crate) mark: Option<CellMark>,
    /// Where it leads.
    pub(crate) href: Option<String>,
    /// The language of the text, where people wrote it.
    pub(crate) lang: Option<Lang>,
    /// By what it is put in order.
    pub(crate) sort_key: SortKey,
}

/// A sign that stands for the words of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CellMark {
    /// The sign before the short text.
    pub(crate) icon: Option<IconKind>,
    /// Figures or a dash, read from left to right.
    pub(crate) text: String,
}

/// One row; its first cell names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableRow {
    /// What identifies it.
    pub(crate) key: String,
    /// One cell per column.
    pub(crate) cells: Vec<TableCell>,
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TableSort {
    /// The index of the column.
    pub(crate) column: usize,
    /// Whether the largest comes first.
    pub(crate) is_descending: bool,
}

impl TableSort {
    /// The order after the head of `column` was pressed: that column, the other way round if it was already that column.
    #[must_use]
    pub(crate) fn pressed(self, column: usize) -> Self {
        Self {
            column,
            is_descending: self.column == column && !self.is_descending,
        }
    }

    /// Puts rows in this order; rows that are equal keep theirs. The page sorts, so that what is on screen is what it exports.
    pub(crate) fn apply(self, rows: &mut [TableRow]) {
        rows.sort_by(|a, b| {
            let order = match (a.cells.get(self.column), b.cells.get(self.column)) {
                (Some(a), Some(b)) => a.sort_key.cmp(&b.sort_key),
                _ => Ordering::Equal,
            };
            if self.is_descending {
                order.reverse()
            } else {
                order
            }
        });
    }
}

/// A table that becomes cards on a phone. The heads of its sortable columns are buttons; on a phone a select stands for
/// them.
#[component]
pub(crate) fn DataTable(
    /// What it shows.
    #[prop(into)]
    caption: Signal<String>,
    /// Its columns.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// Its rows, in the order in which they are shown.
    #[prop(into)]
    rows: Signal<Vec<TableRow>>,
    /// The order they are in.
    #[prop(into)]
    sort: Signal<TableSort>,
    /// Called with the order that is asked for.
    #[prop(into)]
    on_sort: Callback<TableSort>,
    /// The label of the select that sorts on a phone.
    #[prop(into)]
    sort_label: Signal<String>,
    /// What the marks and the short names mean.
    #[prop(optional, into)]
    legend: Option<ViewFnOnce>,
    /// The name of the last column, which holds what can be done with a row.
    #[prop(optional, into)]
    actions_title: Option<Signal<String>>,
    /// What can be done with a row, from its key.
    #[prop(optional, into)]
    actions: Option<Callback<String, AnyView>>,
) -> impl IntoView {
    let heads = move || {
        columns
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, column)| {
                let order = move || {
                    column.is_sortable.then(|| {
                        let sort = sort.get();
                        match (sort.column == index, sort.is_descending) {
                            (false, _) => "none",
                            (true, false) => "ascending",
                            (true, true) => "descending",
                        }
                    })
                };
                let title = if column.is_sortable {
                    view! {
                        <button
                            class="table__sort"
                            type="button"
                            on:click=move |_| on_sort.run(sort.get_untracked().pressed(index))
                        >
                            {head_words(column.title, column.short)}
                        </button>
                    }
                    .into_any()
                } else {
                    head_words(column.title, column.short)
                };
                view! {
                    <th scope="col" class:table__number=column.is_number aria-sort=order>
                        {title}
                    </th>
                }
            })
            .collect_view()
    };
    let body_row = move |row: TableRow| {
        let columns = columns.get();
        let cells = row
            .cells
            .into_iter()
            .zip(columns)
            .enumerate()
            .map(|(index, (cell, column))| body_cell(index == 0, cell, column))
            .collect_view();
        let key = row.key;
        let end = actions.map(|actions| {
            let label = actions_title.map(|title| title.get());
            view! { <td data-label=label>{actions.run(key)}</td> }
        });
        view! {
            <tr>
                {cells} {end}
            </tr>
        }
    };
    let choices = Signal::derive(move || {
        columns
            .get()
            .into_iter()
            .enumerate()
            .filter(|(_, column)| column.is_sortable)
            .map(|(index, column)| Choice::new(index.to_string(), column.title))
            .collect::<Vec<_>>()
    });
    // What is most comes first where cells are figures or marks, as a reader of a short list expects.
    let choose = move |value: String| {
        let Ok(column) = value.parse::<usize>() else {
            return;
        };
        let is_descending = columns.with_untracked(|columns| {
            columns
                .get(column)
                .is_some_and(|column| column.is_number || column.short.is_some())
        });
        on_sort.run(TableSort {
            column,
            is_descending,
        });
    };
    view! {
        <div class="table__sorting no-print">
            <SelectField
                id="table-sort"
                label=sort_label
                choices=choices
                value=Signal::derive(move || sort.get().column.to_string())
                on_change=choose
            />
        </div>
        {legend.map(|legend| view! { <div class="table__legend">{legend.run()}</div> })}
        <div class="table-scroll" role="group" tabindex="0" data-scrolls aria-label=move || caption.get()>
            <table class="table table--cards">
                <caption>{move || caption.get()}</caption>
                <thead>
                    <tr>
                        {heads}
                        {actions
                            .map(|_| {
                                view! {
                                    <th scope="col">
                                        <span class="visually-hidden">
                                            {move || actions_title.map(|title| title.get())}
                                        </span>
                                    </th>
                                }
                            })}
                    </tr>
                </thead>
                <tbody>{move || rows.get().into_iter().map(body_row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// The name of a column for the ear and the export, and its short name for the eye.
fn head_words(title: String, short: Option<String>) -> AnyView {
    match short {
        Some(short) => view! {
            <span class="visually-hidden table__words">{title}</span>
            <span aria-hidden="true">{short}</span>
        }
        .into_any(),
        None => title.into_any(),
    }
}

fn body_cell(names_the_row: bool, cell: TableCell, column: Column) -> AnyView {
    let (lang, dir) = cell.lang.map(|lang| (lang.code(), lang.dir())).unzip();
    // A cell without text stays wholly empty, so that its line is left out of a card.
    let has_mark = cell.mark.is_some();
    let text = (!cell.text.is_empty()).then(|| {
        view! {
            <bdi class:visually-hidden=has_mark class:table__words=has_mark lang=lang dir=dir>
                {cell.text}
            </bdi>
            {cell
                .mark
                .map(|mark| {
                    view! {
                        <span class="table__mark ltr numeric" aria-hidden="true">
                            {mark.icon.map(|icon| view! { <Icon kind=icon /> })} {mark.text}
                        </span>
                    }
                })}
        }
    });
    let content = match cell.href {
        Some(href) => view! { <a href=href>{text}</a> }.into_any(),
        None => text.into_any(),
    };
    if names_the_row {
        view! { <th scope="row">{content}</th> }.into_any()
    } else {
        view! {
            <td
                class:table__number=column.is_number
                class:table__marked=has_mark
                data-label=column.short.unwrap_or(column.title)
            >
                {content}
            </td>
        }
        .into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::{SortKey, TableCell, TableRow, TableSort};

    fn row(key: &str, sort_key: SortKey) -> TableRow {
        let cell = TableCell {
            text: key.to_owned(),
            mark: None,
            href: None,
            lang: None,
            sort_key,
        };
        TableRow {
            key: key.to_owned(),
            cells: vec![cell],
        }
    }

    #[test]
    fn pressing_a_head_twice_turns_its_order_round() {
        let first = TableSort::default().pressed(2);
        assert_eq!((first.column, first.is_descending), (2, false));
        assert!(first.pressed(2).is_descending);
        assert!(!first.pressed(2).pressed(0).is_descending);
    }

    #[test]
    fn numbers_sort_as_numbers_and_equal_rows_keep_their_order() {
        let mut rows = vec![
            row("ten", SortKey::Number(10)),
            row("nine", SortKey::Number(9)),
            row("also ten", SortKey::Number(10)),
        ];
        TableSort {
            column: 0,
            is_descending: true,
        }
        .apply(&mut rows);
        let keys: Vec<&str> = rows.iter().map(|row| row.key.as_str()).collect();
        assert_eq!(keys, ["ten", "also ten", "nine"]);
    }
}
