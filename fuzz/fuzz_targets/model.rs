//! Any text as a questionnaire: it is rejected with the places of its faults, or every result and plan can be
//! computed.
#![no_main]

use std::hint::black_box;

use libfuzzer_sys::fuzz_target;
use mlops_core::advice::next_steps::Advice;
use mlops_core::advice::patterns::{answers_to_check, fired_patterns, unasked};
use mlops_core::advice::plan::{plan, targets};
use mlops_core::by_id::ById;
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::model::file::read;
use mlops_core::scoring::case::{Case, QuestionSet, Scope};
use mlops_core::scoring::profile::profile_of;

fuzz_target!(|text: &str| {
    let model = match read(text) {
        Ok(model) => model,
        Err(faults) => return assert!(!faults.is_empty(), "refused without a fault"),
    };
    let mut answers = Answers::none(&model);
    for (at, turn) in model.capability_ixs().zip(text.bytes().rev().cycle()) {
        answers.set(at, Answer::ALL.get(usize::from(turn % 6)).copied());
    }
    let question_set = QuestionSet { scope: Scope::Full, tracks: model.track_ixs().collect() };
    let case = Case::new(&model, &question_set, &answers);
    let (profile, patterns) = (profile_of(case), fired_patterns(case));
    for track in &profile.tracks {
        black_box(Advice::of(case, track, &patterns));
        black_box(answers_to_check(case, track.track));
        black_box(unasked(case, track.track));
        black_box(plan(case, track, &patterns, &targets(case, track, &patterns, &ById::new())));
    }
});
