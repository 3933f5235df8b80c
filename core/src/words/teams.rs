//! The page for many teams.

use super::compare::{AS_BEFORE, NOT_CERTAIN};
use super::{DASH, NOT_KNOWN_YET, count, files, list, pages, part_of, quantity};
use crate::model::Model;
use crate::portfolio::{AreaLevels, BadLine, Group, Portfolio, SharedStep, Since};

/// Button that downloads one line of JSON per team.
pub const JSON_LINES: &str = "JSON Lines";
/// Button that downloads the heat map.
pub const AS_SVG: &str = "Heat map as SVG";
/// Link to the page.
pub const LINK: &str = "View results for many teams";
/// Link back to the page from the result of a team.
pub const BACK: &str = "Back to all teams";
/// Below the title of the page.
pub const LEAD: &str = "Add up to 100,000 results as assessment files, or as links, one per line. You can put a name \
    and a tab before each link. You can also drop files on the page. Results stay in this browser; nothing is sent \
    to a server.";
pub const ADD_RESULTS: &str = "Add results";
/// Summary of the ways to add teams, if there are some already.
pub const CHANGE_RESULTS: &str = "Add or remove results";
/// Label of the field for links.
pub const LINES: &str = "Links, one per line";
/// Button that reads the field.
pub const READ: &str = "Add these links";
/// Label of the field for files.
pub const FILES: &str = "Link lists or assessment files";
/// Button that adds the saved assessments.
pub const ADD_SAVED: &str = "Add assessments from this browser";
/// If no assessment is saved.
pub const NONE_SAVED: &str = super::compare::NONE_SAVED;
/// Button that stops reading.
pub const STOP: &str = "Stop";
/// After [`STOP`].
pub const STOPPED: &str = "Stopped. No results were added.";
/// Button that removes all teams.
pub const FORGET: &str = "Remove all teams";
/// After [`FORGET`].
pub const FORGOTTEN: &str = "All teams were removed from this page and this browser.";
/// In place of the table, if no team matches.
pub const NONE_FOUND: &str = "No teams match. Change the search or remove a filter.";
/// Button that removes all filters.
pub const ALL_AGAIN: &str = "Show all teams";
/// Heading above the table.
pub const TEAM_BY_TEAM: &str = super::report::TEAM_BY_TEAM;
/// How to use the table by keyboard.
pub const KEYS: &str =
    "Keyboard: the arrow keys, Page Up and Page Down move through the table. Enter opens the team's result.";
/// Heading above the distribution.
pub const DISTRIBUTION: &str = "Number of teams at each level";
/// For teams that were not asked about an area.
const WITHOUT: &str = "without a level";
/// The part of a bar for teams whose level is not known.
pub const LEVEL_NOT_KNOWN: &str = "level not known yet";
/// The meaning of the hatched part of a bar.
pub const NOT_ASKED: &str = "no level: not asked";
/// Label of the search field.
pub const SEARCH: &str = "Search by name";
/// Label of the filter by question set.
pub const ASKED: &str = "Question set";
/// Label of the filter by area.
pub const FILTER_AREA: &str = pages::AREA;
/// Label of the filter by level.
pub const MAX_LEVEL: &str = "Maximum level";
/// Label of the filter by mismatch.
pub const MISMATCH: &str = "Mismatch";
/// Label of the filter by manual stage.
pub const MANUAL_STAGE: &str = "Manual stage";
/// Label of the choice of a grouping.
pub const GROUP: &str = "Group by";
/// Option that filters nothing.
pub const ANY: &str = "Any";
/// Option without groups.
pub const NO_GROUPS: &str = "No groups";
/// Option that groups by business unit.
pub const BY_UNIT: &str = super::result::BUSINESS_UNIT;
/// Option that groups by prefix.
pub const BY_PREFIX: &str = "Name prefix (before / : or -)";
/// Option that groups by tag.
pub const BY_TAG: &str = "Tags in the name (#)";
/// The group of teams without a group name.
pub const NO_GROUP: &str = "Other teams";
/// The heads of the columns that are no areas.
pub const HEADS: [&str; 4] = [pages::TEAM, pages::DAY, pages::KNOWN, super::report::SINCE_HEADS[1]];
/// Summary of the list of bad lines.
pub const BAD_LINES: &str = "Lines that could not be read";
/// The teams are saved in this browser.
pub const KEPT: &str = "The results are saved in this browser for your next visit.";
/// The browser does not save the teams.
pub const NOT_KEPT: &str = "This browser does not save them. They are lost when you close or reload the page.";
/// The teams are too large to save.
pub const TOO_LARGE_TO_KEEP: &str =
    "They exceed the limit of 16 MiB, so this browser does not save them. Keep your file to add them again.";
