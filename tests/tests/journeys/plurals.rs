//! The plural forms of the messages are those of the browser, which has the rules of CLDR whole.

use shared::lang::Lang;
use tests::browser::Visitor;

/// Every count up to here is compared.
const LAST_COUNT: u32 = 100_000;
/// Fractions are compared in tenths, up to this many of them.
const TENTHS: u32 = 2_000;
/// What French sees as "many", and numbers beside it.
const MILLIONS: [f64; 4] = [1_000_000.0, 1_000_001.0, 2_000_000.0, 1_000_000.5];

#[tokio::test]
async fn plural_forms_are_those_of_the_browser() {
    let visitor = Visitor::fresh().await.expect("a browser");
    for lang in Lang::ALL {
        let script = format!(
            "const rules = new Intl.PluralRules('{}');\
             const counts = Array.from({{ length: {LAST_COUNT} + 1 }}, (_, count) => count);\
             const tenths = Array.from({{ length: {TENTHS} }}, (_, tenth) => tenth / 10);\
             return [...counts, ...tenths, ...{MILLIONS:?}].map((number) => rules.select(number)).join(' ');",
            lang.code()
        );
        let said = visitor.asks(&script).await;
        let said: Vec<&str> = said.as_str().expect("the browser answers").split(' ').collect();
        let counts = (0..=LAST_COUNT).map(f64::from);
        let tenths = (0..TENTHS).map(|tenth| f64::from(tenth) / 10.0);
        let numbers: Vec<f64> = counts.chain(tenths).chain(MILLIONS).collect();
        assert_eq!(said.len(), numbers.len());
        for (number, browser) in numbers.into_iter().zip(said) {
            assert_eq!(
                locales::category(lang, number).name(),
                browser,
                "{lang:?} {number}"
            );
        }
    }
}
