//! Fields of forms: each wires its label, hint and error to its control by id, so that a screen reader says them together
//! and a link of the error summary leads to the control.

mod choices;
mod field;
mod filter_group;
mod select_field;
mod summary;
mod text_area;
mod text_field;

pub(crate) use choices::{Choice, ChoiceGroup, ChoiceKind};
pub(crate) use field::{Field, described_by};
pub(crate) use filter_group::{FilterGroup, FilterOption};
pub(crate) use select_field::SelectField;
pub(crate) use summary::{ErrorSummary, FieldError};
pub(crate) use text_area::TextArea;
pub(crate) use text_field::{InputKind, TextField};
