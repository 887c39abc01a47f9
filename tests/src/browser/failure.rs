use std::path::PathBuf;

use super::person::Person;

/// Ends the story: with who, where, in which language, what was awaited and what was on the screen instead.
pub(super) async fn fail(person: &Person, awaited: &str) -> ! {
    let excerpt: String = person
        .ask("return window.story ? story.text() : document.body.innerText")
        .await
        .as_str()
        .unwrap_or_default()
        .chars()
        .take(1_500)
        .collect();
    let address = person.address().await;
    let shot = keep_screenshot(person).await;
    let console = person.console_now().await;
    panic!(
        "{} ({}, {}): {awaited}\n  page: {address}\n  on the screen: {excerpt}\n  console: {console}\n  screenshot: {shot}",
        person.story(),
        person.word(),
        person.lang_of_page(&address),
    );
}

async fn keep_screenshot(person: &Person) -> String {
    let Ok(png) = person.driver().client.screenshot().await else {
        return "none could be taken".to_owned();
    };
    let folder = failures();
    let file = folder.join(format!(
        "{}-{}-{}.png",
        person.story().replace(|c: char| !c.is_ascii_alphanumeric(), "-"),
        person.word(),
        std::process::id()
    ));
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&file, png));
    match written {
        Ok(()) => file.display().to_string(),
        Err(error) => format!("could not be kept: {error}"),
    }
}

/// `target/browser-failures`, beside the folder that this very program was built into.
fn failures() -> PathBuf {
    std::env::current_exe()
        .ok()
        .and_then(|program| Some(program.parent()?.parent()?.parent()?.join("browser-failures")))
        .unwrap_or_else(std::env::temp_dir)
}
