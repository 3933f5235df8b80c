//! The plan: its page, and the proposal with assumptions, exclusions, and steps by size.

use super::advice::{less, person_days, still_manual};
use super::{capitalised, list, pages, quantity};
use crate::advice::effort::{HalfDays, INVESTMENT_DAYS, QUICK_DAYS, takes_at_most};
use crate::advice::plan::{NotPlanned, Pace, Plan, PlanStep, Target, Weeks};
use crate::advice::stage_map::StageMap;
use crate::assessment::PlanEntry;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, Model, Track};
use crate::report::plan::TrackPlan;
use crate::scoring::case::Case;

/// Label of the field for the number of people.
pub const PEOPLE: &str = "People working full time";
/// Heading above the target levels.
pub const TARGETS: &str = "Target level for each area";
/// Heading above the effect of the selected steps.
pub const WHAT_IF: &str = "Effect of the selected steps";

/// The same with the name of a track, for people who jump between regions: "Effect of the selected steps: GenAIOps".
#[must_use]
pub fn what_if_of(track: &Track) -> String {
    format!("{WHAT_IF}: {}", track.title)
}

pub const STEPS: &str = "Steps";
pub const SELECT_ALL: &str = "Select all";
pub const CLEAR_SELECTION: &str = "Clear selection";
/// Summary of the details of a step.
pub const WHAT_WHO_WHEN: &str = "Task, owner and due date";
/// Summary of the plan as a picture.
pub const PICTURE: &str = "Plan chart";
/// Summary of the plan as a text.
pub const PROPOSAL: &str = "Plan as text";
/// What exports contain.
pub const WHAT_LEAVES: &str = "Exports and prints contain the selected steps, or all steps if none are selected.";
/// Heading above steps that are selected although the targets do not need them.
pub const BEYOND: &str = "Beyond the targets";
/// The same with an explanation.
pub const BEYOND_SAYS: &str = "selected, but not needed for the targets";
/// The meaning of the frame around a level.
pub const GAINED: &str = "gained by the selected steps";
/// If no step is selected.
pub const NONE_SELECTED: &str = "Select steps to see what they would change.";
/// Heading above the scope of a proposal.
pub const SCOPE: &str = "Scope";
/// Heading above the deliverables of a proposal.
pub const DELIVERABLES: &str = "Deliverables";
/// Heading above the success criteria of a proposal.
pub const SUCCESS: &str = "Success criteria";
/// Before the link to the result.
pub const RESULT_BEHIND: &str = "Result this plan is based on: ";
pub const LEVEL_HEADS: [&str; 4] = [pages::AREA, pages::TODAY, "As planned", "Target"];

pub const AS_PNG: &str = "Plan as PNG";
pub const AS_SVG: &str = "Plan as SVG";

/// The title of a proposal.
#[must_use]
pub fn heading(title: &str) -> String {
    pages::of_assessment(pages::PLAN, Some(title))
}

/// Heading above the table of levels.
#[must_use]
pub fn levels_of(track: &str) -> String {
    format!("{track}: levels today and as planned")
}

/// Heading of a wave, with when it can begin.
#[must_use]
pub fn wave(number: usize) -> (String, &'static str) {
    (super::report::wave(number), if number == 1 { "can begin now" } else { "builds on earlier waves" })
}

/// The sum of the selected steps, in the bar that stays visible: "5 of 44 steps selected: 10 to 20 person-days, 2
/// levels gained".
#[must_use]
pub fn selection(selected: usize, of: usize, effort: HalfDays, gained: usize) -> String {
    match (selected, of) {
        (_, 0) => "No steps to select".to_owned(),
        (0, _) => format!("0 of {of} steps selected"),
        _ => {
            let levels = if gained == 0 { super::NO_LEVEL.to_owned() } else { quantity::levels(gained) };
            format!("{selected} of {of} steps selected: {}, {levels} gained", person_days(effort))
        }
    }
}

/// For screen readers after a step is selected: the sum, and the save status.
#[must_use]
pub fn status(in_short: &str, saving: &str) -> String {
    if saving.is_empty() { in_short.to_owned() } else { format!("{in_short}. {saving}.") }
}

/// The sum of the selected steps of a track: "5 steps, 10 to 20 person-days".
#[must_use]
pub fn sum(plan: &Plan) -> String {
    format!("{}, {}", quantity::steps(plan.steps().count()), person_days(plan.effort))
}

/// How long steps take, and whether more people would shorten that: "2 to 4 weeks with 2 people working full time. More
/// people …".
#[must_use]
pub fn takes(plan: &Plan, people: u32) -> String {
    let takes = plan.weeks(people);
    let people = quantity::people(people as usize);
    format!("{} with {people} working full time. {}", weeks(takes), pace(takes.pace, plan))
}

