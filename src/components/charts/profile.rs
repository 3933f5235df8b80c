//! The level profile: one row per area, one cell per level.
//!
//! The bar of a cell shows the points of the level: filled for practices in place, hatched for what open questions
//! could still add. The points are written below it. A solid frame marks a reached level, a dashed frame one that
//! open questions could still reach, a flag the target level. A pressed cell shows the answers behind it.

use leptos::prelude::*;

use crate::components::charts::drawing::{Anchor, Drawing, Shape};
use crate::components::charts::slide::LegendItem;
use crate::components::charts::style::{RectStyle, TextStyle};
use crate::components::charts::{Legend, LegendEntry, whole};
use crate::components::{OpenPanel, Panel, lang_of};
use mlops_core::by_id::ById;
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, Model};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::levels::LevelResult;
use mlops_core::scoring::profile::{AreaProfile, TrackProfile};
use mlops_core::words::{self, report, result as say, result::mark};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub area: AreaIx,
    pub title: String,
    /// The lowest level that the area can have.
    pub level: Level,
    /// The level or its range, as short as possible.
    pub badge: String,
    /// One cell for each level that is asked.
    pub cells: Vec<Cell>,
}

/// A level of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub level: Level,
    /// How many points of it are in place.
    pub share: CellShare,
    /// The points in words.
    pub points: String,
    /// Whether the area has reached the level.
    pub is_reached: bool,
    /// Whether the area may have reached it, depending on open questions.
    pub is_possible: bool,
    /// Whether it is the target level of the area.
    pub is_target: bool,
}

/// The points of a level, in half points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellShare {
    /// Points in place.
    pub solid: usize,
    /// Points that open questions could add.
    pub open: usize,
    /// All points of the level.
    pub of: usize,
}

impl CellShare {
    /// The points of a level of one result.
    #[must_use]
    pub fn of(case: Case, level_result: &LevelResult) -> Self {
        let (open, count) = (level_result.open(case), level_result.capabilities.len());
        Self { solid: level_result.half_points, open: 2 * open, of: 2 * count }
    }

    /// The part of a length that is proportional to `half_points`.
    #[must_use]
    pub fn part(self, half_points: usize, length: i32) -> i32 {
        length * whole(half_points) / whole(self.of.max(1))
    }
}

/// The rows of a track. `target` contains the target levels by area id.
#[must_use]
pub fn rows(case: Case, track: &TrackProfile, target: &ById<Level>) -> Vec<Row> {
    track.areas.iter().map(|area| row(case, area, target)).collect()
}

#[must_use]
pub fn row(case: Case, area: &AreaProfile, target: &ById<Level>) -> Row {
    let about = case.model.area(area.area);
    let target = target.get(&about.id).copied();
    let cell = |level_result: &LevelResult| Cell {
        level: level_result.level,
        share: CellShare::of(case, level_result),
        points: say::points(level_result),
        is_reached: area.has_reached(level_result),
        is_possible: level_result.level <= area.range.high,
        is_target: target == Some(level_result.level),
    };
    Row {
        area: area.area,
        title: about.title.clone(),
        level: area.range.low,
        badge: words::level_or_range(area),
        cells: area.levels.iter().map(cell).collect(),
    }
}

/// The profile of a track. Every cell is a button.
#[component]
pub fn LevelProfile(
    model: &'static Model,
    rows: Vec<Row>,
    /// What the profile shows, for people who cannot see it.
    alt: String,
    /// Draws the answers behind a cell, for an opened cell.
    panel: Callback<(AreaIx, Level), AnyView>,
) -> impl IntoView {
    let open = OpenPanel::default();
    let row = move |(at, Row { area, title, level, badge, cells, .. }): (usize, Row)| {
        let number = move |level: Level| 4 * at + usize::from(level.number());
        let panels = cells.iter().map(|cell| cell.level).collect::<Vec<_>>();
        let panel = move |level| {
            view! { <Panel open panel=number(level)>{panel.run((area, level))}</Panel> }
        };
        let cell = move |cell: Cell| {
            let panel = number(cell.level);
            view! { <LevelCell name=say::cell(model, model.area(area), cell.level) cell open panel/> }
        };
        view! {
            <span class="profile-area">
                <LevelBadge level text=badge/>
                <span lang=lang_of(model)>{title}</span>
            </span>
            {cells.into_iter().map(cell).collect_view()}
            {panels.into_iter().map(panel).collect_view()}
        }
    };
    view! {
        <div class="profile" role="group" aria-label=alt>
            <LevelHeads model/>
            {rows.into_iter().enumerate().map(row).collect_view()}
        </div>
    }
}

