//! Snapshots and rounds, through the storage and in several tabs.

use mlops_core::assessment::Assessment;
use mlops_core::history::snapshots::{new_round, remove, rename, take, to_confirm};
use mlops_core::model::answer::Answer;
use mlops_maturity::built_in::built_in;

use crate::stores::{Memory, NOW, answer, fresh, ids, library, moment, readable};

fn labels(of: &Assessment) -> Vec<&str> {
    of.snapshots.iter().map(|one| one.label.as_str()).collect()
}

#[test]
fn a_round_is_stored_and_what_was_confirmed_stays_confirmed() {
    let store = Memory::default();
    let mut library = library(store.clone(), "a");
    let shown = answer(&mut library, &fresh("one"), ids()[0], Answer::Yes, NOW);
    let shown = answer(&mut library, &shown, ids()[1], Answer::No, NOW + 1);
    let shown = library.change(&shown, NOW + 2, |one| new_round(one, "baseline", moment(), moment().day()).unwrap());
    assert_eq!((to_confirm(built_in(), &store.saved("one")), labels(&shown)), (2, vec!["baseline"]));
    // Giving the same answer again is a change: it confirms the answer.
    library.change(&shown, NOW + 3, |one| {
        one.respond(ids()[0], moment(), |response| response.say(Some(Answer::Yes)));
    });
    assert_eq!(to_confirm(built_in(), &store.saved("one")), 1);
}

#[test]
fn two_tabs_that_each_name_a_state_keep_both_and_a_deleted_one_stays_away() {
    let store = Memory::default();
    let mut tabs = [library(store.clone(), "a"), library(store, "b")];
    let first = answer(&mut tabs[0], &fresh("one"), ids()[0], Answer::Yes, NOW);
    let here = tabs[0].change(&first, NOW + 1, |one| take(one, "here", moment()).unwrap());
    // The other tab still shows the earlier state, and answers another question.
    let other = answer(&mut tabs[1], &first, ids()[2], Answer::No, NOW + 5_000);
    let both = tabs[1].change(&other, NOW + 5_001, |one| take(one, "there", moment()).unwrap());
    assert_eq!(labels(&both), ["here", "there"]);
    let [at_here, at_there] = [both.snapshots[0].at, both.snapshots[1].at];
    let less = tabs[1].change(&both, NOW + 5_002, |one| {
        remove(one, at_here, "here").unwrap();
    });
    assert_eq!(labels(&less), ["there"]);
    // This tab still shows the deleted one, and changes another part.
    answer(&mut tabs[0], &here, ids()[1], Answer::No, NOW + 5_003);
    assert_eq!(labels(&readable(&mut tabs[0], "one")), ["there"]);
    let renamed = tabs[1].change(&less, NOW + 5_004, |one| {
        rename(one, at_there, "there", "over there");
    });
    assert_eq!(labels(&renamed), ["over there"]);
    assert_eq!(labels(&readable(&mut tabs[0], "one")), ["over there"]);
}
