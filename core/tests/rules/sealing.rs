//! The checksum over a stored text.

use crate::support::built_in;
use mlops_core::assessment::file::{self, FileError};
use mlops_core::assessment::seal::{Seal, checksum, seal, verify};
use mlops_core::assessment::{Assessment, stamp::Stamp};
use mlops_core::model::answer::Answer;
use mlops_core::moment::Moment;
use mlops_core::scoring::case::{QuestionSet, Scope};
use proptest::prelude::*;

/// A team with 70 answers, some with notes.
fn seventy() -> Assessment {
    let model = built_in();
    let now = Moment::parse("2026-11-23T09:00:00Z").unwrap();
    let mut one =
        Assessment::new("one".to_owned(), "Täam".to_owned(), model, &QuestionSet::of(model, Scope::Full), now);
    let before = one.clone();
    for (at, capability) in model.capabilities().iter().take(70).enumerate() {
        one.respond(&capability.id, now, |response| {
            response.value = Some(Answer::ALL[at % 5]);
            if at % 7 == 0 {
                response.note = format!("since May, \"{at}\"");
            }
        });
    }
    one.mark(&before, &Stamp { at: 1_795_424_400_000, by: "k3f9".to_owned() });
    one
}

#[test]
fn the_checksum_is_the_one_that_everybody_knows() {
    assert_eq!(checksum("123456789"), "cbf43926");
    assert_eq!(checksum(""), "00000000");
}

#[test]
fn what_was_written_is_whole_and_still_a_file_for_everybody() {
    let text = file::write_stored(&seventy());
    assert_eq!(verify(&text), Seal::Whole);
    assert_eq!(file::read_stored(&text), Ok(seventy()));
    assert_eq!(file::read(&text), Ok(seventy()));
    assert_eq!(verify(&file::write(&seventy())), Seal::Absent, "what is handed on may be edited by hand");
    assert_eq!(file::read_stored(&file::write(&seventy())), Ok(seventy()));
}

#[test]
fn every_damaged_character_of_a_save_is_noticed() {
    let text = file::write_stored(&seventy());
    let letters: Vec<char> = text.chars().collect();
    let mut damages = 0;
    for at in 0..letters.len() {
        // In turn another letter, one less, one more.
        let mut bad = letters.clone();
        match at % 4 {
            0 => bad[at] = if bad[at] == 'x' { 'y' } else { 'x' },
            1 => drop(bad.remove(at)),
            2 => bad.insert(at, '0'),
            _ => bad[at] = char::from_u32(u32::from(bad[at]) ^ 1).unwrap_or('?'),
        }
        let bad: String = bad.into_iter().collect();
        if bad != text {
            damages += 1;
            assert_eq!(file::read_stored(&bad), Err(FileError::Damaged), "at {at}: {bad}");
            // What was recovered is valid: written again, it can be read again.
            if let Some(recovered) = file::recover(&bad).assessment {
                let again = file::read_stored(&file::write_stored(&recovered));
                assert_eq!(again.as_ref(), Ok(&recovered), "at {at}: {bad}");
            }
        }
    }
    assert!(damages > 5_000, "{damages}");
}

#[test]
fn a_newer_version_is_told_from_a_damaged_text() {
    let newer = seal(r#"{"format":"mlops-maturity/assessment","version":7}"#);
    assert_eq!(file::read_stored(&newer), Err(FileError::NewerVersion(7)));
    assert_eq!(file::read_stored(&newer.replace('7', "8")), Err(FileError::Damaged));
}

proptest! {
    #[test]
    fn one_damage_anywhere_is_noticed(at in any::<prop::sample::Index>(), letter in any::<char>(), kind in 0..3) {
        let text = file::write_stored(&seventy());
        let mut letters: Vec<char> = text.chars().collect();
        let at = at.index(letters.len());
        match kind {
            0 => letters[at] = letter,
            1 => letters.insert(at, letter),
            _ => drop(letters.remove(at)),
        }
        let bad: String = letters.into_iter().collect();
        prop_assert!(bad == text || file::read_stored(&bad) == Err(FileError::Damaged));
    }
}
