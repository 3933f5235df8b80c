//! What to do next, in words: the push-button map, the step to free first, stalls, next steps, effort.

use super::{NOT_KNOWN_YET, are_not_known_yet, capitalised, count, halves, inside, list, quantity};
use crate::advice::button_map::{Automation, ButtonMap, ManualAct};
use crate::advice::free_first::FreeFirst;
use crate::advice::next_steps::{List, NextStep};
use crate::advice::ranking::{Class, HalfDays};
use crate::advice::stalls::{Stall, Unasked};
use crate::model::answer::Answer;
use crate::model::{CapabilityIx, Model, Track};
use crate::scoring::case::Case;
use crate::scoring::profile::Share;

/// Over the step of the lifecycle to free first.
pub const FREE_FIRST: &str = "The one step to free first";
/// Over the push-button map.
pub const MAP: &str = "Where somebody still has to push a button";
/// Over patterns that are contradictions.
pub const STALLS: &str = "What stalls you";
/// Over patterns that are open edges.
pub const OPEN_EDGES: &str = "What comes next anyway";
/// Over skipped steps.
pub const SKIPPED: &str = "Worth a question";

/// Wherever a sum of effort leaves the page.
pub const EFFORT_NOTE: &str = "Effort is a judgement, not a measurement. It is for all the models of what was assessed \
    together.";

/// Where next steps begin.
pub const STEPS_NOTE: &str = "Days are a judgement, not a measurement. Which tool you take is secondary: extend what you \
    have before you bring in something new.";

/// What a step takes, in a list of what there is to say of it.
pub const EFFORT: &str = "Effort (a judgement)";

/// Habits of one track that help in another, already in place.
pub const CARRIES_OVER: &str = "These habits are in place and carry over. What changes on the way is said with each.";

/// Heads the habits of other tracks that a track can be built on.
#[must_use]
pub fn extend(track: &Track) -> String {
    format!("Extend what you have: habits that carry over to {}", track.title)
}

/// " carries over to ", between two capabilities.
pub const HELPS: &str = " carries over to ";

/// "5 more habits carry over once they are in place".
#[must_use]
pub fn carries_over_later(number: usize) -> String {
    let more = count(number, "more habit carries", "more habits carry");
    format!("{more} over once in place")
}

/// What a plan says of steps that may be there already.
pub const OPEN_NOTE: &str = "What is not known yet is counted from nothing: it may be there already.";

/// What a plan says of steps that are partly done.
pub const PARTLY_NOTE: &str = "What is partly there is counted at half of what it takes from nothing.";

/// What a plan from the essentials leaves out.
pub const ESSENTIALS_NOTE: &str = "Only the essentials were asked. Supporting capabilities are not in the plan, and what a step \
    needs beyond the essentials is taken as given.";

/// Over a list of next steps; with less than half of the questions answered it holds so far.
#[must_use]
pub fn list_heading(list: List, so_far: bool) -> String {
    let title = list_title(list);
    if so_far { format!("{title}, so far") } else { title.to_owned() }
}

/// What a list of next steps is called.
#[must_use]
pub const fn list_title(list: List) -> &'static str {
    match list {
        List::FindOut => "Find out",
        List::StartNow => "Start now",
        List::PlanFor => "Plan for",
        List::Rest => "After these",
    }
}

/// How a step of the lifecycle runs.
#[must_use]
pub const fn runs(runs: Automation) -> &'static str {
    match runs {
        Automation::Automatic => "automatic",
        Automation::Partly => "automatic in part",
        Automation::Waits => "waits for a person",
        Automation::Unknown => NOT_KNOWN_YET,
    }
}

/// What has become of a manual act.
#[must_use]
pub const fn pressed(pressed: ManualAct) -> &'static str {
    match pressed {
        ManualAct::Gone => "gone",
        ManualAct::Sometimes => "pressed now and then",
        ManualAct::Always => "pressed by a person",
        ManualAct::Unknown => NOT_KNOWN_YET,
    }
}

/// "12 of 13 steps are not automatic yet: 5 wait for a person, 7 are automatic in part."
///
/// Each step is counted once; those that are not known are said apart.
#[must_use]
pub fn distance(map: &ButtonMap) -> String {
    let Share { part, of } = map.distance();
    let unknown = map.count(Automation::Unknown);
    if unknown == of {
        return format!("Nothing is known yet about {}.", quantity::steps(of));
    }
    let mut words = match part {
        0 if unknown == 0 => return format!("All {of} steps are automatic: nobody has to remember one."),
        0 => format!("{} of {of} steps are automatic, and no other is known to need a person.", of - unknown),
        _ => {
            let waits = map.count(Automation::Waits);
            let partly = map.count(Automation::Partly);
            let mut parts = Vec::new();
            if waits > 0 {
                parts.push(count(waits, runs(Automation::Waits), "wait for a person"));
            }
            if partly > 0 {
                parts.push(count(partly, "is automatic in part", "are automatic in part"));
            }
            let are = quantity::are(part);
            format!("{part} of {} {are} not automatic yet: {}.", quantity::steps(of), parts.join(", "))
        }
    };
    if unknown > 0 {
        words.push_str(&format!(" {unknown} {}.", are_not_known_yet(unknown)));
    }
    words
}

