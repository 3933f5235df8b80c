//! Every sentence that a person reads, in one place, so that the page, a copy for a wiki and an exported file have
//! the same words.
//!
//! The terms are those of `docs/terms.md`.

pub mod about;
pub mod advice;
pub mod compare;
pub mod embed;
pub mod evidence;
pub mod files;
pub mod governance;
pub mod history;
pub mod link;
pub mod pages;
pub mod plan;
pub mod published;
pub mod quantity;
pub mod questions;
pub mod report;
pub mod respondents;
pub mod result;
pub mod saving;
pub mod scan;
pub mod start;
pub mod teams;

use crate::assessment::Assessment;
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::{AreaIx, Capability, Model, Weight};
use crate::moment::Day;
use crate::scoring::case::Scope;
use crate::scoring::levels::LevelResult;
use crate::scoring::profile::{AreaProfile, Fraction, Range, TrackProfile};

/// While something is loading.
pub const LOADING: &str = "Loading\u{2026}";
/// In place of a missing value.
pub const DASH: &str = "\u{2013}";
/// For an area or stage without any known answer.
pub const NOT_KNOWN_YET: &str = "not known yet";
/// The level if no question applies, or if no level is meant.
pub const NO_LEVEL: &str = "no level";
/// The language of these texts.
pub const LANGUAGE: &str = "en";

/// The name of an answer.
#[must_use]
pub const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "Yes",
        Answer::Partly => "Partly",
        Answer::No => "No",
        Answer::Unknown => "Don't know",
        Answer::NotApplicable => "Not applicable",
    }
}

/// Why an assessment is in the list but cannot be opened: it answers another questionnaire.
#[must_use]
pub fn other_model(assessment: &Assessment) -> String {
    format!(
        "This assessment belongs to a different questionnaire, \"{}\". It is saved but not scored here. To continue \
         it, open the page with that questionnaire.",
        assessment.model.id
    )
}

/// The name of an answer, or of an unanswered question.
#[must_use]
pub const fn answer_or_open(given: Option<Answer>) -> &'static str {
    match given {
        Some(given) => answer(given),
        None => "Unanswered",
    }
}

/// The title to show, also for an assessment without a name.
#[must_use]
pub const fn title(title: &str) -> &str {
    if title.is_empty() { "Untitled assessment" } else { title }
}

/// The name of a question set.
#[must_use]
pub const fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Essentials => "Essentials",
        Scope::Full => "Full",
    }
}

/// "1 question", "2 questions", "1,200 questions".
#[must_use]
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", quantity::number(number), if number == 1 { one } else { many })
}

/// "a, b and c".
#[must_use]
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// The text after an item of such a list, by the number of items left, for lists whose items are more than text.
#[must_use]
pub const fn after_item(left: usize) -> &'static str {
    match left {
        1 => ".",
        2 => " and ",
        _ => ", ",
    }
}

/// A title inside a sentence: its first letter is small, unless the title begins with an abbreviation.
///
/// Only ASCII letters change: tables for all others would add 30 kB to the download, and these texts are English.
#[must_use]
pub fn mid_sentence(title: &str) -> String {
    let first_word = title.split(char::is_whitespace).next().unwrap_or_default();
    let (mut has_capital, mut has_small) = (false, false);
    for letter in first_word.chars().skip(1) {
        has_capital |= letter.is_ascii_uppercase() || letter.is_ascii_digit();
        has_small |= letter.is_ascii_lowercase() || !letter.is_ascii();
    }
    // "A" is a word; "A/B", "GenAI", "C++" and "Q1" are not.
    let is_word = !has_capital && (has_small || first_word.chars().count() <= 1);
    with_first(title, |first| if is_word { first.to_ascii_lowercase() } else { first })
}

/// A name in quotation marks.
#[must_use]
pub fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

/// A text with a capital first letter.
#[must_use]
pub fn capitalised(text: &str) -> String {
    with_first(text, |first| first.to_ascii_uppercase())
}

fn with_first(text: &str, change: impl Fn(char) -> char) -> String {
    let mut letters = text.chars();
    let mut changed: String = letters.next().map(change).into_iter().collect();
    changed.push_str(letters.as_str());
    changed
}

