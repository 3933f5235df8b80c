//! The profiles of two results in one chart: in every cell the first result above the second.

use leptos::prelude::*;

use crate::components::charts::drawing::{Anchor, Drawing, Shape};
use crate::components::charts::profile::{Cell, LevelBadge, LevelBar, LevelHeads, bar, level_heads};
use crate::components::charts::style::TextStyle;
use crate::components::charts::{Legend, LegendEntry, profile, whole};
use mlops_core::by_id::ById;
use mlops_core::history::compare::Comparison;
use mlops_core::model::Model;
use mlops_core::scoring::profile::{AreaProfile, TrackProfile};
use mlops_core::words;
use mlops_core::words::compare as say;

/// A row of the chart: an area that has a level in the second result. `before` is `None` if the first result does not
/// ask it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    before: Option<profile::Row>,
    after: profile::Row,
    /// The points of each level in both results, in words.
    points: Vec<String>,
}

impl Row {
    /// Each level with its cells of the first and the second result.
    fn cells(&self) -> impl Iterator<Item = (Option<&Cell>, &Cell)> {
        let before = |level| self.before.as_ref()?.cells.iter().find(|cell| cell.level == level);
        self.after.cells.iter().map(move |after| (before(after.level), after))
    }
}

/// The rows of a track.
#[must_use]
pub fn pair_rows(model: &Model, comparison: &Comparison, track: &TrackProfile) -> Vec<Row> {
    let [before_case, after_case] = comparison.cases(model);
    let none = ById::new();
    let row = |after: &AreaProfile| {
        let before = comparison.before.area(after.area);
        let level_before = |level| before?.levels.iter().find(|one| one.level == level);
        Row {
            before: before.map(|before| profile::row(before_case, before, &none)),
            after: profile::row(after_case, after, &none),
            points: after.levels.iter().map(|level| say::points(level_before(level.level), level)).collect(),
        }
    };
    track.areas.iter().map(row).collect()
}

/// A track of both results in the page.
#[component]
pub fn PairProfile(
    model: &'static Model,
    rows: Vec<Row>,
    /// What the chart shows, for people who cannot see it.
    alt: String,
) -> impl IntoView {
    let cell = |((before, after), points): ((Option<&Cell>, &Cell), &String)| {
        let Cell { level, share, is_reached, .. } = *after;
        let (before, points) = (before.map(|before| before.share), points.clone());
        view! {
            <span class="pair-cell">
                {before.map(|share| view! { <LevelBar level share class="bar-of is-before"/> })}
                <span class="cell" class:is-reached=is_reached><LevelBar level share/></span>
                <span class="quiet">{points}</span>
            </span>
        }
    };
    let row = move |row: Row| {
        let cells = row.cells().zip(&row.points).map(cell).collect_view();
        let Row { before, after, .. } = row;
        view! {
            <span class="profile-area">
                <span class="pair-levels">
                    {before.map(|before| view! { <LevelBadge level=before.level text=before.badge/> })}
                    <span>{"\u{2192}"}</span>
                    <LevelBadge level=after.level text=after.badge/>
                </span>
                {after.title}
            </span>
            {cells}
        }
    };
    view! {
        <div class="profile is-pair" role="img" aria-label=alt>
            <LevelHeads model/>
            {rows.into_iter().map(row).collect_view()}
        </div>
    }
}

#[component]
pub fn PairLegend(
    /// The name of the first result.
    before: String,
    /// The name of the second result.
    after: String,
) -> impl IntoView {
    let marks = ["key is-solid is-before", "key is-solid", "key is-open", "key is-reached"];
    let entries = marks.map(LegendEntry::Mark).into_iter().zip(say::legend(&before, &after));
    view! { <Legend entries=entries.collect()/> }
}

/// The chart in words.
#[must_use]
pub fn alt(model: &Model, comparison: &Comparison, track: &TrackProfile) -> String {
    let area = |after: &AreaProfile| {
        let before = comparison.before.area(after.area);
        say::area(&model.area(after.area).title, before, after, comparison.is_over_time)
    };
    let areas: Vec<String> = track.areas.iter().map(area).collect();
    format!("{}. {}.", model.track(track.track).title, areas.join("; "))
}

const WIDTH: i32 = 720;
const LEFT: i32 = 206;
const RIGHT: i32 = 100;
const HEAD: i32 = 30;
const ROW: i32 = 54;
const BAR: i32 = 19;
const GAP: i32 = 4;
const FOOT: i32 = 28;

/// A track of both results as a picture for a file, with the names of the results.
#[must_use]
pub fn drawing(rows: &[Row], alt: String, names: [String; 2]) -> Drawing {
    let column = (WIDTH - LEFT - RIGHT) / 4;
    let mut shapes = level_heads(LEFT, column, HEAD - 12);
    let text = |x, y, anchor, style, text| Shape::Text { x, y, anchor, style, text };
    for (at, row) in rows.iter().enumerate() {
        let top = HEAD + whole(at) * ROW;
        let y = top + BAR + 6;
        let before = row.before.as_ref().map_or(words::DASH, |before| before.badge.as_str());
        let levels = words::result::from_to(before, &row.after.badge);
        shapes.push(text(0, y, Anchor::Start, TextStyle::NAME, row.after.title.clone()));
        shapes.push(text(WIDTH, y, Anchor::End, TextStyle::LEVEL, levels));
        for (at, (before, after)) in row.cells().enumerate() {
            let x = LEFT + column * whole(at);
            // Only the cells of the second result have a frame when their level is reached.
            let before = before.map(|before| Cell { is_reached: false, ..before.clone() });
            shapes.extend(before.iter().flat_map(|before| bar(before, x, top, column - GAP, BAR)));
            shapes.extend(bar(after, x, top + BAR + 3, column - GAP, BAR));
        }
    }
    let y = HEAD + whole(rows.len()) * ROW;
    let [before, after] = names;
    shapes.push(text(0, y + 16, Anchor::Start, TextStyle::HEAD, say::above_and_below(&before, &after)));
    Drawing { width: WIDTH, height: y + FOOT, alt, shapes }
}
