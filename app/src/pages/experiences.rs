//! Reading, writing and validating experiences.

mod card;
mod changes;
mod facts;
mod filter;
mod list;
mod one;
mod outcome;
mod permissions;
mod reading;
mod report_text;
mod returned;
mod validate_one;
mod validation_queue;
mod waiting;
pub(crate) mod words;
mod write;
mod write_new;

#[allow(unused_imports, reason = "for the pages of other areas that list experiences")]
pub(crate) use card::ExperienceCard;
pub(crate) use list::List;
pub(crate) use one::One;
pub(crate) use validate_one::ValidateOne;
pub(crate) use validation_queue::ValidationQueue;
pub(crate) use write::Write;
pub(crate) use write_new::WriteNew;
