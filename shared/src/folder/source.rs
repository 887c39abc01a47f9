//! From bytes to a text that everything else can rely on.

use super::MAX_FILE_BYTES;
use super::problem::{Problem, ProblemReport, Wrong};
use crate::unicode::is_nfc;

/// The text of a file: UTF-8 in normalisation form C, lines ended by a single line feed, no byte-order mark.
/// Reports what is wrong and gives `None` where it cannot be read at all.
pub(super) fn text(path: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Option<String> {
    if bytes.len() > MAX_FILE_BYTES {
        problems.push(Problem::of_file(
            path,
            Wrong::TooLarge {
                limit: MAX_FILE_BYTES,
            },
        ));
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let lines = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            let line = Some(u32::try_from(lines).unwrap_or(u32::MAX));
            problems.push(Problem {
                file: path.to_owned(),
                line,
                what: Wrong::NotUtf8,
            });
            return None;
        }
    };
    let text = text
        .strip_prefix('\u{feff}')
        .unwrap_or(text)
        .replace("\r\n", "\n");
    if !is_nfc(&text) {
        let mut report = ProblemReport::new(path, &text, problems);
        let wrong_lines = (1_u32..).zip(text.lines()).filter(|(_, line)| !is_nfc(line));
        wrong_lines.for_each(|(line, _)| report.at_line(line, Wrong::NotNormalised));
    }
    Some(text)
}

/// Whether a text has a control character that no text needs.
pub(super) fn has_control(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')
}

/// Whether a text is more than one line, or has a control character.
pub(super) fn is_not_a_line(text: &str) -> bool {
    text.chars().any(char::is_control)
}

/// Whether a name has a direction mark that would make it look like another.
pub(super) fn has_direction_mark(name: &str) -> bool {
    name.chars().any(|c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}
