use precis_core::profile::Profile as _;
use precis_profiles::OpaqueString;
use shared::unicode::{fold_digit, nfc, without_ignorable};

/// The one form of a password that is hashed, however its letters were typed: the profile `OpaqueString` of RFC 8265
/// (composed, blanks of all kinds as a plain one), before it without what nobody sees and with the digits that all
/// keyboards have.
pub(super) fn normal_form(password: &str) -> String {
    let visible: String = without_ignorable(password).chars().map(fold_digit).collect();
    match OpaqueString::new().enforce(visible.as_str()) {
        Ok(normal) => normal.into_owned(),
        // The profile knows no signs newer than its tables, and refuses some old ones: they may be in a password.
        Err(_) => nfc(&visible),
    }
}

#[cfg(test)]
mod tests {
    use super::normal_form;

    #[rstest::rstest]
    #[case::composed("cafe\u{301} de l’Étoile", "café de l’Étoile")]
    #[case::blanks("un\u{a0}deux\u{202f}trois\u{3000}quatre", "un deux trois quatre")]
    #[case::direction_marks("\u{200f}سر طويل جدا\u{200e}", "سر طويل جدا")]
    #[case::zero_width("pass\u{200b}\u{feff}word\u{ad}", "password")]
    #[case::digits("رقم ١٢٣۴", "رقم 1234")]
    #[case::emoji_family("👩\u{200d}👧 ❤\u{fe0f}", "👩👧 ❤")]
    #[case::control("a\u{1}e\u{301}", "a\u{1}é")]
    #[case::case_and_blanks_at_the_ends_count(" Été ", " Été ")]
    fn typed_in_many_ways_it_is_one(#[case] typed: &str, #[case] normal: &str) {
        assert_eq!(normal_form(typed), normal);
        assert_eq!(normal_form(normal), normal);
    }
}
