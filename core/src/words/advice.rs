//! What to do next, in words: the push-button map, stalls, reasons, effort.

use super::{count, halves, inside, list};
use crate::advice::button_map::{Automation, ButtonMap, ManualAct};
use crate::advice::next_steps::Reason;
use crate::advice::plan::{HalfDays, Plan, Target};
use crate::advice::stalls::Stall;
use crate::model::Model;
use crate::scoring::case::Case;
use crate::scoring::profile::Share;

/// How a step of the lifecycle runs.
#[must_use]
pub const fn runs(runs: Automation) -> &'static str {
    match runs {
        Automation::Automatic => "automatic",
        Automation::Partly => "partly automatic",
        Automation::Waits => "waits for a person",
        Automation::Unknown => "unknown",
    }
}

/// What has become of a manual act.
#[must_use]
pub const fn pressed(pressed: ManualAct) -> &'static str {
    match pressed {
        ManualAct::Gone => "gone",
        ManualAct::Sometimes => "pressed now and then",
        ManualAct::Always => "pressed by a person",
        ManualAct::Unknown => "unknown",
    }
}

/// "9 of 13 steps still wait for a person."
#[must_use]
pub fn distance(map: &ButtonMap) -> String {
    let Share { part, of } = map.distance();
    let unknown = map.count(Automation::Unknown);
    match part {
        0 => format!("No step waits for a person: all {of} are automatic."),
        _ if unknown == of => format!("Nothing is known yet about the {of} steps."),
        _ => {
            // What nobody knows may be automatic already.
            let up_to = if unknown > 0 { "Up to " } else { "" };
            let wait = if of == 1 { "step still waits" } else { "steps still wait" };
            format!("{up_to}{part} of {of} {wait} for a person.")
        }
    }
}

/// How many steps run how: "6 wait for a person, 3 are partly automatic and 4 are automatic."
#[must_use]
pub fn tally(map: &ButtonMap) -> String {
    let mut parts = Vec::new();
    for (runs, one, many) in [
        (Automation::Waits, "waits for a person", "wait for a person"),
        (Automation::Partly, "is partly automatic", "are partly automatic"),
        (Automation::Unknown, "is unknown", "are unknown"),
        (Automation::Automatic, "is automatic", "are automatic"),
    ] {
        match map.count(runs) {
            0 => {}
            number => parts.push(count(number, one, many)),
        }
    }
    format!("{}.", list(&parts))
}

/// Why a step stands where it stands.
#[must_use]
pub fn reason(case: Case, stalls: &[Stall], reason: &Reason) -> String {
    let model = case.model;
    let area = |at| inside(&model.area(at).title);
    match reason {
        Reason::Counts { area: at, level, above: 1 } => {
            format!("counts towards level {level} of {}, the next one", area(*at))
        }
        Reason::Counts { area: at, level, above } if *above < 1 => {
            format!("belongs to level {level} of {}, which is held without it", area(*at))
        }
        Reason::Counts { area: at, level, .. } => {
            format!("belongs to level {level} of {}: not the next one yet", area(*at))
        }
        Reason::Weakest(at) => format!("{} holds you back", area(*at)),
        Reason::Remedy(of) => {
            let titles: Vec<String> = of
                .iter()
                .filter_map(|&at| stalls.get(at))
                .map(|stall| format!("\"{}\"", stall.pattern.title))
                .collect();
            let stall = if titles.len() == 1 { "the stall" } else { "the stalls" };
            format!("helps to end {stall} {}", list(&titles))
        }
        Reason::Essential => "the level cannot be held without it".to_owned(),
        Reason::Button(step) => {
            format!("takes a button away from \"{}\", which waits for a person", model.step(*step).title)
        }
        Reason::Unlocks(number) => {
            let builds =
                count(*number, "capability that is not in place builds", "capabilities that are not in place build");
            format!("{builds} on it")
        }
        Reason::Effort(effort) => format!("takes {}", super::effort(*effort)),
    }
}

/// The reasons in one sentence.
#[must_use]
pub fn reasons(case: Case, stalls: &[Stall], of: &[Reason]) -> String {
    let all: Vec<String> = of.iter().map(|one| reason(case, stalls, one)).collect();
    super::capitalised(&format!("{}.", all.join("; ")))
}

/// "2½ to 5 person-days".
#[must_use]
pub fn half_days(effort: HalfDays) -> String {
    let HalfDays { min, max } = effort;
    match (min, max) {
        (2, 2) => "1 person-day".to_owned(),
        _ if min == max => format!("{} person-days", halves(min as usize)),
        _ => format!("{} to {} person-days", halves(min as usize), halves(max as usize)),
    }
}

/// "3 to 6 weeks".
#[must_use]
pub fn weeks((min, max): (u32, u32)) -> String {
    match (min, max) {
        (1, 1) => "1 week".to_owned(),
        _ if min == max => format!("{min} weeks"),
        _ => format!("{min} to {max} weeks"),
    }
}

/// What a plan is to reach, in one sentence.
#[must_use]
pub fn scope_statement(model: &Model, targets: &[Target], plan: &Plan, people: u32) -> String {
    let goals: Vec<String> = targets
        .iter()
        .filter(|target| target.to > target.from)
        .map(|target| {
            format!("{} from level {} to level {}", inside(&model.area(target.area).title), target.from, target.to)
        })
        .collect();
    if goals.is_empty() && plan.is_empty() {
        return "The targets are reached: there is nothing to do.".to_owned();
    }
    let goal = if goals.is_empty() {
        "Complete the levels already held".to_owned()
    } else {
        format!("Bring {}", list(&goals))
    };
    let steps = count(plan.steps().count(), "step", "steps");
    let waves = count(plan.waves.len(), "wave", "waves");
    let people_words = count(people as usize, "person", "people");
    format!(
        "{goal}: {steps} in {waves}, {}, {} with {people_words} working on it full time.",
        half_days(plan.effort),
        weeks(plan.weeks(people)),
    )
}
