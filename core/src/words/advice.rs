//! What to do next, in words: manual work, patterns, next steps, effort.

use super::{NOT_KNOWN_YET, are_not_known_yet, capitalised, count, halves, list, mid_sentence, quantity};
use crate::advice::automate_first::AutomateFirst;
use crate::advice::effort::{HalfDays, INVESTMENT_DAYS};
use crate::advice::next_steps::{List, NextStep};
use crate::advice::patterns::{FiredPattern, Unasked};
use crate::advice::plan::CheapestLift;
use crate::advice::ranking::Class;
use crate::advice::stage_map::{Automation, ByHand, StageMap};
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, Model, Track, Weight};
use crate::scoring::case::Case;
use crate::scoring::profile::Fraction;

/// Heading above the manual task to automate first.
pub const AUTOMATE_FIRST: &str = "Automate this first";
/// Heading above the stages of the lifecycle.
pub const MAP: &str = "What is still manual";
/// Above the stages on the page, once: the main question of the whole assessment.
pub const MAP_ASKS: &str =
    "Which step in your model lifecycle still depends on a person remembering to push a button?";
/// Heading above patterns that are mismatches.
pub const MISMATCHES: &str = "Mismatched practices";
/// Below that heading.
pub const MISMATCHES_ARE: &str = "Practices in place that lose their benefit because a related practice is missing.";
/// Heading above patterns that are normal gaps.
pub const GAPS: &str = "Normal gaps at your level";
/// Heading above practices in place although one that they depend on is not.
pub const TO_CHECK: &str = "Answers to check";
/// In place of an investment, if there are some but none for a level that is due.
pub const NO_INVESTMENT_YET: &str = "No investment yet";

/// Why there is no investment yet.
#[must_use]
pub fn no_investment_yet() -> String {
    format!("Every step of more than {INVESTMENT_DAYS} person-days belongs to a later level.")
}

/// Below effort in every export.
#[must_use]
pub fn effort_note(models: u32) -> String {
    let models = quantity::models(models);
    format!("Effort for {models} is an estimate, not a measurement.")
}

/// Beside the next steps: what their efforts are for.
#[must_use]
pub fn steps_note(models: u32) -> String {
    let effort = effort_note(models);
    format!("{effort} Extend the tools you have before you add new ones.")
}

/// Label of the effort in the details of a step.
pub const EFFORT: &str = "Effort (estimate)";

/// Above the practices of other tracks that can be reused and are in place.
pub const CARRIES_OVER: &str =
    "These practices are in place and can be reused. Each entry says what stays and what changes.";

/// Heading above the practices of other tracks that can be reused in a track.
#[must_use]
pub fn extend(track: &Track) -> String {
    format!("What you can reuse for {}", track.title)
}

/// Between two practices: the first can be reused for the second.
pub const HELPS: &str = " can be reused for ";

/// "5 more practices can be reused once in place".
#[must_use]
pub fn carries_over_later(number: usize) -> String {
    let more = count(number, "more practice", "more practices");
    format!("{more} can be reused once in place")
}

/// In a plan: how steps with an open question count.
pub const OPEN_NOTE: &str =
    "An open question counts from 0 up to the full effort, because the practice may already be in place.";

/// In a plan: how steps partly in place count.
pub const PARTLY_NOTE: &str = "Practices partly in place are counted at half the effort.";

/// In a plan: what is missing if only the essentials were asked.
pub const ESSENTIALS_NOTE: &str = "Only the essentials were asked. The plan contains no supporting practices. \
    Anything that a step needs beyond the essentials is assumed to be in place.";

/// Heading above a list of next steps, with "so far" if less than half of the track is answered.
#[must_use]
pub fn list_heading(list: List, so_far: bool) -> String {
    let title = list_title(list);
    if so_far { format!("{title} (preliminary)") } else { title.to_owned() }
}

/// The name of a list of next steps.
#[must_use]
pub const fn list_title(list: List) -> &'static str {
    match list {
        List::FindOut => "Find out first",
        List::StartNow => "Start now",
        List::PlanAhead => "Plan ahead",
        List::Later => "Later",
    }
}