/// [`super::result::from_to`] for screen readers: "level 1, as planned level 3".
#[must_use]
pub fn from_to_aloud(today: &str, planned: &str) -> String {
    if today == planned { today.to_owned() } else { format!("{today}, as planned {planned}") }
}

/// What is still manual with the plan, and today if that differs.
#[must_use]
pub fn manual_stages(model: &Model, today: &StageMap, planned: &StageMap) -> String {
    if planned.stages.is_empty() {
        return String::new();
    }
    let (was, is) = (today.not_automated(), planned.not_automated());
    let today = if was == is { String::new() } else { format!(" Today: {} of {}.", was.part, was.of) };
    format!("{}{today}", still_manual(planned, model))
}

/// Which mismatches are resolved, remain and are new.
#[must_use]
pub fn mismatches(today: &[&str], planned: &[&str]) -> String {
    if today.is_empty() && planned.is_empty() {
        return "No mismatches.".to_owned();
    }
    let of = |from: &[&str], others: &[&str], is_in: bool| -> Vec<String> {
        let is_meant = |title: &&&str| others.contains(*title) == is_in;
        from.iter().filter(is_meant).map(|title| format!("\"{title}\"")).collect()
    };
    let named = |titles: Vec<String>, one: &'static str, many: &'static str| {
        let name = if titles.len() == 1 { one } else { many };
        (!titles.is_empty()).then(|| format!("{name}: {}.", list(&titles)))
    };
    let resolved = "Resolved";
    let sentences = [
        named(of(today, planned, false), resolved, resolved),
        named(of(planned, today, true), "Remaining mismatch", super::report::STAY[0]),
        named(of(planned, today, false), "New mismatch", super::report::NEW[0]),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What selected steps depend on: "Needed first, but neither in place nor selected: Training pipeline."
#[must_use]
pub fn left_out(model: &Model, of: &[CapabilityIx]) -> String {
    let names: Vec<&str> = of.iter().map(|&at| model.capability(at).name()).collect();
    format!("Needed first, but neither in place nor selected: {}.", list(&names))
}

/// After the name of a step: "Level 2, Model creation", with why its effort is less than the full effort.
#[must_use]
pub fn step(case: Case, step: &PlanStep) -> String {
    let capability = case.model.capability(step.capability);
    let area = &case.model.area(capability.area).title;
    format!("Level {}, {area}{}", capability.level, less(case, step.capability))
}

/// Owner and due date of a step: "Ana, due 1 February 2027"; empty if neither is set.
#[must_use]
pub fn decided(entry: &PlanEntry) -> String {
    let due = entry.due.map(|due| format!("due {}", super::day(due)));
    let owner = Some(entry.owner.trim()).filter(|owner| !owner.is_empty()).map(str::to_owned);
    owner.into_iter().chain(due).collect::<Vec<_>>().join(", ")
}

/// The selection, if it differs from what the targets need, with the levels that it raises.
#[must_use]
pub fn selection_and_gains(model: &Model, planned: &TrackPlan, gains: &[(AreaIx, Level, Level)]) -> String {
    let chosen = planned.selected_or_all();
    let gain = |&(area, from, to): &(AreaIx, Level, Level)| {
        format!("{} from level {from} to level {to}", model.area(area).title)
    };
    let gained: Vec<String> = gains.iter().map(gain).collect();
    let brings = if gained.is_empty() {
        "On their own, the selected steps do not raise a level.".to_owned()
    } else {
        format!("The selected steps raise {}.", list(&gained))
    };
    let asked = match planned.plan.steps().count() {
        0 => "The targets are already met.".to_owned(),
        asked => format!("The targets need {}.", quantity::steps(asked)),
    };
    if chosen.is_empty() {
        return format!("No step is selected. {asked}");
    }
    format!("{}, {}. {brings} {asked}", capitalised(&sum(chosen)), takes(chosen, planned.people))
}

/// "3 to 6 weeks".
#[must_use]
pub fn weeks(weeks: Weeks) -> String {
    match (weeks.min, weeks.max) {
        (1, 1) => "1 week".to_owned(),
        (0, 1) => "up to 1 week".to_owned(),
        (0, max) if max > 0 => format!("up to {max} weeks"),
        (min, max) if min == max => format!("{min} weeks"),
        (min, max) => format!("{min} to {max} weeks"),
    }
}

/// What limits how short a plan can be.
fn pace(pace: Pace, plan: &Plan) -> &'static str {
    match pace {
        Pace::Chain if plan.steps().nth(1).is_none() => "More people would not shorten this",
        Pace::Chain => "More people would not shorten this, because steps depend on each other",
        Pace::Work => "More people would shorten this",
    }
}

/// The goal of a plan, in one or two sentences.
#[must_use]
pub fn scope_statement(model: &Model, targets: &[Target], plan: &Plan, people: u32) -> String {
    let goals: Vec<String> = targets
        .iter()
        .filter(|target| target.to > target.from)
        .map(|target| {
            let from = if target.is_known { format!(" from level {}", target.from) } else { String::new() };
            format!("{}{from} to level {}", model.area(target.area).title, target.to)
        })
        .collect();
    if targets.is_empty() {
        return "No question applies, so there is nothing to plan.".to_owned();
    }
    if goals.is_empty() {
        return "All targets are already met. No steps are needed.".to_owned();
    }
    let first = targets[0].to;
    let goal = if goals.len() > 1 && goals.len() == targets.len() && targets.iter().all(|target| target.to == first) {
        format!("every area to level {first}")
    } else {
        list(&goals)
    };
    let steps = quantity::steps(plan.steps().count());
    let waves = quantity::waves(plan.waves.len());
    let people_words = quantity::people(people as usize);
    let takes = plan.weeks(people);
    format!(
        "Raise {goal}. Work: {steps} in {waves}, {}. Duration: {} with {people_words} working full time. {}.",
        person_days(plan.effort),
        weeks(takes),
        pace(takes.pace, plan),
    )
}

/// Heading above steps that the result names first but the plan does not contain.
pub const NOT_PLANNED: &str = "Next steps outside this plan";

/// Why such a step is not in the plan.
#[must_use]
pub const fn not_planned(reason: NotPlanned) -> &'static str {
    match reason {
        NotPlanned::AtTarget => "its area has already reached its target level",
        NotPlanned::AboveTarget => "it belongs to a level above the target of its area",
        NotPlanned::BeyondScope => "it is not one of the essentials, and this plan covers only those",
    }
}

