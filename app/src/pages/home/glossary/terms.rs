//! The glossary of the starter library, read as it is: the vocabulary of the interface and this page cannot disagree.

use shared::lang::Lang;

const CSV: &str = include_str!("../../../../../server/starter/glossary.csv");

/// One term with its preferred form in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    ar: String,
    fr: String,
    en: String,
    /// A page where one of the forms can be read.
    pub(crate) source: String,
}

impl Term {
    /// The preferred form.
    pub(crate) fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ar => &self.ar,
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}

/// The terms of the network: those with a source. The others name parts of the interface.
pub(crate) fn terms() -> Vec<Term> {
    CSV.lines().skip(1).filter_map(term_of).collect()
}

fn term_of(line: &str) -> Option<Term> {
    let mut fields = fields(line).into_iter().skip(1);
    let (ar, fr, en) = (fields.next()?, fields.next()?, fields.next()?);
    let source = fields.nth(1).filter(|source| source.starts_with("http"))?;
    Some(Term { ar, fr, en, source })
}

/// The fields of a line of CSV; a quoted one may hold commas and doubled quotes. No field of this file holds a line break.
fn fields(line: &str) -> Vec<String> {
    let mut fields = Vec::new();
    let mut field = String::new();
    let mut is_quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => fields.push(std::mem::take(&mut field)),
            other => field.push(other),
        }
    }
    fields.push(field);
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_fields_keep_their_commas_and_quotes() {
        assert_eq!(fields(r#"a,"b, ""c""",d"#), ["a", r#"b, "c""#, "d"]);
    }

    #[test]
    fn every_term_of_the_network_has_three_forms() {
        let terms = terms();
        assert!(terms.len() > 50, "only {} terms", terms.len());
        for term in terms {
            assert!(
                Lang::ALL.iter().all(|lang| !term.get(*lang).is_empty()),
                "{term:?}"
            );
        }
    }
}
