//! The share of supporting points, exactly.

use crate::support::small::{json_of, team};
use mlops_core::model::file::read;
use mlops_core::model::support::Support;
use mlops_core::scoring::case::Scope;
use proptest::prelude::*;

#[track_caller]
fn half_points(share: &str, of: usize) -> usize {
    Support::parse(share).unwrap_or_else(|| panic!("{share}")).half_points_of(of)
}

#[test]
fn a_share_is_compared_as_the_decimal_number_that_it_is() {
    assert_eq!(half_points("0.28", 25), 14, "7 of 25, though 0.28 is no binary fraction");
    assert_eq!(half_points("0.3333333333", 3), 2, "1 of 3 is a little more than that");
    assert_eq!(half_points("0.3333333334", 3), 3, "1 of 3 is a little less than that");
    assert_eq!(half_points("0.33333333333333333333333333333333333333333333333334", 3), 3);
    assert_eq!(half_points("0.5", 3), 3);
    assert_eq!(half_points("0.07", 100), 14);
    assert_eq!(half_points("0.1", 0), 0);
}

#[test]
fn every_way_to_write_a_number_is_read() {
    for half in ["0.5", "5e-1", "5E-1", "0.50", "50e-2", "0.05e1", "0.05E+1", "500e-03", "0.5e0"] {
        assert_eq!(Support::parse(half), Support::parse("0.5"), "{half}");
    }
    for whole in ["1", "1.0", "1e0", "10e-1", "0.1e1", "1.000"] {
        assert_eq!(Support::parse(whole), Some(Support::WHOLE), "{whole}");
    }
    for tiny in ["1e-300", "1e-999999999999999999999", "0.0000000000000000001"] {
        assert_eq!(half_points(tiny, 400), 1, "{tiny}");
    }
    assert_eq!(half_points(&format!("0.{}1e2000", "0".repeat(1999)), 3), 6, "that is 1");
}

#[test]
fn only_a_number_above_nothing_to_one_is_a_share() {
    for wrong in
        ["0", "0.0", "0e5", "-0.5", "-1", "1.1", "2", "1e1", "1.0000000001", "11e-1", "1e999999999999999999999", ""]
    {
        assert_eq!(Support::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn a_model_says_its_share_as_any_json_number() {
    let lines: Vec<String> = (0..25).map(|at| format!("s{at} a 1 more 1-2")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let yes: Vec<String> = (0..7).map(|at| format!("s{at}=yes")).collect();
    for (share, level) in [("0.28", 1), ("28e-2", 1), ("0.280001", 0), ("0.281", 0)] {
        let team = team(&json_of(share, &lines, &[]), Scope::Full).answering(&yes.join(" "));
        assert_eq!(team.range("a").0, level, "{share}");
    }
    for wrong in ["0", "1.5", "-0.1", "\"0.5\"", "null", "true"] {
        let told = read(&json_of(wrong, &["x a 1 core 1-2"], &[]).to_string()).unwrap_err();
        assert_eq!(told[0].to_string(), "$.support: expected a share above 0, to 1, such as 0.5", "{wrong}");
    }
}

#[test]
fn a_share_is_said_in_percent() {
    let percent = |share: &str| Support::parse(share).unwrap().percent();
    assert_eq!(percent("0.28"), ("28".to_owned(), true));
    assert_eq!(percent("0.6"), ("60".to_owned(), true));
    assert_eq!(percent("0.125"), ("12.5".to_owned(), true));
    assert_eq!(percent("0.3333333333"), ("33.33".to_owned(), false));
    assert_eq!(percent("1"), ("100".to_owned(), true));
}

proptest! {
    #[test]
    fn points_are_enough_exactly_when_the_whole_numbers_say_so(
        drawn in 1..=1_000_000_000_u64, places in 0..=9_u32, of in 0..=400_usize,
    ) {
        let scale = 10_u64.pow(places);
        let part = (drawn - 1) % scale + 1;
        let digits = format!("{part:0>width$}", width = places as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places as usize);
        let text = if places == 0 { whole.to_owned() } else { format!("{whole}.{fraction}") };
        let needed = (2 * of as u64 * part).div_ceil(scale);
        prop_assert_eq!(half_points(&text, of) as u64, needed, "{}", text);
        let shifted = format!("{part}e-{places}");
        prop_assert_eq!(Support::parse(&shifted), Support::parse(&text));
    }
}
