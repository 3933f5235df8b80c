//! The result page: levels by name, the assessed product and its delivery metrics.
//!
//! "level 2" inside a sentence is part of that sentence, so that a translation can inflect it.

use super::{DASH, count, fraction, halves, pages, part_of};
use crate::assessment::Outcomes;
use crate::history::snapshots::to_confirm;
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::{Area, Model};
use crate::report::Subject;
use crate::scoring::case::{Case, Scope};
use crate::scoring::levels::LevelResult;
use crate::scoring::profile::{AreaProfile, Fraction, Range, TrackProfile};

/// Button that opens the list of the parts of the page, if the bar has no room for it.
pub const GO_TO: &str = "Go to";
/// Accessible name of that list.
pub const ON_THIS_PAGE: &str = "On this page";
/// Link to the profile.
pub const PROFILE: &str = "Profile";
/// Link to the stages of the lifecycle.
pub const MAP: &str = "Manual work";
/// Link to the next steps.
pub const STEPS: &str = "Next steps";
/// Link to the areas.
pub const AREAS: &str = "Areas";
/// Link to the first question, if nothing is answered.
pub const TO_FIRST_QUESTION: &str = "Answer the first question";
/// Button that opens the ways to share.
pub const SHARE: &str = "Share";
pub const COPY_FOR_WIKI: &str = "Copy for a wiki";
pub const COPY_MARKDOWN: &str = "Copy as Markdown";
/// After [`COPY_FOR_WIKI`].
pub const COPIED_FOR_WIKI: &str = "Result copied. Paste it into your wiki page.";
/// After [`COPY_MARKDOWN`].
pub const COPIED_MARKDOWN: &str = "Result copied as Markdown.";
/// After either, if the browser blocks copying.
pub const NOT_COPIED: &str = "Your browser blocked copying. Download the file instead.";
/// Summary of the details of a step.
pub const WHY: &str = "Reasons and success criteria";
pub const AREA_BY_AREA: &str = "Results by area";
pub const LENSES: &str = "Results by lens";
pub const BESIDE: &str = "Comparison with other maturity models";
/// In place of a share, if no question is asked.
pub const NOT_ASKED: &str = "not asked";
/// Summary of the profile as a table.
pub const AS_TABLE: &str = "Show as a table";
/// Heading above practices in place above the next level.
pub const AHEAD: &str = "Ahead of your level";

/// Heading above the exports for one purpose.
pub const FOR_A_SLIDE: &str = "For a slide";
pub const FOR_A_WIKI: &str = "For a wiki page";
pub const FOR_A_TRACKER: &str = "For an issue tracker";
pub const AS_A_FILE: &str = "As a file";
pub const ON_PAPER: &str = "On paper";
/// Link from the exports for issue trackers to the plan, where steps are selected.
pub const TRACKER_BY_PLAN: &str = "Select steps in the plan";
/// Link from the profile in a frame to the whole result.
pub const WHOLE_RESULT: &str = "Open the whole result";
/// Link from an answer to its question.
pub const TO_QUESTION: &str = "Go to this question";
/// What exports contain.
pub const WHAT_LEAVES: &str =
    "HTML and Markdown files contain your notes and evidence links. Copied text and images do not.";

pub const PROFILE_PNG: &str = "Profile as PNG";
pub const MAP_PNG: &str = "Manual work as PNG";
pub const BADGE_PNG: &str = "Badge as PNG";
pub const PROFILE_SVG: &str = "Profile as SVG";
pub const MAP_SVG: &str = "Manual work as SVG";
pub const BADGE_SVG: &str = "Badge as SVG";
/// The heads of the first columns of the profile as a table; the levels follow.
pub const PROFILE_HEADS: [&str; 3] = [pages::AREA, pages::LEVEL, "Highest possible"];
/// Column of lenses.
pub const LENS: &str = "Lens";
/// The heads of the table of another maturity model.
pub const BESIDE_HEADS: [&str; 3] = ["Their level or test", "This assessment", "In place"];
/// Link to another maturity model.
pub const SOURCE: &str = "Source";
/// For a line of another maturity model that no question matches.
pub const NOT_ASKED_HERE: &str = "not asked here";
/// For a line of another maturity model outside the question set.
pub const NOT_IN_SCOPE: &str = "not in this question set";

