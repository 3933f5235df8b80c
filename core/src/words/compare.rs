//! The comparison of two results.

use super::{DASH, count, list, quantity, result};
use crate::assessment::Outcomes;
use crate::history::compare::{AreaChange, Change, Comparison, OnlyIn, StageChange};
use crate::history::record::Record;
use crate::model::Model;
use crate::scoring::case::Scope;
use crate::scoring::levels::LevelResult;
use crate::scoring::profile::{AreaProfile, Range};

pub const AS_PNG: &str = "Chart as PNG";
pub const AS_SVG: &str = "Chart as SVG";
pub const TITLE: &str = "Compare two results";
/// Below the title of the page.
pub const LEAD: &str = "Compare two teams, or one team on two dates. See what improved, what declined, what is new, \
    and the effect on levels. Saved assessments are not changed.";
/// Button on a shared result that opens the comparison.
pub const WITH_MINE: &str = "Compare this result";
pub const FIRST: &str = "First result";
pub const SECOND: &str = "Second result";
/// Heading above saved assessments and snapshots.
pub const SAVED: &str = "Saved in this browser";
/// In place of saved assessments.
pub const NONE_SAVED: &str = "No assessment is saved in this browser.";
/// Label of the field for a link.
pub const LINK: &str = "Link to a result";
/// Heading above the field for a link.
pub const FROM_A_LINK: &str = "From a link";
/// Button beside the field for a link.
pub const USE_LINK: &str = "Use this link";
/// Heading above the choice of a file.
pub const FILE: &str = "From a file";
/// Label of the choice of a file.
pub const FILE_LABEL: &str = "Exported file (choose or drop)";
/// The tab cannot store the file.
pub const FILE_NOT_HELD: &str =
    "This browser does not let the page keep the file. Open it on the start page, then choose it from the list here.";
/// The result in the address is not in this browser.
pub const NOT_HERE: &str =
    "It is not in this browser. It may have been deleted, or the link came from another device.";
/// The file in the address is not stored in this tab.
pub const FILE_GONE: &str = "It was a file opened in another tab. Open it again.";
/// The snapshot in the address does not exist any more.
pub const SNAPSHOT_GONE: &str = "The assessment no longer has this snapshot.";
/// Heading if one of the results cannot be shown.
pub const NOT_COMPARED: &str = "These results cannot be compared";
/// Button that begins again.
pub const CHOOSE_OTHERS: &str = "Choose other results";
/// Button that swaps the two results.
pub const SWAP: &str = "Swap results";
/// Label of the field with the link.
pub const LINK_TO_THIS: &str = "Link to this comparison";
pub const WITH_TITLES: &str = "Include both names";
pub const WITH_OUTCOMES: &str = super::link::WITH_OUTCOMES;
/// In place of a link that would be too long.
pub const TOO_LONG: &str =
    "A link to both results would be too long for email and chat programs. Share the file instead.";
/// Button below [`TOO_LONG`].
pub const AS_FILE: &str = "Download comparison as HTML";
/// What exports contain.
pub const WHAT_LEAVES: &str = "Texts and images contain both names. They contain no notes or evidence links.";

/// "Payments ML, 3 March 2026".
#[must_use]
pub fn name(record: &Record) -> String {
    let day = super::day(record.day);
    match [&record.label, &record.title].into_iter().find(|name| !name.is_empty()) {
        Some(name) => format!("{name}, {day}"),
        None => format!("Result from {day}"),
    }
}

/// Shown if the first result is the later one.
pub const LATER_FIRST: &str =
    "The first result is the more recent one. \"Before\" and \"now\" follow the order you chose.";

/// Below the name of a result in a list: "Essentials, 3 March 2026".
#[must_use]
pub fn about(scope: Scope, day: crate::moment::Day) -> String {
    format!("{}, {}", super::scope(scope), super::day(day))
}

