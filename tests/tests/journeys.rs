//! The journeys that must always work, told by people at real browsers: each in Arabic and in another language, in all three where
//! words, numbers, directions or paper are what it is about. A run has to stay short.

#[path = "journeys/arriving.rs"]
mod arriving;
#[path = "journeys/coordination.rs"]
mod coordination;
#[path = "journeys/editions.rs"]
mod editions;
#[path = "journeys/experiences.rs"]
mod experiences;
#[path = "journeys/failing.rs"]
mod failing;
#[path = "journeys/going.rs"]
mod going;
#[path = "journeys/idle.rs"]
mod idle;
#[path = "journeys/keyboard.rs"]
mod keyboard;
#[path = "journeys/language.rs"]
mod language;
#[path = "journeys/learning.rs"]
mod learning;
#[path = "journeys/one_view.rs"]
mod one_view;
#[path = "journeys/people.rs"]
mod people;
#[path = "journeys/plurals.rs"]
mod plurals;
#[path = "journeys/power.rs"]
mod power;
#[path = "journeys/printing.rs"]
mod printing;
#[path = "journeys/quiz.rs"]
mod quiz;
#[path = "journeys/recovery.rs"]
mod recovery;
#[path = "journeys/teaching.rs"]
mod teaching;
#[path = "journeys/without_scripts.rs"]
mod without_scripts;
#[path = "journeys/writing.rs"]
mod writing;
