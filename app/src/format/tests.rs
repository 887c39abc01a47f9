use super::*;
use crate::i18n::{install, parse};
use rstest::rstest;
use shared::lang::Lang;
use std::sync::Arc;

fn speak(lang: Lang) {
    let source = locales::source(lang, |_| true).expect("the files can be read");
    install(Arc::new(parse(lang, source).expect("the files are Fluent")));
}

/// 2026-11-29 at 23:30 UTC, which is the same time in Morocco since September 2026.
const LATE: Timestamp = Timestamp(1_795_995_000_000);

#[rstest]
#[case(Lang::Ar, "29 نونبر 2026", "29 نونبر 2026 على الساعة 23:30")]
#[case(Lang::Fr, "29 novembre 2026", "29 novembre 2026 à 23:30")]
#[case(Lang::En, "29 November 2026", "29 November 2026 at 23:30")]
fn an_instant_is_written_with_its_day_in_morocco(#[case] lang: Lang, #[case] day: &str, #[case] both: &str) {
    speak(lang);
    assert_eq!(date(LATE), day);
    assert_eq!(date_time(LATE), both);
}

#[rstest]
#[case(Lang::Ar, "2024-08-01", "1 غشت 2024")]
#[case(Lang::Fr, "2024-06-01", "1er juin 2024")]
#[case(Lang::Fr, "2024-06-11", "11 juin 2024")]
#[case(Lang::En, "2024-06-01", "1 June 2024")]
#[case(Lang::Ar, "2024-07", "يوليوز 2024")]
#[case(Lang::Fr, "2024", "2024")]
#[case(Lang::Fr, "2024-02-30", "2024-02-30")]
#[case(Lang::Fr, "bientôt", "bientôt")]
fn a_date_is_written_as_far_as_it_is_known(#[case] lang: Lang, #[case] date: &str, #[case] words: &str) {
    speak(lang);
    assert_eq!(partial_date(date), words);
}

#[test]
fn months_bear_the_names_they_have_in_morocco() {
    speak(Lang::Ar);
    let names: Vec<String> = (1..=12).map(month_name).collect();
    let expected = "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر";
    assert_eq!(names.join(" "), expected);
}

#[rstest]
#[case(Lang::Ar, "2.500.000", "75\u{200e}%\u{200e}", "أ وب وج")]
#[case(Lang::Fr, "2\u{202f}500\u{202f}000", "75\u{202f}%", "أ, ب et ج")]
#[case(Lang::En, "2,500,000", "75%", "أ, ب and ج")]
fn numbers_and_lists_are_written_as_each_language_does(
    #[case] lang: Lang,
    #[case] million: &str,
    #[case] share: &str,
    #[case] joined: &str,
) {
    speak(lang);
    assert_eq!(count(2_500_000), million);
    assert_eq!(percent(75_u8), share);
    assert_eq!(list(&["أ", "ب", "ج"].map(str::to_owned)), joined);
}
