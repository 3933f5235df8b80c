//! Two copies of one assessment: the later change of each part counts, in whatever order they are merged.

use crate::support::built_in;
use mlops_core::assessment::stamp::Stamp;
use mlops_core::assessment::{Assessment, Ignored, Snapshot, Source, file};
use mlops_core::model::answer::Answer;
use mlops_core::model::level::Level;
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::{QuestionSet, Scope};
use proptest::prelude::*;

fn moment(seconds: i64) -> Moment {
    Moment::from_unix_seconds(1_800_000_000 + seconds).unwrap()
}

fn fresh() -> Assessment {
    let model = built_in();
    Assessment::new("one".to_owned(), "Team".to_owned(), model, &QuestionSet::of(model, Scope::Essentials), moment(0))
}

fn stamp(at: u64, by: &str) -> Stamp {
    Stamp { at, by: by.to_owned() }
}

/// Changes a copy as a tab does.
fn changed(one: &Assessment, at: u64, by: &str, change: impl FnOnce(&mut Assessment)) -> Assessment {
    let mut after = one.clone();
    change(&mut after);
    after.mark(one, &stamp(at, by));
    after
}

fn says(one: &Assessment, at: u64, by: &str, id: &str, answer: Option<Answer>) -> Assessment {
    changed(one, at, by, |one| one.respond(id, moment(0), |response| response.value = answer))
}

fn answer(one: &Assessment, id: &str) -> Option<Answer> {
    one.responses.get(id).and_then(|response| response.value)
}

#[test]
fn the_later_answer_of_each_question_counts_and_none_is_dropped() {
    let base = fresh();
    let here = says(&says(&base, 1, "a", "only-here", Some(Answer::Yes)), 9, "a", "both", Some(Answer::Yes));
    let there = says(&says(&base, 2, "b", "only-there", Some(Answer::No)), 5, "b", "both", Some(Answer::No));
    for merged in [here.merged_with(&there), there.merged_with(&here)] {
        let answers: Vec<_> = merged.responses.iter().map(|(id, one)| (id.as_str(), one.value.unwrap())).collect();
        assert_eq!(answers, [("both", Answer::Yes), ("only-here", Answer::Yes), ("only-there", Answer::No)]);
    }
}

#[test]
fn an_answer_that_was_taken_back_is_not_brought_back_by_an_older_copy() {
    let given = says(&fresh(), 1, "a", "q", Some(Answer::Yes));
    let taken_back = says(&given, 2, "a", "q", None);
    for merged in [given.merged_with(&taken_back), taken_back.merged_with(&given)] {
        assert_eq!(answer(&merged, "q"), None);
        assert_eq!(merged, taken_back);
    }
    // It stays so through the file, and a later answer counts again.
    let again = file::read(&file::write(&taken_back)).unwrap();
    assert_eq!(again, taken_back);
    assert_eq!(answer(&again.merged_with(&says(&given, 3, "b", "q", Some(Answer::No))), "q"), Some(Answer::No));
}

#[test]
fn within_one_moment_the_tab_decides_and_everywhere_alike() {
    let (a, b) = (says(&fresh(), 5, "a", "q", Some(Answer::Yes)), says(&fresh(), 5, "b", "q", Some(Answer::No)));
    assert_eq!(answer(&a.merged_with(&b), "q"), Some(Answer::No));
    assert_eq!(a.merged_with(&b), b.merged_with(&a));
}

#[test]
fn title_scope_tracks_targets_and_plan_are_merged_each_by_its_own_moment() {
    let base = fresh();
    let here = changed(&base, 1, "a", |one| one.title = "Old name".to_owned());
    let here = changed(&here, 5, "a", |one| one.scope = Scope::Full);
    let here = changed(&here, 6, "a", |one| one.target.insert("people".to_owned(), Level::TOP));
    let here = changed(&here, 7, "a", |one| one.decide("q", moment(0), |entry| entry.selected = true));
    let there = changed(&base, 2, "b", |one| one.title = "New name".to_owned());
    let there = changed(&there, 3, "b", |one| one.tracks = vec!["genaiops".to_owned()]);
    let there = changed(&there, 3, "b", |one| one.decide("r", moment(0), |entry| entry.owner = "Ana".to_owned()));
    let there = changed(&there, 4, "b", |one| one.outcomes.days_to_live = Some(21));
    let merged = here.merged_with(&there);
    assert_eq!(merged, there.merged_with(&here));
    assert_eq!((merged.title.as_str(), merged.scope), ("New name", Scope::Full));
    assert_eq!(
        (merged.tracks.as_slice(), merged.target.get("people")),
        (["genaiops".to_owned()].as_slice(), Some(&Level::TOP))
    );
    assert!(merged.plan.get("q").unwrap().selected);
    assert_eq!(merged.plan.get("r").unwrap().owner, "Ana");
    assert_eq!(merged.outcomes.days_to_live, Some(21));
    // A cleared selection stays cleared.
    let deselected = changed(&merged, 9, "a", |one| one.decide("q", moment(0), |entry| entry.selected = false));
    assert_eq!(deselected.plan.get("q"), None);
    assert_eq!(here.merged_with(&deselected), deselected);
}

