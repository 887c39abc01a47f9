use crate::components::{Column, TableRow};
use crate::download::{self, NotDownloaded};
use crate::i18n::lang_untracked;
use shared::spreadsheet;

/// Saves exactly what is on the screen: these columns, these rows, in this order and these words.
pub(super) fn save(name: &str, columns: &[Column], rows: &[TableRow]) -> Result<(), NotDownloaded> {
    let head = columns.iter().map(|column| column.title.clone()).collect();
    let body = rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect());
    let file = spreadsheet::written(lang_untracked(), std::iter::once(head).chain(body));
    download::save_text(name, "text/csv;charset=utf-8", &file)
}
