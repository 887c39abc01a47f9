use super::{fetch_catalogue, fetch_experience, fetch_first_page};

/// Fetches the parts that most people open next, one after the other.
pub(crate) async fn fetch_ahead() {
    // What does not come now is fetched when it is needed, and only then does somebody hear of it.
    let _ = fetch_first_page().await;
    let _ = fetch_catalogue().await;
    let _ = fetch_experience().await;
}
