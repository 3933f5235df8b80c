//! Next steps, one test per sentence.

use crate::support::small::asked;
use crate::support::{Team, any_team};
use mlops_core::advice::effort::HalfDays;
use mlops_core::advice::find_out::levels_narrowed;
use mlops_core::advice::next_steps::{Advice, List, NextStep};
use mlops_core::advice::patterns::fired_patterns;
use mlops_core::advice::ranking::Class;
use mlops_core::model::answer::Answer;
use mlops_core::scoring::case::Scope;
use mlops_core::words;
use proptest::prelude::*;

fn told(team: &Team) -> Advice {
    Advice::of(team.case(), &team.profile().tracks[0], &fired_patterns(team.case()))
}

fn ids<'a>(team: &Team, steps: impl IntoIterator<Item = &'a NextStep>) -> String {
    steps.into_iter().map(|step| team.model.capability(step.capability).id.as_str()).collect::<Vec<_>>().join(" ")
}

/// "Start now" and the rest, in one line.
fn ready(team: &Team) -> String {
    let told = told(team);
    ids(team, told.start_now.iter().chain(&told.later))
}

#[track_caller]
fn says(team: &Team, id: &str) -> String {
    let told = told(team);
    let all: Vec<&NextStep> = told.lists().flat_map(|(_, steps)| steps).collect();
    let step = all.into_iter().find(|step| step.capability == team.at(id)).unwrap();
    words::advice::why(team.case(), &fired_patterns(team.case()), step)
}

#[track_caller]
fn class(team: &Team, id: &str) -> u8 {
    let told = told(team);
    let mut all = told.lists().flat_map(|(_, steps)| steps);
    all.find(|step| step.capability == team.at(id)).map(|step| step.class.number()).unwrap()
}

#[test]
fn ready_is_what_is_not_yet_yes_and_has_everything_it_needs() {
    let lines = &["x a 1 core 1-2", "y a 1 core 1-2 < x", "z a 1 core 1-2 < x", "w a 1 core 1-2"];
    let team = asked(lines, &[]).answering("x=yes y=no z=partly");
    assert_eq!(ready(&team), "z y", "partly there takes half, so z goes first; w is not answered");
    assert_eq!(ready(&asked(lines, &[]).answering("x=partly y=no z=no w=yes")), "x");
    let team = asked(lines, &[]).answering("x=yes y=unknown");
    assert_eq!(
        (ready(&team).as_str(), ids(&team, &told(&team).find_out).as_str()),
        ("", "y z w"),
        "what is open is ranked as if it were no, and told apart"
    );
}

#[test]
fn a_need_that_is_open_is_a_candidate_to_find_out_in_place_of_what_needs_it() {
    let lines = &["base a 1 core 1-2", "x a 1 core 1-2 < base", "y a 1 core 1-2 < x"];
    for open in ["", "base=unknown"] {
        let team = asked(lines, &[]).answering("x=no y=no").answering(open);
        assert_eq!(ready(&team), "");
        assert_eq!(ids(&team, &told(&team).find_out), "base");
    }
    // Only an unanswered capability needs it, so no step depends on it.
    let team = asked(lines, &[]).answering("base=yes y=yes");
    assert_eq!(ready(&team), "");
}

#[test]
fn a_need_out_of_scope_is_given_and_said_as_if_it_is_there() {
    let lines = &["base a 1 more 1-2", "x a 1 core 1-2 < base"];
    let team = asked(lines, &[]).in_scope(Scope::Essentials).answering("x=no");
    assert_eq!(ready(&team), "x");
    assert!(says(&team, "x").contains("; if \"base\" is in place;"), "{}", says(&team, "x"));
    let team = asked(lines, &[]).in_scope(Scope::Essentials).answering("base=no x=no");
    assert!(says(&team, "x").contains("; if \"base\" (you said no) is in place;"), "{}", says(&team, "x"));
    let team = asked(lines, &[]).answering("base=na x=no");
    assert!(!says(&team, "x").contains("if \"base\""));
}

const LEVELS: &[&str] = &[
    "one a 1 core 1-2",
    "spare a 1 more 1-2",
    "spare2 a 1 more 1-2",
    "two a 2 core 1-2",
    "help a 2 more 1-2",
    "help2 a 2 more 1-2",
    "far a 3 core 1-2",
];

