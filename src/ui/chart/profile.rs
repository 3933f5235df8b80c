//! The level profile: one row an area, one cell a level, filled by what is in place.
//!
//! # How to read a cell
//!
//! The bar is filled by what is in place of what the level asks, in points, and hatched by what open answers could still
//! add; the points stand below it. A frame says that the level is reached, a dashed one that open answers could still
//! reach it, a flag that it is aimed for. Pressed, a cell opens to the answers behind it.

use crate::ui::chart::drawing::{Anchor, Drawing, Shape};
use crate::ui::chart::sheet::Key;
use crate::ui::chart::{FILL, whole};
use crate::ui::element::{Element, el};
use crate::ui::opener::Opener;
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, Model};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::levels::LevelResult;
use mlops_core::scoring::profile::{AreaProfile, TrackProfile};
use mlops_core::words::result::{self as say, mark};
use mlops_core::words::{self, export};

/// What of a profile is not in the profile itself.
pub struct Around<'a> {
    /// The level that an area is aimed at; none where nobody aimed.
    pub target: &'a dyn Fn(AreaIx) -> Option<Level>,
    /// The answers behind a cell.
    pub behind: &'a dyn Fn(AreaIx, &LevelResult) -> Element,
}

/// The profile of a track in the page.
#[must_use]
pub fn view(case: Case, track: &TrackProfile, around: &Around) -> Element {
    let model = case.model;
    let opener = Opener::default();
    let mut chart = el("div").class("profile").attr("role", "group").attr("aria-label", alt(model, track));
    for level in Level::ASKED {
        let name = el("span").child(model.level_text(level).name.clone());
        chart = chart.child(el("span").class("profile-head").child(el("b").child(level.to_string())).child(name));
    }
    for (row, area) in track.areas.iter().enumerate() {
        let name = el("span")
            .class("profile-area")
            .child(badge(area))
            .child(el("span").lang(model.language()).child(model.area(area.area).title.clone()));
        chart = chart.child(name);
        let part = |level_result: &LevelResult| 4 * row + usize::from(level_result.level.number());
        for level_result in &area.levels {
            let cell = opener.button(part(level_result), Vec::<Element>::new());
            chart = chart.child(filled(cell, case, area, level_result, (around.target)(area.area)));
        }
        for level_result in &area.levels {
            chart = chart.child(opener.panel(part(level_result), (around.behind)(area.area, level_result)));
        }
    }
    chart
}

/// An area's level, on its step of the ramp.
#[must_use]
pub fn badge(area: &AreaProfile) -> Element {
    let level = words::level_or_range(area);
    el("span").class(format!("badge l{}", area.range.low)).child(level)
}

fn filled(
    cell: Element,
    case: Case,
    area: &AreaProfile,
    level_result: &LevelResult,
    target: Option<Level>,
) -> Element {
    let level = level_result.level;
    let Cell { open, .. } = Cell::of(case, level_result);
    let is_reached = area.has_reached(level_result);
    let mut class = "cell".to_owned();
    if is_reached {
        class.push_str(" is-reached");
    } else if level <= area.range.high {
        class.push_str(" is-possible");
    }
    if target == Some(level) {
        class.push_str(" is-target");
    }
    let about = case.model.area(area.area);
    cell.class(class)
        .child(bar(case, level_result))
        .child(el("span").class("sr-only").child(say::cell(case.model, about, level)))
        .child(el("span").child(say::points(level_result)))
        .child(el("em").child(say::cell_state(open / 2, false)))
        .child(is_reached.then(|| el("span").class("sr-only").child(say::cell_state(0, true))))
}

/// What is in place of a level, and what could be, as a bar.
#[must_use]
pub fn bar(case: Case, level_result: &LevelResult) -> Element {
    let Cell { solid, open, of } = Cell::of(case, level_result);
    let part = |class: String, halves: usize| {
        let percent = (100 * halves).checked_div(of).unwrap_or(0);
        (percent > 0).then(|| el("i").class(class).prop("style", move || format!("width:{percent}%")))
    };
    el("span")
        .class("bar-of")
        .attr("aria-hidden", "true")
        .child(part("hatched".to_owned(), solid + open))
        .child(part(format!("filled l{}", level_result.level), solid))
}

