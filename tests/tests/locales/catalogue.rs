use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What one message holds.
#[derive(Default)]
pub(crate) struct Message {
    variables: BTreeSet<String>,
    refers_to: BTreeSet<String>,
    /// The plural forms of each selection by number.
    plurals: Vec<BTreeSet<String>>,
    /// What is selected by a plural form without `PLURAL`.
    without_plural: bool,
    /// An exact number beside plural forms: `PLURAL` answers with a form, so it is never chosen.
    number_beside_forms: bool,
}

/// The messages of one language.
#[derive(Default)]
pub(crate) struct Catalogue {
    pub(crate) messages: BTreeMap<String, Message>,
    pub(crate) mistakes: Vec<String>,
}

const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

impl Catalogue {
    pub(crate) fn read(language: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../locales")
            .join(language);
        let mut files: Vec<_> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
            .collect();
        files.sort();
        let mut catalogue = Self::default();
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            let resource = match fluent_syntax::parser::parse(text.as_str()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    catalogue.mistakes.push(format!("{}: {errors:?}", file.display()));
                    resource
                }
            };
            for entry in resource.body {
                catalogue.take(&file, entry);
            }
        }
        catalogue
    }

    fn take(&mut self, file: &Path, entry: Entry<&str>) {
        match entry {
            Entry::Message(message) => {
                let mut read = Message::default();
                let key = message.id.name.to_owned();
                match &message.value {
                    Some(pattern) => read.pattern(pattern),
                    None => self.mistakes.push(format!("{key} says nothing")),
                }
                if read.without_plural {
                    self.mistakes
                        .push(format!("{key} chooses a plural form without PLURAL(…)"));
                }
                if read.number_beside_forms {
                    self.mistakes
                        .push(format!("{key} has an exact number among the forms of PLURAL(…)"));
                }
                if self.messages.insert(key.clone(), read).is_some() {
                    self.mistakes
                        .push(format!("{key} is written twice, again in {}", file.display()));
                }
            }
            Entry::Junk { content } => self.mistakes.push(format!("{}: {content}", file.display())),
            Entry::Term(_) | Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }

    /// The variables of a message and of those it refers to.
    pub(crate) fn variables_of(&self, key: &str) -> BTreeSet<String> {
        let Some(message) = self.messages.get(key) else {
            return BTreeSet::new();
        };
        let referred = message
            .refers_to
            .iter()
            .flat_map(|other| self.variables_of(other));
        message.variables.iter().cloned().chain(referred).collect()
    }

    /// Every selection by number, with the forms it has.
    pub(crate) fn plurals(&self) -> impl Iterator<Item = (&String, &BTreeSet<String>)> {
        self.messages
            .iter()
            .flat_map(|(key, message)| message.plurals.iter().map(move |forms| (key, forms)))
    }

    /// Whether there are messages whose keys are this family's.
    pub(crate) fn has_family(&self, family: &str) -> bool {
        let beginning = format!("{family}-");
        self.messages.keys().any(|key| key.starts_with(&beginning))
    }

    /// The messages that other messages refer to.
    pub(crate) fn referred(&self) -> BTreeSet<String> {
        self.messages
            .values()
            .flat_map(|message| message.refers_to.iter().cloned())
            .collect()
    }
}

impl Message {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let names: BTreeSet<String> = variants
                    .iter()
                    .filter_map(|variant| match variant.key {
                        VariantKey::Identifier { name } => Some(name.to_owned()),
                        VariantKey::NumberLiteral { .. } => None,
                    })
                    .collect();
                // `other` is also the default of a selection by words or by one exact number.
                if matches!(selector, InlineExpression::FunctionReference { id, .. } if id.name == "PLURAL") {
                    self.number_beside_forms |= names.len() < variants.len();
                    self.plurals.push(names);
                } else if names
                    .iter()
                    .any(|name| name != "other" && FORMS.contains(&name.as_str()))
                {
                    self.without_plural = true;
                }
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.refers_to.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::TermReference { arguments, .. } => {
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        for argument in &arguments.positional {
            self.inline(argument);
        }
        for argument in &arguments.named {
            self.inline(&argument.value);
        }
    }
}
