//! What a plan says: its page, and the text that goes into a proposal.

use super::advice::{distance, half_days, less};
use super::{capitalised, heads, inside, list, pages, quantity};
use crate::advice::button_map::ButtonMap;
use crate::advice::plan::{Pace, Plan, PlanStep, Target, Weeks};
use crate::advice::ranking::HalfDays;
use crate::assessment::PlanEntry;
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, Model, Track};
use crate::report::plan::Planned;
use crate::scoring::case::Case;

/// How many people there are.
pub const PEOPLE: &str = "People who work on it full time";
/// Over the selects of levels.
pub const TARGETS: &str = "Level to reach in each area";
/// Over what would change.
pub const WHAT_IF: &str = "With the ticked steps";

/// The same for those who go from region to region: "With the ticked steps: GenAIOps".
#[must_use]
pub fn what_if_of(track: &Track) -> String {
    format!("{WHAT_IF}: {}", track.title)
}

/// Over the steps.
pub const STEPS: &str = "Steps";
/// Ticks every step.
pub const TICK_ALL: &str = "Tick all";
/// Takes every tick away.
pub const UNTICK_ALL: &str = "Untick all";
/// Opens what a step consists of.
pub const WHAT_WHO_WHEN: &str = "What, who and when";
/// Opens the plan as a picture.
pub const PICTURE: &str = "The plan as a picture";
/// Opens the plan as a text.
pub const PROPOSAL: &str = "The plan as a text for a proposal";
/// What leaves with a file.
pub const WHAT_LEAVES: &str = "Files, pictures and prints hold the ticked steps; all of them while none is ticked.";
/// Over steps that are ticked and that the targets do not ask for.
pub const BEYOND: &str = "Beyond the targets";
/// As [`BEYOND`], in more words.
pub const BEYOND_SAYS: &str = "ticked, and not needed for them";
/// What the frame around a level means.
pub const GAINED: &str = "gained by the ticked steps";
/// While no step is ticked.
pub const NONE_TICKED: &str = "Tick steps, and see here at once what they change.";
/// Over what the plan is to reach.
pub const SCOPE: &str = "Scope";
/// Over what will be handed over.
pub const DELIVERABLES: &str = "Deliverables";
/// Over what is to hold then.
pub const SUCCESS: &str = "Success criteria";
/// Before the link to the result.
pub const RESULT_BEHIND: &str = "The result behind this plan: ";
/// The heads of the table of levels.
pub const LEVEL_HEADS: [&str; 4] = [heads::AREA, heads::TODAY, "As planned", "Target"];

/// The plan as pixels.
pub const AS_PNG: &str = "Plan as PNG";
/// The plan as a picture of lines.
pub const AS_SVG: &str = "Plan as SVG";

/// The main heading.
#[must_use]
pub fn heading(title: &str) -> String {
    pages::of_assessment(pages::PLAN, Some(title))
}

/// Over the table of levels.
#[must_use]
pub fn levels_of(track: &str) -> String {
    format!("{track}: levels today and as planned")
}

/// Over a wave, with when it can begin.
#[must_use]
pub fn wave(number: usize) -> (String, &'static str) {
    (super::export::wave(number), if number == 1 { "can begin now" } else { "builds on the waves before" })
}

/// What the ticks come to, in a line that stays in view: "5 of 44 steps ticked: 10 to 20 person-days, 2 levels gained".
#[must_use]
pub fn ticked(ticked: usize, of: usize, effort: HalfDays, gained: usize) -> String {
    match (ticked, of) {
        (_, 0) => "No step to tick".to_owned(),
        (0, _) => format!("No step of {of} is ticked yet"),
        _ => {
            let levels = if gained == 0 { "no level".to_owned() } else { quantity::levels(gained) };
            format!("{ticked} of {of} steps ticked: {}, {levels} gained", half_days(effort))
        }
    }
}

/// What is said after a tick to those who hear the page: the same, and "Saved."
#[must_use]
pub fn status(in_short: &str, saving: &str) -> String {
    if saving.is_empty() { in_short.to_owned() } else { format!("{in_short}. {saving}.") }
}

/// What the ticked steps of a track come to: "5 steps, 10 to 20 person-days".
#[must_use]
pub fn sum(ticked: &Plan) -> String {
    format!("{}, {}", quantity::steps(ticked.steps().count()), half_days(ticked.effort))
}

/// How long steps take, and what makes it that long: "2 to 4 weeks with 2 people working on it full time: the longest
/// chain …".
#[must_use]
pub fn takes(plan: &Plan, people: u32) -> String {
    let takes = plan.weeks(people);
    let people = quantity::people(people as usize);
    format!("{} with {people} working on it full time: {}", weeks(takes), pace(takes.pace))
}

