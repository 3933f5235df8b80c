//! The sentences on saving and merging are true, and read well for every number.

use crate::support::built_in;
use mlops_core::assessment::Assessment;
use mlops_core::assessment::stamp::Stamp;
use mlops_core::model::answer::Answer;
use mlops_core::moment::Moment;
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_core::words::saving::{Differing, asks, came_back, differs, from_copy, from_part, merged, moment};

const MORNING: u64 = 1_795_424_400_000;

fn changed(one: &Assessment, at: u64, change: impl FnOnce(&mut Assessment)) -> Assessment {
    let mut after = one.clone();
    change(&mut after);
    after.mark(one, &Stamp { at, by: "k3f9".to_owned() });
    after
}

fn says(one: &Assessment, at: u64, id: &str, value: Option<Answer>) -> Assessment {
    changed(one, at, |one| one.respond(id, Moment::default(), |response| response.value = value))
}

fn fresh() -> Assessment {
    let model = built_in();
    Assessment::new(
        "a".to_owned(),
        "Payments".to_owned(),
        model,
        &QuestionSet::of(model, Scope::Essentials),
        Moment::default(),
    )
}

#[test]
fn a_moment_is_told_by_the_persons_clock() {
    assert_eq!(moment(MORNING, 0), "23 November 2026, 09:00");
    assert_eq!(moment(MORNING, 60), "23 November 2026, 10:00");
    assert_eq!(moment(MORNING, -9 * 60 - 30), "22 November 2026, 23:30");
    assert_eq!(moment(MORNING + 15 * 3_600_000, 45), "24 November 2026, 00:45");
}

#[test]
fn a_merge_asks_with_numbers_and_says_what_it_did() {
    let base = says(&fresh(), 1, "same", Some(Answer::Yes));
    let own = says(&says(&base, MORNING, "a", None), MORNING + 9, "b", Some(Answer::No));
    let own = says(&own, MORNING + 9, "c", Some(Answer::No));
    let file = says(&says(&base, 2, "b", Some(Answer::Yes)), 2, "c", Some(Answer::Yes));
    let file = says(&file, MORNING + 60_000, "d", Some(Answer::Partly));
    let file = changed(&file, MORNING, |one| one.title = "Cards".to_owned());
    let file = changed(&file, MORNING, |one| one.decide("a", Moment::default(), |entry| entry.selected = true));
    let differing = Differing::between(&own, &file);
    assert_eq!(
        asks("Payments", &differing),
        "You already have \"Payments\". 3 answers differ: 1 newer in the file, 2 newer here. Also newer in the file: the \
         name and 1 plan step. What do you want to do?"
    );
    assert_eq!(
        merged(&differing),
        "1 newer answer was taken from the file. 2 newer answers in this browser were kept. Also taken: the name and 1 plan step."
    );
    // The merge does what the sentence says.
    let after = own.merged_with(&file);
    let taken = own.differences(&after);
    assert_eq!(taken.iter().filter(|one| one.capability().is_some()).count(), differing.newer_there.len());
    assert_eq!(Differing::between(&after, &file).newer_there, [] as [String; 0]);
    assert!(Differing::between(&own, &own).is_empty());
}

#[test]
fn numbers_of_one_and_none_read_well() {
    let one = Differing { newer_there: vec!["a".to_owned()], ..Differing::default() };
    assert_eq!(
        asks("T", &one),
        "You already have \"T\". 1 answer differs: 1 newer in the file, 0 newer here. What do you want to do?"
    );
    assert_eq!(merged(&one), "1 newer answer was taken from the file. 0 newer answers in this browser were kept.");
    let other = Differing { others_here: vec!["the name".to_owned()], ..Differing::default() };
    assert_eq!(
        asks("T", &other),
        "You already have \"T\". All answers are the same. Also newer here: the name. What do you want to do?"
    );
    assert!(came_back(1).contains("1 assessment was restored"));
    assert!(from_copy("T", 70).ends_with("with 70 answers."));
    assert!(from_part("T", 1).contains("1 answer could be read"));
}

#[test]
fn each_line_tells_both_answers_both_times_and_which_counts() {
    let here = says(&fresh(), MORNING, "a", Some(Answer::No));
    let there = changed(&says(&fresh(), 0, "a", Some(Answer::Yes)), MORNING + 1, |one| {
        one.respond("a", Moment::default(), |response| response.note = "since May".to_owned());
    });
    let (own, file) = (here.responses.get("a"), there.responses.get("a"));
    assert_eq!(
        differs("Is it tracked?", own, file, true, |_| 60),
        "Is it tracked? Here: No (23 November 2026, 10:00). In the file: Yes, with a note (23 November 2026, 10:00). The file is newer."
    );
    assert_eq!(
        differs("Q?", None, own, false, |_| 0),
        "Q? Here: Unanswered (unknown time). In the file: No (23 November 2026, 09:00). Yours is newer."
    );
}