/// What the marks mean that are in the profile.
#[must_use]
pub fn legend(case: Case, track: &TrackProfile, has_target: bool) -> Element {
    let any = |is: &dyn Fn(&AreaProfile) -> bool| track.areas.iter().any(is);
    let is_open =
        |area: &AreaProfile| area.levels.iter().flat_map(|level| &level.capabilities).any(|&at| case.is_open(at));
    let entries = [
        (true, "key is-solid", mark::IN_PLACE),
        (any(&is_open), "key is-open", mark::OPEN),
        (any(&|area| area.range.low > Level::ZERO), "key is-reached", mark::REACHED),
        (any(&|area| !area.range.is_settled()), "key is-possible", mark::POSSIBLE),
        (has_target, "key is-target", mark::TARGET),
    ];
    let mut legend = el("p").class("legend");
    for (_, class, says) in entries.into_iter().filter(|(is_there, ..)| *is_there) {
        legend = legend.child(el("span").child(el("i").class(class)).child(says));
    }
    let is_empty = any(&|area| area.levels.iter().any(LevelResult::is_empty));
    let legend = legend.child(is_empty.then(|| el("span").child(el("b").child(words::DASH)).child(mark::NOTHING)));
    let plus = any(&|area| area.range.is_settled() && area.has_plus());
    legend.child(plus.then(|| el("span").child(el("b").child("+")).child(mark::PLUS)))
}

/// Classes of the fill by level, in the order of the ramp.
const OPEN: &str = "open";

/// What the marks mean in a file.
pub const LEGEND: [Key; 4] = [
    Key { class: "fill l2", says: mark::IN_PLACE },
    Key { class: OPEN, says: export::STILL_OPEN },
    Key { class: "cell", says: export::NOT_YET },
    Key { class: "cell held", says: mark::REACHED },
];

const WIDTH: i32 = 720;
const LEFT: i32 = 206;
const RIGHT: i32 = 64;
const HEAD: i32 = 30;
const ROW: i32 = 46;
const CELL: i32 = 38;

/// The profile of a track as a picture for a file.
#[must_use]
pub fn drawing(case: Case, track: &TrackProfile) -> Drawing {
    let gap = 4;
    let cell_width = (WIDTH - LEFT - RIGHT) / 4;
    let mut shapes = Vec::new();
    for (at, level) in Level::ASKED.into_iter().enumerate() {
        shapes.push(Shape::Text {
            x: LEFT + cell_width * whole(at) + cell_width / 2,
            y: HEAD - 12,
            anchor: Anchor::Middle,
            class: "head",
            text: words::levels::level(level),
        });
    }
    for (row, area) in track.areas.iter().enumerate() {
        let top = HEAD + whole(row) * ROW;
        let y = top + CELL / 2 + 5;
        let title = case.model.area(area.area).title.clone();
        shapes.push(Shape::Text { x: 0, y, anchor: Anchor::Start, class: "name", text: title });
        shapes.push(Shape::Text { x: WIDTH, y, anchor: Anchor::End, class: "level", text: level_label(area) });
        for (at, level_result) in area.levels.iter().enumerate() {
            let x = LEFT + cell_width * whole(at);
            let place = Place { x, y: top, width: cell_width - gap, height: CELL };
            cell(case, level_result, area, place, &mut shapes);
        }
    }
    Drawing { width: WIDTH, height: HEAD + whole(track.areas.len()) * ROW, alt: alt(case.model, track), shapes }
}

struct Place {
    x: i32,
    y: i32,
    width: i32,
    height: i32,
}

fn cell(case: Case, level_result: &LevelResult, area: &AreaProfile, place: Place, shapes: &mut Vec<Shape>) {
    let Place { x, y, width, height } = place;
    let Cell { solid, open, of } = Cell::of(case, level_result);
    let label = say::points(level_result);
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
}

impl Cell {
    /// What is in place of a level, and what could be.
    #[must_use]
    pub fn of(case: Case, level_result: &LevelResult) -> Self {
        let count = level_result.capabilities.len();
        let open = 2 * level_result.open(case);
        Self { solid: level_result.half_points, open, of: 2 * count }
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
    let area = |area: &AreaProfile| format!("{}: {}", model.area(area.area).title, words::stands(area));
    let areas: Vec<String> = track.areas.iter().map(area).collect();
    format!("{} profile. {}.", model.track(track.track).title, areas.join("; "))
}
