//! Text as people bring it from offices and messengers, read as they meant it.
//!
//! CommonMark knows `-`, `*`, `+`, `1.` and `1)` before a plain blank; a word processor leaves other bullets, other
//! digits and no-break spaces. Bold text has to touch letters on its inner side, which Arabic prefixes and « » prevent.

use crate::figures;
use std::borrow::Cow;

/// Stands on the inner side of `**` while a text is parsed, so that the marks are read as a pair; a noncharacter, which
/// Unicode keeps for such internal use.
pub(super) const INNER: char = '\u{fdd0}';

/// The same text with its lists as Markdown writes them; `None` when there is nothing to change.
///
/// A line is an item of a list when it begins with a bullet of a word processor or a number before `-`, `)`, `.`, `/` or
/// `°`, in any digits, and a blank of any kind. Without the blank (`-text`, `1-text`) a line beside it has to be an item
/// too. Fenced code stays as it is.
#[must_use]
pub fn tidy_lists(source: &str) -> Option<String> {
    let lines: Vec<&str> = source.split_inclusive('\n').collect();
    let marks: Vec<Option<Mark<'_>>> = lines.iter().map(|line| mark_of(line)).collect();
    let is_item = |place: Option<usize>| {
        place
            .and_then(|place| marks.get(place))
            .is_some_and(Option::is_some)
    };
    let mut out = String::with_capacity(source.len().saturating_add(64));
    let mut fence = None;
    let mut is_below_item = false;
    for (place, (line, mark)) in lines.iter().zip(&marks).enumerate() {
        let opens = ["```", "~~~"]
            .into_iter()
            .find(|mark| line.trim_start().starts_with(mark));
        match (fence, opens) {
            (None, Some(_)) => fence = opens,
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        let has_neighbour = || is_item(place.checked_sub(1)) || is_item(place.checked_add(1));
        let mark = mark
            .as_ref()
            .filter(|mark| fence.is_none() && (!mark.is_tight || has_neighbour()));
        let Some(mark) = mark else {
            is_below_item &= !line.trim().is_empty();
            out.push_str(line);
            continue;
        };
        match &mark.kind {
            Kind::Markdown => {
                out.push_str(line);
                is_below_item = true;
                continue;
            }
            Kind::Bullet => out.push_str("- "),
            // A word processor's second level.
            Kind::SecondBullet if is_below_item => out.push_str("  - "),
            Kind::SecondBullet => out.push_str("- "),
            Kind::Number(number) => {
                out.push_str(number);
                out.push_str(". ");
            }
        }
        is_below_item = true;
        out.push_str(mark.words);
    }
    (out != source).then_some(out)
}

struct Mark<'a> {
    kind: Kind,
    /// Whether the words follow without a blank.
    is_tight: bool,
    /// The words with their line break.
    words: &'a str,
}

enum Kind {
    /// As CommonMark has it already.
    Markdown,
    Bullet,
    SecondBullet,
    Number(String),
}

fn mark_of(line: &str) -> Option<Mark<'_>> {
    let text = line.trim_start_matches(|c: char| c != '\n' && (c.is_whitespace() || is_direction(c)));
    let first = text.chars().next()?;
    let is_office = matches!(
        first,
        '•' | '◦'
            | '▪'
            | '▫'
            | '●'
            | '○'
            | '■'
            | '□'
            | '◆'
            | '◼'
            | '‣'
            | '·'
            | '➢'
            | '➤'
            | '✓'
            | '✔'
            | '❖'
            | '–'
            | '—'
            | '\u{f0a7}'
            | '\u{f0b7}'
            | '\u{f0d8}'
            | '\u{f0fc}'
            | '\u{f076}'
    );
    let (kind, after) = if is_office {
        (Kind::Bullet, text.get(first.len_utf8()..)?)
    } else if first == 'o' {
        (Kind::SecondBullet, text.get(1..)?)
    } else if matches!(first, '-' | '*' | '+') {
        (Kind::Bullet, text.get(1..)?)
    } else {
        number_of(text)?
    };
    let words = after.trim_start_matches(|c: char| c != '\n' && (c.is_whitespace() || is_direction(c)));
    let is_tight = words.len() == after.len();
    if words.trim().is_empty() {
        return None;
    }
    // Without a blank only what surely begins words: `-5` is a number, `--` a line, `1.5` an amount, `*a*` stressed.
    let begins_words = words
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() || matches!(c, '«' | '"'));
    if is_tight && (!begins_words || matches!(first, '*' | '+' | 'o')) {
        return None;
    }
    // CommonMark's own marks before CommonMark's own blank keep their indent, which may mean a level.
    let is_plain = matches!(first, '-' | '*' | '+') || is_markdown_number(text);
    let kind = if is_plain && !is_tight && after.starts_with([' ', '\t']) {
        Kind::Markdown
    } else {
        kind
    };
    Some(Mark {
        kind,
        is_tight,
        words,
    })
}

/// A number of at most two digits with its sign, and what follows them.
fn number_of(text: &str) -> Option<(Kind, &str)> {
    let text = text.strip_prefix('(').unwrap_or(text);
    let end = text.find(|c: char| !c.is_numeric())?;
    let (digits, rest) = text.split_at_checked(end)?;
    let number = figures::fold(digits);
    if !(1..=2).contains(&number.len()) || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let unspaced = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    // "12 - 15 mars" is no item, "5 – Titre" is one.
    if unspaced.len() < rest.len() {
        let words = unspaced.trim_start_matches(|c: char| !c.is_alphanumeric());
        if !words.starts_with(char::is_alphabetic) {
            return None;
        }
    }
    let rest = unspaced;
    let sign = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '–' | ')' | '.' | '/' | '°'))?;
    let rest = rest.get(sign.len_utf8()..)?;
    // "1.-", "1°)", "1/-"
    let rest = rest.strip_prefix(['-', ')', '.']).unwrap_or(rest);
    Some((Kind::Number(number), rest))
}

fn is_markdown_number(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && (rest.starts_with(". ") || rest.starts_with(") ") || rest.starts_with(".\t"))
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Marks the inner sides of `**` that would be shown as asterisks: those that touch a sign on the inner side. Only whole
/// pairs of one line are marked.
pub(super) fn pair_bold(source: &str) -> Cow<'_, str> {
    if !source.contains("**") && !source.contains(INNER) {
        return Cow::Borrowed(source);
    }
    let mut out = String::with_capacity(source.len().saturating_add(64));
    for line in source.split_inclusive('\n') {
        let pieces: Vec<&str> = line.split("**").collect();
        let is_plain = pieces.len() >= 3
            && pieces.len() % 2 == 1
            && !line.contains(['`', '\\'])
            && !line.contains("***");
        for (place, piece) in pieces.iter().enumerate() {
            if place > 0 {
                out.push_str("**");
            }
            let piece: Cow<'_, str> = if piece.contains(INNER) {
                piece.replace(INNER, "").into()
            } else {
                (*piece).into()
            };
            let holds_words = !piece.trim().is_empty() && !piece.starts_with(char::is_whitespace);
            let is_one_word =
                piece.starts_with(char::is_alphanumeric) && piece.ends_with(char::is_alphanumeric);
            let is_inner = place % 2 == 1 && holds_words && !is_one_word;
            if is_plain && is_inner {
                out.push(INNER);
                out.push_str(&piece);
                out.push(INNER);
            } else {
                out.push_str(&piece);
            }
        }
    }
    Cow::Owned(out)
}