/// The address names a file on another site.
pub const ELSEWHERE: &str =
    "Teams are loaded only from this page's own site. The address names a file on another site:";
/// The address names a file that could not be loaded.
pub const MISSING: &str = "There is no such file next to this page:";
/// Heading above the exports for other programs.
pub const FOR_A_WAREHOUSE: &str = "For spreadsheets and databases";
/// What exports contain.
pub const WHAT_LEAVES: &str = "Files contain the teams shown, in the same order, with names and levels. CSV and JSON \
    Lines also contain a link to each result, and with it the answers. No file contains notes or evidence links.";

/// The progress of reading.
#[must_use]
pub fn so_far(results: usize, bad: usize) -> String {
    let results = count(results, "result", "results");
    if bad == 0 { results } else { format!("{results}, {} not read", quantity::lines(bad)) }
}

/// The number of shown teams, out of all.
#[must_use]
pub fn shown(rows: usize, all: usize) -> String {
    if rows == all { quantity::teams(all) } else { part_of(&quantity::number(rows), &quantity::teams(all)) }
}

/// A gap: "missing in 36 and partly in place in 2 of 51 teams".
#[must_use]
pub fn gap(no: usize, partly: usize, teams: usize) -> String {
    let parts = [(no, "missing in"), (partly, "partly in place in")];
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, how)| format!("{how} {}", quantity::number(*number))).collect();
    part_of(&list(&parts), &quantity::teams(teams))
}

/// What changed, in a cell: "up in 2, down in 1"; a dash if nothing is known.
#[must_use]
pub fn moved(since: Since) -> String {
    match since {
        Since::First => DASH.to_owned(),
        Since::OtherQuestions => "different question set".to_owned(),
        Since::Levels { rose: 0, fell: 0, unsure, .. } => {
            if unsure == 0 { AS_BEFORE } else { NOT_CERTAIN }.to_owned()
        }
        Since::Levels { rose, fell, .. } => {
            let number = |number: u16| if number == 0 { String::new() } else { number.to_string() };
            up_and_down(&number(rose), &number(fell)).join(", ")
        }
    }
}

/// The row of a group: its name, the number of teams, and how many are at each level.
#[must_use]
pub fn group(portfolio: &Portfolio, group: &Group) -> String {
    let name = if group.name.is_empty() { NO_GROUP } else { &group.name };
    let overall = portfolio.levels_of(&group.rows, None);
    let number = quantity::number;
    let levels = in_parts(&overall, number, |teams, level| on_level(&number(teams), level));
    let levels = if levels.is_empty() { String::new() } else { format!(": {}", list(&levels)) };
    format!("{name} \u{2013} {}{levels}", quantity::teams(group.rows.len()))
}

/// The number of teams at each level, of those whose level is not known yet, and of those without a level. Together
/// they are all teams.
fn in_parts(
    levels: &AreaLevels,
    teams: impl Fn(usize) -> String,
    at: impl Fn(usize, usize) -> String,
) -> Vec<String> {
    let known = levels.teams.iter().enumerate().filter(|(_, teams)| **teams > 0);
    let mut parts: Vec<String> = known.map(|(level, &teams)| at(teams, level)).collect();
    for (number, says) in [(levels.not_known, NOT_KNOWN_YET), (levels.without, WITHOUT)] {
        if number > 0 {
            parts.push(format!("{} {says}", teams(number)));
        }
    }
    parts
}

