//! One message: its pattern as compiled text.

use crate::{Sources, Way, What, selection};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::unicode::unescape_unicode_to_string;
use shared::lang::Lang;
use shared::messages::{LINE_BREAK, RESERVED};

/// What a pattern is compiled with.
#[derive(Clone)]
pub(crate) struct Place<'a> {
    pub(crate) lang: Lang,
    sources: &'a Sources<'a>,
    way: Way<'a>,
    /// The variable that the variant around it is selected by, unless another message stands between them.
    pub(crate) selected_by: Option<&'a str>,
    /// Whether it stands in a variant.
    pub(crate) is_in_variant: bool,
}

/// Compiles a message.
pub(crate) fn compile<'a>(
    lang: Lang,
    sources: &'a Sources<'a>,
    key: &'a str,
    message: &'a Pattern<&'a str>,
) -> Result<String, What> {
    let place = Place {
        lang,
        sources,
        way: Way::from([key]),
        selected_by: None,
        is_in_variant: false,
    };
    pattern(&place, message)
}

/// Compiles a pattern: a message, or a variant of one.
pub(crate) fn pattern<'a>(place: &Place<'a>, pattern: &'a Pattern<&'a str>) -> Result<String, What> {
    let mut compiled = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => compiled.push_str(&words(place, value)?),
            PatternElement::Placeable { expression } => compiled.push_str(&placeable(place, expression)?),
        }
    }
    // Fluent isolates a variable beside an empty literal, a compiled message none that is alone.
    if pattern.elements.len() > 1 && is_one_placeable(&compiled) {
        return Err(What::Syntax("a placeable beside nothing"));
    }
    Ok(compiled)
}

fn placeable<'a>(place: &Place<'a>, expression: &'a Expression<&'a str>) -> Result<String, What> {
    let inline = match expression {
        Expression::Select { selector, variants } => return selection::compile(place, selector, variants),
        Expression::Inline(inline) => inline,
    };
    match inline {
        InlineExpression::VariableReference { id } if place.selected_by == Some(id.name) => {
            Ok("{}".to_owned())
        }
        InlineExpression::VariableReference { id } => Ok(format!("{{{}}}", id.name)),
        InlineExpression::StringLiteral { value } => words(place, &unescape_unicode_to_string(value)),
        InlineExpression::MessageReference { id, attribute: None } => reference(place, id.name),
        InlineExpression::MessageReference { .. } => Err(What::Syntax("an attribute")),
        InlineExpression::FunctionReference { .. } => Err(What::Syntax("a function")),
        InlineExpression::TermReference { .. } => Err(What::Syntax("a term")),
        InlineExpression::NumberLiteral { .. } => Err(What::Syntax("a number")),
        InlineExpression::Placeable { .. } => Err(What::Syntax("a placeable in another")),
    }
}

/// The words of another message, in the place of its name. What is alone there is isolated nowhere.
fn reference<'a>(place: &Place<'a>, key: &'a str) -> Result<String, What> {
    let (_, other) = place
        .sources
        .messages
        .get(key)
        .ok_or_else(|| What::NoMessage(key.to_owned()))?;
    let mut there = place.clone();
    there.selected_by = None;
    if !there.way.insert(key) {
        return Err(What::Endless);
    }
    let compiled = pattern(&there, other)?;
    match compiled.strip_prefix('{') {
        Some(rest) if is_one_placeable(&compiled) && !rest.starts_with('~') => Ok(format!("{{~{rest}")),
        _ => Ok(compiled),
    }
}

fn words(place: &Place<'_>, text: &str) -> Result<String, What> {
    let is_reserved = |letter: &char| RESERVED.contains(letter) || *letter == '=' && place.is_in_variant;
    match text.chars().find(is_reserved) {
        Some(letter) => Err(What::Letter(letter)),
        None => Ok(text.replace('\n', LINE_BREAK.encode_utf8(&mut [0; 4]))),
    }
}

/// Whether the text is one placeable from its beginning to its end.
fn is_one_placeable(compiled: &str) -> bool {
    let mut open = 0_u32;
    let ends = compiled.char_indices().filter_map(|(at, letter)| {
        match letter {
            '{' => open += 1,
            '}' => open = open.saturating_sub(1),
            _ => {}
        }
        (open == 0).then_some(at)
    });
    compiled.starts_with('{') && ends.take(1).eq([compiled.len().saturating_sub(1)])
}
