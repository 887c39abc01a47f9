//! The `multaqa` command.
fn main() {}