/// The name of a snapshot in a list.
#[must_use]
pub fn snapshot_name(label: &str, day: crate::moment::Day) -> String {
    if label.is_empty() {
        format!("Snapshot from {}", super::day(day))
    } else {
        format!("{label}, {}", super::day(day))
    }
}

/// The result that was chosen first.
#[must_use]
pub fn chosen(record: &Record) -> String {
    format!("Selected: {}.", name(record))
}

/// Which of the two results cannot be opened, and why.
#[must_use]
pub fn error_text(which: usize, why: &str) -> String {
    format!("{}: {why}", if which == 0 { FIRST } else { SECOND })
}

/// A note on a result of another revision of the questionnaire.
#[must_use]
pub fn other_revision(which: &str, made_with: u32, own: u32) -> String {
    format!(
        "The {which} result was made with revision {made_with} of the questionnaire. This page has revision {own}. Questions \
         that are not in both are left out."
    )
}

/// What the link contains, and who can read it.
#[must_use]
pub fn contains(titles: bool, outcomes: bool) -> String {
    let mut held = vec!["the answers and the dates of both results"];
    held.extend(titles.then_some("both names"));
    held.extend(outcomes.then_some("the delivery metrics of both"));
    super::link::holds(&held)
}

/// The points of a level in both results: "3 → 5 of 6".
#[must_use]
pub fn points(before: Option<&LevelResult>, after: &LevelResult) -> String {
    let is = super::result::points(after);
    match before.map(super::result::points) {
        Some(was) if was != is && before.is_some_and(|one| one.capabilities.len() == after.capabilities.len()) => {
            super::result::from_to(was.split(' ').next().unwrap_or_default(), &is)
        }
        Some(was) => super::result::from_to(&was, &is),
        None => is,
    }
}

/// An area of the chart in words.
#[must_use]
pub fn area(title: &str, before: Option<&AreaProfile>, after: &AreaProfile, is_over_time: bool) -> String {
    let now = super::level_or_range_aloud(after);
    match before.map(super::level_or_range_aloud) {
        Some(was) if was == now => format!("{title}: {now}, {}", no_change(is_over_time)),
        Some(was) => was_and_is(title, &was, &now, is_over_time),
        None if is_over_time => format!("{title}: did not apply, now {now}"),
        None => format!("{title}: does not apply in the first, {now} in the second"),
    }
}

/// The legend of two profiles on one chart: each bar with its result, then the two marks.
#[must_use]
pub fn legend(before: &str, after: &str) -> [String; 4] {
    let [open, reached] = [super::result::mark::OPEN, super::result::mark::REACHED];
    [format!("above: {before}"), format!("below: {after}"), format!("hatched: {open}"), format!("framed: {reached}")]
}

/// Which bar of a pair belongs to which result.
#[must_use]
pub fn above_and_below(before: &str, after: &str) -> String {
    format!("Above: {before}. Below: {after}.")
}

/// Heading above answers that changed in this way, or that differ between two teams.
#[must_use]
pub const fn change(change: Change, is_over_time: bool) -> &'static str {
    match (change, is_over_time) {
        (Change::Done, true) => "Newly in place",
        (Change::Rose, true) => "Improved",
        (Change::New, true) => "Newly answered",
        (Change::Fell, true) => "Declined",
        (Change::Reopened, true) => "No longer known",
        (Change::Applies, true) => "Now applies",
        (Change::AppliesNoMore, true) => "No longer applies",
        (Change::Done, false) => "In place only in the second result",
        (Change::Rose, false) => "Further in the second result",
        (Change::New, false) => "Answered only in the second result",
        (Change::Fell, false) => "Further in the first result",
        (Change::Reopened, false) => "Answered only in the first result",
        (Change::Applies, false) => "Applies only in the second result",
        (Change::AppliesNoMore, false) => "Applies only in the first result",
    }
}

/// For an area or answer that did not change over time.
pub const AS_BEFORE: &str = "unchanged";
/// For an area or answer that does not differ between two teams.
pub const THE_SAME: &str = "the same";

