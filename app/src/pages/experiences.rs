//! Reading, writing and validating experiences.

mod list;
mod one;
mod validate_one;
mod validation_queue;
mod write;
mod write_new;

pub(crate) use list::List;
pub(crate) use one::One;
pub(crate) use validate_one::ValidateOne;
pub(crate) use validation_queue::ValidationQueue;
pub(crate) use write::Write;
pub(crate) use write_new::WriteNew;
