//! What a result shows of a text: the passage with the words that were asked for, marked as data.

use super::documents::plain;
use super::question::Question;
use super::tokenise::is_of_word;
use crate::lang::{Lang, Translated};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How many words an excerpt has at most, and how many of them stand before the first that was asked for.
const WORDS: usize = 32;
const WORDS_BEFORE: usize = 6;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The letters.
    pub text: String,
    /// Whether it is a word that was asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_match: bool,
}

/// A text of one language with the words that were asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The language of the text.
    pub lang: Lang,
    /// Its pieces, in order.
    pub runs: Vec<Run>,
}

impl Marked {
    /// A text as a whole; `None` where no language has one.
    #[must_use]
    pub fn whole(question: &Question, text: &Translated, wanted: Lang) -> Option<Self> {
        let (lang, text) = text.best(wanted)?;
        let tokens = tokens(question, text);
        let runs = runs(&tokens);
        Some(Self { lang, runs })
    }

    /// The passage of a text that has the most of what is asked; `None` where it has nothing of it.
    #[must_use]
    pub fn passage(question: &Question, lang: Lang, text: &str) -> Option<(usize, Self)> {
        let tokens = tokens(question, text);
        let hits: Vec<(usize, usize)> = tokens
            .iter()
            .enumerate()
            .filter_map(|(at, token)| Some((at, token.concept?)))
            .collect();
        // Words and what is between them alternate.
        let span = 2 * WORDS;
        let distinct = |from: usize| {
            let mut seen: Vec<usize> = hits
                .iter()
                .filter(|(at, _)| (from..from + span - 2 * WORDS_BEFORE).contains(at))
                .map(|(_, concept)| *concept)
                .collect();
            seen.sort_unstable();
            seen.dedup();
            seen.len()
        };
        let (mut first, mut most) = (0, 0);
        for (at, _) in &hits {
            let here = distinct(*at);
            if here > most {
                (first, most) = (*at, here);
            }
        }
        if most == 0 {
            return None;
        }
        let from = first.saturating_sub(2 * WORDS_BEFORE);
        let until = (from + span).min(tokens.len());
        let mut runs = runs(tokens.get(from..until).unwrap_or_default());
        let cut = |text: &str| Run {
            text: text.to_owned(),
            is_match: false,
        };
        if from > 0 {
            runs.insert(0, cut("… "));
        }
        if until < tokens.len() {
            runs.push(cut(" …"));
        }
        Some((most, Self { lang, runs }))
    }

    /// The passage of any of these Markdown texts that has the most of what is asked: of those in the reader's language,
    /// and of the others where these have nothing of it. Texts after one that has everything are not looked at.
    #[must_use]
    pub fn best_passage<'t>(
        question: &Question,
        texts: impl Iterator<Item = &'t Translated>,
        wanted: Lang,
    ) -> Option<Self> {
        let texts: Vec<&Translated> = texts.collect();
        let languages = std::iter::once(wanted).chain(Lang::ALL.into_iter().filter(|lang| *lang != wanted));
        for lang in languages {
            let mut best: Option<(usize, Self)> = None;
            for text in texts.iter().filter_map(|text| text.get(lang)) {
                let Some((concepts, passage)) = Self::passage(question, lang, &plain(text)) else {
                    continue;
                };
                if concepts >= question.concepts.len() {
                    return Some(passage);
                }
                if best.as_ref().is_none_or(|(most, _)| concepts > *most) {
                    best = Some((concepts, passage));
                }
            }
            if let Some((_, passage)) = best {
                return Some(passage);
            }
        }
        None
    }

    /// Whether a word of it was asked for.
    #[must_use]
    pub fn has_match(&self) -> bool {
        self.runs.iter().any(|run| run.is_match)
    }

    /// The text without marks.
    #[must_use]
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// A word, or what stands between two.
struct Token {
    text: String,
    concept: Option<usize>,
}

fn tokens(question: &Question, text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    // A text says most of its words again and again.
    let mut known: HashMap<&str, Option<usize>> = HashMap::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = is_of_word(first);
        let end = rest.find(|c| is_of_word(c) != is_word).unwrap_or(rest.len());
        let (here, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let concept = if is_word {
            *known.entry(here).or_insert_with(|| question.concept_of(here))
        } else {
            None
        };
        let text = if is_word { here.to_owned() } else { one_line(here) };
        tokens.push(Token { text, concept });
        rest = after;
    }
    tokens
}

fn one_line(between: &str) -> String {
    if between.contains('\n') {
        let signs = between.trim();
        if signs.is_empty() {
            " ".to_owned()
        } else {
            format!("{signs} ")
        }
    } else {
        between.to_owned()
    }
}

fn runs(tokens: &[Token]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for token in tokens {
        let is_match = token.concept.is_some();
        match runs.last_mut() {
            Some(last) if !last.is_match && !is_match => last.text.push_str(&token.text),
            _ => runs.push(Run {
                text: token.text.clone(),
                is_match,
            }),
        }
    }
    runs
}
