//! Two profiles on one chart: in every cell the first result above and the second below it.

use crate::ui::chart::drawing::{Anchor, Drawing, Shape};
use crate::ui::chart::profile::{Cell, badge, bar};
use crate::ui::chart::{FILL, whole};
use crate::ui::element::{Element, el};
use mlops_core::history::compare::Comparison;
use mlops_core::model::Model;
use mlops_core::model::level::Level;
use mlops_core::scoring::case::Case;
use mlops_core::scoring::levels::LevelResult;
use mlops_core::scoring::profile::{AreaProfile, TrackProfile};
use mlops_core::words;
use mlops_core::words::compare as say;

/// A row of the chart: an area that has a level in the second result.
struct Row<'a> {
    before: Option<&'a AreaProfile>,
    after: &'a AreaProfile,
}

impl<'a> Row<'a> {
    /// The same level in the first result.
    fn level_before(&self, level: Level) -> Option<&'a LevelResult> {
        self.before?.levels.iter().find(|one| one.level == level)
    }
}

fn rows<'a>(comparison: &'a Comparison, track: &'a TrackProfile) -> Vec<Row<'a>> {
    let row = |after: &'a AreaProfile| Row { before: comparison.before.area(after.area), after };
    track.areas.iter().map(row).collect()
}

/// A track of both results in the page.
#[must_use]
pub fn view(model: &Model, comparison: &Comparison, track: &TrackProfile) -> Element {
    let [was, is] = comparison.cases(model);
    let mut chart =
        el("div").class("profile is-pair").attr("role", "img").attr("aria-label", alt(model, comparison, track));
    for level in Level::ASKED {
        let name = el("span").child(model.level_text(level).name.clone());
        chart = chart.child(el("span").class("profile-head").child(el("b").child(level.to_string())).child(name));
    }
    for row in rows(comparison, track) {
        let badges = el("span")
            .class("pair-levels")
            .child(row.before.map(badge))
            .child(el("span").child("\u{2192}"))
            .child(badge(row.after));
        let title = model.area(row.after.area).title.clone();
        chart = chart.child(el("span").class("profile-area").child(badges).child(title));
        for level_after in &row.after.levels {
            let before = row.level_before(level_after.level);
            let bars = before.map(|before| bar(was, before).class("bar-of is-before"));
            let mark = if row.after.has_reached(level_after) { "cell is-reached" } else { "cell" };
            chart = chart.child(
                el("span")
                    .class("pair-cell")
                    .child(bars)
                    .child(el("span").class(mark).child(bar(is, level_after)))
                    .child(el("span").class("quiet").child(say::points(before, level_after))),
            );
        }
    }
    chart
}

/// What the bars mean.
#[must_use]
pub fn legend(before: String, after: String) -> Element {
    let entry =
        |class, says: &str, name: String| el("span").child(el("i").class(class)).child(format!("{says}: {name}"));
    el("p")
        .class("legend")
        .child(entry("key is-solid is-before", "above", before))
        .child(entry("key is-solid", "below", after))
        .child(entry("key is-open", "hatched", words::result::mark::OPEN.to_owned()))
        .child(entry("key is-reached", "framed", words::result::mark::REACHED.to_owned()))
}

/// The same in words.
#[must_use]
pub fn alt(model: &Model, comparison: &Comparison, track: &TrackProfile) -> String {
    let area = |row: Row| say::area(&model.area(row.after.area).title, row.before, row.after);
    let areas: Vec<String> = rows(comparison, track).into_iter().map(area).collect();
    format!("{}. {}.", model.track(track.track).title, areas.join("; "))
}

const WIDTH: i32 = 720;
const LEFT: i32 = 206;
const RIGHT: i32 = 100;
const HEAD: i32 = 30;
const ROW: i32 = 54;
const BAR: i32 = 19;
const FOOT: i32 = 28;

/// A track of both results as a picture for a file, with the names of the two.
#[must_use]
pub fn drawing(model: &Model, comparison: &Comparison, track: &TrackProfile, names: [String; 2]) -> Drawing {
    let [was, is] = comparison.cases(model);
    let width = (WIDTH - LEFT - RIGHT) / 4;
    let mut shapes = Vec::new();
    let text = |x, y, anchor, class, text| Shape::Text { x, y, anchor, class, text };
    for (at, level) in Level::ASKED.into_iter().enumerate() {
        let x = LEFT + width * whole(at) + width / 2;
        shapes.push(text(x, HEAD - 12, Anchor::Middle, "head", words::levels::level(level)));
    }
    let rows = rows(comparison, track);
    for (at, row) in rows.iter().enumerate() {
        let top = HEAD + whole(at) * ROW;
        let title = model.area(row.after.area).title.clone();
        shapes.push(text(0, top + BAR + 6, Anchor::Start, "name", title));
        let levels =
            [row.before, Some(row.after)].map(|area| area.map_or(words::DASH.to_owned(), words::level_or_range));
        shapes.push(text(WIDTH, top + BAR + 6, Anchor::End, "level", words::levels::from_to(&levels[0], &levels[1])));
        for (at, level_after) in row.after.levels.iter().enumerate() {
            let x = LEFT + width * whole(at);
            if let Some(before) = row.level_before(level_after.level) {
                bar_shapes(was, before, Bar { x, y: top, width: width - 4, is_held: false }, &mut shapes);
            }
            let place = Bar { x, y: top + BAR + 3, width: width - 4, is_held: row.after.has_reached(level_after) };
            bar_shapes(is, level_after, place, &mut shapes);
        }
    }
    let y = HEAD + whole(rows.len()) * ROW;
    let [before, after] = names;
    shapes.push(text(0, y + 16, Anchor::Start, "head", say::above_and_below(&before, &after)));
    Drawing { width: WIDTH, height: y + FOOT, alt: alt(model, comparison, track), shapes }
}

struct Bar {
    x: i32,
    y: i32,
    width: i32,
    is_held: bool,
}

fn bar_shapes(case: Case, level_result: &LevelResult, place: Bar, shapes: &mut Vec<Shape>) {
    let Bar { x, y, width, is_held } = place;
    let Cell { solid, open, of } = Cell::of(case, level_result);
    let part = |of_it: usize| width * whole(of_it) / whole(of.max(1));
    let mut rect = |width: i32, class| shapes.push(Shape::Rect { x, y, width, height: BAR, class });
    rect(width, if is_held { "cell held" } else { "cell" });
    if open > 0 {
        rect(part(solid + open), "open");
    }
    if solid > 0 {
        rect(part(solid), FILL[usize::from(level_result.level.number())]);
    }
}