/// [`super::levels::from_to`] for those who hear it: "level 1, as planned level 3".
#[must_use]
pub fn from_to_aloud(today: &str, planned: &str) -> String {
    if today == planned { today.to_owned() } else { format!("{today}, as planned {planned}") }
}

/// How the lifecycle runs as planned, and as it does today where that differs.
#[must_use]
pub fn runs(today: &ButtonMap, planned: &ButtonMap) -> String {
    if planned.steps.is_empty() {
        return String::new();
    }
    let (was, is) = (today.distance(), planned.distance());
    let today = if was == is { String::new() } else { format!(" Today it is {} of {}.", was.part, was.of) };
    format!("{}{today}", distance(planned))
}

/// Which stalls end, stay and come about.
#[must_use]
pub fn stalls(today: &[&str], planned: &[&str]) -> String {
    if today.is_empty() && planned.is_empty() {
        return "No stalls.".to_owned();
    }
    let of = |from: &[&str], others: &[&str], is_in: bool| -> Vec<String> {
        let is_meant = |title: &&&str| others.contains(*title) == is_in;
        from.iter().filter(is_meant).map(|title| format!("\"{title}\"")).collect()
    };
    let parts = [
        ("Ended", of(today, planned, false)),
        ("Still stalled", of(planned, today, true)),
        ("New stall", of(planned, today, false)),
    ];
    let said = parts.iter().filter(|(_, titles)| !titles.is_empty());
    said.map(|(name, titles)| format!("{name}: {}.", list(titles))).collect::<Vec<_>>().join(" ")
}

/// What ticked steps rest on: "Neither ticked nor in place, and needed first: training pipeline."
#[must_use]
pub fn left_out(model: &Model, of: &[CapabilityIx]) -> String {
    let names: Vec<String> = of.iter().map(|&at| inside(model.capability(at).name())).collect();
    format!("Needed first, and neither in place nor ticked: {}.", list(&names))
}

/// What is said of a step beside its name: "Level 2, model creation", with why it takes less than from nothing.
#[must_use]
pub fn step(case: Case, step: &PlanStep) -> String {
    let capability = case.model.capability(step.capability);
    let area = inside(&case.model.area(capability.area).title);
    format!("Level {}, {area}{}", capability.level, less(case, step.capability))
}

/// Who does a step and by when: "Ana, due 1 February 2027"; empty where neither was said.
#[must_use]
pub fn decided(entry: &PlanEntry) -> String {
    let due = entry.due.map(|due| format!("due {}", super::day(due)));
    let owner = Some(entry.owner.trim()).filter(|owner| !owner.is_empty()).map(str::to_owned);
    owner.into_iter().chain(due).collect::<Vec<_>>().join(", ")
}

/// What is chosen where that is not what the targets ask for, with the levels it lifts.
#[must_use]
pub fn chosen(model: &Model, planned: &Planned, gains: &[(AreaIx, Level, Level)]) -> String {
    let chosen = planned.chosen();
    let gain = |&(area, from, to): &(AreaIx, Level, Level)| {
        format!("{} from level {from} to level {to}", inside(&model.area(area).title))
    };
    let gained: Vec<String> = gains.iter().map(gain).collect();
    let brings = if gained.is_empty() {
        "By themselves they lift no level.".to_owned()
    } else {
        format!("They bring {}.", list(&gained))
    };
    let asked = match planned.plan.steps().count() {
        0 => "The targets are reached without them.".to_owned(),
        asked => format!("The targets ask for {}.", quantity::steps(asked)),
    };
    if chosen.is_empty() {
        return format!("No step of it is ticked. {asked}");
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

/// Which of the two makes a plan as long as it is.
#[must_use]
pub const fn pace(pace: Pace) -> &'static str {
    match pace {
        Pace::Chain => "the longest chain of steps sets the pace, and more people would not shorten it",
        Pace::Work => "the work sets the pace, and more people would shorten it",
    }
}

/// What a plan is to reach, in one or two sentences.
#[must_use]
pub fn scope_statement(model: &Model, targets: &[Target], plan: &Plan, people: u32) -> String {
    let goals: Vec<String> = targets
        .iter()
        .filter(|target| target.to > target.from)
        .map(|target| {
            let from = if target.is_known { format!(" from level {}", target.from) } else { String::new() };
            format!("{}{from} to level {}", inside(&model.area(target.area).title), target.to)
        })
        .collect();
    if goals.is_empty() {
        return "The targets are reached: there is nothing to do.".to_owned();
    }
    let steps = quantity::steps(plan.steps().count());
    let waves = quantity::waves(plan.waves.len());
    let people_words = quantity::people(people as usize);
    let takes = plan.weeks(people);
    format!(
        "Bring {}: {steps} in {waves}, {}, {} with {people_words} working on it full time: {}.",
        list(&goals),
        half_days(plan.effort),
        weeks(takes),
        pace(takes.pace),
    )
}
