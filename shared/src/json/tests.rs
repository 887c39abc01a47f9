use super::*;
use rstest::rstest;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Everything {
    text: String,
    number: u32,
    below: i64,
    share: f64,
    flag: bool,
    maybe: Option<Box<Everything>>,
    list: Vec<(u8, String)>,
    by_kind: BTreeMap<Kind, Newtype>,
    kind: Kind,
    raw: Value,
    #[serde(default)]
    later: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Plain,
    Of(u32),
    Both { one: String, two: Option<bool> },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Newtype(i32);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case", deny_unknown_fields)]
enum Shape {
    Nothing,
    Circle { radius: u32 },
    OneLine { from: Option<u32>, to: Kind },
}
crate::tagged!(Shape, "shape");

fn everything() -> Everything {
    Everything {
        text: "ملتقى".to_owned(),
        number: 7,
        below: -7,
        share: 0.5,
        flag: true,
        maybe: None,
        list: vec![(1, "one".to_owned())],
        by_kind: BTreeMap::from([(Kind::Plain, Newtype(-3))]),
        kind: Kind::Both {
            one: "a".to_owned(),
            two: Some(false),
        },
        raw: json!({ "a": [1, null, { "b": "c" }] }),
        later: 2,
    }
}

#[test]
fn it_reads_what_was_written() {
    let mut outer = everything();
    outer.maybe = Some(Box::new(everything()));
    outer.kind = Kind::Of(4);
    let value = serde_json::to_value(&outer).unwrap();
    assert_eq!(from_value::<Everything>(value.clone()), Ok(outer.clone()));
    assert_eq!(from_str::<Everything>(&value.to_string()), Ok(outer));
}

#[test]
fn a_field_with_a_default_may_be_missing_and_no_other() {
    let mut value = serde_json::to_value(everything()).unwrap();
    value.as_object_mut().unwrap().remove("later");
    assert_eq!(from_value::<Everything>(value.clone()).unwrap().later, 0);
    value.as_object_mut().unwrap().remove("maybe");
    assert_eq!(from_value::<Everything>(value.clone()).unwrap().maybe, None);
    value.as_object_mut().unwrap().remove("text");
    assert_eq!(from_value::<Everything>(value), Err(Malformed));
}

#[rstest]
#[case::text_for_a_number("number", json!("7"))]
#[case::too_large("list", json!([[256, "one"]]))]
#[case::below_zero("number", json!(-1))]
#[case::a_list_for_an_object("by_kind", json!([]))]
#[case::no_such_variant("kind", json!("plane"))]
#[case::two_variants("kind", json!({ "of": 1, "both": { "one": "a" } }))]
#[case::a_short_tuple("list", json!([[1]]))]
fn another_shape_is_refused(#[case] field: &str, #[case] wrong: Value) {
    let mut value = serde_json::to_value(everything()).unwrap();
    value[field] = wrong;
    assert_eq!(from_value::<Everything>(value), Err(Malformed));
}

#[rstest]
#[case(Shape::Nothing, json!({ "shape": "nothing" }))]
#[case(Shape::Circle { radius: 3 }, json!({ "shape": "circle", "radius": 3 }))]
#[case(Shape::OneLine { from: None, to: Kind::Of(1) }, json!({ "shape": "one-line", "from": null, "to": { "of": 1 } }))]
fn the_variant_is_named_in_a_field(#[case] shape: Shape, #[case] value: Value) {
    assert_eq!(serde_json::to_value(&shape).unwrap(), value);
    assert_eq!(from_value::<Shape>(value.clone()), Ok(shape.clone()));
    // The server reads the same.
    assert_eq!(serde_json::from_value::<Shape>(value).unwrap(), shape);
}

#[rstest]
#[case::unknown_variant(json!({ "shape": "square" }))]
#[case::unknown_field(json!({ "shape": "circle", "radius": 3, "colour": "red" }))]
#[case::missing_field(json!({ "shape": "circle" }))]
#[case::no_name(json!({ "radius": 3 }))]
#[case::no_object(json!("circle"))]
fn a_wrong_variant_is_refused(#[case] value: Value) {
    assert_eq!(from_value::<Shape>(value.clone()), Err(Malformed));
    assert!(serde_json::from_value::<Shape>(value).is_err());
}
