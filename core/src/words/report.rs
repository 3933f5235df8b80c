//! Headings, captions and labels of exported documents and pictures: result, plan, comparison, several people, many
//! teams, issue trackers.

use super::result::mark;
use super::{pages, quantity};
use crate::model::level::Level;
use crate::model::{Area, Capability, Model};
use crate::moment::Day;
use crate::scoring::case::Scope;

/// The heads of the table of stages.
pub const MAP_HEADS: [&str; 3] = ["Stage", "Automation", "Manual tasks"];
/// Label of the advice on a mismatch.
pub const WHAT_HELPS: &str = "How to fix it";
/// Label of the steps that resolve a mismatch.
pub const STEPS: &str = "Steps:";
/// Label of the answer that a step is based on.
pub const ANSWER: &str = "Current answer";
/// Label of what exists after a step.
pub const DELIVERABLE: &str = "Deliverable";
/// Label of the success criterion of a step.
pub const DONE_WHEN: &str = "Done when";
/// Label of what a step depends on.
pub const NEEDS: &str = "Depends on";
/// If nobody's answers differ.
pub const ALL_AGREE: &str = "Everyone who answered a question gave the same answer.";
/// Heading above the questions with the widest spread.
pub const TALK_FIRST: &str = "Discuss first";
/// Heading above the agreed answers.
pub const AGREED_ANSWERS: &str = "Agreed answers";
/// An explanation of the columns of combined answers.
pub const SPREAD_NOTE: &str = "\"Combined\" is the middle answer (the median), or the lower of the two in the middle. It is \"Don't know\" if \
    fewer than half said yes, partly or no. \"Spread\" shows how far answers differ. It is 0 if all are the same, and 1 if \
    half are yes and half are no.";
/// The heads of the table of combined answers.
pub const COHORT_HEADS: [&str; 4] = ["Practice", pages::COMBINED, pages::SPREAD, pages::SAID];
/// Heading above stages of the lifecycle: over time, and between two teams.
pub const STAGES_CHANGED: [&str; 2] = ["Lifecycle stages that changed", "Lifecycle stages that differ"];
/// Column of what is compared.
pub const WHAT: &str = "Item";
/// Column of changes: over time, and between two teams.
pub const MOVED: [&str; 2] = ["Change", "Second to first"];
/// Caption of the table of levels.
pub const BOTH_ASKED: &str = "Levels from questions in both results";
/// Heading above mismatches that only the first result has.
pub const ENDED: [&str; 2] = ["Resolved mismatches", "Mismatches only in the first result"];
/// Heading above mismatches that only the second result has.
pub const NEW: [&str; 2] = ["New mismatches", "Mismatches only in the second result"];
/// Heading above mismatches that both results have.
pub const STAY: [&str; 2] = ["Remaining mismatches", "Mismatches in both results"];
/// Heading above questions that only the first result asked.
pub const ONLY_FIRST: &str = "Only in the first result";
/// Heading above questions that only the second result asked.
pub const ONLY_SECOND: &str = "Only in the second result";
/// The heads of two results of the same day.
pub const SIDES: [&str; 2] = ["First", "Second"];
pub const TEAM_BY_TEAM: &str = "Results by team";
/// Caption of the numbers of teams at each level.
pub const TEAMS_BY_LEVEL: &str = "Teams by level, open questions counted as no";
/// Heading above steps that help many teams.
pub const ONCE_FOR_MANY: &str = "Steps that help many teams";
pub const OFTEN_MISSING: &str = "Most common gaps to the next level";
pub const COMMON_MISMATCHES: &str = "Most common mismatches";
/// Heading above stages that are manual in many teams.
pub const STILL_MANUAL: &str = "Most common manual stages";
/// Caption of the table of all teams.
pub const TEAMS: &str = "Teams";
/// The heads of the columns after the levels.
pub const OTHER_LEVEL_HEADS: [&str; 3] = ["Could be higher", "Not known yet", "No level"];
/// The heads of the columns of teams before the areas.
pub const TEAM_HEADS: [&str; 4] = [pages::TEAM, pages::DAY, super::teams::ASKED, pages::OVERALL];
/// The heads of the columns of teams after the areas.
pub const SINCE_HEADS: [&str; 2] = [pages::KNOWN, "Change since previous result"];
/// Heading above the origin of a result.
pub const ABOUT: &str = "About this result";
/// Before the link to the result.
pub const OPEN: &str = "Open the result: ";
/// Before the work that the questionnaire is based on.
pub const BASED_ON: &str = "Based on ";
/// Caption of the map of manual work.
pub const LIFECYCLE: &str = "Lifecycle stages";
/// Heading above notes and evidence.
pub const NOTES: &str = "Notes and evidence";
pub const CSV_JIRA: &str = "CSV for Jira";
pub const CSV_GITLAB: &str = "CSV for GitLab";
pub const CSV_GITHUB: &str = "CSV for GitHub";
pub const CSV_AZURE_BOARDS: &str = "CSV for Azure Boards";