/// For an area that may have changed, depending on open questions.
pub const NOT_CERTAIN: &str = "no certain change";

/// For an area or answer without a change over time, or without a difference between two teams.
#[must_use]
pub const fn no_change(is_over_time: bool) -> &'static str {
    if is_over_time { AS_BEFORE } else { THE_SAME }
}

/// "up 2 levels", "down 1 level", "unchanged"; of two teams "2 levels higher".
#[must_use]
pub fn levels_moved(levels: i8, is_over_time: bool) -> String {
    let number = quantity::levels(usize::from(levels.unsigned_abs()));
    match (levels, is_over_time) {
        (0, _) => no_change(is_over_time).to_owned(),
        (1.., true) => format!("up {number}"),
        (_, true) => format!("down {number}"),
        (1.., false) => format!("{number} higher"),
        (_, false) => format!("{number} lower"),
    }
}

/// How an area changed. If open questions allow the level to be the same, only that is mentioned.
#[must_use]
pub fn area_moved(area: &AreaChange, is_over_time: bool) -> String {
    let open = |range: Range| range.high.number() - range.low.number();
    let says = match (area.before, area.after) {
        (Some(before), Some(after)) => match area.levels() {
            Some(levels) if levels != 0 => return levels_moved(levels, is_over_time),
            _ if before == after => no_change(is_over_time),
            _ if open(after) < open(before) => "not certain: fewer open questions",
            _ if open(after) > open(before) => "not certain: more open questions",
            _ if after.low > before.low => "not certain: perhaps higher",
            _ => "not certain: perhaps lower",
        },
        (None, Some(_)) if is_over_time => "now applies",
        (Some(_), None) if is_over_time => "no longer applies",
        (None, Some(_)) => "applies only in the second",
        (Some(_), None) => "applies only in the first",
        (None, None) => "does not apply",
    };
    says.to_owned()
}

/// A range in a cell: "2", "1 to 3"; a dash if there is none.
#[must_use]
pub fn range_in_short(range: Option<Range>) -> String {
    match range {
        Some(range) if range.is_exact() => range.low.to_string(),
        Some(range) => format!("{} to {}", range.low, range.high),
        None => DASH.to_owned(),
    }
}

/// What changed, in one or two sentences.
#[must_use]
pub fn compared(comparison: &Comparison) -> String {
    let mut parts = Vec::new();
    let areas =
        |is: &dyn Fn(i8) -> bool| comparison.areas.iter().filter(|area| area.levels().is_some_and(is)).count();
    let mut say = |number: usize, one: &str, many: &str| {
        if number > 0 {
            parts.push(count(number, one, many));
        }
    };
    let (higher, lower) = (areas(&|levels| levels > 0), areas(&|levels| levels < 0));
    let answers = |change| comparison.areas.iter().map(|area| area.with(change).count()).sum();
    let (done, fell) = (answers(Change::Done), answers(Change::Fell));
    let [gone, new] = [&comparison.mismatches.gone, &comparison.mismatches.new].map(Vec::len);
    if comparison.is_over_time {
        say(higher, "area improved", "areas improved");
        say(lower, "area declined", "areas declined");
        say(done, "practice newly in place", "practices newly in place");
        say(fell, "practice declined", "practices declined");
        say(gone, "mismatch resolved", "mismatches resolved");
        say(new, "new mismatch", "new mismatches");
    } else {
        say(higher, "area higher in the second result", "areas higher in the second result");
        say(lower, "area higher in the first result", "areas higher in the first result");
        say(done, "practice in place only in the second", "practices in place only in the second");
        say(fell, "practice further in the first", "practices further in the first");
        say(gone, "mismatch only in the first", "mismatches only in the first");
        say(new, "mismatch only in the second", "mismatches only in the second");
    }
    if !parts.is_empty() {
        return format!("{}.", super::capitalised(&list(&parts)));
    }
    // Open questions may allow the same level in both, but not more than that can be said.
    let is_unsure = comparison.areas.iter().any(|area| area.before != area.after);
    match (comparison.changed(), comparison.is_over_time) {
        _ if comparison.areas.is_empty() => "The two results have no question in common.".to_owned(),
        (changed, true) if is_unsure => {
            format!("Open questions leave the levels uncertain. {} changed.", quantity::answers(changed))
        }
        (changed, false) if is_unsure => {
            format!("Open questions leave the levels uncertain. {}.", quantity::answers_differ(changed))
        }
        (0, true) => "No answer has changed.".to_owned(),
        (0, false) => format!("{}.", quantity::answers_differ(0)),
        (changed, true) => {
            format!("No change in levels, mismatches or practices in place. {} changed.", quantity::answers(changed))
        }
        (changed, false) => {
            let differing = quantity::answers_differ(changed);
            format!("Levels, mismatches and practices in place are the same. {differing}.")
        }
    }
}

