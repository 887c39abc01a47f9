//! Finding the browser and the programs that the browser tests need.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::{apt, process, say, tools};

/// What the browser tests are told, as environment variables.
#[derive(Debug)]
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
    pub(crate) axe: PathBuf,
    /// A browser that shows text alone.
    pub(crate) text_browser: PathBuf,
    /// Reads the words of a PDF with their places.
    pub(crate) pdf_text: PathBuf,
    /// Draws the pages of a PDF.
    pub(crate) pdf_image: PathBuf,
}

impl Browser {
    /// Finds Chromium, its driver and axe-core, installing what is missing where that is possible.
    pub(crate) fn find() -> Result<Self> {
        let mut missing = Vec::new();
        if chromium().is_none() {
            missing.push("chromium");
        }
        if chromedriver().is_none() {
            missing.push("chromium-driver");
        }
        if text_browser().is_none() {
            missing.push("w3m");
        }
        if pdf_text().is_none() || pdf_image().is_none() {
            missing.push("poppler-utils");
        }
        if process::find("npm").is_none() {
            missing.push("npm");
        }
        if !missing.is_empty() {
            say::detail(&format!("missing: {}", missing.join(", ")));
            if let Err(obstacle) = apt::install(&missing) {
                bail!("{}", advice(&missing, &obstacle));
            }
        }
        let (
            Some(chromium),
            Some(chromedriver),
            Some(text_browser),
            Some(pdf_text),
            Some(pdf_image),
            Some(modules),
        ) = (
            chromium(),
            chromedriver(),
            text_browser(),
            pdf_text(),
            pdf_image(),
            tools::installed()?,
        )
        else {
            bail!(
                "{}",
                advice(
                    &missing,
                    "apt-get installed the packages, but their programs are not there"
                )
            );
        };
        Ok(Self {
            chromium,
            chromedriver,
            text_browser,
            pdf_text,
            pdf_image,
            axe: modules.join("axe-core/axe.min.js"),
        })
    }
}

fn chromium() -> Option<PathBuf> {
    named_by("MULTAQA_CHROMIUM").or_else(|| {
        [
            "chromium",
            "chromium-browser",
            "google-chrome-stable",
            "google-chrome",
        ]
        .into_iter()
        .find_map(process::find)
    })
}

fn chromedriver() -> Option<PathBuf> {
    named_by("MULTAQA_CHROMEDRIVER").or_else(|| process::find("chromedriver"))
}

fn text_browser() -> Option<PathBuf> {
    named_by("MULTAQA_W3M").or_else(|| process::find("w3m"))
}

fn pdf_text() -> Option<PathBuf> {
    named_by("MULTAQA_PDFTOTEXT").or_else(|| process::find("pdftotext"))
}

fn pdf_image() -> Option<PathBuf> {
    named_by("MULTAQA_PDFTOPPM").or_else(|| process::find("pdftoppm"))
}

fn named_by(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|path| path.is_file())
}

fn advice(missing: &[&str], obstacle: &str) -> String {
    format!(
        "the browser tests need {}, which could not be installed: {obstacle}.\n\
         Do one of these, then run the same command again:\n\
         - on Debian, as root: apt-get update && apt-get install chromium chromium-driver w3m poppler-utils npm\n\
         - elsewhere: install Chromium or Chrome, a chromedriver of the same version, w3m, Poppler's tools, and Node.js \
         with npm, and name the programs with MULTAQA_CHROMIUM, MULTAQA_CHROMEDRIVER, MULTAQA_W3M, MULTAQA_PDFTOTEXT and \
         MULTAQA_PDFTOPPM if they are not on the search path.\n\
         Without a browser, `cargo xtask test shared server app xtask` runs the rest.",
        missing.join(", ")
    )
}
