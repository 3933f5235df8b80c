//! Headings, captions and labels of exported documents and pictures: result, plan, comparison, several people, many teams,
//! issue trackers.

use super::result::mark;
use super::{pages, quantity};
use crate::model::level::Level;
use crate::model::{Area, Capability, Model};
use crate::moment::Day;
use crate::scoring::case::Scope;

/// The heads of the stages as a table.
pub const MAP_HEADS: [&str; 3] = ["Stage", "Automation", "Manual tasks"];
/// Before what ends a mismatch.
pub const WHAT_HELPS: &str = "How to fix it";
/// Before the steps that end a mismatch.
pub const STEPS: &str = "Steps:";
/// Before the answer that a step comes from.
pub const ANSWER: &str = "Current answer";
/// Before what a step leaves.
pub const DELIVERABLE: &str = "Deliverable";
/// Before how one sees that a step is done.
pub const DONE_WHEN: &str = "Done when";
/// Before what a step builds on.
pub const NEEDS: &str = "Depends on";
/// Nobody disagrees.
pub const ALL_AGREE: &str = "Everyone who answered a question gave the same answer.";
/// Over where people differ most.
pub const TALK_FIRST: &str = "Discuss first";
/// Over what was settled.
pub const SETTLED: &str = "Agreed answers";
/// What the figures of what people say mean.
pub const SPREAD_NOTE: &str = "\"Combined\" is the median answer, the lower one of two. It is \"Don't know\" if \
    fewer than half said yes, partly or no. \"Spread\" shows how far answers differ. It is 0 if all are the same, and 1 if \
    half are yes and half are no.";
/// The heads of what people say, area by area.
pub const COHORT_HEADS: [&str; 4] = ["Practice", pages::COMBINED, pages::SPREAD, pages::SAID];
/// Over the stages of the lifecycle that changed.
pub const STAGES_CHANGED: [&str; 2] = ["Lifecycle stages that changed", "Lifecycle stages that differ"];
/// The head of what is compared.
pub const WHAT: &str = "Item";
/// The head of changes.
pub const MOVED: [&str; 2] = ["Change", "Second to first"];
/// The caption of levels side by side.
pub const BOTH_ASKED: &str = "Levels from questions in both results";
/// Over mismatches.
pub const ENDED: [&str; 2] = ["Resolved mismatches", "Mismatches only in the first result"];
/// Over mismatches.
pub const NEW: [&str; 2] = ["New mismatches", "Mismatches only in the second result"];
/// Over mismatches.
pub const STAY: [&str; 2] = ["Remaining mismatches", "Mismatches in both results"];
/// Over questions.
pub const ONLY_FIRST: &str = "Only in the first result";
/// Over questions.
pub const ONLY_SECOND: &str = "Only in the second result";
/// The heads of two results of one day.
pub const SIDES: [&str; 2] = ["First", "Second"];
/// Over the teams.
pub const TEAM_BY_TEAM: &str = "Results by team";
/// The caption of the count of teams.
pub const TEAMS_BY_LEVEL: &str = "Teams by level, open questions counted as no";
/// Over steps that many teams need.
pub const ONCE_FOR_MANY: &str = "Steps that help many teams";
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
pub const TEAM_HEADS: [&str; 4] = [pages::TEAM, pages::DAY, super::teams::ASKED, pages::OVERALL];
/// The heads of the teams behind the areas.
pub const SINCE_HEADS: [&str; 2] = [pages::KNOWN, "Change since previous result"];
/// Over where a result comes from.
pub const ABOUT: &str = "About this result";
/// Before its link.
pub const OPEN: &str = "Open the result: ";
/// Before the work that a model is based on.
pub const BASED_ON: &str = "Based on ";
/// The caption of the map.
pub const LIFECYCLE: &str = "Lifecycle stages";
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

