//! What can be wrong with a folder. Every code has a message in each language under `problem-<code>`, whose
//! arguments are the fields of its variant.

use std::fmt;

/// How many problems are enough: a folder with more is something else than a library, and a reader of the list
/// begins with the first ones.
pub const PROBLEMS_MOST: usize = 1_000;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Path inside the folder; empty where the folder as a whole is meant.
    pub file: String,
    /// Line from 1, where one is at fault.
    pub line: Option<u32>,
    /// What is wrong.
    pub what: Wrong,
}

macro_rules! wrongs {
    ($($(#[$doc:meta])* $variant:ident $({ $($(#[$fdoc:meta])* $field:ident: $type:ty),* })? = $code:literal;)*) => {
        /// What is wrong, with the values that a message names.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Wrong { $($(#[$doc])* $variant $({ $($(#[$fdoc])* $field: $type),* })?,)* }

        impl Wrong {
            /// Every code, for the test that looks for its message in each language.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The stable code in message keys.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code,)* }
            }

            /// The values that its message names.
            #[must_use]
            pub fn arguments(&self) -> Vec<(&'static str, String)> {
                match self { $(Self::$variant $({ $($field),* })? => vec![$($((stringify!($field), $field.to_string())),*)?],)* }
            }
        }
    };
}

wrongs! {
    /// There is nothing to read in the folder.
    NothingHere = "nothing_here";
    /// The file is not part of the format, or its name is mistyped.
    UnknownFile = "unknown_file";
    /// A file that must be there is not.
    MissingFile {
        /// Its path inside the folder.
        path: String
    } = "missing_file";
    /// The file has too many bytes.
    TooLarge {
        /// The most it may have.
        limit: usize
    } = "too_large";
    /// The file is not UTF-8.
    NotUtf8 = "not_utf8";
    /// The line is not in Unicode normalisation form C.
    NotNormalised = "not_normalised";
    /// The file is not well-formed TOML or CSV.
    Syntax {
        /// What the parser says, in English.
        detail: String
    } = "syntax";
    /// The format has no such key or column.
    UnknownKey {
        /// Its name.
        key: String
    } = "unknown_key";
    /// A key or column that must be there is not.
    MissingKey {
        /// Its name.
        key: String
    } = "missing_key";
    /// The value is of another type.
    WrongType {
        /// The key.
        key: String,
        /// What it should be: `text`, `number`, `list`, `table`, `true-or-false`.
        expected: &'static str
    } = "wrong_type";
    /// The text has too many characters.
    TooLong {
        /// The key.
        key: String,
        /// The most it may have.
        limit: usize
    } = "too_long";
    /// There are too many pieces.
    TooMany {
        /// The key.
        key: String,
        /// The most there may be.
        limit: usize
    } = "too_many";
    /// There are too few pieces.
    TooFew {
        /// The key.
        key: String,
        /// The fewest there may be.
        least: usize
    } = "too_few";
    /// The text must be there in one language at least.
    Blank {
        /// The key.
        key: String
    } = "blank";
    /// The text holds a control character, a direction mark, or a line break in a single line.
    ForbiddenCharacter {
        /// The key.
        key: String
    } = "forbidden_character";
    /// The number is out of range.
    OutOfRange {
        /// The key.
        key: String,
        /// The least it may be.
        least: u64,
        /// The most it may be.
        most: u64
    } = "out_of_range";
    /// The word is not in the list of the key.
    UnknownWord {
        /// The key.
        key: String,
        /// The word.
        word: String
    } = "unknown_word";
    /// The value is there twice.
    Duplicate {
        /// The key.
        key: String,
        /// The value.
        value: String
    } = "duplicate";
    /// The value is not a name for addresses: lower-case letters and digits joined by hyphens.
    BadSlug {
        /// The value.
        value: String
    } = "bad_slug";
    /// The slug inside a file and the name of its file or folder differ.
    SlugDiffers {
        /// The slug inside.
        value: String,
        /// The name outside.
        expected: String
    } = "slug_differs";
    /// The address of a source is neither `https:` nor `http:`.
    BadAddress {
        /// The address.
        value: String
    } = "bad_address";
    /// The date is not an ISO year, month or day.
    BadDate {
        /// The key.
        key: String,
        /// The date.
        value: String
    } = "bad_date";
    /// The code is not one of the national list, or does not fit its region.
    BadCode {
        /// The code.
        value: String
    } = "bad_code";
    /// No collectivity has this slug.
    UnknownCollectivity {
        /// The slug.
        value: String
    } = "unknown_collectivity";
    /// The name of a lesson's file is not `NN-slug.lang.md`.
    BadLessonName = "bad_lesson_name";
    /// The numbers of the lessons have a gap.
    MissingLesson {
        /// The number that is missing.
        number: u32
    } = "missing_lesson";
    /// The first line of a lesson is not `# Title`.
    MissingTitle = "missing_title";
    /// The lesson has a title and nothing else.
    EmptyLesson = "empty_lesson";
    /// The same lesson has another name in another language.
    LessonNamesDiffer {
        /// Its number.
        number: u32,
        /// The other name.
        expected: String
    } = "lesson_names_differ";
    /// Another file is this lesson in the same language.
    SameLesson {
        /// Its number.
        number: u32,
        /// The other file.
        other: String
    } = "same_lesson";
    /// A lesson or a question points to a lesson that does not exist.
    UnknownLesson {
        /// The number it points to.
        number: u32
    } = "unknown_lesson";
    /// A question of this kind has another number of right choices.
    RightChoices {
        /// The kind of question.
        kind: String,
        /// How many are marked right.
        found: usize
    } = "right_choices";
    /// The question is asked in a language in which one of its parts is missing.
    MissingTranslation {
        /// The key of the part.
        key: String,
        /// The code of the language.
        lang: &'static str
    } = "missing_translation";
    /// A row of the table has another number of columns than its header.
    RowLength {
        /// Columns of the row.
        found: usize,
        /// Columns of the header.
        expected: usize
    } = "row_length";
}

impl Problem {
    /// A problem of a whole file.
    pub(super) fn of_file(file: &str, what: Wrong) -> Self {
        Self {
            file: file.to_owned(),
            line: None,
            what,
        }
    }
}

/// For logs: `modules/a/quiz.toml:12: unknown_key key=foo`. What people read comes from the messages.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.what.code())?;
        for (name, value) in self.what.arguments() {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

/// The problems of one file while it is read.
pub(super) struct ProblemReport<'a> {
    file: &'a str,
    /// Where each line begins, in bytes.
    line_starts: Vec<usize>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> ProblemReport<'a> {
    pub(super) fn new(file: &'a str, text: &str, problems: &'a mut Vec<Problem>) -> Self {
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(position, _)| position + 1))
            .collect();
        Self {
            file,
            line_starts,
            problems,
        }
    }

    /// A problem at a place in the text, in bytes from its beginning.
    pub(super) fn at(&mut self, position: usize, what: Wrong) {
        let line = self.line_starts.partition_point(|start| *start <= position);
        self.at_line(u32::try_from(line).unwrap_or(u32::MAX), what);
    }

    /// A problem in a line, from 1.
    pub(super) fn at_line(&mut self, line: u32, what: Wrong) {
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line: Some(line),
            what,
        });
    }

    /// A problem of the whole file.
    pub(super) fn of_file(&mut self, what: Wrong) {
        self.problems.push(Problem::of_file(self.file, what));
    }
}
