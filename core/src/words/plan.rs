//! What the page of a plan says.

use super::advice::{half_days, pace, weeks};
use super::{count, inside};
use crate::advice::plan::{Plan, PlanStep};
use crate::model::answer::Answer;
use crate::scoring::case::Case;

/// Leads back to the result.
pub const RESULT: &str = "Result";
/// How many people there are.
pub const PEOPLE: &str = "People who work on it full time";
/// When that is not a number of people.
pub const PEOPLE_BAD: &str = "A number of people from 1 to 999. What was there before still counts.";
/// Over the selects of levels.
pub const TARGETS: &str = "Level to reach in each area";
/// Over what would change.
pub const WHAT_IF: &str = "With the ticked steps";
/// Over the steps.
pub const STEPS: &str = "Steps";
/// Ticks every step.
pub const TICK_ALL: &str = "Tick all";
/// Takes every tick away.
pub const UNTICK_ALL: &str = "Untick all";
/// Opens what a step consists of.
pub const WHAT_WHO_WHEN: &str = "What, who and when";
/// Who does a step.
pub const OWNER: &str = "Owner";
/// By when a step is to be done.
pub const DUE: &str = "Due";
/// Opens the plan as a picture.
pub const PICTURE: &str = "The plan as a picture";
/// Opens the plan as a text.
pub const PROPOSAL: &str = "The plan as a text for a proposal";
/// What leaves with a file.
pub const WHAT_LEAVES: &str = "Files hold the ticked steps; all of them while none is ticked.";
/// Over steps that are ticked and that the targets do not ask for.
pub const BEYOND: &str = "Beyond the targets";
/// As [`BEYOND`], in more words.
pub const BEYOND_SAYS: &str = "ticked, and not needed for them";

/// The main heading.
#[must_use]
pub fn heading(title: &str) -> String {
    format!("Plan: {title}")
}

/// Over a wave, with when it can begin.
#[must_use]
pub fn wave(number: usize) -> (String, &'static str) {
    (format!("Wave {number}"), if number == 1 { "can begin now" } else { "builds on the waves before" })
}

/// What the ticks come to, in a line that stays in view: "5 of 44 steps, 10 to 20 person-days, 2 levels gained".
#[must_use]
pub fn ticked(ticked: &Plan, of: usize, gained: usize) -> String {
    let number = ticked.steps().count();
    if number == 0 {
        return format!("No step of {of} is ticked yet");
    }
    format!("{number} of {of} steps, {}, {} gained", half_days(ticked.effort), count(gained, "level", "levels"))
}

/// How long the ticked steps take, and what makes it that long: "2 to 4 weeks with 2 people: the longest chain …".
#[must_use]
pub fn takes(ticked: &Plan, people: u32) -> String {
    let takes = ticked.weeks(people);
    let people = count(people as usize, "person", "people");
    format!("{} with {people} working on it full time: {}.", super::capitalised(&weeks(takes)), pace(takes.pace))
}

/// "1 to 3": an area today, and as planned; the same level once where nothing changes.
#[must_use]
pub fn from_to(today: &str, planned: &str) -> String {
    if today == planned { today.to_owned() } else { format!("{today} \u{2192} {planned}") }
}

/// The same for those who hear it: "level 1, as planned level 3".
#[must_use]
pub fn from_to_aloud(today: &str, planned: &str) -> String {
    if today == planned { today.to_owned() } else { format!("{today}, as planned {planned}") }
}

/// What is said of the stalls that are left.
#[must_use]
pub fn stalled(titles: &[&str]) -> String {
    match titles.len() {
        0 => "No stalls.".to_owned(),
        number => format!("{}: {}.", count(number, "stall", "stalls"), titles.join("; ")),
    }
}

/// What is said of a step beside its name: "Level 2, model creation, ½ to 2½ person-days: half of it is there".
#[must_use]
pub fn step(case: Case, step: &PlanStep) -> String {
    let capability = case.model.capability(step.capability);
    let area = inside(&case.model.area(capability.area).title);
    let note = match case.given(step.capability) {
        Some(Answer::Partly) => ": half, since part of it is there",
        _ if step.find_out => ": find out first, it may be there",
        _ => "",
    };
    format!("Level {}, {area}, {}{note}", capability.level, half_days(step.effort))
}

/// What is chosen where it is not all that the targets ask for.
#[must_use]
pub fn chosen(chosen: &Plan, of: usize, people: u32) -> String {
    let takes = chosen.weeks(people);
    let (number, people) = (chosen.steps().count(), count(people as usize, "person", "people"));
    format!(
        "Chosen: {number} of {of} steps, {}, {} with {people} working on it full time: {}. Only these follow.",
        half_days(chosen.effort),
        weeks(takes),
        pace(takes.pace),
    )
}