/// "2 of 3, partly covered".
#[must_use]
pub fn covered_in_part(covered: Fraction) -> String {
    format!("{}, partly covered", super::fraction(covered))
}

/// Signs of the profile with their meaning.
pub mod mark {
    /// A filled bar.
    pub const IN_PLACE: &str = "in place";
    /// The numbers below a bar.
    pub const POINTS: &str = "points in place at that level";
    /// A hatched bar.
    pub const OPEN: &str = "open: unanswered, or \"Don't know\"";
    /// A solid frame.
    pub const REACHED: &str = "level reached";
    /// A dashed frame.
    pub const POSSIBLE: &str = "possible, depending on open questions";
    /// A flag.
    pub const TARGET: &str = "target level";
    /// A plus after a level.
    pub const PLUS: &str = "at least half the points of the next level";
    /// A dash in place of points.
    pub const NOTHING: &str = "no questions";
}

/// [`scope`](super::scope) where it is not clear that a question set is meant.
const FULL_QUESTION_SET: &str = "Full question set";

/// "Full question set, 70 of 75 answered, including 5 "Don't know" and 2 "Not applicable" · 23 November 2026".
#[must_use]
pub fn basis(subject: &Subject) -> String {
    let Case { model, question_set, .. } = subject.case;
    let asked: Vec<_> = question_set.capabilities(model).collect();
    let of_them = |answer: Answer| {
        let number = asked.iter().filter(|&&at| subject.case.answer(at) == Some(answer)).count();
        (number > 0).then(|| format!("{number} \"{}\"", super::answer(answer)))
    };
    let of_them: Vec<String> = [Answer::Unknown, Answer::NotApplicable].into_iter().filter_map(of_them).collect();
    let unknown = if of_them.is_empty() { String::new() } else { format!(", including {}", super::list(&of_them)) };
    let to_confirm = match subject.assessment.map_or(0, |assessment| to_confirm(model, assessment)) {
        0 => String::new(),
        number => format!(", {number} not confirmed in this round"),
    };
    format!(
        "{}, {} answered{unknown}{to_confirm} \u{b7} {}",
        match question_set.scope {
            Scope::Full => FULL_QUESTION_SET,
            Scope::Essentials => super::scope(Scope::Essentials),
        },
        fraction(subject.case.answered()),
        super::day(subject.day),
    )
}

/// The overall level on a badge: "level 2", "level 1 to 3 (essentials)". No level is claimed if it could be any level.
#[must_use]
pub fn badge(overall: Option<Range>, scope: Scope) -> String {
    let level = match overall {
        Some(range) if range.is_exact() => super::range(range),
        Some(range) if range.low > Level::ZERO || range.high < Level::TOP => {
            format!("level {} to {}", range.low, range.high)
        }
        Some(_) => return super::NOT_KNOWN_YET.to_owned(),
        // Every question is answered "Not applicable".
        None => return super::NO_LEVEL.to_owned(),
    };
    match scope {
        Scope::Full => level,
        Scope::Essentials => format!("{level} ({})", super::scope(scope).to_lowercase()),
    }
}

/// The most guards that are named in [`guards_partly`].
const NAMED_GUARDS: usize = 2;

/// Beside the levels, because half a guard is enough for a level: "Guards only partly in place: Alert owner and 2 more."
#[must_use]
pub fn guards_partly(names: &[&str]) -> String {
    let mut named: Vec<String> = names.iter().take(NAMED_GUARDS).map(|&name| name.to_owned()).collect();
    if let Some(more) = names.len().checked_sub(NAMED_GUARDS).filter(|&more| more > 0) {
        named.push(format!("{more} more"));
    }
    format!("Guards only partly in place: {}.", super::list(&named))
}