#[test]
fn what_is_changed_has_a_stamp_and_what_is_not_keeps_its_own() {
    let one = says(&fresh(), 5, "a", "q", Some(Answer::Yes));
    // Giving the same answer again is no change.
    let mut same = one.clone();
    same.respond("q", moment(900), |response| response.value = Some(Answer::Yes));
    assert!(!same.mark(&one, &stamp(9, "b")));
    assert_eq!(same, one);
    // Looking at a question without answering it is no change either.
    let mut looked = one.clone();
    looked.respond("r", moment(900), |_| {});
    assert!(!looked.mark(&one, &stamp(9, "b")));
    assert_eq!(looked, one);
    let renamed = changed(&one, 9, "b", |one| one.title = "Other".to_owned());
    assert_eq!(renamed.changed.get("title"), Some(&stamp(9, "b")));
    assert_eq!(renamed.responses.get("q").unwrap().stamp, stamp(5, "a"));
    assert_eq!(renamed.latest(), stamp(9, "b"));
}

#[test]
fn to_put_one_in_place_of_another_is_a_change_of_all_that_differs() {
    let own = says(&says(&fresh(), 5, "a", "q", Some(Answer::Yes)), 6, "a", "r", Some(Answer::Yes));
    let older = says(&fresh(), 1, "z", "q", Some(Answer::No));
    let mut replaced = older.clone();
    replaced.mark(&own, &stamp(9, "b"));
    // A copy with the earlier answers does not restore them.
    for merged in [replaced.merged_with(&own), own.merged_with(&replaced)] {
        assert_eq!((answer(&merged, "q"), answer(&merged, "r")), (Some(Answer::No), None));
    }
}

#[test]
fn moments_from_the_future_are_lowered_to_now() {
    let far = says(&fresh(), 253_370_764_800_000, "x", "q", Some(Answer::No));
    let mut far = changed(&far, 253_370_764_800_001, "x", |one| one.title = "From the year 9999".to_owned());
    let now = 1_800_000_000_000;
    far.clamp_to(now);
    assert_eq!(far.latest(), stamp(now, "x"));
    assert_eq!(far.updated, moment(0));
    let own = says(&fresh(), now + 1, "a", "q", Some(Answer::Yes));
    assert_eq!(answer(&own.merged_with(&far), "q"), Some(Answer::Yes));
}

#[test]
fn a_moment_never_goes_back_when_the_clock_does() {
    let first = stamp(1_000, "a");
    assert_eq!(Stamp::after(2_000, &first, "b"), stamp(2_000, "b"));
    assert_eq!(Stamp::after(500, &first, "b"), stamp(1_001, "b"));
    assert_eq!(Stamp::after(1_000, &first, ""), stamp(1_001, ""));
}

#[test]
fn differences_are_named_and_say_which_side_is_newer() {
    let base = says(&fresh(), 1, "a", "same", Some(Answer::Yes));
    let own = says(&says(&base, 7, "a", "mine", Some(Answer::Yes)), 8, "a", "cleared", Some(Answer::Yes));
    let own = says(&own, 9, "a", "cleared", None);
    let file = says(&says(&base, 8, "b", "mine", Some(Answer::No)), 2, "b", "cleared", Some(Answer::No));
    let file = changed(&file, 9, "b", |one| one.title = "Other".to_owned());
    let told: Vec<_> = own.differences(&file).into_iter().map(|one| (one.name, one.is_newer_there)).collect();
    let expected = [("answers/cleared", false), ("answers/mine", true), ("title", true)];
    assert_eq!(told, expected.map(|(name, newer)| (name.to_owned(), newer)));
    assert_eq!(own.differences(&own), []);
}

/// A change of any kind that a page offers. Few names and few moments, so that changes collide.
#[derive(Clone, Debug)]
enum Step {
    Answer(u8, Option<Answer>),
    Note(u8, String),
    Title(u8),
    Scope(bool),
    Tracks(u8),
    Target(u8, Option<u8>),
    Select(u8, bool),
    People(Option<u32>),
    BusinessUnit(u8),
    Models(Option<u32>),
    Ignored(u8),
    Settled(u8, bool),
    Outcome(Option<u32>),
    Snapshot(u8),
    Forget,
    Source(u8),
    Unknown(u8),
}