/// Which act is still there, and what removes it: "Copying the file: removed by release pipeline for models, 10 to 25 days."
#[must_use]
pub fn removed_by(case: Case, at: CapabilityIx) -> String {
    let effort = days(HalfDays::of(case, at));
    format!("removed by {}, {effort}", inside(case.model.capability(at).name()))
}

/// What to begin with where something else comes first.
#[must_use]
pub fn begin_with(case: Case, at: CapabilityIx) -> String {
    let effort = days(HalfDays::of(case, at));
    format!("begin with {}, {effort}", inside(case.model.capability(at).name()))
}

/// "Somebody still has to remember: looking through the data before training."
#[must_use]
pub fn to_remember(case: Case, first: &FreeFirst) -> String {
    format!("Somebody still has to remember: {}.", inside(act(case.model, first.removed_by)))
}

/// "Removed by data checks that stop training, 5 to 15 days; begin with training pipeline, 5 to 12½ days."
#[must_use]
pub fn freed_by(case: Case, first: &FreeFirst) -> String {
    let removed = capitalised(&removed_by(case, first.removed_by));
    if first.begin_with == first.removed_by {
        format!("{removed}.")
    } else {
        format!("{removed}; {}.", begin_with(case, first.begin_with))
    }
}

/// The manual act of a capability; empty where it has none.
#[must_use]
pub fn act(model: &Model, at: CapabilityIx) -> &str {
    model.capability(at).button.as_ref().map(|button| button.act.as_str()).unwrap_or_default()
}

/// Why a step is in its class: "level 2 of people cannot be reached without it".
#[must_use]
pub fn class(case: Case, stalls: &[Stall], step: &NextStep) -> String {
    let capability = case.model.capability(step.capability);
    let level = capability.level;
    let area = inside(&case.model.area(capability.area).title);
    match step.class {
        Class::Cure => {
            let title = |&at: &usize| stalls.get(at).map(|stall| format!("\"{}\"", stall.pattern.title));
            let titles = |of: &[usize]| of.iter().filter_map(title).collect::<Vec<_>>();
            let stall = |of: &[usize]| if of.len() == 1 { "stall" } else { "stalls" };
            let mut parts = Vec::new();
            if !step.ends.is_empty() {
                parts.push(format!("ends the {} {}", stall(&step.ends), list(&titles(&step.ends))));
            }
            if !step.part_of.is_empty() {
                parts.push(format!("part of the remedy of {}", list(&titles(&step.part_of))));
            }
            parts.join("; ")
        }
        Class::NextLevel if capability.core => format!("level {level} of {area} cannot be reached without it"),
        Class::NextLevel => format!("level {level} of {area} needs {}", more_points(step.support_short)),
        Class::RoundsOff => format!("counts towards level {level} of {area}"),
        Class::CatchesUp => format!("missing at level {level}, which {area} has reached"),
        Class::Later => format!("belongs to level {level} of {area}"),
    }
}

/// "half a point more", "1½ more points".
#[must_use]
pub fn more_points(half_points: usize) -> String {
    match half_points {
        1 => "half a point more".to_owned(),
        2 => "1 more point".to_owned(),
        _ => format!("{} more points", halves(half_points)),
    }
}

/// What builds on a step, and what it takes: "28 others build on it; 1 to 4 days".
#[must_use]
pub fn leverage(step: &NextStep) -> String {
    let effort = days(step.effort);
    let if_missing = if step.is_open { ", if it is not there" } else { "" };
    match step.dependents {
        0 => format!("{effort}{if_missing}"),
        number => format!("{}; {effort}{if_missing}", count(number, "other builds on it", "others build on it")),
    }
}

/// What can begin once a step is done: "then: agreed action per limit, 1 to 3 days"; empty where nothing waits for it alone.
#[must_use]
pub fn makes_ready(case: Case, step: &NextStep) -> String {
    let one = |&at: &CapabilityIx| {
        format!("{}, {}", inside(case.model.capability(at).name()), days(HalfDays::of(case, at)))
    };
    let all: Vec<String> = step.makes_ready.iter().map(one).collect();
    if all.is_empty() { String::new() } else { format!("then: {}", all.join("; ")) }
}