/// The heads of the columns: each level with its name.
#[component]
pub fn LevelHeads(model: &'static Model) -> impl IntoView {
    let head = |level: Level| {
        view! {
            <span class="profile-head">
                <b>{level.to_string()}</b>
                <span>{model.level_text(level).name.as_str()}</span>
            </span>
        }
    };
    Level::ASKED.map(head).collect_view()
}

/// A level, coloured by its number.
#[component]
pub fn LevelBadge(
    /// The lowest level.
    level: Level,
    /// The text of the badge.
    text: String,
) -> impl IntoView {
    view! { <span class=format!("badge l{level}")>{text}</span> }
}

#[component]
fn LevelCell(
    /// The name of the level.
    name: String,
    cell: Cell,
    /// Which panel is open.
    open: OpenPanel,
    /// The number of the panel of this cell.
    panel: usize,
) -> impl IntoView {
    let Cell { level, share, points, is_reached, is_possible, is_target } = cell;
    view! {
        <button
            type="button"
            aria-expanded=move || open.is_open(panel).to_string()
            class="cell"
            class:is-reached=is_reached
            class:is-possible=is_possible && !is_reached
            class:is-target=is_target
            on:click=move |_| open.toggle(panel)
        >
            <LevelBar level share/>
            <span class="sr-only">{name}</span>
            <span>{points}</span>
            {(share.open > 0).then(|| view! { <em>{say::cell_state(share.open / 2, false)}</em> })}
            {is_reached.then(|| view! { <span class="sr-only">{say::cell_state(0, true)}</span> })}
        </button>
    }
}

/// The bar of a cell.
#[component]
pub fn LevelBar(level: Level, share: CellShare, #[prop(default = "bar-of")] class: &'static str) -> impl IntoView {
    let CellShare { solid, open, .. } = share;
    let part = move |class: String, half_points| {
        let percent = share.part(half_points, 100);
        (percent > 0).then(|| view! { <i class=class style:width=format!("{percent}%")></i> })
    };
    view! {
        <span class=class aria-hidden="true">
            {part("hatched".to_owned(), solid + open)}
            {part(format!("filled l{level}"), solid)}
        </span>
    }
}

/// The legend of the profile, with only the signs that occur in it.
#[component]
pub fn ProfileLegend(rows: Vec<Row>) -> impl IntoView {
    let any = |is: fn(&Cell) -> bool| rows.iter().flat_map(|row| &row.cells).any(is);
    let badges = |part: char| rows.iter().any(|row| row.badge.contains(part));
    let entries = [
        (true, LegendEntry::Mark("key is-solid"), mark::IN_PLACE),
        (any(|cell| cell.share.open > 0), LegendEntry::Mark("key is-open"), mark::OPEN),
        (any(|cell| cell.is_reached), LegendEntry::Mark("key is-reached"), mark::REACHED),
        (any(|cell| cell.is_possible && !cell.is_reached), LegendEntry::Mark("key is-possible"), mark::POSSIBLE),
        (any(|cell| cell.is_target), LegendEntry::Mark("key is-target"), mark::TARGET),
        (any(|cell| cell.share.of == 0), LegendEntry::Text(words::DASH), mark::NOTHING),
        (true, LegendEntry::Text("1 of 4"), mark::POINTS),
        (badges('+'), LegendEntry::Text("+"), mark::PLUS),
    ];
    let shown = entries.into_iter().filter(|(is_there, ..)| *is_there);
    view! { <Legend entries=shown.map(|(_, entry, says)| (entry, says.to_owned())).collect()/> }
}