/// "23 November 2026".
#[must_use]
pub fn day(day: Day) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month, of_month) = day.parts();
    let month = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    format!("{of_month} {month} {year}")
}

/// How much a capability counts in its level.
#[must_use]
pub const fn kind(capability: &Capability) -> &'static str {
    match capability.weight {
        Weight::Core => "Essential",
        Weight::Guard => "Guard",
        Weight::Supporting => "Supporting",
    }
}

/// The share of supporting points that a level needs: "half", "60%".
#[must_use]
pub fn support(model: &Model) -> String {
    match model.support().percent() {
        (percent, true) if percent == "50" => "half".to_owned(),
        (percent, true) if percent == "100" => "all".to_owned(),
        (percent, true) => format!("{percent}%"),
        (percent, false) => format!("a little over {percent}%"),
    }
}

/// "2" or "2+".
#[must_use]
pub fn level(profile: &AreaProfile) -> String {
    let plus = if profile.has_plus() { "+" } else { "" };
    format!("{}{plus}", profile.range.low)
}

/// "2+" for an exact level, "1 to 3" for a range, "?" if nothing is known.
#[must_use]
pub fn level_or_range(profile: &AreaProfile) -> String {
    if profile.is_unknown() {
        "?".to_owned()
    } else if profile.range.is_exact() {
        level(profile)
    } else {
        compare::range_in_short(Some(profile.range))
    }
}

/// "2" for an exact level, "1 to 3" for a range, "?" if nothing is known: for places where nothing explains a plus.
#[must_use]
pub fn level_in_short(profile: &AreaProfile) -> String {
    let Range { low, high } = profile.range;
    if low == high { low.to_string() } else { level_or_range(profile) }
}

/// "2" or "2+", or "not known yet" if nothing is known: for tables.
#[must_use]
pub fn level_or_unknown(profile: &AreaProfile) -> String {
    if profile.is_unknown() { NOT_KNOWN_YET.to_owned() } else { level(profile) }
}

/// "People: level 2+", "People: not known yet".
#[must_use]
pub fn area_at(model: &Model, profile: &AreaProfile) -> String {
    let prefix = if profile.is_unknown() { "" } else { "level " };
    format!("{}: {prefix}{}", model.area(profile.area).title, level_or_unknown(profile))
}

/// In words: "level 2", "level 1, could be up to 3", "not known yet".
#[must_use]
pub fn level_or_range_aloud(profile: &AreaProfile) -> String {
    if profile.is_unknown() { NOT_KNOWN_YET.to_owned() } else { range(profile.range) }
}

/// "level 2", "level 1, could be up to 3".
#[must_use]
pub fn range(range: Range) -> String {
    if range.is_exact() {
        format!("level {}", range.low)
    } else {
        format!("level {}, could be up to {}", range.low, range.high)
    }
}

/// "3 of 7", "5½ of 9", "12 of 40 teams".
#[must_use]
pub fn part_of(part: &str, of: &str) -> String {
    format!("{part} of {of}")
}

/// "3 of 7".
#[must_use]
pub fn fraction(fraction: Fraction) -> String {
    part_of(&fraction.part.to_string(), &fraction.of.to_string())
}

/// After a number of things: "is not known yet", "are not known yet".
#[must_use]
pub const fn are_not_known_yet(number: usize) -> &'static str {
    if number == 1 { "is not known yet" } else { "are not known yet" }
}

/// A number of halves: "3", "3½", "½".
#[must_use]
pub fn halves(number: usize) -> String {
    match (number / 2, number % 2) {
        (0, 1) => "½".to_owned(),
        (whole, 0) => whole.to_string(),
        (whole, _) => format!("{whole}½"),
    }
}

/// "64%". Rounded down, so that 100% means all.
#[must_use]
pub fn percent(fraction: Fraction) -> String {
    format!("{}%", (100 * fraction.part).checked_div(fraction.of).unwrap_or(100))
}