/// What a step rests on and the scope does not ask: "if versioned model interface is there"; empty where there is nothing.
///
/// What was answered for a pattern is not asked again: "if prediction log (you said no) is there".
#[must_use]
pub fn if_there(case: Case, step: &NextStep) -> String {
    let name = |&at: &CapabilityIx| {
        let said = case.given(at).map(|given| format!(" (you said {})", inside(super::answer(given))));
        format!("{}{}", inside(case.model.capability(at).name()), said.unwrap_or_default())
    };
    let names: Vec<String> = step.unasked_needs.iter().map(name).collect();
    match names.len() {
        0 => String::new(),
        1 => format!("if {} is there", list(&names)),
        _ => format!("if {} are there", list(&names)),
    }
}

/// What an investment has to wait for: "after pinned training environment"; empty where it can begin.
#[must_use]
pub fn after(case: Case, step: &NextStep) -> String {
    if step.unmet_needs.is_empty() { String::new() } else { format!("after {}", names(case, &step.unmet_needs)) }
}

/// What an open answer would settle; empty where it settles nothing by itself.
#[must_use]
pub fn settles(case: Case, step: &NextStep) -> String {
    if step.settles == 0 {
        return String::new();
    }
    let capability = case.model.capability(step.capability);
    let levels = quantity::levels(step.settles);
    let area = inside(&case.model.area(capability.area).title);
    format!("rules out {levels} that {area} may have, yes and no taken together")
}

fn names(case: Case, of: &[CapabilityIx]) -> String {
    list(&of.iter().map(|&at| inside(case.model.capability(at).name())).collect::<Vec<_>>())
}

/// What a step waits for and why it is in its class, as one sentence.
#[must_use]
pub fn in_brief(case: Case, stalls: &[Stall], step: &NextStep) -> String {
    sentence([after(case, step), class(case, stalls, step)])
}

/// Parts in one sentence; those that say nothing are left out.
fn sentence<const N: usize>(parts: [String; N]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    capitalised(&format!("{}.", parts.join("; ")))
}

/// Everything that is said of a step in one sentence: what it settles, its class, what it waits for, leverage, button, what
/// it makes ready.
#[must_use]
pub fn why(case: Case, stalls: &[Stall], step: &NextStep) -> String {
    let capability = case.model.capability(step.capability);
    let button = capability.button.as_ref().map_or_else(String::new, |button| {
        format!("takes a button away from \"{}\"", case.model.step(button.step).title)
    });
    sentence([
        settles(case, step),
        class(case, stalls, step),
        after(case, step),
        if_there(case, step),
        leverage(step),
        button,
        makes_ready(case, step),
    ])
}

/// How many patterns wait for questions that the scope does not ask; none where no pattern does.
#[must_use]
pub fn unasked(unasked: &Unasked) -> Option<String> {
    if unasked.patterns == 0 {
        return None;
    }
    let patterns = count(unasked.patterns, "stall pattern needs", "stall patterns need");
    let questions = quantity::questions(unasked.questions.len());
    Some(format!("{patterns} {questions} more than the essentials ask. Nothing but patterns depends on the answers."))
}

/// "2½ to 5 days", "up to 4 days".
#[must_use]
pub fn days(effort: HalfDays) -> String {
    with_unit(effort, "day", "days")
}

/// "2½ to 5 person-days", "up to 4 person-days".
#[must_use]
pub fn half_days(effort: HalfDays) -> String {
    with_unit(effort, "person-day", "person-days")
}

/// What a step takes, and why that is not all that it takes from nothing: "2½ to 6 person-days, half of all, since part of
/// it is there".
#[must_use]
pub fn effort(case: Case, at: CapabilityIx) -> String {
    format!("{}{}", half_days(HalfDays::of(case, at)), less(case, at))
}

/// Why a step takes less than it does from nothing; empty where it does not.
#[must_use]
pub fn less(case: Case, at: CapabilityIx) -> &'static str {
    match case.given(at) {
        Some(Answer::Partly) => ", half of all, since part of it is there",
        None | Some(Answer::Unknown) => ", nothing if it is there: find out first",
        _ => "",
    }
}

fn with_unit(HalfDays { min, max }: HalfDays, one: &str, many: &str) -> String {
    let unit = if (1..=2).contains(&max) { one } else { many };
    let max_words = halves(max as usize);
    match min {
        _ if min == max => format!("{max_words} {unit}"),
        0 => format!("up to {max_words} {unit}"),
        _ => format!("{} to {max_words} {unit}", halves(min as usize)),
    }
}