/// "23 November 2026. Full: 70 questions. Questionnaire "…", revision 1."
#[must_use]
pub fn about(day: Day, scope: Scope, questions: usize, model: &Model) -> String {
    format!(
        "{}. {}: {}. {}",
        super::day(day),
        super::scope(scope),
        quantity::questions(questions),
        super::about::edition(model),
    )
}

/// "Replace with: Release pipeline."
#[must_use]
pub fn replace_with(capability: &Capability) -> String {
    format!("Replace with: {}.", capability.name())
}

/// After a practice in place: what it depends on that is not in place.
#[must_use]
pub fn to_check(without: &str) -> String {
    format!(" is in place without {without}, which it depends on. Are these answers correct?")
}

/// The step for an open question.
#[must_use]
pub fn if_no(action: &str) -> String {
    format!("If the answer is no: {action}")
}

/// The reason for the place of a step in its list.
#[must_use]
pub fn why_here(why: &str) -> String {
    format!("Reason: {why}")
}

/// "Training pipeline and Model registry (needed first)": the practices that a step depends on, and whether they are
/// in place.
#[must_use]
pub fn needs(names: &str, are_in_place: bool) -> String {
    format!("{names} ({})", if are_in_place { mark::IN_PLACE } else { "needed first" })
}

/// ", level 2, Model creation, 2 to 5 person-days": after the name of a step.
#[must_use]
pub fn in_short(level: Level, area: &Area, days: &str) -> String {
    format!(", level {level}, {}, {days}", area.title)
}

/// "Payments ML, 1 March 2026, compared with Payments ML, 1 September 2026".
#[must_use]
pub fn beside(before: &str, after: &str) -> String {
    format!("{before}, compared with {after}")
}

/// ", level 2: no, now yes": after the name of a capability.
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

/// ": manual in 3 of 9 teams": after the name of a stage.
#[must_use]
pub fn manual_in(teams: usize, of: &str) -> String {
    format!(": manual in {} of {of}", quantity::number(teams))
}

/// Label of the action of a step, in the description of an issue.
pub const DO: &str = "Task";
/// Label of the owner of a step.
pub const OWNER: &str = "Owner";
/// Label of the due date of a step.
pub const DUE: &str = "Due";
/// For a step with an open question.
pub const FIND_OUT_FIRST: &str = "First check whether it is already in place.";

/// In the legend of a profile.
pub const STILL_OPEN: &str = "open questions";
/// In the legend of a profile.
pub const NOT_YET: &str = "not in place";
/// In the legend of a plan.
pub const AT_LEAST: &str = "minimum person-days";
/// In the legend of a plan.
pub const AT_MOST: &str = "maximum person-days";

/// Title of a picture of a track's profile.
#[must_use]
pub fn profile_of(track: &str) -> String {
    format!("{track}: level profile")
}

/// Title of a picture of a track's map.
#[must_use]
pub fn map_of(track: &str) -> String {
    format!("{track}: what is still manual")
}

/// Title of a picture of a track's plan.
#[must_use]
pub fn plan_of(track: &str) -> String {
    format!("{track}: plan")
}

/// What a step counts for.
#[must_use]
pub fn counts_for(capability: &Capability, area: &Area) -> String {
    format!("For level {} in {}.", capability.level, area.title)
}

/// "Wave 1", above its steps.
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

/// In an issue with an estimate, because trackers accept only one number.
pub const ESTIMATE_IS_MIDDLE: &str = "The estimate is the middle of the effort range.";
