//! Requirements on the JSON reader beyond reading JSON. Whole files are in `hostile.rs`.

use mlops_core::assessment::file;
use mlops_core::json::parse;
use proptest::prelude::*;

/// An assessment file with one additional field that this version does not know.
fn with_field(name: &str, value: &str) -> String {
    let file = include_str!("../fixtures/assessments/v1.json");
    file.replacen('{', &format!("{{\"{name}\": {value},"), 1)
}

#[test]
fn a_fault_is_said_by_line_and_column() {
    assert_eq!(parse("{\n  \"a\": 1,\n  \"b\": x }"), Err("line 3, column 8".to_owned()));
    assert_eq!(parse(""), Err("line 1, column 0".to_owned()));
}

#[test]
fn depth_is_bounded_before_it_becomes_a_problem() {
    assert!(parse(&format!("{}{}", "[".repeat(100), "]".repeat(100))).is_ok());
    assert!(parse(&"[".repeat(1_000_000)).is_err());
    assert!(parse(&"{\"a\":".repeat(1_000_000)).is_err());
}

#[test]
fn of_two_fields_of_one_name_the_last_counts() {
    assert_eq!(parse("{\"a\": 1, \"a\": 2}").unwrap(), serde_json::json!({ "a": 2 }));
}

#[test]
fn a_number_beyond_all_doubles_is_refused_with_its_place() {
    let text = with_field("later_version", "1e400");
    assert!(
        matches!(file::read(&text), Err(file::FileError::NotJson(place)) if place.starts_with("line 1, column "))
    );
}

#[test]
fn no_name_of_a_field_is_magic() {
    for name in ["$serde_json::private::Number", "$serde_json::private::RawValue"] {
        let assessment = file::read(&with_field("later_version", &format!("{{\"{name}\": \"1\"}}"))).unwrap();
        assert_eq!(assessment.unknown_fields["later_version"], serde_json::json!({ name: "1" }));
        let again = file::read(&file::write(&assessment)).unwrap();
        assert_eq!(again.unknown_fields, assessment.unknown_fields);
    }
}

proptest! {
    #[test]
    fn a_number_of_an_unknown_field_is_the_same_however_often_it_is_saved(bits in any::<u64>()) {
        let number = f64::from_bits(bits);
        prop_assume!(number.is_finite());
        let once = file::read(&with_field("later_version", &format!("{number:e}"))).unwrap();
        prop_assert_eq!(&once.unknown_fields["later_version"], &serde_json::json!(number));
        let again = file::read(&file::write(&once)).unwrap();
        prop_assert_eq!(again.unknown_fields, once.unknown_fields);
    }
}
