//! A selection: its variants, by number or by words, as compiled text.

use crate::What;
use crate::message::{Place, pattern};
use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};
use shared::messages::{Category, categories};

/// Compiles a selection.
pub(crate) fn compile<'a>(
    place: &Place<'a>,
    selector: &'a InlineExpression<&'a str>,
    variants: &'a [Variant<&'a str>],
) -> Result<String, What> {
    let InlineExpression::VariableReference { id } = selector else {
        return Err(What::Syntax("a selection by anything but a variable"));
    };
    let mut inside = place.clone();
    inside.selected_by = Some(id.name);
    inside.is_in_variant = true;
    // Fluent takes the first variant that fits; the order of a compiled one must not change which that is.
    let Some((last, named)) = variants.split_last().filter(|(last, _)| last.default) else {
        return Err(What::Syntax("a default that is not the last variant"));
    };
    let mut keyed = Vec::new();
    let mut of_categories: Vec<(Category, String)> = Vec::new();
    for variant in named {
        let words = pattern(&inside, &variant.value)?;
        match &variant.key {
            VariantKey::NumberLiteral { value }
                if value.parse::<u32>().is_ok() && of_categories.is_empty() =>
            {
                keyed.push(format!("{value}={words}"));
            }
            VariantKey::NumberLiteral { .. } => {
                return Err(What::Syntax(
                    "a number that is not whole, or stands after a category",
                ));
            }
            VariantKey::Identifier { name } => match Category::named(name) {
                Some(category) => of_categories.push((category, words)),
                None => keyed.push(format!("{name}={words}")),
            },
        }
    }
    let is_by_number = !of_categories.is_empty();
    if is_by_number {
        let is_text = |variant: &Variant<&str>| matches!(variant.key, VariantKey::Identifier { name } if Category::named(name).is_none());
        if named.iter().any(is_text) || !matches!(last.key, VariantKey::Identifier { name: "other" }) {
            return Err(What::Syntax(
                "a plural whose variants are not categories, or do not end with `other`",
            ));
        }
    }
    let default = pattern(&inside, &last.value)?;
    let mut forms: Vec<String> = Vec::new();
    for category in categories(place.lang) {
        let form = of_categories.iter().find(|(one, _)| one == category);
        forms.push(form.map_or_else(|| default.clone(), |(_, words)| words.clone()));
    }
    // What is missing at the end is like the last.
    while let [.., before, last] = forms.as_slice()
        && before == last
    {
        forms.pop();
    }
    keyed.extend(forms);
    Ok(format!("{{{}|{}}}", id.name, keyed.join("|")))
}
