//! Writes the forms of the glossary as a table, so that search knows the equivalents of the three languages without
//! the glossary's other columns, and whether a page shows them: the table is downloaded by phones.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let variable = |name| env::var_os(name).ok_or_else(|| io::Error::other("cargo sets this"));
    let glossary = Path::new(&variable("CARGO_MANIFEST_DIR")?).join("../server/starter/glossary.csv");
    println!("cargo::rerun-if-changed={}", glossary.display());
    let mut table = String::from("static GLOSSARY: &[(&str, [&str; 3], bool)] = &[\n");
    for row in csv::Reader::from_path(glossary)?.deserialize() {
        let (key, ar, fr, en, _, source): (String, String, String, String, String, String) =
            row.map_err(io::Error::other)?;
        writeln!(
            table,
            "({key:?}, [{ar:?}, {fr:?}, {en:?}], {}),",
            !source.is_empty()
        )
        .map_err(io::Error::other)?;
    }
    table.push_str("];\n");
    fs::write(Path::new(&variable("OUT_DIR")?).join("glossary.rs"), table)
}