/// The meaning of the fills in a file.
pub const LEGEND: [LegendItem; 4] = [
    LegendItem { style: RectStyle::level(Level::ASKED[1]), says: mark::IN_PLACE },
    LegendItem { style: RectStyle::OPEN, says: report::STILL_OPEN },
    LegendItem { style: RectStyle::CELL, says: report::NOT_YET },
    LegendItem { style: RectStyle::REACHED, says: mark::REACHED },
];

const WIDTH: i32 = 720;
const LEFT: i32 = 206;
const RIGHT: i32 = 64;
const HEAD: i32 = 30;
const ROW: i32 = 46;
const CELL: i32 = 38;
const GAP: i32 = 4;

/// The profile of a track as a picture for a file.
#[must_use]
pub fn drawing(rows: &[Row], alt: String) -> Drawing {
    let column = (WIDTH - LEFT - RIGHT) / 4;
    let mut shapes = level_heads(LEFT, column, HEAD - 12);
    for (at, row) in rows.iter().enumerate() {
        let top = HEAD + whole(at) * ROW;
        let y = top + CELL / 2 + 5;
        let text = |x, anchor, style, text: &str| Shape::Text { x, y, anchor, style, text: text.to_owned() };
        shapes.push(text(0, Anchor::Start, TextStyle::NAME, &row.title));
        shapes.push(text(WIDTH, Anchor::End, TextStyle::LEVEL, &row.badge));
        for (at, cell) in row.cells.iter().enumerate() {
            let x = LEFT + column * whole(at);
            shapes.extend(bar(cell, x, top, column - GAP, CELL));
            shapes.extend(points(&cell.points, x, top));
        }
    }
    Drawing { width: WIDTH, height: HEAD + whole(rows.len()) * ROW, alt, shapes }
}

/// The heads of the columns of levels in a picture. `left` is the left edge of the first column.
#[must_use]
pub fn level_heads(left: i32, column: i32, y: i32) -> Vec<Shape> {
    let head = |(at, level)| Shape::Text {
        x: left + column * whole(at) + column / 2,
        y,
        anchor: Anchor::Middle,
        style: TextStyle::HEAD,
        text: words::result::level(level),
    };
    Level::ASKED.into_iter().enumerate().map(head).collect()
}

/// The bar of a cell in a picture.
#[must_use]
pub fn bar(cell: &Cell, x: i32, y: i32, width: i32, height: i32) -> Vec<Shape> {
    let CellShare { solid, open, .. } = cell.share;
    let rect = |width, style| Shape::Rect { x, y, width, height, style };
    let mut shapes = vec![rect(width, if cell.is_reached { RectStyle::REACHED } else { RectStyle::CELL })];
    if open > 0 {
        shapes.push(rect(cell.share.part(solid + open, width), RectStyle::OPEN));
    }
    if solid > 0 {
        shapes.push(rect(cell.share.part(solid, width), RectStyle::level(cell.level)));
    }
    shapes
}

/// The points of a cell, at its left end. A white plate keeps them readable on any fill.
fn points(label: &str, x: i32, top: i32) -> [Shape; 2] {
    let plate = 9 * whole(label.chars().count()) + 10;
    let middle = top + CELL / 2;
    let (style, text) = (TextStyle::NUMBER, label.to_owned());
    [
        Shape::Rect { x: x + 4, y: middle - 10, width: plate, height: 20, style: RectStyle::PLATE },
        Shape::Text { x: x + 4 + plate / 2, y: middle + 5, anchor: Anchor::Middle, style, text },
    ]
}

/// The profile in words, for screen readers and picture files.
#[must_use]
pub fn alt(model: &Model, track: &TrackProfile) -> String {
    let area = |area: &AreaProfile| format!("{}: {}", model.area(area.area).title, words::level_or_range_aloud(area));
    let areas: Vec<String> = track.areas.iter().map(area).collect();
    format!("{} profile. {}.", model.track(track.track).title, areas.join("; "))
}