#[test]
fn each_falls_in_the_first_class_that_fits() {
    let team = asked(LEVELS, &["p: far=yes & two=no -> two", "q: one=yes & far=no -> far"]);
    let team = team.answering("one=yes spare=yes spare2=no two=no help=no help2=no far=no");
    assert_eq!(["two", "help", "spare2", "far"].map(|id| class(&team, id)), [2, 2, 4, 5]);
    let enough = team.clone().answering("help=yes");
    assert_eq!(class(&enough, "help2"), 3, "the support of level 2 is enough");
    let stalled = team.clone().answering("far=yes");
    assert_eq!(class(&stalled, "two"), 1);
    assert_eq!(class(&team, "far"), 5, "an open edge cures nothing");
}

#[test]
fn each_class_has_its_sentence() {
    let team = asked(LEVELS, &["p: far=yes & two=no -> two", "q: far=yes & two=no / help=no -> two help"]);
    let team = team.answering("one=yes spare=yes spare2=no two=no help=no help2=no far=no");
    assert!(says(&team, "two").starts_with("Required for level 2 in a; "));
    assert!(says(&team, "help").starts_with("A needs 1 more point for level 2; "));
    assert!(says(&team, "spare2").starts_with("Missing at level 1, although a has reached it; "));
    assert!(says(&team, "far").starts_with("Needed later, for level 3 in a; "));
    let half = team.clone().answering("help=partly");
    assert!(says(&half, "help2").starts_with("A needs another half point for level 2; "));
    let enough = team.clone().answering("help=yes");
    assert!(says(&enough, "help2").starts_with("Counts towards level 2 in a; "));
    let stalled = team.clone().answering("far=yes");
    assert!(
        says(&stalled, "two").starts_with("Resolves \"p\"; helps to resolve \"q\"; "),
        "{}",
        says(&stalled, "two")
    );
    let one_left = stalled.answering("help=yes");
    assert!(says(&one_left, "two").starts_with("Resolves \"p\" and \"q\"; "));
}

#[test]
fn a_cure_takes_at_most_five_days_or_at_most_twenty_at_a_level_that_its_area_has_reached() {
    let by_effort = |effort: &str, answer: &str| {
        let cure = format!("cure a 2 more {effort}");
        let lines = ["one a 1 core 1-2", "two a 2 core 1-2", &cure, "b1 b 3 core 1-2"];
        let patterns = &["p: b1=yes & cure=no|partly -> cure"];
        class(
            &asked(&lines, patterns).answering("one=yes two=no b1=yes").saying("cure", Answer::from_word(answer)),
            "cure",
        )
    };
    assert_eq!((by_effort("1-5", "no"), by_effort("1-6", "no")), (1, 2));
    assert_eq!(
        (by_effort("1-5", "partly"), by_effort("1-6", "partly")),
        (1, 3),
        "at its whole effort, partly or not"
    );
    let reached = |effort: &str| {
        let cure = format!("cure a 1 more {effort}");
        let lines = ["one a 1 core 1-2", "more a 1 more 1-2", &cure, "b1 b 3 core 1-2"];
        class(&asked(&lines, &["p: b1=yes & cure=no -> cure"]).answering("one=yes more=yes cure=no b1=yes"), "cure")
    };
    assert_eq!((reached("1-20"), reached("1-21")), (1, 4));
}

#[test]
fn in_class_two_the_weaker_area_goes_first_and_then_leverage_decides_a_third_of_it_for_a_supporting_one() {
    let lines = &[
        "s1 strong 1 core 1-1",
        "s2 strong 2 core 1-1",
        "m1 weak 1 more 1-1",
        "w1 weak 1 core 1-9",
        "x a 1 core 1-1",
    ];
    let team = asked(lines, &[]).answering("s1=yes s2=no m1=no w1=no x=yes");
    assert_eq!(ready(&team), "m1 w1 s2", "1/3 is more than 1/9");
    let lines = &["m1 weak 1 more 1-3", "w1 weak 1 core 1-8", "x a 1 core 1-1"];
    assert_eq!(ready(&asked(lines, &[]).answering("m1=no w1=no x=yes")), "w1 m1", "1/9 is less than 1/8");
}

#[test]
fn in_class_five_the_lower_level_goes_first() {
    let lines = &["one a 1 core 1-20", "four a 4 core 1-1", "three a 3 core 1-9"];
    assert_eq!(ready(&asked(lines, &[]).answering("one=no three=no four=no")), "one three four");
}

#[test]
fn then_comes_what_is_in_the_remedy_of_a_contradiction() {
    let lines = &["quick a 1 core 1-1", "slow a 1 core 9-9", "b3 b 3 core 1-1"];
    let team = asked(lines, &["p: b3=yes & slow=no -> slow"]).answering("quick=no slow=no b3=yes");
    assert_eq!(class(&team, "slow"), 2, "it takes too long for a cure");
    assert_eq!(ready(&team), "slow quick");
}

