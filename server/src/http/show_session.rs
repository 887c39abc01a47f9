use shared::wire::SignedIn;

use crate::json::JsonAnswer;
use crate::signed::Signed;

pub(crate) async fn show_session(signed: Signed) -> JsonAnswer<SignedIn> {
    JsonAnswer(SignedIn {
        person: signed.person,
    })
}