/// How far a stage of the lifecycle is automated.
#[must_use]
pub const fn automation(automation: Automation) -> &'static str {
    match automation {
        Automation::Automated => "automated",
        Automation::Partly => "partly automated",
        Automation::Manual => "manual",
        Automation::Unknown => NOT_KNOWN_YET,
    }
}

/// How often a manual task is still done.
#[must_use]
pub const fn by_hand(by_hand: ByHand) -> &'static str {
    match by_hand {
        ByHand::Never => "no longer needed",
        ByHand::Sometimes => "sometimes done by hand",
        ByHand::Always => "done by hand",
        ByHand::Unknown => NOT_KNOWN_YET,
    }
}

/// "12 of 13 stages are not fully automated: 5 manual, 7 partly automated."
///
/// Each stage is counted once. Stages that are not known or were not asked about are mentioned separately.
#[must_use]
pub fn still_manual(map: &StageMap, model: &Model) -> String {
    let Fraction { part, of } = map.not_automated();
    let unknown = map.count(Automation::Unknown);
    let (all, stages) = if map.essentials_only {
        (format!("of the {}", quantity::stages_asked(of)), format!("the {}", quantity::stages_asked(of)))
    } else {
        (quantity::stages(of), quantity::stages(of))
    };
    let mut words = if of == 0 {
        "No lifecycle stage applies.".to_owned()
    } else if unknown == of {
        format!("Nothing is known yet about {stages}.")
    } else if part == 0 && unknown == 0 {
        format!("All {all} {} automated.", quantity::are(of))
    } else if part == 0 {
        let known = of - unknown;
        format!("{known} of {stages} {} automated. No other stage is known to be manual.", quantity::are(known))
    } else {
        let kinds = [Automation::Manual, Automation::Partly].map(|kind| (map.count(kind), automation(kind)));
        let kinds = kinds.into_iter().filter(|(number, _)| *number > 0);
        let kinds: Vec<String> = kinds.map(|(number, kind)| format!("{number} {kind}")).collect();
        format!("{part} of {stages} {} not fully automated: {}.", quantity::are(part), kinds.join(", "))
    };
    if unknown > 0 && unknown < of {
        words.push_str(&format!(" {unknown} {}.", are_not_known_yet(unknown)));
    }
    if !map.not_asked.is_empty() {
        let titles: Vec<&str> = map.not_asked.iter().map(|&at| model.stage(at).title.as_str()).collect();
        words.push_str(&format!(" Not asked about: {}.", list(&titles)));
    }
    words
}

/// What removes a manual task: "replace with "Release pipeline for models", 10 to 25 person-days".
#[must_use]
pub fn replace_with(case: Case, at: CapabilityIx) -> String {
    format!("replace with {}, {}", quoted(case.model, at), person_days(HalfDays::of(case, at)))
}

/// The step to start with, if another one has to come first.
#[must_use]
pub fn start_with(case: Case, at: CapabilityIx) -> String {
    format!("start with {}, {}", quoted(case.model, at), person_days(HalfDays::of(case, at)))
}

/// "Still done by hand: looking through the data before training."
#[must_use]
pub fn still_by_hand(case: Case, first: &AutomateFirst) -> String {
    format!("Still done by hand: {}.", mid_sentence(task(case.model, first.removed_by)))
}

/// "Replace with "Data checks that stop training", 5 to 15 person-days; start with "Training pipeline", 5 to 13 person-days."
#[must_use]
pub fn replaced_by(case: Case, first: &AutomateFirst) -> String {
    let replace = capitalised(&replace_with(case, first.removed_by));
    if first.start_with == first.removed_by {
        format!("{replace}.")
    } else {
        format!("{replace}; {}.", start_with(case, first.start_with))
    }
}

/// The manual task of a capability; empty if it has none.
#[must_use]
pub fn task(model: &Model, at: CapabilityIx) -> &str {
    model.capability(at).manual.as_ref().map(|manual| manual.task.as_str()).unwrap_or_default()
}