/// "5½ of 9": the points of a level.
#[must_use]
pub fn points(level_result: &LevelResult) -> String {
    if level_result.is_empty() {
        return DASH.to_owned();
    }
    part_of(&halves(level_result.half_points), &level_result.capabilities.len().to_string())
}

/// The name of a cell of the profile: "Model creation, level 2, Automated training: ".
#[must_use]
pub fn cell(model: &Model, area: &Area, level: Level) -> String {
    format!("{}, level {level}, {}: ", area.title, model.level_text(level).name)
}

/// After the points of a cell: ", 1 open", ", reached".
#[must_use]
pub fn cell_state(open: usize, is_reached: bool) -> String {
    let open = if open == 0 { String::new() } else { format!(", {open} open") };
    let reached = if is_reached { ", reached" } else { "" };
    format!("{open}{reached}")
}

/// Above the answers behind a cell: whether the level is complete.
#[must_use]
pub fn level_state(model: &Model, level_result: &LevelResult) -> String {
    let state = if level_result.is_empty() {
        "has no questions here"
    } else if level_result.held {
        "is reached: no essential practice or guard is missing, and enough supporting practices are in place"
    } else {
        "is not reached"
    };
    format!("{} ({}) {state}", level(level_result.level), model.level_text(level_result.level).name)
}

/// What an area needs for its next level, in short: "2 essentials needed for level 3".
#[must_use]
pub fn to_next(profile: &AreaProfile) -> String {
    let Some(next) = profile.next_level() else { return "no higher level".to_owned() };
    if profile.is_unknown() {
        return super::NOT_KNOWN_YET.to_owned();
    }
    let mut parts = Vec::new();
    if !next.core_missing.is_empty() {
        parts.push(super::quantity::essential_practices(next.core_missing.len()));
    }
    if !next.guards_missing.is_empty() {
        parts.push(super::quantity::guards(next.guards_missing.len()));
    }
    if next.support_short > 0 {
        parts.push(super::advice::more_points(next.support_short));
    }
    format!("{} needed for level {}", super::list(&parts), next.level)
}

/// "Questions: Model creation".
#[must_use]
pub fn questions_on(area: &Area) -> String {
    format!("{}: {}", super::pages::QUESTIONS, area.title)
}

/// Caption of the profile as a table.
#[must_use]
pub fn table_of(model: &Model, track: &TrackProfile) -> String {
    format!("{} profile: points in place by area and level", model.track(track.track).title)
}

/// Caption of the table of another maturity model.
#[must_use]
pub fn line_by_line(other: &str) -> String {
    format!("{other}, line by line")
}

/// Caption of the table of lenses.
#[must_use]
pub fn lenses_of(model: &Model, track: &TrackProfile) -> String {
    format!("{}: practices in place, by lens and level", model.track(track.track).title)
}

/// The number of answers that cannot be scored.
#[must_use]
pub fn not_of_this_model(answers: usize) -> String {
    let answers = super::quantity::answers(answers);
    format!("{answers} to questions that are not in this questionnaire. They are kept but not scored.")
}

/// Heading above practices each of which alone prevents a level.
#[must_use]
pub fn cannot_do_without(level: Level) -> String {
    format!("Required for level {level}")
}

/// Heading above guards each of which alone prevents a level.
#[must_use]
pub fn guards_missing(level: Level) -> String {
    format!("Guards missing for level {level} (partly in place is enough)")
}

/// Heading above practices some of which a level needs.
#[must_use]
pub fn needs_some(level: Level) -> String {
    format!("Some of these are needed for level {level}")
}

/// ", level 3", after a name.
#[must_use]
pub fn at_level(level: Level) -> String {
    format!(", level {level}")
}

/// "2 more mismatches".
#[must_use]
pub fn more_mismatches(number: usize) -> String {
    count(number, "more mismatch", "more mismatches")
}

