//! Many teams as a document: levels, what they have in common, and a row for every team.

use super::document::{Block, Cell, Document, Line};
use crate::model::AreaIx;
use crate::model::level::Level;
use crate::moment::Day;
use crate::portfolio::{AreaLevels, Group, Grouping, Portfolio};
use crate::scoring::profile::Fraction;
use crate::words::{self, compare, report as say, teams};

/// The number of most common gaps, mismatches and steps that are listed.
pub const MOST_COMMON: usize = 10;

/// What these teams have in common, and a row for each, in the given order and groups.
#[must_use]
pub fn portfolio_document(portfolio: &Portfolio, rows: &[usize], by: Grouping, day: Day) -> Document {
    let title = say::teams_on(rows.len(), day);
    let mut document = Document { title: title.clone(), blocks: Vec::new() };
    document.heading(1, title);
    if rows.len() < portfolio.len() {
        let all = words::quantity::teams(portfolio.len());
        document.paragraph(Line::plain(say::these_are(rows.len(), &all)));
    }
    if portfolio.is_mixed(rows) {
        document.paragraph(Line::plain(teams::mixed()));
    }
    let levels = portfolio.distribution(rows);
    document.heading(2, teams::DISTRIBUTION);
    document.blocks.push(levels_table(portfolio, &levels));
    document.blocks.extend(in_common(portfolio, rows).blocks);
    document.heading(2, say::TEAM_BY_TEAM);
    let areas: Vec<AreaIx> = levels.iter().filter_map(|levels| levels.area).collect();
    for group in portfolio.groups(rows, by) {
        document.blocks.push(teams_table(portfolio, &group, &areas));
    }
    document
}

/// The number of teams at each level, as a table.
#[must_use]
pub fn levels_table(portfolio: &Portfolio, levels: &[AreaLevels]) -> Block {
    let row = |levels: &AreaLevels| {
        let mut row = vec![Cell::from(teams::area_or_all(portfolio.model(), levels))];
        row.extend(levels.teams.iter().map(|teams| Cell::from(teams.to_string())));
        row.extend(
            [levels.could_be_higher, levels.not_known, levels.without].map(|teams| Cell::from(teams.to_string())),
        );
        row
    };
    let mut heads = vec![words::pages::AREA.to_owned()];
    heads.extend(Level::ALL.map(words::result::level));
    heads.extend(say::OTHER_LEVEL_HEADS.map(str::to_owned));
    let caption = say::TEAMS_BY_LEVEL.to_owned();
    Block::Table { caption, heads, rows: levels.iter().map(row).collect() }
}

/// Steps worth doing once for all of these teams, gaps, mismatches and manual stages, each with the most common
/// first.
#[must_use]
pub fn in_common(portfolio: &Portfolio, rows: &[usize]) -> Document {
    let mut document = Document::default();
    let model = portfolio.model();
    let name = |at| Line::strong(model.capability(at).name().to_owned());
    let teams = words::quantity::teams;
    let shared = portfolio.shared_steps(rows).into_iter().filter(|step| step.gaps > 1);
    let shared =
        shared.map(|step| name(step.capability).then(format!(": {}", teams::shared_step(&step, rows.len()))));
    let gaps = portfolio
        .gaps(rows)
        .into_iter()
        .map(|gap| name(gap.capability).then(format!(": {}", words::teams::gap(gap.no, gap.partly, rows.len()))));
    let mismatches = portfolio.common_mismatches(rows).into_iter().filter_map(|(at, number)| {
        let pattern = model.patterns().get(at)?;
        Some(Line::strong(pattern.title.clone()).then(format!(": {}", teams(number))))
    });
    let manual = portfolio.manual_stages(rows).into_iter().map(|one| {
        let title = Line::strong(model.stage(one.stage).title.clone());
        title.then(say::manual_in(one.manual, &teams(one.of)))
    });
    for (head, lines) in [
        (say::ONCE_FOR_MANY, &mut shared.take(MOST_COMMON) as &mut dyn Iterator<Item = Line>),
        (say::OFTEN_MISSING, &mut gaps.take(MOST_COMMON)),
        (say::COMMON_MISMATCHES, &mut mismatches.take(MOST_COMMON)),
        (say::STILL_MANUAL, &mut manual.take(MOST_COMMON)),
    ] {
        let lines: Vec<Line> = lines.collect();
        if !lines.is_empty() {
            document.heading(2, head);
            document.list(lines);
        }
    }
    document
}

fn teams_table(portfolio: &Portfolio, group: &Group, areas: &[AreaIx]) -> Block {
    let model = portfolio.model();
    let has_units = !portfolio.business_units().is_empty();
    let row = |&at: &usize| {
        let team = portfolio.team(at);
        let cell = |area: Option<AreaIx>| match team.standing.range(area) {
            Some(_) if team.standing.is_unknown(area) => Cell::from(words::NOT_KNOWN_YET.to_owned()),
            range => Cell { level: range.map(|range| range.low), ..Cell::from(compare::range_in_short(range)) },
        };
        let Fraction { of, .. } = team.standing.confidence;
        let confidence = if of == 0 { String::new() } else { words::percent(team.standing.confidence) };
        let mut row = vec![Cell::from(words::title(&team.title).to_owned())];
        if has_units {
            row.push(Cell::from(team.business_unit.to_string()));
        }
        row.extend([team.day.to_string(), words::scope(portfolio.question_set(at).scope).to_owned()].map(Cell::from));
        row.push(cell(None));
        row.extend(areas.iter().map(|&area| cell(Some(area))));
        row.extend([confidence, words::capitalised(&teams::since(portfolio.since(at)))].map(Cell::from));
        row
    };
    let mut heads = say::TEAM_HEADS.map(str::to_owned).to_vec();
    if has_units {
        heads.insert(1, words::result::BUSINESS_UNIT.to_owned());
    }
    heads.extend(areas.iter().map(|&area| model.area(area).title.clone()));
    heads.extend(say::SINCE_HEADS.map(str::to_owned));
    let caption = if group.name.is_empty() { say::TEAMS } else { &group.name };
    Block::Table { caption: caption.to_owned(), heads, rows: group.rows.iter().map(row).collect() }
}
