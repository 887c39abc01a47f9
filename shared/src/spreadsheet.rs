//! A table as a file for spreadsheet programs.

use crate::lang::Lang;

/// Begins the file, so that spreadsheet programs read Arabic and accents as they are.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// What a spreadsheet program expects between cells: where the comma is the sign before decimals, a semicolon.
const fn separator(lang: Lang) -> char {
    match lang {
        Lang::Ar | Lang::Fr => ';',
        Lang::En => ',',
    }
}

/// The rows as separated values (RFC 4180 but for the separator), with the line ends and the mark that spreadsheet
/// programs expect.
#[must_use]
pub fn written(lang: Lang, rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let separator = String::from(separator(lang));
    let mut file = String::from(BYTE_ORDER_MARK);
    for row in rows {
        let line: Vec<String> = row.iter().map(|cell| field(cell)).collect();
        file.push_str(&line.join(&separator));
        file.push_str("\r\n");
    }
    file
}

/// Marks of direction and joints of words: they are for the screen, and a cell that has them equals no other.
const fn is_for_the_screen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn field(cell: &str) -> String {
    let text: String = cell
        .chars()
        .filter(|letter| !is_for_the_screen(*letter))
        .map(|letter| match letter {
            // Blanks that keep a line together, in numbers too.
            '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => ' ',
            letter => letter,
        })
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
    use super::*;
    use rstest::rstest;

    fn rows(lang: Lang, cells: &[&[&str]]) -> String {
        written(
            lang,
            cells
                .iter()
                .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()),
        )
    }

    #[rstest]
    #[case(Lang::En, "\u{feff}الاسم,Rôle\r\n\"Aït, \"\"Ali\"\"\",\"un\ndeux\"\r\n")]
    #[case(Lang::Fr, "\u{feff}الاسم;Rôle\r\n\"Aït, \"\"Ali\"\"\";\"un\ndeux\"\r\n")]
    #[case(Lang::Ar, "\u{feff}الاسم;Rôle\r\n\"Aït, \"\"Ali\"\"\";\"un\ndeux\"\r\n")]
    fn a_spreadsheet_program_sees_the_same_cells(#[case] lang: Lang, #[case] file: &str) {
        assert_eq!(
            rows(lang, &[&["الاسم", "Rôle"], &["Aït, \"Ali\"", "un\ndeux"]]),
            file
        );
    }

    #[test]
    fn a_name_never_becomes_a_formula() {
        for hostile in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            " =1+1",
            "\t=1",
            "＝1+1",
            "\u{200e}=1",
            "\u{a0}=1",
        ] {
            let file = rows(Lang::En, &[&[hostile]]);
            assert!(file.starts_with("\u{feff}'"), "{file:?}");
        }
        assert_eq!(rows(Lang::En, &[&["a=b"]]), "\u{feff}a=b\r\n");
    }

    #[rstest]
    #[case::isolated("\u{2068}Ali\u{2069}", "Ali")]
    #[case::percentage("75\u{200e}%\u{200e}", "75%")]
    #[case::percentage_with_a_blank("75\u{202f}%", "75 %")]
    #[case::number("1\u{202f}503", "1 503")]
    #[case::soft_hyphen("inter\u{ad}communal", "intercommunal")]
    #[case::a_joint_that_is_part_of_the_word("می\u{200c}خواهم", "می\u{200c}خواهم")]
    fn marks_for_the_screen_stay_on_the_screen(#[case] cell: &str, #[case] written: &str) {
        assert_eq!(rows(Lang::En, &[&[cell]]), format!("\u{feff}{written}\r\n"));
    }
}