fn quoted(model: &Model, at: CapabilityIx) -> String {
    format!("\"{}\"", model.capability(at).name())
}

/// "3 steps, 4 to 9 person-days: level 1 in every area."; for several models, "4 to 9 person-days for 3 models".
#[must_use]
pub fn cheapest_lift(lift: &CheapestLift, areas: usize, models: u32) -> String {
    let steps = quantity::steps(lift.plan.steps().count());
    let where_to = if areas == 1 { "" } else { " in every area" };
    let mut effort = person_days(lift.plan.effort);
    if models > 1 {
        effort = format!("{effort} for {}", quantity::models(models));
    }
    format!("{steps}, {effort}: level {}{where_to}.", lift.level)
}

/// Button that sets the targets of the plan to the cheapest lift and opens the plan.
#[must_use]
pub fn plan_for(lift: &CheapestLift) -> String {
    format!("Plan for level {}", lift.level)
}

/// For a pattern that has fired for a long time: "still so after 6 months".
#[must_use]
pub fn still_so(months: u32) -> String {
    format!("still so after {}", quantity::months(months))
}

/// Why a step is in its class: "required for level 2 in People".
#[must_use]
pub fn class(case: Case, patterns: &[FiredPattern], step: &NextStep) -> String {
    let capability = case.model.capability(step.capability);
    let level = capability.level;
    let area = &case.model.area(capability.area).title;
    match (step.class, capability.weight) {
        (Class::Remedy, _) => {
            let title = |&at: &usize| patterns.get(at).map(|fired| format!("\"{}\"", fired.pattern.title));
            let titles = |of: &[usize]| of.iter().filter_map(title).collect::<Vec<_>>();
            let mut parts = Vec::new();
            if !step.resolves.is_empty() {
                parts.push(format!("resolves {}", list(&titles(&step.resolves))));
            }
            if !step.part_of.is_empty() {
                parts.push(format!("helps to resolve {}", list(&titles(&step.part_of))));
            }
            parts.join("; ")
        }
        (Class::NextLevel, Weight::Core) => format!("required for level {level} in {area}"),
        (Class::NextLevel, Weight::Guard) => format!("level {level} in {area} is not reached while this is missing"),
        (Class::NextLevel, Weight::Supporting) => {
            format!("{area} needs {} for level {level}", more_points(step.support_short))
        }
        (Class::RoundsOff, _) => format!("counts towards level {level} in {area}"),
        (Class::CatchesUp, _) => format!("missing at level {level}, although {area} has reached it"),
        (Class::Later, _) => format!("needed later, for level {level} in {area}"),
    }
}

/// "another half point", "1½ more points".
#[must_use]
pub fn more_points(half_points: usize) -> String {
    match half_points {
        1 => "another half point".to_owned(),
        2 => "1 more point".to_owned(),
        _ => format!("{} more points", halves(half_points)),
    }
}

/// The practices that depend on a step, and its effort: "28 practices depend on it; 1 to 4 person-days".
#[must_use]
pub fn leverage(step: &NextStep) -> String {
    let effort = person_days(step.effort);
    let if_missing = if step.is_open { ", if it is not in place" } else { "" };
    match step.dependents {
        0 => format!("{effort}{if_missing}"),
        number => {
            let depend = count(number, "practice depends on it", "practices depend on it");
            format!("{depend}; {effort}{if_missing}")
        }
    }
}

/// The practices whose only unmet need is a step: "makes possible: Agreed action per limit, 1 to 3 person-days";
/// empty if there are none.
#[must_use]
pub fn makes_possible(case: Case, step: &NextStep) -> String {
    let one =
        |&at: &CapabilityIx| format!("{}, {}", case.model.capability(at).name(), person_days(HalfDays::of(case, at)));
    let all: Vec<String> = step.makes_possible.iter().map(one).collect();
    if all.is_empty() { String::new() } else { format!("makes possible: {}", all.join("; ")) }
}