#[test]
fn leverage_is_what_builds_on_it_by_effort_compared_as_fractions_and_then_the_models_order_decides() {
    // 1/3 and 2/6 are equal, 3/8 is more, and 333/1000 would be less.
    let lines = &[
        "a0 a 1 core 1-3",
        "b0 a 1 core 1-6",
        "c0 a 1 core 1-8",
        "b1 a 2 core 1-1 < b0",
        "c1 a 2 core 1-1 < c0",
        "c2 a 3 core 1-1 < c1",
    ];
    let answers = "a0=no b0=no c0=no b1=no c1=no c2=no";
    assert_eq!(ready(&asked(lines, &[]).answering(answers)), "c0 a0 b0");
    let team = asked(lines, &[]).answering(answers).answering("c1=yes");
    assert!(
        says(&team, "c0").contains("1 practice depends on it; 1 to 8 person-days"),
        "c2 does, through c1 which is there"
    );
    assert_eq!(ready(&team), "a0 b0 c0 c2");
    // An open capability counts as not in place; one that is not applicable does not count.
    assert_eq!(ready(&asked(lines, &[]).answering("a0=no b0=no c0=no b1=na")), "c0 a0 b0");
}

#[test]
fn effort_counts_at_least_a_day_and_half_of_it_where_it_is_partly_there() {
    let lines = &["none a 1 core 0-0", "one a 1 core 1-1", "two a 1 core 1-2", "b1 a 1 core 1-1 < two"];
    let team = asked(lines, &[]).answering("none=no one=no two=partly b1=no");
    assert_eq!(ready(&team), "two none one");
    let at = team.at("two");
    assert_eq!(HalfDays::of(team.case(), at), HalfDays { min: 1, max: 2 });
    assert_eq!(words::advice::person_days(HalfDays::of(team.case(), at)), "up to 1 person-day");
}

#[test]
fn find_out_lists_open_candidates_by_what_they_settle_and_the_one_that_settles_most_leads() {
    // "lead" is no candidate, because nothing depends on it. "base" is needed.
    let lines = &[
        "base b 1 core 1-2",
        "x b 1 core 1-2 < base",
        "y b 1 more 1-2",
        "lead a 1 core 1-2",
        "a2 a 2 core 1-2",
        "a3 a 3 core 1-2",
    ];
    let team = asked(lines, &[]).answering("x=no y=unknown a2=yes a3=yes");
    assert_eq!(
        levels_narrowed(team.case(), team.at("lead")),
        6,
        "from 0 to 3: no settles three levels, and so does yes"
    );
    assert_eq!(ids(&team, &told(&team).find_out), "lead base y");
    let known = team.answering("lead=yes");
    assert_eq!(ids(&known, &told(&known).find_out), "base y", "nothing settles a level: nothing leads");
}

#[test]
fn what_settles_equally_keeps_the_models_order_and_a_leader_need_not_be_a_candidate() {
    let lines = &["first a 1 core 1-2", "second b 1 core 1-2", "needs b 1 more 1-2 < second"];
    let team = asked(lines, &[]).answering("needs=no");
    assert_eq!(ids(&team, &told(&team).find_out), "first second");
}

#[test]
fn start_now_is_the_first_three_of_at_most_twenty_days_whole_effort_partly_or_not() {
    let lines = &[
        "a a 1 core 1-21",
        "b a 1 core 1-20",
        "c a 1 core 1-5",
        "d a 1 core 1-5",
        "e a 1 core 1-40",
        "f a 1 core 1-9",
    ];
    let team = asked(lines, &[]).answering("a=partly b=no c=no d=no e=no f=no");
    let told = told(&team);
    assert_eq!(ids(&team, &told.start_now), "c d f");
    assert_eq!(ids(&team, &told.plan_ahead), "a", "half of it would be 10½ days");
    assert_eq!(ids(&team, &told.later), "b e", "the rest is ranked, and a is told once");
}

#[test]
fn plan_for_is_the_first_investment_ready_or_not_and_told_after_its_unmet_needs() {
    let lines = &["x a 1 core 1-5", "y a 1 core 1-5", "big a 1 core 10-30 < x y", "later a 2 core 10-30"];
    let team = asked(lines, &[]).answering("x=no y=partly big=no later=no");
    assert_eq!(ids(&team, &told(&team).plan_ahead), "big");
    assert!(says(&team, "big").contains("; after \"x\" and \"y\"; 10 to 30 person-days"), "{}", says(&team, "big"));
    assert_eq!(ids(&team, &told(&team).later), "later");
    let ready = team.answering("x=yes y=yes");
    assert!(!says(&ready, "big").contains("Depends on"));
    assert_eq!(ids(&ready, &told(&ready).later), "later");
    // An open question is to be found out first.
    let open = ready.answering("big=unknown");
    assert_eq!(ids(&open, &told(&open).plan_ahead), "later");
}