/// Heading above the assumptions of a proposal.
pub const ASSUMPTIONS: &str = "Assumptions";
/// Heading above the exclusions of a proposal.
pub const EXCLUSIONS: &str = "Not in this plan";
/// If the team has not described what was assessed.
pub const MODELS_UNSAID: &str = "The assessed product was not described. Each additional model adds effort.";
/// After the description of what was assessed.
pub const MODELS_SAID: &str = "Each additional model adds effort.";
/// On the reliability of the answers.
pub const OWN_ANSWERS: &str = "The answers are self-reported and have not been independently verified.";
/// On the order of the waves.
pub const WAVES: &str = "A wave begins when everything it depends on is in place.";
/// Costs that no step includes.
pub const NEVER_COUNTED: &str = "Licences, cloud and hardware costs, hiring, and time for approvals and procurement.";
/// Before the tracks that were not asked about.
pub const NOT_ASSESSED: &str = "Not assessed";
/// Before the practices that do not apply to the team.
pub const NOT_APPLICABLE: &str = "Excluded as not applicable";
/// Heading above planned steps that are not selected.
pub const NOT_SELECTED: &str = "Not selected";
/// Before the areas without a change.
pub const STAYS: &str = "No change planned";

/// The size of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A quick step.
    Quick,
    /// Between quick and investment.
    Middle,
    /// An investment, which needs a decision.
    Investment,
}

impl Size {
    /// The smallest first.
    pub const ALL: [Self; 3] = [Self::Quick, Self::Middle, Self::Investment];

    /// The size of a step by its whole effort for the first model.
    #[must_use]
    pub fn of(case: Case, at: CapabilityIx) -> Self {
        if takes_at_most(case, at, QUICK_DAYS) {
            Self::Quick
        } else if takes_at_most(case, at, INVESTMENT_DAYS) {
            Self::Middle
        } else {
            Self::Investment
        }
    }

    /// Heading above the steps of this size.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Quick => format!("Quick wins: up to {QUICK_DAYS} person-days each (first model)"),
            Self::Middle => format!("Larger steps: up to {INVESTMENT_DAYS} person-days each (first model)"),
            Self::Investment => {
                format!("Investments: possibly over {INVESTMENT_DAYS} person-days each (first model)")
            }
        }
    }
}

/// The number of people that the weeks are for.
#[must_use]
pub fn people(number: u32) -> String {
    match number {
        1 => "One person works on the plan full time.".to_owned(),
        _ => format!("{number} people work on the plan full time."),
    }
}

/// The number of open questions.
#[must_use]
pub fn open(number: usize) -> String {
    format!("{} open: unanswered, or answered \"Don't know\".", super::quantity::questions_are(number))
}

/// The sum of all steps of a size.
#[must_use]
pub fn together(effort: &str) -> String {
    format!("Total: {effort}.")
}

/// The sum of all steps that follow.
#[must_use]
pub fn total(steps: usize, effort: &str) -> String {
    format!("{} in total: {effort}.", super::quantity::steps(steps))
}
