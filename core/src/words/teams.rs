//! What the page for many teams says.

use super::history::{AS_BEFORE, up_and_down};
use super::{DASH, count, heads, list, part_of, quantity};
use crate::portfolio::{Group, Portfolio, Since};

/// A file of one row of JSON a team.
pub const JSON_LINES: &str = "JSON Lines";
/// The heat map as a file.
pub const AS_SVG: &str = "Heat map as SVG";
/// The link to the page.
pub const LINK: &str = "Look at many teams at once";
/// What it takes and what becomes of it.
pub const LEAD: &str = "Bring the links of up to 100,000 results: one a line, with a name and a tab before it if you like, or \
                        assessment files. They are read and kept in this browser; nothing is sent anywhere.";
/// The head over the ways to bring results.
pub const BRING: &str = "Bring results";
/// The same where there are some already.
pub const BRING_MORE: &str = "Bring more, or begin anew";
/// The label of the field for links.
pub const LINES: &str = "Links, one a line";
/// Reads the field.
pub const READ: &str = "Read these lines";
/// The label of the choice of files.
pub const FILES: &str = "Files with such lines, or assessment files; you can also drop them on the page";
/// Takes what is saved here.
pub const ADD_SAVED: &str = "Add what is saved in this browser";
/// What is said where nothing is.
pub const NONE_SAVED: &str = super::compare::NONE_SAVED;
/// Ends the reading.
pub const STOP: &str = "Stop";
/// What is said then.
pub const STOPPED: &str = "Stopped: nothing of it was taken.";
/// Throws all of them away.
pub const FORGET: &str = "Forget these teams";
/// What is said then.
pub const FORGOTTEN: &str = "The teams are forgotten, here and in what this browser kept.";
/// What is said over an empty list of rows.
pub const NONE_FOUND: &str = "No team is like that. Search for less, or take a filter away.";
/// Takes all filters away.
pub const ALL_AGAIN: &str = "Show all teams";
/// The head over the rows.
pub const TEAM_BY_TEAM: &str = super::report::TEAM_BY_TEAM;
/// How the rows are reached by keyboard.
pub const KEYS: &str =
    "With the keyboard: arrow keys, Page up and Page down move in the table, Enter opens the team's result.";
/// The head over the levels.
pub const DISTRIBUTION: &str = "How many teams stand at which level";
/// What the hatched part of a bar is.
pub const NOT_ASKED: &str = "no level: not asked";
/// The label of the search.
pub const SEARCH: &str = "Search by name";
/// The label of the choice of a scope.
pub const ASKED: &str = "Asked";
/// The label of the choice of an area.
pub const STANDS_IN: &str = "Stands in";
/// The label of the choice of a level.
pub const STANDS_AT: &str = "At most at";
/// The label of the choice of a stall.
pub const STALLED_BY: &str = "Stalled by";
/// The label of the choice of a step.
pub const WAITS_AT: &str = "Waits for a person at";
/// The label of the choice of groups.
pub const GROUP: &str = "Group by";
/// No filter.
pub const ANY: &str = "Any";
/// Not grouped.
pub const NO_GROUPS: &str = "Nothing";
/// Grouped by prefix.
pub const BY_PREFIX: &str = "What stands before / : or - in the name";
/// Grouped by tag.
pub const BY_TAG: &str = "Words with # in the name";
/// Rows that share no name.
pub const NO_GROUP: &str = "All others";
/// The heads of the columns that are no area.
pub const HEADS: [&str; 4] = [heads::TEAM, heads::DAY, heads::ANSWERED, "Since before"];
/// The bad lines' head.
pub const BAD_LINES: &str = "What could not be read";
/// Kept in this browser.
pub const KEPT: &str = "They are kept in this browser and are here again when you come back.";
/// The browser keeps nothing.
pub const NOT_KEPT: &str = "This browser does not keep them: they are gone once the page is closed or loaded anew.";
/// Too much to keep.
pub const TOO_LARGE_TO_KEEP: &str = "They are more than this page keeps in a browser (16 MiB): have the file at hand when you come \
                                     back.";
