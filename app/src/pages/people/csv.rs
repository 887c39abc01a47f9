//! A table as a file for spreadsheet programs.

/// Begins the file, so that spreadsheet programs read Arabic and accents as they are.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The rows as comma-separated values (RFC 4180), with the line ends and the mark that spreadsheet programs expect.
pub(super) fn written(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut file = String::from(BYTE_ORDER_MARK);
    for row in rows {
        let line: Vec<String> = row.iter().map(|cell| field(cell)).collect();
        file.push_str(&line.join(","));
        file.push_str("\r\n");
    }
    file
}

fn field(cell: &str) -> String {
    // The marks that isolate directions are for the screen.
    let text: String = cell
        .chars()
        .filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}'))
        .collect();
    // A spreadsheet program would run a text that begins like a formula; an apostrophe makes it a text.
    let is_formula = text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n']);
    let text = if is_formula { format!("'{text}") } else { text };
    if text.contains([',', ';', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    fn rows(cells: &[&[&str]]) -> String {
        written(
            cells
                .iter()
                .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()),
        )
    }

    #[test]
    fn a_spreadsheet_program_sees_the_same_cells() {
        assert_eq!(
            rows(&[&["الاسم", "Rôle"], &["Aït, \"Ali\"", "un\ndeux"]]),
            "\u{feff}الاسم,Rôle\r\n\"Aït, \"\"Ali\"\"\",\"un\ndeux\"\r\n"
        );
    }

    #[test]
    fn a_name_never_becomes_a_formula() {
        for hostile in ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\t=1", "＝1+1"] {
            let file = rows(&[&[hostile]]);
            assert!(file.starts_with("\u{feff}'"), "{file:?}");
        }
        assert_eq!(rows(&[&["a=b"]]), "\u{feff}a=b\r\n");
    }

    #[test]
    fn marks_for_the_screen_stay_on_the_screen() {
        assert_eq!(rows(&[&["\u{2068}=1\u{2069}"]]), "\u{feff}'=1\r\n");
    }
}
