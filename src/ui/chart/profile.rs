//! The level profile: one row an area, one cell a level, filled by what is in place.
//!
//! # How to read a cell
//!
//! The number is what is in place of what the level asks, in points. The solid part is what is in place, the lighter
//! band behind it what open answers could still add, so a row shows at once where it stands and what is not settled.

use crate::ui::chart::drawing::{Anchor, Drawing, Shape};
use crate::ui::chart::sheet::Key;
use crate::ui::chart::whole;
use mlops_core::model::Model;
use mlops_core::model::level::Level;
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::{AreaProfile, LevelResult, TrackProfile};
use mlops_core::words::{self, export};

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Area names stand left of the cells.
    Wide,
    /// Area names stand above the cells.
    Narrow,
}

/// Classes of the fill by level, in the order of the ramp.
const FILL: [&str; 5] = ["fill l0", "fill l1", "fill l2", "fill l3", "fill l4"];
const OPEN: &str = "open";

/// What the marks mean.
pub const LEGEND: [Key; 4] = [
    Key { class: "fill l2", says: export::IN_PLACE },
    Key { class: OPEN, says: export::STILL_OPEN },
    Key { class: "cell", says: export::NOT_YET },
    Key { class: "cell held", says: export::HELD },
];

struct Measures {
    width: i32,
    left: i32,
    head: i32,
    row: i32,
    cell_top: i32,
    cell_height: i32,
    right: i32,
}

const fn measures(room: Room) -> Measures {
    match room {
        Room::Wide => Measures { width: 720, left: 206, head: 30, row: 46, cell_top: 0, cell_height: 38, right: 64 },
        Room::Narrow => Measures { width: 320, left: 0, head: 24, row: 64, cell_top: 22, cell_height: 32, right: 0 },
    }
}

/// The profile of a track as a picture.
#[must_use]
pub fn drawing(case: Case, track: &TrackProfile, room: Room) -> Drawing {
    let m = measures(room);
    let gap = 4;
    let cell_width = (m.width - m.left - m.right) / 4;
    let mut shapes = Vec::new();
    for (at, level) in Level::ASKED.into_iter().enumerate() {
        shapes.push(Shape::Text {
            x: m.left + cell_width * whole(at) + cell_width / 2,
            y: m.head - 12,
            anchor: Anchor::Middle,
            class: "head",
            text: format!("Level {level}"),
        });
    }
    for (row, area) in track.areas.iter().enumerate() {
        let top = m.head + whole(row) * m.row;
        let middle = top + m.cell_top + m.cell_height / 2 + 5;
        let title = case.model.area(area.area).title.clone();
        let (title_y, level_x) = match room {
            Room::Wide => (middle, m.width),
            Room::Narrow => (top + 14, m.width),
        };
        shapes.push(Shape::Text { x: 0, y: title_y, anchor: Anchor::Start, class: "name", text: title });
        shapes.push(Shape::Text {
            x: level_x,
            y: title_y,
            anchor: Anchor::End,
            class: "level",
            text: level_label(area),
        });
        for (at, level_result) in area.levels.iter().enumerate() {
            let x = m.left + cell_width * whole(at);
            let width = cell_width - gap;
            cell(
                case,
                level_result,
                area,
                Place { x, y: top + m.cell_top, width, height: m.cell_height },
                &mut shapes,
            );
        }
    }
    Drawing { width: m.width, height: m.head + whole(track.areas.len()) * m.row, alt: alt(case.model, track), shapes }
}

struct Place {
    x: i32,
    y: i32,
    width: i32,
    height: i32,
}

fn cell(case: Case, level_result: &LevelResult, area: &AreaProfile, place: Place, shapes: &mut Vec<Shape>) {
    let Place { x, y, width, height } = place;
    let Cell { solid, open, of, label } = Cell::of(case, level_result);
    let is_reached = level_result.level <= area.range.low;
    let outline = if is_reached { "cell held" } else { "cell" };
    let part = |of_it: usize| width * whole(of_it) / whole(of.max(1));
    shapes.push(Shape::Rect { x, y, width, height, class: outline });
    if open > 0 {
        shapes.push(Shape::Rect { x, y, width: part(solid + open), height, class: OPEN });
    }
    if solid > 0 {
        let class = FILL[usize::from(level_result.level.number())];
        shapes.push(Shape::Rect { x, y, width: part(solid), height, class });
    }
    // The number stands at the left end of the cell, on a plate of its own, so that it is readable on any fill.
    let plate = 9 * whole(label.chars().count()) + 10;
    shapes.push(Shape::Rect { x: x + 4, y: y + height / 2 - 10, width: plate, height: 20, class: "plate" });
    shapes.push(Shape::Text {
        x: x + 4 + plate / 2,
        y: y + height / 2 + 5,
        anchor: Anchor::Middle,
        class: "number",
        text: label,
    });
}

/// What one cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Half points in place.
    pub solid: usize,
    /// Half points that open answers could add.
    pub open: usize,
    /// Half points that there are.
    pub of: usize,
    /// Points in place of points there are.
    pub label: String,
}

impl Cell {
    /// What is in place of a level, and what could be.
    #[must_use]
    pub fn of(case: Case, level_result: &LevelResult) -> Self {
        let count = level_result.capabilities.len();
        let open = 2 * level_result.capabilities.iter().filter(|&&at| case.is_open(at)).count();
        let label = if count == 0 {
            "\u{2013}".to_owned()
        } else {
            format!("{}/{count}", words::halves(level_result.half_points))
        };
        Self { solid: level_result.half_points, open, of: 2 * count, label }
    }
}

fn level_label(area: &AreaProfile) -> String {
    if area.range.is_settled() {
        words::level(area)
    } else {
        format!("{} \u{2026} {}", words::level(area), area.range.high)
    }
}

/// The same in words, for a screen reader and for a picture file.
#[must_use]
pub fn alt(model: &Model, track: &TrackProfile) -> String {
    let area = |area: &AreaProfile| format!("{}: {}", model.area(area.area).title, words::range(area.range));
    let areas: Vec<String> = track.areas.iter().map(area).collect();
    format!("{} profile. {}.", model.track(track.track).title, areas.join("; "))
}