fn any_step() -> impl Strategy<Value = Step> {
    let answer = prop::option::of(prop::sample::select(Answer::ALL.to_vec()));
    prop_oneof![
        (0_u8..4, answer).prop_map(|(id, answer)| Step::Answer(id, answer)),
        (0_u8..4, "[a ]{0,3}").prop_map(|(id, note)| Step::Note(id, note)),
        (0_u8..3).prop_map(Step::Title),
        any::<bool>().prop_map(Step::Scope),
        (0_u8..4).prop_map(Step::Tracks),
        (0_u8..2, prop::option::of(0_u8..5)).prop_map(|(id, level)| Step::Target(id, level)),
        (0_u8..2, any::<bool>()).prop_map(|(id, on)| Step::Select(id, on)),
        prop::option::of(1_u32..4).prop_map(Step::People),
        (0_u8..3).prop_map(Step::BusinessUnit),
        prop::option::of(1_u32..4).prop_map(Step::Models),
        (0_u8..3).prop_map(Step::Ignored),
        (0_u8..4, any::<bool>()).prop_map(|(id, is)| Step::Settled(id, is)),
        prop::option::of(0_u32..4).prop_map(Step::Outcome),
        (0_u8..3).prop_map(Step::Snapshot),
        Just(Step::Forget),
        (0_u8..3).prop_map(Step::Source),
        (0_u8..3).prop_map(Step::Unknown),
    ]
}

fn take(one: &mut Assessment, step: &Step) {
    match step {
        Step::Answer(id, answer) => one.respond(&format!("q{id}"), moment(0), |response| response.value = *answer),
        Step::Note(id, note) => one.respond(&format!("q{id}"), moment(0), |response| response.note.clone_from(note)),
        Step::Title(number) => one.title = format!("Team {number}"),
        Step::Scope(full) => one.scope = if *full { Scope::Full } else { Scope::Essentials },
        Step::Tracks(number) => one.tracks = (0..*number).map(|track| format!("track-{track}")).collect(),
        Step::Target(id, Some(level)) => one.target.insert(format!("area-{id}"), Level::new(*level).unwrap()),
        Step::Target(id, None) => {
            one.target.remove(&format!("area-{id}"));
        }
        Step::Select(id, on) => one.decide(&format!("q{id}"), moment(0), |entry| entry.selected = *on),
        Step::People(people) => one.people = *people,
        Step::BusinessUnit(0) => one.business_unit.clear(),
        Step::BusinessUnit(number) => one.business_unit = format!("Unit {number}"),
        Step::Models(models) => one.models = *models,
        Step::Ignored(number) => {
            let (signal, folder) = ("mlflow".to_owned(), format!("folder-{number}"));
            one.ignored.push(Ignored { signal, folder, ..Ignored::default() });
        }
        Step::Settled(id, is) => one.respond(&format!("q{id}"), moment(0), |response| response.agreed = *is),
        Step::Outcome(days) => {
            one.outcomes.days_to_live = *days;
            one.outcomes.last_release = days.and_then(|days| Day::from_unix_days(days.into()));
        }
        Step::Snapshot(number) => {
            let (at, label) = (moment((*number).into()), format!("round {number}"));
            one.snapshots.push(Snapshot { at, label, ..Snapshot::default() });
        }
        Step::Forget => one.snapshots.clear(),
        Step::Source(number) => one.sources.push(Source {
            from: format!("Ana {number}"),
            link: "https://x".to_owned(),
            ..Source::default()
        }),
        Step::Unknown(number) => {
            one.unknown_fields.insert("mood".to_owned(), (*number).into());
        }
    }
}

fn any_copy() -> impl Strategy<Value = Assessment> {
    prop::collection::vec((any_step(), 0_u64..6, "[ab]"), 0..12).prop_map(|steps| {
        let mut one = fresh();
        for (step, at, by) in steps {
            one = changed(&one, at, &by, |one| take(one, &step));
        }
        // As after storing, with sorted lists.
        file::read_stored(&file::write_stored(&one)).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in any_copy(), b in any_copy(), c in any_copy()) {
        prop_assert_eq!(a.merged_with(&a), a.clone());
        let ab = a.merged_with(&b);
        prop_assert_eq!(&ab, &b.merged_with(&a));
        prop_assert_eq!(&ab.merged_with(&a), &ab);
        prop_assert_eq!(&ab.merged_with(&b), &ab);
        prop_assert_eq!(ab.merged_with(&c), a.merged_with(&b.merged_with(&c)));
    }

    #[test]
    fn what_was_merged_is_written_and_read_again(a in any_copy(), b in any_copy()) {
        let merged = a.merged_with(&b);
        prop_assert_eq!(file::read(&file::write(&merged)), Ok(merged.clone()));
        prop_assert_eq!(file::read_stored(&file::write_stored(&merged)), Ok(merged));
    }

    #[test]
    fn the_latest_change_of_all_is_there_after_any_merge(a in any_copy(), b in any_copy(), step in any_step()) {
        let latest = changed(&a, 100, "z", |one| take(one, &step));
        let latest = file::read_stored(&file::write_stored(&latest)).unwrap();
        let merged = b.merged_with(&latest);
        let lost = latest.differences(&merged).into_iter().filter(|one| {
            let stamp = latest.changed.get(&one.name).or_else(|| {
                one.capability().and_then(|id| latest.responses.get(id)).map(|response| &response.stamp)
            });
            stamp.is_some_and(|stamp| stamp.at == 100)
        });
        prop_assert_eq!(lost.count(), 0);
    }
}
