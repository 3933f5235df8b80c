//! The levels of many teams as a picture: one row per team, one cell per area, coloured by level.

use crate::components::charts::drawing::{Anchor, Drawing, Shape};
use crate::components::charts::map::wrapped;
use crate::components::charts::style::{RectStyle, TextStyle};
use crate::components::charts::whole;
use mlops_core::model::AreaIx;
use mlops_core::portfolio::Portfolio;
use mlops_core::scoring::profile::Range;
use mlops_core::words::{self, compare, teams as say};

/// The most rows of a picture.
pub const MOST_ROWS: usize = 500;

const NAMES: i32 = 250;
const CELL: i32 = 92;
const ROW: i32 = 24;
const HEAD: i32 = 52;
const FOOT: i32 = 26;

/// A picture of the teams at these rows of the portfolio, at most [`MOST_ROWS`] of them.
#[must_use]
pub fn drawing(portfolio: &Portfolio, rows: &[usize], areas: &[AreaIx]) -> Drawing {
    let model = portfolio.model();
    let shown = &rows[..rows.len().min(MOST_ROWS)];
    let columns: Vec<Option<AreaIx>> = std::iter::once(None).chain(areas.iter().copied().map(Some)).collect();
    let mut shapes = Vec::new();
    let text = |x, y, anchor, style, text| Shape::Text { x, y, anchor, style, text };
    for (at, column) in columns.iter().enumerate() {
        let title = column.map_or(words::pages::OVERALL, |area| model.area(area).title.as_str());
        for (line, part) in wrapped(title, 12, 3).into_iter().enumerate() {
            let x = NAMES + CELL * whole(at) + CELL / 2;
            shapes.push(text(x, 14 + 15 * whole(line), Anchor::Middle, TextStyle::HEAD, part));
        }
    }
    for (at, &row) in shown.iter().enumerate() {
        let team = portfolio.team(row);
        let y = HEAD + ROW * whole(at);
        let name = wrapped(words::title(&team.title), 32, 1).pop().unwrap_or_default();
        shapes.push(text(0, y + 16, Anchor::Start, TextStyle::STATE, name));
        for (at, column) in columns.iter().enumerate() {
            let x = NAMES + CELL * whole(at);
            cell(team.standing.range(*column), x, y, &mut shapes);
        }
    }
    let bottom = HEAD + ROW * whole(shown.len());
    if shown.len() < rows.len() {
        shapes.push(text(0, bottom + 17, Anchor::Start, TextStyle::HEAD, say::first_of(shown.len(), rows.len())));
    }
    Drawing {
        width: NAMES + CELL * whole(columns.len()),
        height: bottom + FOOT,
        alt: say::heat_map(shown.len()),
        shapes,
    }
}

fn cell(range: Option<Range>, x: i32, y: i32, shapes: &mut Vec<Shape>) {
    let (width, height) = (CELL - 3, ROW - 3);
    let style = range.map_or(RectStyle::CELL, |range| RectStyle::level(range.low));
    shapes.push(Shape::Rect { x, y, width, height, style });
    // A white plate keeps the text readable on any fill.
    let label = compare::range_in_short(range);
    let plate = 8 * whole(label.chars().count()) + 10;
    shapes.push(Shape::Rect {
        x: x + (width - plate) / 2,
        y: y + 2,
        width: plate,
        height: height - 4,
        style: RectStyle::PLATE,
    });
    let (x, y) = (x + width / 2, y + 15);
    shapes.push(Shape::Text { x, y, anchor: Anchor::Middle, style: TextStyle::NUMBER, text: label });
}