/// The needs of a step that the question set does not ask about: "if "Versioned model interface" is in place"; empty
/// if there are none.
///
/// A need that was answered for a pattern is not asked about again: "if "Prediction log" (you said no) is in place".
#[must_use]
pub fn if_in_place(case: Case, step: &NextStep) -> String {
    let name = |&at: &CapabilityIx| {
        let said = case.given(at).map(|given| format!(" (you said {})", mid_sentence(super::answer(given))));
        format!("{}{}", quoted(case.model, at), said.unwrap_or_default())
    };
    let names: Vec<String> = step.unasked_needs.iter().map(name).collect();
    if names.is_empty() {
        String::new()
    } else {
        format!("if {} {} in place", list(&names), quantity::are(names.len()))
    }
}

/// The steps that an investment has to wait for: "after "Pinned training environment""; empty if it can begin now.
#[must_use]
pub fn after(case: Case, step: &NextStep) -> String {
    let names: Vec<String> = step.unmet_needs.iter().map(|&at| quoted(case.model, at)).collect();
    if names.is_empty() { String::new() } else { format!("after {}", list(&names)) }
}

/// How much an answer would narrow the range of the area; empty if it would not.
#[must_use]
pub fn narrows(case: Case, step: &NextStep) -> String {
    if step.levels_narrowed == 0 {
        return String::new();
    }
    let area = &case.model.area(case.model.capability(step.capability).area).title;
    let levels = quantity::levels(step.levels_narrowed);
    format!("narrows the range of {area} by {levels}, adding up the effects of a yes and a no")
}

/// The unmet needs of a step and its class, as one sentence.
#[must_use]
pub fn in_brief(case: Case, patterns: &[FiredPattern], step: &NextStep) -> String {
    sentence([after(case, step), class(case, patterns, step)])
}

/// Joins parts to one sentence, without empty parts.
fn sentence<const N: usize>(parts: [String; N]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    capitalised(&format!("{}.", parts.join("; ")))
}

/// The full reason for a step in one sentence: how much an answer narrows the range, class, unmet needs, leverage,
/// manual task, and what it makes possible.
#[must_use]
pub fn why(case: Case, patterns: &[FiredPattern], step: &NextStep) -> String {
    let capability = case.model.capability(step.capability);
    let manual = capability.manual.as_ref().map_or_else(String::new, |manual| {
        format!("removes manual work from \"{}\"", case.model.stage(manual.stage).title)
    });
    sentence([
        narrows(case, step),
        class(case, patterns, step),
        after(case, step),
        if_in_place(case, step),
        leverage(step),
        manual,
        makes_possible(case, step),
    ])
}

/// The number of patterns that need answers outside the question set; `None` if no pattern does.
#[must_use]
pub fn unasked(unasked: &Unasked) -> Option<String> {
    if unasked.patterns == 0 {
        return None;
    }
    let patterns = count(unasked.patterns, "more possible mismatch", "more possible mismatches");
    let questions = quantity::questions(unasked.questions.len());
    Some(format!(
        "Checking for {patterns} needs {questions} beyond the essentials. The answers do not affect your level."
    ))
}

/// The effort of a step, and why it is not the full effort: "2 to 6 person-days, halved because it is partly in
/// place".
#[must_use]
pub fn effort(case: Case, at: CapabilityIx) -> String {
    format!("{}{}", person_days(HalfDays::of(case, at)), less(case, at))
}

/// Why a step takes less than the full effort; empty if it does not.
#[must_use]
pub fn less(case: Case, at: CapabilityIx) -> &'static str {
    match case.given(at) {
        Some(Answer::Partly) => ", halved because it is partly in place",
        None | Some(Answer::Unknown) => ", or none if it is already in place (check first)",
        _ => "",
    }
}

/// "2 to 5 person-days", "up to 4 person-days": rounded outwards to whole days.
#[must_use]
pub fn person_days(effort: HalfDays) -> String {
    let (min, max) = effort.whole_days();
    let unit = if max == 1 { "person-day" } else { "person-days" };
    match min {
        _ if min == max => format!("{max} {unit}"),
        0 => format!("up to {max} {unit}"),
        _ => format!("{min} to {max} {unit}"),
    }
}