/// What was compared: "Compared on the essentials: 37 questions in both results."
#[must_use]
pub fn compared_by(model: &Model, comparison: &Comparison) -> String {
    let asked = comparison.question_set.capabilities(model);
    let is_left_out = |at| comparison.left_out.iter().any(|(other, _)| *other == at);
    let questions = quantity::questions(asked.filter(|&at| !is_left_out(at)).count());
    match comparison.question_set.scope {
        Scope::Essentials => format!("Compared on the essentials: {questions} in both results."),
        Scope::Full => format!("Compared on {questions} in both results."),
    }
}

/// What was left out, and why, as one sentence; `None` if nothing was.
#[must_use]
pub fn left_out(comparison: &Comparison) -> Option<String> {
    let only = |only_in| {
        let number = comparison.left_out.iter().filter(|(_, only)| *only == only_in).count();
        let which = if only_in == OnlyIn::Before { "the first" } else { "the second" };
        (number > 0).then(|| format!("{} only in {which} result", count(number, "question was", "questions were")))
    };
    let parts: Vec<String> = [OnlyIn::Before, OnlyIn::After].into_iter().filter_map(only).collect();
    (!parts.is_empty())
        .then(|| format!("{}. These are listed below but not compared.", super::capitalised(&list(&parts))))
}

/// "Deploy to production: manual, now automated".
#[must_use]
pub fn stage_change(model: &Model, change: &StageChange, is_over_time: bool) -> String {
    let automation = |known: Option<_>| known.map_or(super::result::NOT_ASKED, super::advice::automation);
    was_and_is(&model.stage(change.stage).title, automation(change.before), automation(change.after), is_over_time)
}

/// "People: level 1, now level 2"; of two teams "People: level 1 in the first, level 2 in the second".
#[must_use]
pub fn was_and_is(what: &str, was: &str, is: &str, is_over_time: bool) -> String {
    format!("{what}: {}", now_or_in_second(was, is, is_over_time))
}

/// "no, now yes"; of two teams "no in the first, yes in the second".
#[must_use]
pub fn now_or_in_second(was: &str, is: &str, is_over_time: bool) -> String {
    if is_over_time { format!("{was}, now {is}") } else { format!("{was} in the first, {is} in the second") }
}

/// The delivery metrics that at least one of two results has: the name, before and after.
#[must_use]
pub fn metrics([before, after]: &[Outcomes; 2]) -> Vec<[String; 3]> {
    let (before, after) = (result::metrics(before), result::metrics(after));
    let value = |metrics: &[(&str, String)], what: &str| {
        let found = metrics.iter().find(|(name, _)| *name == what);
        found.map_or_else(|| "not reported".to_owned(), |(_, value)| value.clone())
    };
    let is_reported = |what: &&str| [&before, &after].into_iter().flatten().any(|(name, _)| name == what);
    let rows = [result::DAYS_TO_LIVE, result::LAST_RELEASE, result::HOURS_TO_RESTORE];
    let rows = rows.into_iter().filter(is_reported);
    rows.map(|what| [what.to_owned(), value(&before, what), value(&after, what)]).collect()
}
