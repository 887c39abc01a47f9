use super::LINE_BREAK;
use super::plural::{categories, category};
use super::value::Value;
use crate::lang::Lang;

/// First strong isolate: what follows must not turn the sentence around it.
const ISOLATE: char = '\u{2068}';
/// Pop directional isolate.
const ISOLATE_END: char = '\u{2069}';
/// No message has variants in variants in variants; a broken file must not use up the stack.
const MAX_DEPTH: u8 = 4;

/// Fills a compiled message in; `None` if a variable is missing, or it is not one.
pub(super) fn fill(
    lang: Lang,
    message: &str,
    arguments: &[(&str, Value<'_>)],
    number: &dyn Fn(f64) -> String,
) -> Option<String> {
    let mut filling = Filling {
        lang,
        arguments,
        number,
        words: String::with_capacity(message.len()),
    };
    filling.pattern(message, None, 0)?;
    Some(filling.words)
}

struct Filling<'a> {
    lang: Lang,
    arguments: &'a [(&'a str, Value<'a>)],
    number: &'a dyn Fn(f64) -> String,
    words: String,
}

impl Filling<'_> {
    fn pattern(&mut self, pattern: &str, selected_by: Option<&Value<'_>>, depth: u8) -> Option<()> {
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            let (inside, after) = split_at_end(after, '}')?;
            let is_whole = before.len() + inside.len() + 2 == pattern.len() && before.is_empty();
            self.text(before);
            self.placeable(inside, is_whole, selected_by, depth)?;
            rest = after;
        }
        self.text(rest);
        Some(())
    }

    fn text(&mut self, text: &str) {
        let text = text.chars();
        self.words
            .extend(text.map(|letter| if letter == LINE_BREAK { '\n' } else { letter }));
    }

    fn placeable(
        &mut self,
        inside: &str,
        is_whole: bool,
        selected_by: Option<&Value<'_>>,
        depth: u8,
    ) -> Option<()> {
        let foreign = inside.strip_prefix('~');
        let is_isolated = !is_whole && foreign.is_none();
        let inside = foreign.unwrap_or(inside);
        let (name, variants) = match inside.split_once('|') {
            Some((name, variants)) => (name, Some(variants)),
            None => (inside, None),
        };
        let arguments = self.arguments;
        let value = if name.is_empty() {
            selected_by?
        } else {
            &arguments.iter().find(|(given, _)| *given == name)?.1
        };
        if is_isolated {
            self.words.push(ISOLATE);
        }
        match (variants, value) {
            (Some(variants), _) => {
                let depth = depth.checked_add(1).filter(|depth| *depth <= MAX_DEPTH)?;
                self.pattern(choose(self.lang, variants, value), Some(value), depth)?;
            }
            (None, Value::Text(text)) => self.words.push_str(text),
            (None, Value::Number(number)) => self.words.push_str(&(self.number)(*number)),
        }
        if is_isolated {
            self.words.push(ISOLATE_END);
        }
        Some(())
    }
}

/// The variant for a value: the one with its key, else the one of its plural category, else the last.
fn choose<'a>(lang: Lang, variants: &'a str, value: &Value<'_>) -> &'a str {
    let place = match value {
        Value::Number(number) => {
            let category = category(lang, *number);
            categories(lang).iter().position(|one| *one == category)
        }
        Value::Text(_) => None,
    };
    let place = place.unwrap_or(usize::MAX);
    let (mut chosen, mut unnamed) = ("", 0);
    let mut rest = Some(variants);
    while let Some(variants) = rest {
        let (variant, after) = match split_at_end(variants, '|') {
            Some((variant, after)) => (variant, Some(after)),
            None => (variants, None),
        };
        match variant.split_once('=').filter(|(key, _)| !key.contains('{')) {
            Some((key, words)) if is_for(key, value) => return words,
            Some(_) => {}
            None if unnamed <= place => {
                chosen = variant;
                unnamed += 1;
            }
            None => {}
        }
        rest = after;
    }
    chosen
}

fn is_for(key: &str, value: &Value<'_>) -> bool {
    match (key.parse::<u32>(), value) {
        (Ok(key), Value::Number(number)) => f64::from(key) == *number,
        (Err(_), Value::Text(text)) => text == key,
        _ => false,
    }
}

/// What stands before and after the first such mark that is not inside of braces.
fn split_at_end(text: &str, mark: char) -> Option<(&str, &str)> {
    let mut open = 0_usize;
    for (at, letter) in text.char_indices() {
        if letter == mark && open == 0 {
            return text.get(..at).zip(text.get(at + mark.len_utf8()..));
        }
        match letter {
            '{' => open += 1,
            '}' => open = open.checked_sub(1)?,
            _ => {}
        }
    }
    None
}
