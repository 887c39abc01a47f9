use std::path::PathBuf;
use std::sync::OnceLock;

/// The programs and files that `cargo xtask test` names in the environment.
#[derive(Debug)]
pub(super) struct Programs {
    pub(super) server: PathBuf,
    pub(super) site: PathBuf,
    pub(super) chromium: PathBuf,
    pub(super) chromedriver: PathBuf,
    /// The browser w3m, which shows text alone.
    pub(super) text_browser: PathBuf,
    /// Reads the words of a PDF with their places.
    pub(super) pdf_text: PathBuf,
    /// Draws the pages of a PDF.
    pub(super) pdf_image: PathBuf,
    /// The source of axe-core.
    pub(super) axe: String,
}

impl Programs {
    pub(super) fn get() -> &'static Self {
        static PROGRAMS: OnceLock<Programs> = OnceLock::new();
        PROGRAMS.get_or_init(|| {
            let axe = named("MULTAQA_AXE");
            Self {
                server: named("MULTAQA_BIN"),
                site: named("MULTAQA_SITE"),
                chromium: named("MULTAQA_CHROMIUM"),
                chromedriver: named("MULTAQA_CHROMEDRIVER"),
                text_browser: named("MULTAQA_W3M"),
                pdf_text: named("MULTAQA_PDFTOTEXT"),
                pdf_image: named("MULTAQA_PDFTOPPM"),
                axe: std::fs::read_to_string(&axe)
                    .unwrap_or_else(|error| panic!("{} cannot be read: {error}", axe.display())),
            }
        })
    }
}

fn named(variable: &str) -> PathBuf {
    match std::env::var_os(variable) {
        Some(path) => PathBuf::from(path),
        None => panic!(
            "{variable} is not set: these tests need a browser, so run them with `cargo xtask test tests`"
        ),
    }
}
