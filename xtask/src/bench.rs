//! `cargo xtask bench`: builds what people get, measures it on this machine, and writes one table.

mod peer;

use std::fs;

use anyhow::{Context as _, Result};

use crate::browser::Browser;
use crate::say::Steps;
use crate::site::{self, Effort};
use crate::{dist, process, workspace};

use peer::Peer;

/// What follows on the command line goes to the bench as it is.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let mut steps = Steps::new(site::STEPS + 5);
    let site = site::build(Effort::Small, &mut steps)?;
    steps.next("the server: compiling the release with the app inside (a few minutes the first time)");
    let server = dist::compile(&site)?;
    steps.next("the bench: compiling it");
    process::run(
        process::cargo()
            .args([
                "build",
                "--locked",
                "--release",
                "--package",
                "tests",
                "--bin",
                "bench",
            ])
            // As for the server: another value would have it compiled anew each time.
            .env("MULTAQA_EMBED_SITE", &site),
    )?;
    steps.next("the browser: finding it");
    let browser = Browser::find()?;
    steps.next("the peer: Kolibri, in an environment of its own");
    let folder = workspace::target().join("bench");
    fs::create_dir_all(&folder).context("creating the folder bench")?;
    let peer = Peer::find(&folder, arguments);

    steps.next("measuring; keep the machine quiet");
    let table = folder.join("table");
    let program = workspace::target()
        .join("release")
        .join(workspace::executable("bench"));
    let mut bench = std::process::Command::new(program);
    bench
        .args(arguments)
        .arg("--server")
        .arg(server)
        .arg("--work")
        .arg(folder.join("data"))
        .arg("--table")
        .arg(&table)
        .current_dir(workspace::root())
        // The server carries its app; the browser's helpers want to know where everything is.
        .env("MULTAQA_BIN", workspace::development_binary())
        .env("MULTAQA_SITE", &site)
        .env("MULTAQA_CHROMIUM", browser.chromium)
        .env("MULTAQA_CHROMEDRIVER", browser.chromedriver)
        .env("MULTAQA_W3M", browser.text_browser)
        .env("MULTAQA_PDFTOTEXT", browser.pdf_text)
        .env("MULTAQA_PDFTOPPM", browser.pdf_image)
        .env("MULTAQA_AXE", browser.axe);
    peer.tell(&mut bench);
    process::run(&mut bench)?;
    steps.finish(&format!("the table is in {0}.md and {0}.json", table.display()));
    Ok(())
}
