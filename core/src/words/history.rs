//! Results across people and over time: comparisons, respondents, many teams.

use super::{DASH, count, heads, inside, list, outcomes, quantity};
use crate::history::compare::{Change, Comparison, OnlyIn, StageChange};
use crate::history::respondents::{Agreement, CohortError, LEAST, MOST, Spread};
use crate::link::Outcomes;
use crate::model::Model;
use crate::portfolio::{self, AreaLevels, BadLine, LineError, Portfolio, SharedStep, Since};
use crate::scoring::case::Scope;
use crate::scoring::profile::Range;

/// How answers changed, as the head of a list.
#[must_use]
pub const fn change(change: Change) -> &'static str {
    match change {
        Change::Done => "Newly in place",
        Change::Rose => "Improved",
        Change::New => "Newly answered",
        Change::Fell => "Declined",
        Change::Reopened => "Reopened",
        Change::Applies => "Now applies",
        Change::AppliesNoMore => "No longer applies",
    }
}

/// Of an area or an answer that did not change.
pub const AS_BEFORE: &str = "unchanged";

/// "up 2 levels", "down 1 level", "unchanged".
#[must_use]
pub fn levels_moved(levels: i8) -> String {
    let number = quantity::levels(usize::from(levels.unsigned_abs()));
    match levels {
        0 => AS_BEFORE.to_owned(),
        1.. => format!("up {number}"),
        _ => format!("down {number}"),
    }
}

/// How an area changed: its level first, and where that is unchanged, what is known of it.
#[must_use]
pub fn area_moved(before: Option<Range>, after: Option<Range>, levels: Option<i8>) -> String {
    match (before, after, levels) {
        (_, _, Some(levels)) if levels != 0 => levels_moved(levels),
        (Some(before), Some(after), _) if after.high < before.high => {
            "unchanged, with fewer open questions".to_owned()
        }
        (Some(before), Some(after), _) if after.high > before.high => {
            "unchanged, with more open questions".to_owned()
        }
        (Some(_), Some(_), _) => AS_BEFORE.to_owned(),
        (None, Some(_), _) => "now applies".to_owned(),
        (Some(_), None, _) => "no longer applies".to_owned(),
        (None, None, _) => "does not apply".to_owned(),
    }
}

