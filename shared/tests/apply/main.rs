//! What each mutation does, told as stories over an in-memory set of rows.

mod draft_texts;
mod experiences;
mod invisible;
mod learning;
mod module_drafts;
mod module_writing;
mod people;
mod prediction;
mod revisions;
mod world;
