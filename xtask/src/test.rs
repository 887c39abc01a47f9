//! `cargo xtask test`: everything, browser included, with the app as people get it; a part of the tests uses the app
//! that is quick to build.
//!
//! The tests learn from the environment where things are: `MULTAQA_BIN` (the server), `MULTAQA_SITE` (the built
//! app), `MULTAQA_CHROMIUM`, `MULTAQA_CHROMEDRIVER`, `MULTAQA_W3M`, `MULTAQA_PDFTOTEXT`, `MULTAQA_PDFTOPPM` and `MULTAQA_AXE` (the script of axe-core).

use std::process::Command;

use anyhow::{Result, bail};

use crate::browser::Browser;
use crate::process::{self, Beside};
use crate::say::Steps;
use crate::site::{self, Effort};
use crate::{weigh, workspace};

/// Everything but this tool. It is tested on its own, because compiled together with the others it would need its
/// dependencies, which are large, with other features and therefore a second time.
const PRODUCT: [&str; 3] = ["--workspace", "--exclude", "xtask"];

const CRATES: [&str; 5] = ["shared", "server", "app", "xtask", "tests"];

/// What of the workspace a run is about.
#[derive(Debug, PartialEq, Eq)]
struct Selection {
    /// What cargo is told on its command line.
    cargo: Vec<String>,
    /// Whether tests that need the built app and a browser may be among them.
    needs_browser: bool,
}

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let (names, for_tests) = match arguments.iter().position(|argument| argument == "--") {
        Some(at) => arguments.split_at(at),
        None => (arguments, [].as_slice()),
    };
    let selection = select(names)?;
    if !selection.needs_browser {
        let mut steps = Steps::new(1);
        steps.next("compiling and running the tests");
        return process::run(cargo_test(&selection).args(for_tests));
    }
    let everything = names.is_empty();
    let (effort, steps_of_everything) = if everything {
        (Effort::Small, 2)
    } else {
        (Effort::Quick, 0)
    };
    let mut steps = Steps::new(site::STEPS + 3 + steps_of_everything);
    // All of them in one go, whatever is selected: the same features then serve every run. Of the programs only the
    // server: the app compiled for this machine would take minutes and serve nobody.
    let mut compile = process::cargo();
    compile
        .args(["build", "--locked", "--bin", "multaqa", "--tests"])
        .args(PRODUCT);
    // The small app is made of a folder of its own, and its last step keeps one core busy for minutes.
    let beside = everything.then(|| Beside::start(&mut compile)).transpose()?;
    let site = site::build(effort, &mut steps)?;
    if everything {
        steps.next("the app: weighing it");
        weigh::hold(&site)?;
    }
    steps.next("the browser: finding it");
    let browser = Browser::find()?;
    steps.next("the server and the tests: compiling them");
    match beside {
        Some(beside) => beside.finish()?,
        None => process::run(&mut compile)?,
    }
    if everything {
        steps.next("the build tool: running its tests");
        process::run(process::cargo().args(["test", "--locked", "--package", "xtask"]))?;
    }
    steps.next("running the tests");
    process::run(
        cargo_test(&selection)
            .args(for_tests)
            .env("MULTAQA_BIN", workspace::development_binary())
            .env("MULTAQA_SITE", &site)
            .env("MULTAQA_CHROMIUM", browser.chromium)
            .env("MULTAQA_CHROMEDRIVER", browser.chromedriver)
            .env("MULTAQA_W3M", browser.text_browser)
            .env("MULTAQA_PDFTOTEXT", browser.pdf_text)
            .env("MULTAQA_PDFTOPPM", browser.pdf_image)
            .env("MULTAQA_AXE", browser.axe),
    )?;
    steps.finish("all tests passed");
    Ok(())
}

fn cargo_test(selection: &Selection) -> Command {
    let mut cargo = process::cargo();
    cargo.args(["test", "--locked"]).args(&selection.cargo);
    cargo
}

fn select(names: &[String]) -> Result<Selection> {
    let mut cargo = Vec::new();
    let mut needs_browser = names.is_empty();
    for name in names {
        if CRATES.contains(&name.as_str()) {
            cargo.extend(["--package".to_owned(), name.clone()]);
            needs_browser |= name == "tests";
        } else if workspace::root()
            .join("tests/tests")
            .join(format!("{name}.rs"))
            .is_file()
        {
            cargo.extend(["--test".to_owned(), name.clone()]);
            needs_browser = true;
        } else {
            bail!(
                "`{name}` is neither a crate ({}) nor a file of tests/tests; \
                 to select tests by their name, put it behind `--`",
                CRATES.join(", ")
            );
        }
    }
    if !cargo.iter().any(|word| word == "--package") {
        cargo.extend(PRODUCT.map(str::to_owned));
    }
    Ok(Selection { cargo, needs_browser })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(names: &[&str]) -> Result<Selection> {
        select(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn everything_is_the_default_and_includes_the_browser() {
        let everything = selection(&[]).unwrap();
        assert_eq!(
            everything,
            Selection {
                cargo: PRODUCT.map(str::to_owned).to_vec(),
                needs_browser: true
            }
        );
    }

    #[test]
    fn crates_without_browser_tests_need_no_browser() {
        assert!(!selection(&["shared", "server"]).unwrap().needs_browser);
        assert!(selection(&["shared", "tests"]).unwrap().needs_browser);
    }

    #[test]
    fn a_name_that_is_neither_crate_nor_file_is_refused() {
        assert!(
            selection(&["serverr"])
                .unwrap_err()
                .to_string()
                .contains("serverr")
        );
    }
}