/// A range in a cell: "2", "1 to 3"; a dash where there is none.
#[must_use]
pub fn range_in_short(range: Option<Range>) -> String {
    match range {
        Some(range) if range.is_settled() => range.low.to_string(),
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
    say(areas(&|levels| levels > 0), "area improved", "areas improved");
    say(areas(&|levels| levels < 0), "area declined", "areas declined");
    let answers = |change| comparison.areas.iter().map(|area| area.with(change).count()).sum();
    say(answers(Change::Done), "practice newly in place", "practices newly in place");
    say(answers(Change::Fell), "practice declined", "practices declined");
    say(comparison.mismatches.gone.len(), "mismatch resolved", "mismatches resolved");
    say(comparison.mismatches.new.len(), "new mismatch", "new mismatches");
    if !parts.is_empty() {
        return format!("{}.", super::capitalised(&list(&parts)));
    }
    match comparison.changed() {
        _ if comparison.areas.is_empty() => "The two results have no question in common.".to_owned(),
        0 => "No answer has changed.".to_owned(),
        changed => {
            format!("No change in levels, mismatches or practices in place. {} changed.", quantity::answers(changed))
        }
    }
}

/// What was compared: "Compared on the essentials: 37 questions in both results."
#[must_use]
pub fn compared_by(model: &Model, comparison: &Comparison) -> String {
    let asked = comparison.questionnaire.capabilities(model);
    let is_left_out = |at| comparison.left_out.iter().any(|(other, _)| *other == at);
    let questions = quantity::questions(asked.filter(|&at| !is_left_out(at)).count());
    match comparison.questionnaire.scope {
        Scope::Essentials => format!("Compared on the essentials: {questions} in both results."),
        Scope::Full => format!("Compared on {questions} in both results."),
    }
}

/// What was left out, and why: one sentence; none where nothing was.
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
pub fn stage_change(model: &Model, change: &StageChange) -> String {
    let automation = |known: Option<_>| known.map_or(super::result::NOT_ASKED, super::advice::automation);
    was_and_is(&model.stage(change.stage).title, automation(change.before), automation(change.after))
}

/// "People: level 1, now level 2".
#[must_use]
pub fn was_and_is(what: &str, was: &str, is: &str) -> String {
    format!("{what}: {was}, now {is}")
}

/// The delivery metrics that at least one of two results has: the name, before and after.
#[must_use]
pub fn outcomes([before, after]: &[Outcomes; 2]) -> Vec<[String; 3]> {
    let (before, after) = (outcomes::told(before), outcomes::told(after));
    let value = |told: &[(&str, String)], what: &str| {
        let found = told.iter().find(|(name, _)| *name == what);
        found.map_or_else(|| "not reported".to_owned(), |(_, value)| value.clone())
    };
    let is_told = |what: &&str| [&before, &after].into_iter().flatten().any(|(name, _)| name == what);
    let rows = [outcomes::DAYS_TO_LIVE, outcomes::LAST_RELEASE, outcomes::HOURS_TO_RESTORE];
    let rows = rows.into_iter().filter(is_told);
    rows.map(|what| [what.to_owned(), value(&before, what), value(&after, what)]).collect()
}

/// A spread in a cell: "0", "0.82"; a dash where nobody gave an answer with points.
#[must_use]
pub fn spread_in_short(spread: Option<Spread>) -> String {
    match spread {
        None => DASH.to_owned(),
        Some(spread) if spread.is_none() => "0".to_owned(),
        Some(spread) => hundredths(spread.hundredths()),
    }
}

fn hundredths(number: u32) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

/// "0.82 among 5 answers".
#[must_use]
pub fn spread(spread: Option<Spread>) -> String {
    let Some(spread) = spread else { return "no scored answer".to_owned() };
    let among = quantity::answers(spread.answered as usize);
    if spread.is_none() {
        return format!("none among {among}");
    }
    format!("{} among {among}", hundredths(spread.hundredths()))
}

/// Who gave which answer: "3 yes, 1 no, 1 unanswered".
#[must_use]
pub fn tally(agreement: &Agreement) -> String {
    let answers = crate::model::answer::Answer::ALL.map(super::answer);
    let said = agreement.tally.iter().zip(answers).filter(|(number, _)| **number > 0);
    let mut parts: Vec<String> = said.map(|(number, answer)| format!("{number} {}", inside(answer))).collect();
    if agreement.silent > 0 {
        parts.push(format!("{} unanswered", agreement.silent));
    }
    if parts.is_empty() { "no answers".to_owned() } else { parts.join(", ") }
}

/// Why people's answers were not combined.
#[must_use]
pub fn cohort_error(error: CohortError) -> String {
    match error {
        CohortError::TooFew(found) => format!(
            "At least {LEAST} results are needed. You have {} so far.",
            if found == 0 { "none".to_owned() } else { found.to_string() }
        ),
        CohortError::TooMany(found) => format!(
            "This page combines up to {MOST} results, and you have {found}. Leave some out, or view them as many teams."
        ),
    }
}

/// Why a line of a portfolio was not read, and what to do.
#[must_use]
pub fn line_error(error: &LineError) -> String {
    match error {
        LineError::NoLink => "It contains no link to a result.".to_owned(),
        LineError::Link(error) => super::link::trouble(*error),
        LineError::File(error) => format!("This assessment file cannot be read: {error}."),
        LineError::OtherModel => "It belongs to a different questionnaire.".to_owned(),
        LineError::NotText => "It is not text (UTF-8).".to_owned(),
        LineError::TooLong => format!("It is longer than {} bytes.", portfolio::MAX_LINE_BYTES),
        LineError::TooMany => format!(
            "There are more than {} results, so this one was left out. The command-line tool has no limit.",
            portfolio::MOST
        ),
    }
}

/// "teams.txt, line 7: It contains no link to a result."
#[must_use]
pub fn bad_line(line: &BadLine) -> String {
    fault_at(&place_of_line(&line.source, line.number), &line.error)
}

/// The place of something that was not read: "Line 7", "teams.txt, line 7"; the source alone where it has no lines.
#[must_use]
pub fn place_of_line(source: &str, number: usize) -> String {
    match (source, number) {
        (source, 0) => source.to_owned(),
        ("", number) => format!("Line {number}"),
        (source, number) => format!("{source}, line {number}"),
    }
}

/// Why something was not read, behind its place.
#[must_use]
pub fn fault_at(place: &str, error: &LineError) -> String {
    format!("{place}: {}", line_error(error))
}

/// What was read, in one or two sentences.
#[must_use]
pub fn gathered(portfolio: &Portfolio) -> String {
    let mut words = format!("{}.", quantity::teams(portfolio.len()));
    let bad = portfolio.bad_lines().len() + portfolio.more_bad_lines();
    let earlier = portfolio.earlier();
    for (number, says) in [
        (earlier, count(earlier, "earlier result of these teams", "earlier results of these teams")),
        (portfolio.same(), quantity::duplicates(portfolio.same())),
        (bad, count(bad, "line could not be read", "lines could not be read")),
    ] {
        if number > 0 {
            words.push_str(&format!(" {says}."));
        }
    }
    words
}

/// Where teams answered different question sets.
#[must_use]
pub const fn mixed() -> &'static str {
    "These teams did not all answer the same question set. A level from the essentials is based on fewer questions. \
     Filter by question set before you compare them."
}

/// "a gap in 20 of 40 teams; it alone would lift 12 teams by a level".
#[must_use]
pub fn shared_step(step: &SharedStep, teams: usize) -> String {
    let gap = format!("a gap in {} of {}", step.gaps, quantity::teams(teams));
    match step.lifts {
        0 => gap,
        lifts => format!("{gap}; it alone would lift {} by a level", quantity::teams(lifts)),
    }
}

/// What changed since a team's previous result.
#[must_use]
pub fn since(since: Since) -> String {
    match since {
        Since::First => "first result".to_owned(),
        Since::OtherQuestions => "different questions before".to_owned(),
        Since::Levels { rose: 0, fell: 0, day, .. } => format!("unchanged since {}", super::day(day)),
        Since::Levels { rose, fell, day, .. } => {
            let areas = |number: u16| match number {
                0 => String::new(),
                _ => count(usize::from(number), "area", "areas"),
            };
            format!("{} since {}", list(&up_and_down(&areas(rose), &areas(fell))), super::day(day))
        }
    }
}

/// "up in 2 areas", "down in People and Model release"; what is empty is left out.
#[must_use]
pub fn up_and_down(up: &str, down: &str) -> Vec<String> {
    let ways = [(up, format!("up in {up}")), (down, format!("down in {down}"))];
    ways.into_iter().filter(|(what, _)| !what.is_empty()).map(|(_, says)| says).collect()
}

/// The name of a column of levels.
#[must_use]
pub fn area_or_all(model: &Model, levels: &AreaLevels) -> String {
    levels.area.map_or_else(|| heads::OVERALL.to_owned(), |area| model.area(area).title.clone())
}