fn on_level(teams: &str, level: usize) -> String {
    format!("{teams} at level {level}")
}

/// A part of a bar: "12 teams at level 2".
#[must_use]
pub fn teams_at(teams: usize, level: usize) -> String {
    on_level(&quantity::teams(teams), level)
}

/// Accessible name of a bar.
#[must_use]
pub fn spread(area: &str, levels: &AreaLevels) -> String {
    format!("{area}: {}", list(&in_parts(levels, quantity::teams, teams_at)))
}

/// The number of bad lines that are not listed.
#[must_use]
pub fn more_bad(lines: usize) -> String {
    format!("And {}.", count(lines, "more line", "more lines"))
}

/// Which teams a picture or print shows, if not all.
#[must_use]
pub fn first_of(shown: usize, all: usize) -> String {
    format!("The first {} of {}.", quantity::number(shown), quantity::teams(all))
}

/// The picture in words.
#[must_use]
pub fn heat_map(teams: usize) -> String {
    format!("Heat map of {} by area", quantity::teams(teams))
}

/// "teams.txt, line 7: It contains no link to a result."
#[must_use]
pub fn bad_line(line: &BadLine) -> String {
    files::fault_at(&files::place_of_line(&line.source, line.number), &line.error)
}

/// What was read, in one or two sentences.
#[must_use]
pub fn were_read(portfolio: &Portfolio) -> String {
    let mut words = if portfolio.is_empty() {
        "No result was found.".to_owned()
    } else {
        format!("{}.", quantity::teams(portfolio.len()))
    };
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

/// The number of results dated in the future. Their devices have a wrong clock, and they count as the newest.
#[must_use]
pub fn dated_ahead(results: usize) -> Option<String> {
    let says = |are: String| format!("{are} dated in the future. Check the clock of the device it was made on.");
    (results > 0).then(|| says(count(results, "result is", "results are")))
}

/// If teams answered different question sets.
#[must_use]
pub const fn mixed() -> &'static str {
    "These teams did not all answer the same question set. A level from the essentials is based on fewer questions. \
     Filter by question set before you compare them."
}

/// "a gap in 20 of 40 teams; it alone would lift 12 teams by a level".
#[must_use]
pub fn shared_step(step: &SharedStep, teams: usize) -> String {
    let gap = format!("a gap in {} of {}", quantity::number(step.gaps), quantity::teams(teams));
    match step.lifts {
        0 => gap,
        lifts => format!("{gap}; on its own, it would raise {} by one level", quantity::teams(lifts)),
    }
}

/// What changed since a team's previous result.
#[must_use]
pub fn since(since: Since) -> String {
    match since {
        Since::First => "first result".to_owned(),
        Since::OtherQuestions => "different question set before".to_owned(),
        Since::Levels { rose, fell, unsure, day, .. } => {
            let areas = |number: u16| match number {
                0 => String::new(),
                _ => count(usize::from(number), "area", "areas"),
            };
            let moved = match (rose, fell) {
                (0, 0) if unsure == 0 => AS_BEFORE.to_owned(),
                (0, 0) => NOT_CERTAIN.to_owned(),
                _ => list(&up_and_down(&areas(rose), &areas(fell))),
            };
            format!("{moved} since {}", super::day(day))
        }
    }
}

/// "up in 2 areas", "down in People and Model release"; what is empty is left out.
#[must_use]
pub fn up_and_down(up: &str, down: &str) -> Vec<String> {
    let ways = [(up, format!("up in {up}")), (down, format!("down in {down}"))];
    ways.into_iter().filter(|(what, _)| !what.is_empty()).map(|(_, says)| says).collect()
}

/// The name of an area, or of the overall level.
#[must_use]
pub fn area_or_all(model: &Model, levels: &AreaLevels) -> String {
    levels.area.map_or_else(|| pages::OVERALL.to_owned(), |area| model.area(area).title.clone())
}
