use shared::lang::Lang;
use std::io;
use std::path::Path;

/// The text of a language's Fluent files whose name is wanted, one behind the other in the order of their names, without
/// comments: a number sign in the first column always begins one, since text that goes on over lines is indented.
///
/// # Errors
/// The folder or a file of it cannot be read.
pub fn source(lang: Lang, is_wanted: impl Fn(&str) -> bool) -> io::Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(lang.code());
    let mut names = Vec::new();
    for file in std::fs::read_dir(&folder)? {
        let name = file?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".ftl") && is_wanted(&name) {
            names.push(name);
        }
    }
    names.sort();
    let mut source = String::new();
    for name in names {
        let text = std::fs::read_to_string(folder.join(name))?;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            source.push_str(line);
            source.push('\n');
        }
    }
    Ok(source)
}
