//! `generate`: links of invented teams, for measurements and for trying out a warehouse.

use std::io::Write;

use mlops_core::link::{LinkContents, LinkKind, encode};
use mlops_core::model::Model;
use mlops_core::model::answer::Answer;
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_core::words::link::error_text;

use crate::{Failure, Outcome};

const UNITS: [&str; 6] = ["Payments", "Search", "Logistics", "Risk", "Service", "Platform"];
const REGIONS: [&str; 3] = ["emea", "amer", "apac"];
const PAGE: &str = "https://maturity.example/#/r/";

pub fn run(model: &Model, count: u64, seed: u64, out: &mut impl Write) -> Result<Outcome, Failure> {
    let mut dice = Dice(seed);
    for number in 0..count {
        let shared = team(model, &mut dice);
        let unit = UNITS[dice.below(UNITS.len())];
        let region = REGIONS[dice.below(REGIONS.len())];
        let link = encode(model, LinkKind::Result, &shared).map_err(|error| Failure::Refused(error_text(error)))?;
        writeln!(out, "{unit} / team {number} #{region}\t{PAGE}{link}").map_err(Failure::io("standard output"))?;
    }
    Ok(Outcome::AllRead)
}

/// A team with levels that differ between areas and some open questions.
fn team(model: &Model, dice: &mut Dice) -> LinkContents {
    let scope = if dice.below(3) == 0 { Scope::Essentials } else { Scope::Full };
    let mut question_set = QuestionSet::of(model, scope);
    if dice.below(8) == 0 {
        question_set.tracks = model.track_ixs().collect();
    }
    // 2025-01-01 to two years later.
    let day = Day::from_unix_days(20_089 + i64::try_from(dice.below(730)).unwrap_or_default());
    let mut shared = LinkContents::new(model, question_set, day.unwrap_or_else(|| Moment::default().day()));
    let stands = 1 + dice.below(4);
    let by_area: Vec<usize> = model.areas().iter().map(|_| (stands + dice.below(3)).saturating_sub(1)).collect();
    for at in shared.question_set.capabilities(model) {
        let capability = model.capability(at);
        let has = usize::from(capability.level.number()) <= by_area[capability.area.index()];
        let answer = match dice.below(160) {
            0 => Answer::Unknown,
            1 => Answer::NotApplicable,
            2 | 3 => Answer::Partly,
            4 => Answer::No,
            5 => Answer::Yes,
            _ if has => Answer::Yes,
            _ => Answer::No,
        };
        shared.answers.set(at, Some(answer));
    }
    shared
}

/// SplitMix64: small, fast, and the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let sides = u64::try_from(sides).unwrap_or(1).max(1);
        usize::try_from(mixed % sides).unwrap_or_default()
    }
}
