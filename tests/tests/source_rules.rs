//! Rules of the house that a reading of the sources can prove.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every file below `folder` with this extension, with its text.
fn sources(folder: &str, extension: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut waiting = vec![root().join(folder)];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(!found.is_empty(), "no .{extension} below {folder}");
    found
}

/// Lines that are code, with their number: comments may speak of what code must not do.
fn lines_of_code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line.trim()))
        .filter(|(_, line)| !line.starts_with("//") && !line.starts_with("/*") && !line.starts_with('*'))
}

fn offences(files: &[(PathBuf, String)], is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    files
        .iter()
        .flat_map(|(path, text)| lines_of_code(text).map(move |(at, line)| (path, at, line)))
        .filter(|(_, _, line)| is_wrong(line))
        .map(|(path, at, line)| format!("{}:{at}: {line}", path.display()))
        .collect()
}

/// Whether a line of CSS declares something that does not turn with the direction of writing.
fn is_physical(line: &str) -> bool {
    const PREFIXES: [&str; 6] = [
        "margin-",
        "padding-",
        "border-",
        "scroll-margin-",
        "scroll-padding-",
        "",
    ];
    let names_a_side = |property: &str| {
        PREFIXES.iter().any(|prefix| {
            property
                .strip_prefix(prefix)
                .and_then(|rest| rest.split('-').next())
                .is_some_and(|side| side == "left" || side == "right")
        }) || property.ends_with("-left-radius")
            || property.ends_with("-right-radius")
    };
    line.split([';', '{'])
        .filter_map(|declaration| declaration.split_once(':'))
        .any(|(property, value)| {
            let (property, value) = (property.trim(), value.trim().trim_end_matches(['}', ' ']));
            let is_sided = matches!(property, "text-align" | "float" | "clear");
            names_a_side(property) || (is_sided && (value == "left" || value == "right"))
        })
}

#[test]
fn the_check_for_physical_css_sees_what_it_must() {
    for wrong in [
        "a { margin-left: 1rem; }",
        "text-align: right;",
        "border-top-left-radius: 2px",
        "right: 0",
    ] {
        assert!(is_physical(wrong), "{wrong}");
    }
    for right in [
        "margin-inline-start: 1rem; text-align: start;",
        "border-start-start-radius: 0",
        "a:hover {",
    ] {
        assert!(!is_physical(right), "{right}");
    }
}

#[test]
fn style_turns_with_the_direction_of_writing() {
    let wrong = offences(&sources("style", "css"), is_physical);
    assert!(wrong.is_empty(), "physical directions:\n{}", wrong.join("\n"));
}

#[test]
fn views_build_no_html_from_text_and_no_inline_style() {
    let wrong = offences(&sources("app/src", "rs"), |line| {
        line.contains("inner_html")
            || (line.starts_with('<') && line.contains(" style="))
            || line.starts_with("style=")
            || line.contains("style:") && line.starts_with('<')
    });
    assert!(wrong.is_empty(), "forbidden in views:\n{}", wrong.join("\n"));
}

#[test]
fn pages_reach_the_network_and_the_database_only_through_the_replica_and_the_api() {
    let wrong = offences(&sources("app/src/pages", "rs"), |line| {
        line.contains("gloo_net") || line.contains("Idb") || line.contains("fetch_with")
    });
    assert!(wrong.is_empty(), "not a page's business:\n{}", wrong.join("\n"));
}

#[test]
fn the_domain_reads_no_clock_and_draws_no_randomness() {
    const IMPURE: [&str; 7] = [
        "SystemTime",
        "Instant::now",
        "getrandom",
        "std::fs",
        "std::net",
        "std::env",
        "now_v7",
    ];
    // Unit tests may read a sample from disk: what they hold is compiled into nothing else.
    let is_test = |path: &Path| path.file_stem().is_some_and(|name| name == "tests");
    let files: Vec<_> = sources("shared/src", "rs")
        .into_iter()
        .filter(|(path, _)| !is_test(path))
        .collect();
    let wrong = offences(&files, |line| IMPURE.iter().any(|word| line.contains(word)));
    assert!(wrong.is_empty(), "`shared` is pure:\n{}", wrong.join("\n"));
}

#[test]
fn there_is_no_mod_rs() {
    for folder in ["app/src", "server/src", "shared/src", "xtask/src"] {
        for (path, _) in sources(folder, "rs") {
            assert!(
                path.file_name().is_some_and(|name| name != "mod.rs"),
                "{}",
                path.display()
            );
        }
    }
}