#[test]
fn each_step_states_its_leverage_its_manual_task_and_what_it_makes_possible() {
    let lines = &["x a 1 core 1-4 @ react", "y a 1 core 1-3 < x", "z a 1 core 1-2 < x w", "w a 1 core 1-2"];
    let team = asked(lines, &[]).answering("x=no y=no z=no w=no");
    assert_eq!(
        says(&team, "x"),
        "Required for level 1 in a; 2 practices depend on it; 1 to 4 person-days; removes manual work from \"react\"; makes \
         possible: y, 1 to 3 person-days."
    );
    assert!(
        says(&team.answering("w=yes"), "x")
            .ends_with("makes possible: z, 1 to 2 person-days; y, 1 to 3 person-days.")
    );
}

#[test]
fn while_less_than_half_of_the_track_is_answered_the_lists_are_headed_so_far() {
    let lines = &["a a 1 core 1-2", "b a 1 core 1-2", "c a 1 core 1-2", "d a 1 core 1-2"];
    let team = asked(lines, &[]).answering("a=no b=unknown");
    assert!(told(&team).so_far);
    assert_eq!(words::advice::list_heading(List::StartNow, told(&team).so_far), "Start now (preliminary)");
    let half = team.clone().answering("b=no");
    assert!(!told(&half).so_far);
    assert_eq!(words::advice::list_heading(List::StartNow, told(&half).so_far), "Start now");
    assert!(!told(&team.answering("c=na d=na")).so_far, "what does not apply leaves the track");
}

#[test]
fn steps_are_worked_out_per_track() {
    let team = asked(&["x a 1 core 1-2", "y gen 1 core 1-2"], &[]).answering("x=no y=no");
    let profile = team.profile();
    let of = |at: usize| Advice::of(team.case(), &profile.tracks[at], &fired_patterns(team.case())).start_now;
    assert_eq!((ids(&team, &of(0)), ids(&team, &of(1))), ("x".to_owned(), "y".to_owned()));
}

#[test]
fn a_team_with_everything_in_place_or_nothing_answered_is_told_nothing_to_do() {
    let mature = Team::with_all_tracks(Scope::Full).balanced(4);
    for track in &mature.profile().tracks {
        assert_eq!(Advice::of(mature.case(), track, &fired_patterns(mature.case())).lists().count(), 0);
    }
    let team = Team::new(Scope::Full);
    let told = told(&team);
    assert!(told.start_now.is_empty() && told.plan_ahead.is_none() && told.later.is_empty());
    assert_eq!(told.find_out.len(), 3, "the question that settles most, and the first three that could be begun");
}

proptest! {
    #[test]
    fn lists_are_never_mixed_and_say_only_what_they_promise(team in any_team()) {
        let case = team.case();
        for track in &team.profile().tracks {
            let told = Advice::of(case, track, &fired_patterns(case));
            let mut all: Vec<_> = told.lists().flat_map(|(_, steps)| steps).map(|step| step.capability).collect();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            prop_assert_eq!(all.len(), count);
            prop_assert!(told.find_out.iter().all(|step| step.is_open));
            let ready = || told.start_now.iter().chain(&told.later);
            prop_assert!(ready().all(|step| !step.is_open && step.unmet_needs.is_empty()));
            let days = |step: &NextStep| team.model.capability(step.capability).next.effort.max;
            prop_assert!(told.start_now.iter().all(|step| days(step) <= 20) && told.start_now.len() <= 3);
            prop_assert!(told.plan_ahead.iter().all(|step| days(step) > 20));
            let classes = |steps: &[NextStep]| steps.is_sorted_by_key(|step| step.class);
            prop_assert!(classes(&told.start_now) && classes(&told.later));
            for step in ready().filter(|step| step.class == Class::Remedy) {
                prop_assert!(!step.resolves.is_empty() || !step.part_of.is_empty());
            }
            for (_, steps) in told.lists() {
                for step in steps {
                    for &next in &step.makes_possible {
                        let after = case.answers.with_yes([step.capability]);
                        prop_assert!(!case.is_ready(next) && case.with(&after).is_ready(next));
                    }
                }
            }
        }
    }
}
