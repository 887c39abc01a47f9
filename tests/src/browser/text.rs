use std::process::Command;

use super::programs::Programs;

/// A page as the browser w3m shows it, in a terminal of 100 columns.
///
/// # Panics
/// The browser cannot be started, or does not get the page.
#[must_use]
pub fn text_of_page(address: &str) -> String {
    let shown = Command::new(&Programs::get().text_browser)
        .args([
            "-dump",
            "-cols",
            "100",
            "-I",
            "UTF-8",
            "-O",
            "UTF-8",
            "-T",
            "text/html",
        ])
        .args(["-no-cookie", address])
        .env("HOME", std::env::temp_dir())
        .output()
        .expect("w3m starts");
    assert!(
        shown.status.success(),
        "w3m shows {address}: {}",
        String::from_utf8_lossy(&shown.stderr)
    );
    String::from_utf8_lossy(&shown.stdout).into_owned()
}
