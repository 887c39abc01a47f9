//! Addresses in running text: a bare `https://…` leads where it says, and whatever is no link can still be read whole.

use super::ast::Inline;
use super::link::LinkTarget;

const SCHEME: &str = "https://";

/// Makes links of the bare addresses in running text, except inside a link.
pub(super) fn link_bare(content: Vec<Inline>) -> Vec<Inline> {
    let has_address = |inline: &Inline| match inline {
        Inline::Text(text) => find_scheme(text).is_some(),
        Inline::Strong(_) | Inline::Emphasis(_) => true,
        Inline::Code(_) | Inline::Link { .. } | Inline::Break => false,
    };
    if !content.iter().any(has_address) {
        return content;
    }
    let mut out = Vec::with_capacity(content.len());
    for inline in content {
        match inline {
            Inline::Text(text) => link_in_text(&text, &mut out),
            Inline::Strong(content) => out.push(Inline::Strong(link_bare(content))),
            Inline::Emphasis(content) => out.push(Inline::Emphasis(link_bare(content))),
            other => out.push(other),
        }
    }
    out
}

/// What is shown of a link that may not lead where it says: its words, then its address, unless the words are the address.
pub(super) fn with_address(mut words: Vec<Inline>, address: &str) -> Vec<Inline> {
    let address: String = address.chars().filter(|c| !is_hidden(*c)).collect();
    let address = address.trim();
    let says_it = super::inline_text(&words).contains(address.trim_start_matches("mailto:"));
    if !address.is_empty() && !says_it {
        words.push(Inline::Text(" (".to_owned()));
        // Set apart, so that its signs keep their order in an Arabic line.
        words.push(Inline::Code(address.to_owned()));
        words.push(Inline::Text(")".to_owned()));
    }
    words
}

/// Marks that would turn or hide a part of a shown address.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn find_scheme(text: &str) -> Option<usize> {
    let is_start = |at: usize| {
        text.get(..at)
            .and_then(|before| before.chars().next_back())
            .is_none_or(|c| !c.is_ascii_alphanumeric())
    };
    text.match_indices(SCHEME)
        .map(|(at, _)| at)
        .find(|at| is_start(*at))
}

fn link_in_text(text: &str, out: &mut Vec<Inline>) {
    let mut rest = text;
    let mut plain = String::new();
    while let Some((before, from)) = find_scheme(rest).and_then(|at| rest.split_at_checked(at)) {
        plain.push_str(before);
        let (address, after) = from.split_at_checked(end_of(from)).unwrap_or((from, ""));
        match LinkTarget::parse(address) {
            Some(to) => {
                if !plain.is_empty() {
                    out.push(Inline::Text(std::mem::take(&mut plain)));
                }
                out.push(Inline::Link {
                    to,
                    content: vec![Inline::Text(address.to_owned())],
                });
            }
            None => plain.push_str(address),
        }
        rest = after;
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        out.push(Inline::Text(plain));
    }
}

/// Where an address ends: at a blank, a sign that no address holds, or before the signs that close a sentence.
fn end_of(text: &str) -> usize {
    let end = text
        .find(|c: char| {
            c.is_whitespace()
                || is_hidden(c)
                || matches!(
                    c,
                    '<' | '>' | '"' | '\\' | '«' | '»' | '“' | '”' | '،' | '؛' | '؟' | '|'
                )
        })
        .unwrap_or(text.len());
    let mut address = text.get(..end).unwrap_or(text);
    let open_brackets = address.matches('(').count();
    let mut close_brackets = address.matches(')').count();
    while let Some(last) = address.chars().next_back() {
        let is_closing = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | '_' | '~' | ']' | '…' => true,
            // A bracket belongs to the address when it was opened there.
            ')' if close_brackets > open_brackets => {
                close_brackets = close_brackets.saturating_sub(1);
                true
            }
            _ => false,
        };
        if !is_closing {
            break;
        }
        address = address.strip_suffix(last).unwrap_or_default();
    }
    address.len()
}