/// "23 November 2026. Full: 70 questions. Questionnaire "…", revision 1."
#[must_use]
pub fn about(day: Day, scope: Scope, questions: usize, model: &Model) -> String {
    format!(
        "{}. {}: {}. {}",
        super::day(day),
        super::scope(scope),
        quantity::questions(questions),
        super::how::edition(model),
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
    format!(" is in place without {without}, which it depends on. Are these answers correct?")
}

/// What to do where nobody knows yet.
#[must_use]
pub fn if_no(action: &str) -> String {
    format!("If the answer is no: {action}")
}

/// Before the reason for the place of a step in its list.
#[must_use]
pub fn why_here(why: &str) -> String {
    format!("Reason: {why}")
}

/// "Training pipeline and Model registry (needed first)": what a step depends on, and whether it is in place.
#[must_use]
pub fn needs(names: &str, are_in_place: bool) -> String {
    format!("{names} ({})", if are_in_place { mark::IN_PLACE } else { "needed first" })
}

/// ", level 2, Model creation, 2 to 5 person-days": behind the name of a step.
#[must_use]
pub fn in_short(level: Level, area: &Area, days: &str) -> String {
    format!(", level {level}, {}, {days}", area.title)
}

/// "Payments ML, 1 March 2026, compared with Payments ML, 1 September 2026".
#[must_use]
pub fn beside(before: &str, after: &str) -> String {
    format!("{before}, compared with {after}")
}

/// ", level 2: no, now yes": behind the name of a capability.
#[must_use]
pub fn was_and_is(level: Level, was: &str, is: &str, is_over_time: bool) -> String {
    format!(", level {level}: {}", super::compare::now_or_in_second(was, is, is_over_time))
}

/// "23 November 2026. 5 people. Full: 75 questions."
#[must_use]
pub fn cohort(day: Day, people: &str, scope: &str, questions: &str) -> String {
    format!("{}. {people}. {scope}: {questions}.", super::day(day))
}

/// "Model creation: combined answers".
#[must_use]
pub fn said_together(area: &str) -> String {
    format!("{area}: combined answers")
}

/// "12 teams, 23 November 2026".
#[must_use]
pub fn teams_on(teams: usize, day: Day) -> String {
    format!("{}, {}", quantity::teams(teams), super::day(day))
}

/// "Shown: 5 of 12 teams."
#[must_use]
pub fn these_are(shown: usize, all: &str) -> String {
    format!("Shown: {} of {all}.", quantity::number(shown))
}

/// ": manual in 3 of 9 teams": behind the name of a stage of the lifecycle.
#[must_use]
pub fn manual_in(teams: usize, of: &str) -> String {
    format!(": manual in {} of {of}", quantity::number(teams))
}

/// Before the action of a step, in the description of an issue.
pub const DO: &str = "Task";
/// Before who does a step.
pub const OWNER: &str = "Owner";
/// Before the day by which a step is done.
pub const DUE: &str = "Due";
/// For a step whose answer nobody knows yet.
pub const FIND_OUT_FIRST: &str = "First check whether it is already in place.";

/// In the legend of a profile: what an answer could add.
pub const STILL_OPEN: &str = "open questions";
/// In the legend of a profile: what is missing.
pub const NOT_YET: &str = "not in place";
/// In the legend of a plan.
pub const AT_LEAST: &str = "minimum person-days";
/// In the legend of a plan.
pub const AT_MOST: &str = "maximum person-days";

/// Over a picture of a track's profile.
#[must_use]
pub fn profile_of(track: &str) -> String {
    format!("{track}: level profile")
}

/// Over a picture of a track's map.
#[must_use]
pub fn map_of(track: &str) -> String {
    format!("{track}: what is still manual")
}

/// Over a picture of a track's plan.
#[must_use]
pub fn plan_of(track: &str) -> String {
    format!("{track}: plan")
}

/// What a step counts towards.
#[must_use]
pub fn counts_for(capability: &Capability, area: &Area) -> String {
    format!("For level {} in {}.", capability.level, area.title)
}

/// "Wave 1", over its steps.
#[must_use]
pub fn wave(number: usize) -> String {
    format!("Wave {number}")
}

/// "Plan: 12 steps in 3 waves, 30 to 80 person-days.": the chart in words.
#[must_use]
pub fn plan_drawn(steps: usize, waves: usize, days: &str) -> String {
    let (steps, waves) = (super::quantity::steps(steps), super::quantity::waves(waves));
    format!("Plan: {steps} in {waves}, {days}.")
}

/// Below a task that has an estimate in a tracker: trackers take one number.
pub const ESTIMATE_IS_MIDDLE: &str = "The estimate is the middle of the effort range.";
