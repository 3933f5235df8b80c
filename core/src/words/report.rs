//! Headings, captions and labels of the documents: result, plan, comparison, several people, many teams, issue trackers.

use super::result::mark;
use super::{heads, inside, quantity};
use crate::model::level::Level;
use crate::model::{Area, Capability, Model};
use crate::moment::Day;
use crate::scoring::case::Scope;

/// The heads of the stages as a table.
pub const MAP_HEADS: [&str; 3] = ["Stage", "Automation", "Manual tasks"];
/// Before what ends a mismatch.
pub const WHAT_HELPS: &str = "What helps";
/// Before the steps that end a mismatch.
pub const STEPS: &str = "Steps:";
/// Before the answer that a step comes from.
pub const ANSWER: &str = "Answer today";
/// Before what a step leaves.
pub const DELIVERABLE: &str = "Deliverable";
/// Before how one sees that a step is done.
pub const DONE_WHEN: &str = "Done when";
/// Before what a step builds on.
pub const NEEDS: &str = "Needs";
/// Nobody disagrees.
pub const ALL_AGREE: &str = "Whoever answered the same question gave the same answer.";
/// Over where people differ most.
pub const TALK_FIRST: &str = "Talk about these first";
/// Over what was settled.
pub const SETTLED: &str = "Settled together";
/// What the figures of what people say mean.
pub const SPREAD_NOTE: &str = "\"Together\" is the answer in the middle. \"Spread\" is how far the answers lie apart: 0 where all \
     say the same, 1 where half say yes and half no.";
/// The heads of what people say, area by area.
pub const COHORT_HEADS: [&str; 4] = ["Capability", heads::TOGETHER, heads::SPREAD, heads::SAID];
/// Over the stages of the lifecycle that changed.
pub const STAGES_CHANGED: &str = "Lifecycle stages that changed";
/// The head of what is compared.
pub const WHAT: &str = "What";
/// The head of changes.
pub const MOVED: &str = "What moved";
/// The caption of levels side by side.
pub const BOTH_ASKED: &str = "Levels by the questions that both asked";
/// Over mismatches.
pub const ENDED: &str = "Mismatches resolved";
/// Over mismatches.
pub const NEW: &str = "New mismatches";
/// Over mismatches.
pub const STAY: &str = "Mismatches that remain";
/// Over questions.
pub const ONLY_FIRST: &str = "Asked only in the first result";
/// Over questions.
pub const ONLY_SECOND: &str = "Asked only in the second result";
/// The heads of two results of one day.
pub const SIDES: [&str; 2] = ["First", "Second"];
/// Over the teams.
pub const TEAM_BY_TEAM: &str = "Team by team";
/// The caption of the count of teams.
pub const TEAMS_BY_LEVEL: &str = "Teams by level, as far as their answers show";
/// Over steps that many teams need.
pub const ONCE_FOR_MANY: &str = "Worth doing once for many";
/// Over capabilities.
pub const OFTEN_MISSING: &str = "Most common gaps to the next level";
/// Over mismatches.
pub const COMMON_MISMATCHES: &str = "Most common mismatches";
/// Over stages of the lifecycle.
pub const STILL_MANUAL: &str = "What is still manual in most teams";
/// The caption of all teams.
pub const TEAMS: &str = "Teams";
/// The heads behind the levels.
pub const UNSETTLED_HEADS: [&str; 3] = ["Could be higher", "Not known yet", "No level"];
/// The heads of the teams before the areas.
pub const TEAM_HEADS: [&str; 3] = [heads::TEAM, heads::DAY, heads::OVERALL];
/// The heads of the teams behind the areas.
pub const SINCE_HEADS: [&str; 2] = [heads::ANSWERED, "Since the result before"];
/// Over where a result comes from.
pub const ABOUT: &str = "About this result";
/// Before its link.
pub const OPEN: &str = "Open the result: ";
/// Before the work that a model is based on.
pub const BASED_ON: &str = "Based on ";
/// The caption of the map.
pub const LIFECYCLE: &str = "The lifecycle, stage by stage";
/// Over what was said to questions.
pub const NOTES: &str = "Notes and evidence";
/// The button for an issue tracker.
pub const CSV_JIRA: &str = "CSV for Jira";
/// The button for an issue tracker.
pub const CSV_GITLAB: &str = "CSV for GitLab";
/// The button for an issue tracker.
pub const CSV_GITHUB: &str = "CSV for GitHub";
/// The button for an issue tracker.
pub const CSV_AZURE_BOARDS: &str = "CSV for Azure Boards";

/// "23 November 2026. Full: 70 questions. Model "…", revision 1."
#[must_use]
pub fn about(day: Day, scope: Scope, questions: usize, model: &Model) -> String {
    format!(
        "{}. {}: {}. Model \"{}\", revision {}.",
        super::day(day),
        super::scope(scope),
        quantity::questions(questions),
        model.title(),
        model.revision(),
    )
}

/// "Replace with: Release pipeline."
#[must_use]
pub fn replace_with(capability: &Capability) -> String {
    format!("Replace with: {}.", capability.name())
}

/// Behind a practice that is in place: what it depends on and is not.
#[must_use]
pub fn to_check(without: &str) -> String {
    format!(" is in place, but it depends on {without}. Is that answer correct?")
}

/// What to do where nobody knows yet.
#[must_use]
pub fn if_no(action: &str) -> String {
    format!("If the answer is no: {action}")
}

/// Before what puts a step where it stands.
#[must_use]
pub fn why_here(why: &str) -> String {
    format!("Why here: {why}")
}

/// "training pipeline and model registry (first)": what a step builds on, and whether it is there.
#[must_use]
pub fn needs(names: &str, are_in_place: bool) -> String {
    format!("{names} ({})", if are_in_place { mark::IN_PLACE } else { "first" })
}

/// " level 2, model creation, 2 to 5 days": behind the name of a step.
#[must_use]
pub fn in_short(level: Level, area: &Area, days: &str) -> String {
    format!(" level {level}, {}, {days}", inside(&area.title))
}

/// "Payments ML, 1 March 2026 beside Payments ML, 1 September 2026".
#[must_use]
pub fn beside(before: &str, after: &str) -> String {
    format!("{before} beside {after}")
}

/// " level 2: no, now yes": behind the name of a capability.
#[must_use]
pub fn was_and_is(level: Level, was: &str, is: &str) -> String {
    format!(" level {level}: {was}, now {is}")
}

/// "23 November 2026. 5 people. Full: 75 questions."
#[must_use]
pub fn cohort(day: Day, people: &str, scope: &str, questions: &str) -> String {
    format!("{}. {people}. {scope}: {questions}.", super::day(day))
}

/// "Model creation: what people say together".
#[must_use]
pub fn said_together(area: &str) -> String {
    format!("{area}: what people say together")
}

/// "12 teams, 23 November 2026".
#[must_use]
pub fn teams_on(teams: usize, day: Day) -> String {
    format!("{}, {}", quantity::teams(teams), super::day(day))
}

/// "These are 5 of 12 teams."
#[must_use]
pub fn these_are(shown: usize, all: &str) -> String {
    format!("These are {shown} of {all}.")
}

/// ": manual in 3 of 9 teams": behind the name of a stage of the lifecycle.
#[must_use]
pub fn manual_in(teams: usize, of: &str) -> String {
    format!(": manual in {teams} of {of}")
}
