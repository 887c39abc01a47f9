use crate::{format, ids, text};
use shared::time::Timestamp;

/// Until when an invitation can be accepted, in words. Tracked: follows the language.
pub(super) fn left_words(expires: Timestamp) -> String {
    let minutes = (expires.0 - ids::now().0) / 60_000;
    let hours = minutes / 60;
    match hours {
        ..=-1 => text!("people-invitation-expired"),
        0 if minutes <= 0 => text!("people-invitation-expired"),
        0 => text!("people-invitation-left-minutes", count = minutes),
        1..=47 => text!("people-invitation-left-hours", count = hours),
        _ => text!(
            "people-invitation-left-days",
            count = hours / 24,
            until = format::date_time(expires)
        ),
    }
}