/// "2 normal gaps at your level".
#[must_use]
pub fn normal_gaps(number: usize) -> String {
    format!("{} at your level", count(number, "normal gap", "normal gaps"))
}

/// "2 answers to check".
#[must_use]
pub fn answers_to_check(number: usize) -> String {
    count(number, "answer to check", "answers to check")
}

/// "12 more practices to check".
#[must_use]
pub fn more_open(number: usize) -> String {
    format!("{number} more practices to check")
}

/// "Open this result: https://…".
#[must_use]
pub fn open_at(address: &str) -> String {
    format!("Open this result: {address}")
}

/// "Level 2": alone, as a heading, a choice, or the meaning of a colour.
#[must_use]
pub fn level(level: Level) -> String {
    format!("Level {level}")
}

/// "Level 2, Automated training".
#[must_use]
pub fn level_and_name(model: &Model, at: Level) -> String {
    format!("{}, {}", level(at), model.level_text(at).name)
}

/// "1 → 3": a level before and after, or today and as planned; only once if it does not change.
#[must_use]
pub fn from_to(before: &str, after: &str) -> String {
    if before == after { after.to_owned() } else { format!("{before} \u{2192} {after}") }
}

/// "Model release at level 2:", before a description.
#[must_use]
pub fn area_at_level(area: &Area, level: Level) -> String {
    format!("{} at level {level}:", area.title)
}

/// Before a scene that a team recognises.
pub const LEVEL_SCENE: &str = "For example:";

/// "When level 3 pays off", before the explanation.
#[must_use]
pub fn when_level_pays_off(level: Level) -> String {
    format!("When level {level} pays off")
}

/// Label of what was assessed.
pub const ASSESSED: &str = "Assessed product";
/// Label of the business unit, its column and its filter.
pub const BUSINESS_UNIT: &str = "Business unit";
/// Label of the field for the number of models that efforts are for.
pub const MODELS: &str = "Number of models in production";
pub const METRICS: &str = "Delivery metrics";
/// An explanation of delivery metrics.
pub const METRICS_NOTE: &str = "Reported by the team, not scored. Lead time starts when a change is approved";
pub const DAYS_TO_LIVE: &str = "Lead time to production (days)";
pub const LAST_RELEASE: &str = "Last model release";
pub const HOURS_TO_RESTORE: &str = "Time to restore service (hours)";

/// Heading above the fields for details and metrics.
pub const EDIT_DETAILS: &str = "Details and delivery metrics";
/// An explanation of these fields.
pub const ABOUT_DETAILS: &str = "All fields are optional. The metrics show how quickly and safely a model change \
    reaches production. Lead time starts when the change is approved. The metrics are not scored, and a link \
    contains them only if you include them.";

/// The reported delivery metrics, each with its name and its value.
#[must_use]
pub fn metrics(outcomes: &Outcomes) -> Vec<(&'static str, String)> {
    let number = |number: Option<u32>| number.map(|number| number.to_string());
    let rows = [
        (DAYS_TO_LIVE, number(outcomes.days_to_live)),
        (LAST_RELEASE, outcomes.last_release.map(super::day)),
        (HOURS_TO_RESTORE, number(outcomes.hours_to_restore)),
    ];
    rows.into_iter().filter_map(|(what, value)| Some((what, value?))).collect()
}

/// "Lead time 21 days; last model release 2 November 2026; time to restore 6 hours"; `None` if no metric is reported.
#[must_use]
pub fn metrics_in_short(outcomes: &Outcomes) -> Option<String> {
    let days = |number: u32| format!("lead time {}", super::count(number as usize, "day", "days"));
    let hours = |number: u32| format!("time to restore {}", super::count(number as usize, "hour", "hours"));
    let parts = [
        outcomes.days_to_live.map(days),
        outcomes.last_release.map(|day| format!("last model release {}", super::day(day))),
        outcomes.hours_to_restore.map(hours),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| super::capitalised(&parts.join("; ")))
}