/// The result of a track in a few sentences. It mentions if only the essentials were asked.
#[must_use]
pub fn verdict(model: &Model, track: &TrackProfile) -> String {
    let Some(overall) = track.overall else {
        return "Every question is answered \"Not applicable\", so there is no level.".to_owned();
    };
    if track.confidence.part == 0 {
        return "Nothing is known yet, so every level is still possible.".to_owned();
    }
    let titles = |areas: &[AreaIx]| {
        let titles: Vec<&str> = areas.iter().map(|&at| model.area(at).title.as_str()).collect();
        list(&titles)
    };
    let low = overall.low;
    let top = track.areas.iter().map(|area| area.range.low).max().unwrap_or_default();
    let of_what = if track.essentials_only { " (essentials only)" } else { "" };
    let so_far = if overall.is_exact() { "" } else { " so far" };
    let near = near_miss(track);
    // While some areas could be at any level, nothing is said of every area.
    let not_known: Vec<AreaIx> = if top > low {
        track.not_known.clone()
    } else {
        track.areas.iter().filter(|area| area.is_unknown()).map(|area| area.area).collect()
    };
    let mut words = if track.is_unknown() {
        format!("The overall level is {NOT_KNOWN_YET}: it could be any level from {low} to {}.", overall.high)
    } else if track.areas.len() > 1 && (top > low || !not_known.is_empty()) {
        format!("Level {low} overall{so_far}{of_what}{near}.")
    } else if track.areas.len() == 1 {
        format!("Level {low}{so_far}{of_what}{near}.")
    } else if low == Level::TOP {
        format!("Level {low} in every area{of_what}. This is the highest level.")
    } else {
        format!("Level {low}{so_far} in every area{of_what}{near}.")
    };
    if top > low && !track.held_back_by.is_empty() {
        words.push_str(&format!(" Held back by {}.", titles(&track.held_back_by)));
    }
    if !not_known.is_empty() && !track.is_unknown() {
        words.push_str(&format!(" {} {}.", titles(&not_known), are_not_known_yet(not_known.len())));
    }
    if top > low {
        let ahead: Vec<AreaIx> =
            track.areas.iter().filter(|area| area.range.low == top).map(|area| area.area).collect();
        words.push_str(&format!(" {} {} at level {top}.", titles(&ahead), quantity::are(ahead.len())));
    }
    if track.is_unknown() {
        return words;
    }
    if !overall.is_exact() {
        words.push_str(&format!(" Open questions could raise the overall level to {}.", overall.high));
    } else if track.areas.iter().any(|area| !area.range.is_exact()) {
        words.push_str(" Open questions cannot change the overall level, but could raise other areas.");
    }
    words
}

/// ". Completing 2 practices that are partly in place would give level 3"; empty if there is no near miss.
fn near_miss(track: &TrackProfile) -> String {
    let Some(near) = &track.near_miss else { return String::new() };
    let practices = match near.capabilities.len() {
        1 => "1 practice that is partly in place".to_owned(),
        number => format!("{number} practices that are partly in place"),
    };
    format!(". Completing {practices} would give level {}", near.level)
}

/// Why an area has its level: one sentence on the level, one on what the next level needs.
#[must_use]
pub fn why(model: &Model, profile: &AreaProfile) -> String {
    let low = profile.range.low;
    let reached = match low {
        Level::ZERO if profile.is_unknown() => "Nothing is known about this area yet.".to_owned(),
        Level::ZERO => "Level 0 has no requirements.".to_owned(),
        level => format!(
            "Level {level} is reached. Up to this level, no essential practice or guard is missing, and enough \
             supporting practices are in place."
        ),
    };
    let Some(next) = profile.next_level() else {
        let end = if low == Level::TOP {
            "There is no higher level."
        } else {
            "There are no questions for a higher level."
        };
        return format!("{reached} {end}");
    };
    let name = &model.level_text(next.level).name;
    format!("{reached} Missing for level {} ({name}): {}.", next.level, list(&missing(next)))
}

/// What a level lacks: "2 essential practices", "1 guard", "half a point from supporting practices".
fn missing(next: &LevelResult) -> Vec<String> {
    let mut missing = Vec::new();
    if !next.core_missing.is_empty() {
        missing.push(quantity::essential_practices(next.core_missing.len()));
    }
    if !next.guards_missing.is_empty() {
        missing.push(quantity::guards(next.guards_missing.len()));
    }
    match next.support_short {
        0 => {}
        1 => missing.push("half a point from supporting practices".to_owned()),
        2 => missing.push("1 point from supporting practices".to_owned()),
        short => missing.push(format!("{} points from supporting practices", halves(short))),
    }
    missing
}
