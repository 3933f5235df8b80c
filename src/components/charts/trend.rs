//! The trend of one area: its level at each snapshot, with days to scale.
//!
//! The line goes in steps, since a level is known only when it was assessed. A dashed bar shows what open questions
//! could add; the line beside it is thin, because the change is uncertain. A snapshot without known answers is a bar
//! with a question mark and has no line.

use crate::components::charts::drawing::{Anchor, Drawing, Shape};
use crate::components::charts::style::{RectStyle, TextStyle};
use crate::components::charts::whole;
use mlops_core::history::snapshots::KnownRange;
use mlops_core::model::level::Level;
use mlops_core::words::DASH;

/// A snapshot, or today.
pub struct TrendPoint {
    /// Seconds since 1970.
    pub seconds: i64,
    /// The label below the axis: a number or a word.
    pub mark: String,
    /// The level, as far as it is known.
    pub level: KnownRange,
}

const WIDTH: i32 = 300;
const LEFT: i32 = 30;
const RIGHT: i32 = 22;
const TOP: i32 = 10;
const STEP: i32 = 24;
const BOTTOM: i32 = TOP + 4 * STEP;
const HEIGHT: i32 = BOTTOM + 26;
/// Half the side of a mark.
const HALF: i32 = 5;
/// The width that a letter below the axis is assumed to have.
const LETTER: i32 = 8;

/// Draws the snapshots of one area, oldest first.
#[must_use]
pub fn drawing(alt: String, points: &[TrendPoint]) -> Drawing {
    let mut shapes = Vec::new();
    for level in 0..=4 {
        let y = TOP + (4 - level) * STEP;
        shapes.push(Shape::Rect { x: LEFT - 6, y, width: WIDTH - LEFT, height: 1, style: RectStyle::GRID });
        let text = level.to_string();
        shapes.push(Shape::Text { x: LEFT - 12, y: y + 5, anchor: Anchor::End, style: TextStyle::HEAD, text });
    }
    let places = places(points);
    for (at, (point, &x)) in points.iter().zip(&places).enumerate() {
        let before = at.checked_sub(1).map(|before| (&points[before], places[before]));
        if let (Some(low), Some((old, old_x))) = (known(point.level), before)
            && let Some(old_low) = known(old.level)
        {
            let is_sure = is_exact(old.level) && is_exact(point.level);
            shapes.extend(step((old_x, y_of(old_low)), (x, y_of(low)), is_sure));
        }
    }
    for (point, &x) in points.iter().zip(&places) {
        mark(point.level, x, &mut shapes);
    }
    axis(points, &places, &mut shapes);
    Drawing { width: WIDTH, height: HEIGHT, alt, shapes }
}

/// The shortest time that fills the chart, so that two snapshots of one day are closer together than two of one year.
const LEAST_SPAN: i64 = 14 * 86_400;

/// The horizontal position of each snapshot, with days to scale. The last one is at the right end.
fn places(points: &[TrendPoint]) -> Vec<i32> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    let span = (last.seconds - first.seconds).max(LEAST_SPAN);
    let room = i64::from(WIDTH - LEFT - RIGHT);
    let place = |point: &TrendPoint| {
        let from_right = (room * (last.seconds - point.seconds)).checked_div(span).unwrap_or(0).clamp(0, room);
        WIDTH - RIGHT - i32::try_from(from_right).unwrap_or(0)
    };
    points.iter().map(place).collect()
}

fn known(level: KnownRange) -> Option<Level> {
    level.range.filter(|_| level.is_known).map(|range| range.low)
}

fn y_of(level: Level) -> i32 {
    TOP + (4 - i32::from(level.number())) * STEP
}

fn is_exact(level: KnownRange) -> bool {
    level.range.is_some_and(|range| range.is_exact())
}

fn step((from, y): (i32, i32), (to, end): (i32, i32), is_sure: bool) -> [Shape; 2] {
    let (style, thick) = if is_sure { (RectStyle::LINE, 2) } else { (RectStyle::UNSURE, 1) };
    let (top, bottom) = (y.min(end), y.max(end));
    [
        Shape::Rect { x: from, y: y - thick / 2, width: to - from, height: thick, style },
        Shape::Rect { x: to - thick / 2, y: top, width: thick, height: bottom - top + thick / 2, style },
    ]
}

fn mark(level: KnownRange, x: i32, shapes: &mut Vec<Shape>) {
    let bar = |top: i32, bottom: i32| Shape::Rect {
        x: x - HALF,
        y: top,
        width: 2 * HALF,
        height: (bottom - top).max(1),
        style: RectStyle::OPEN,
    };
    match (level.range, known(level)) {
        (Some(range), Some(low)) => {
            if range.high > low {
                shapes.push(bar(y_of(range.high), y_of(low)));
            }
            let y = y_of(low) - HALF;
            shapes.push(Shape::Rect { x: x - HALF, y, width: 2 * HALF, height: 2 * HALF, style: RectStyle::LINE });
        }
        (Some(_), None) => {
            shapes.push(bar(TOP, BOTTOM));
            let y = (TOP + BOTTOM) / 2 + 5;
            shapes.push(Shape::Text { x, y, anchor: Anchor::Middle, style: TextStyle::LEVEL, text: "?".to_owned() });
        }
        (None, _) => {
            let y = BOTTOM - 4;
            shapes.push(Shape::Text { x, y, anchor: Anchor::Middle, style: TextStyle::HEAD, text: DASH.to_owned() });
        }
    }
}

/// Draws the labels below the axis, from the last one back. A label that would touch its neighbour is left out; the
/// table has it.
fn axis(points: &[TrendPoint], places: &[i32], shapes: &mut Vec<Shape>) {
    let mut free = WIDTH + LETTER;
    for (point, &x) in points.iter().zip(places).rev() {
        let half = whole(point.mark.chars().count()) * LETTER / 2;
        if x + half > free {
            continue;
        }
        free = x - half - 4;
        let text = point.mark.clone();
        shapes.push(Shape::Text { x, y: BOTTOM + 22, anchor: Anchor::Middle, style: TextStyle::HEAD, text });
    }
}