/// The address names a file on another site.
pub const ELSEWHERE: &str =
    "Teams are read only from beside this page, and the address names a file on another site:";
/// The address names a file that is not there.
pub const MISSING: &str = "There is no such file beside this page:";
/// The head over rows for other programs.
pub const FOR_A_WAREHOUSE: &str = "For a spreadsheet, a database or a warehouse";
/// What is in the files.
pub const WHAT_LEAVES: &str = "Files hold the teams that are shown, in their order. Names and levels are in all of them, answers, \
                               notes and evidence links in none.";

/// How far the reading is.
#[must_use]
pub fn so_far(results: usize, bad: usize) -> String {
    let results = count(results, "result", "results");
    if bad == 0 { results } else { format!("{results}, {} not read", quantity::lines(bad)) }
}

/// How many of all teams are shown.
#[must_use]
pub fn shown(rows: usize, all: usize) -> String {
    if rows == all { quantity::teams(all) } else { part_of(&rows.to_string(), &quantity::teams(all)) }
}

/// A gap: "missing in 36 and there in part in 2 of 51 teams".
#[must_use]
pub fn gap(no: usize, partly: usize, teams: usize) -> String {
    let parts = [(no, "missing in"), (partly, "there in part in")];
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, how)| format!("{how} {number}")).collect();
    part_of(&list(&parts), &quantity::teams(teams))
}

/// What moved, in a cell: "up in 2, down in 1"; a dash where nothing is known.
#[must_use]
pub fn moved(since: Since) -> String {
    match since {
        Since::First => DASH.to_owned(),
        Since::OtherQuestions => "other questions".to_owned(),
        Since::Levels { rose: 0, fell: 0, .. } => AS_BEFORE.to_owned(),
        Since::Levels { rose, fell, .. } => {
            let number = |number: u16| if number == 0 { String::new() } else { number.to_string() };
            up_and_down(&number(rose), &number(fell)).join(", ")
        }
    }
}

/// A group's row: what its teams share, how many there are, and how many stand at which level.
#[must_use]
pub fn group(portfolio: &Portfolio, group: &Group) -> String {
    let name = if group.name.is_empty() { NO_GROUP } else { &group.name };
    let mut at = [0_usize; 5];
    for &row in &group.rows {
        if let Some(range) = portfolio.team(row).standing.overall {
            at[usize::from(range.low.number())] += 1;
        }
    }
    let levels: Vec<String> = (0..).zip(at).filter(|(_, teams)| *teams > 0).map(at_level).collect();
    let levels = if levels.is_empty() { String::new() } else { format!(": {}", list(&levels)) };
    format!("{name} \u{2013} {}{levels}", quantity::teams(group.rows.len()))
}

fn at_level((level, teams): (usize, usize)) -> String {
    on_level(&teams.to_string(), level)
}

fn on_level(teams: &str, level: usize) -> String {
    format!("{teams} on level {level}")
}

/// A part of a bar: "12 teams on level 2".
#[must_use]
pub fn teams_at(teams: usize, level: usize) -> String {
    on_level(&quantity::teams(teams), level)
}

/// The name of the whole bar.
#[must_use]
pub fn spread(area: &str, teams: &[usize; 5], without: usize) -> String {
    let mut parts: Vec<String> = teams
        .iter()
        .enumerate()
        .filter(|(_, teams)| **teams > 0)
        .map(|(level, &teams)| teams_at(teams, level))
        .collect();
    if without > 0 {
        parts.push(format!("{} without a level", quantity::teams(without)));
    }
    format!("{area}: {}", list(&parts))
}

/// More bad lines than are listed.
#[must_use]
pub fn more_bad(lines: usize) -> String {
    super::files::and_more(&quantity::lines(lines))
}

/// What of the rows a picture or a print shows, where it is not all of them.
#[must_use]
pub fn first_of(shown: usize, all: usize) -> String {
    format!("The first {shown} of {}.", quantity::teams(all))
}

/// What a picture of the rows shows.
#[must_use]
pub fn heat_map(teams: usize) -> String {
    format!("Heat map of {} by area", quantity::teams(teams))
}
