//! Our own reading and writing of JSON against serde_json's.

use mlops_core::json::text::parse;
use mlops_core::json::value;
use proptest::prelude::*;
use serde_json::{Number, Value};

fn any_json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        Just("-0.50e+7".to_owned()),
        any::<i64>().prop_map(|number| number.to_string()),
        ".{0,12}".prop_map(|text| Value::String(text).to_string()),
        Just("\"\\ud83d\\ude00 \\/\\u0024\"".to_owned()),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(|items| format!("[{}]", items.join(" ,\n"))),
            prop::collection::vec(("[a-c]{1,2}", inner), 0..5).prop_map(|fields| {
                let fields: Vec<_> = fields.iter().map(|(name, value)| format!("\t\"{name}\" : {value}")).collect();
                format!("{{{}}}", fields.join(","))
            }),
        ]
    })
}

fn is_same(ours: &value::Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (value::Value::Null, Value::Null) => true,
        (value::Value::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (value::Value::Number(ours), Value::Number(theirs)) => ours.parse::<Number>().unwrap() == *theirs,
        (value::Value::String(ours), Value::String(theirs)) => ours == theirs,
        (value::Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| is_same(ours, theirs))
        }
        (value::Value::Object(ours), Value::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().all(|(name, ours)| theirs.get(name).is_some_and(|theirs| is_same(ours, theirs)))
        }
        _ => false,
    }
}

#[track_caller]
fn reads_alike(text: &str) {
    let theirs = serde_json::from_str::<Value>(text);
    match (parse(text), &theirs) {
        (Ok(ours), Ok(theirs)) => {
            assert!(is_same(&ours, theirs), "{ours:?} and {theirs:?} of {text}");
            let written = ours.to_string();
            assert_eq!(&serde_json::from_str::<Value>(&written).unwrap(), theirs);
            // serde_json writes `1E7` as `1e+7`.
            let theirs_written = theirs.to_string();
            if written == theirs_written {
                assert_eq!(ours.to_indented(), serde_json::to_string_pretty(theirs).unwrap());
            }
        }
        (Err(_), Err(_)) => {}
        (ours, _) => panic!("{ours:?} and {theirs:?} of {text}"),
    }
}

#[test]
fn what_is_nearly_json_is_refused_as_serde_json_refuses_it() {
    for text in [
        "",
        " ",
        "nul",
        "nullx",
        "true false",
        "[1,]",
        "[,1]",
        "{,}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "'a'",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "--1",
        "1-2",
        "NaN",
        "\"a",
        "\"\\x\"",
        "\"\\ud800\"",
        "\"\\u12\"",
        "\"a\nb\"",
        "\"\u{1}\"",
        "[",
        "{",
        "]",
        "{\"a\":",
        "\u{feff}1",
        "1\u{a0}",
        "/**/1",
        "\"\\",
        "\"\\\"",
        "[\"\\\\\"]",
        "\"\u{7f}\"",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,\"a\":2}",
        "-",
        "-0",
        "1E400",
        "-1.50E+07",
        "\"\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\\ud800\\u0041\"",
        "\"\\udc00\"",
        "\"\\uD83D\\uDE00\"",
        "123456789012345678901234567890",
    ] {
        reads_alike(text);
    }
}

#[test]
fn a_fault_is_told_by_line_and_column() {
    assert_eq!(parse("{\n  \"ä\": 1,\n  \"b\": x }"), Err("line 3, column 8".to_owned()));
    assert_eq!(parse("\"ä\" x"), Err("line 1, column 5".to_owned()));
    assert_eq!(parse(""), Err("line 1, column 1".to_owned()));
}

#[test]
fn depth_is_bounded_before_it_becomes_a_problem() {
    assert!(parse(&format!("{}{}", "[".repeat(100), "]".repeat(100))).is_ok());
    assert!(parse(&"[".repeat(1_000_000)).is_err());
    assert!(parse(&"{\"a\":".repeat(1_000_000)).is_err());
}

#[test]
fn an_object_of_very_many_fields_is_refused_at_once() {
    let object = |count: usize| {
        let fields: Vec<String> = (0..count).rev().map(|at| format!("\"{at:06}\":0")).collect();
        format!("{{{}}}", fields.join(","))
    };
    assert_eq!(parse(&object(4096)).unwrap().as_object().unwrap().len(), 4096);
    assert!(parse(&object(100_000)).is_err());
}

proptest! {
    #[test]
    fn any_json_is_read_as_serde_json_reads_it(text in any_json()) {
        reads_alike(&text);
        prop_assert!(parse(&text).is_ok());
    }

    #[test]
    fn damaged_json_is_read_or_refused_as_serde_json_does(
        text in any_json(), at in any::<prop::sample::Index>(), byte in 0x20_u8..0x7f, cut in any::<bool>(),
    ) {
        let mut letters: Vec<char> = text.chars().collect();
        let at = at.index(letters.len());
        if cut { letters.remove(at); } else { letters[at] = byte.into(); }
        reads_alike(&letters.into_iter().collect::<String>());
    }

    #[test]
    fn any_text_is_read_or_refused_as_serde_json_does(text in "[\\[\\]{}:,\"\\\\0-9truefalsn eE.+-]{0,24}") {
        reads_alike(&text);
    }
}
