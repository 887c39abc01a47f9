use super::{fetch_catalogue, fetch_experience, fetch_first_page, fetch_quiz};
use crate::worker;

/// Fetches the parts that most people open next, one after the other.
pub(crate) async fn fetch_ahead() {
    // What does not come now is fetched when it is needed, and only then does somebody hear of it.
    let _ = fetch_first_page().await;
    let _ = fetch_catalogue().await;
    let _ = fetch_experience().await;
}

/// A reader of a lesson comes to the quiz, and the network may be gone by then.
pub(crate) fn fetch_quiz_ahead() {
    // The server fetches nothing.
    if cfg!(feature = "ssr") {
        return;
    }
    if !worker::spares_data() {
        leptos::task::spawn_local(async {
            // What does not come now is fetched when the quiz is opened.
            let _ = fetch_quiz().await;
        });
    }
}
