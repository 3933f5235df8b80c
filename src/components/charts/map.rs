//! The map of manual work: the lifecycle in reading order, one tile a stage, with how it runs.
//!
//! The state is said by its word, by the shape of its mark and by the strength of the tile, so that it is readable without
//! colour. Pressed, a tile opens to its manual tasks.

use leptos::prelude::*;

use crate::components::charts::drawing::{Anchor, Drawing, Shape};
use crate::components::charts::slide::Key;
use crate::components::charts::style::{RectStyle, TextStyle};
use crate::components::charts::whole;
use crate::components::{OpenPanel, Panel, lang_of};
use mlops_core::advice::button_map::{Automation, ButtonMap, StepState};
use mlops_core::model::Model;
use mlops_core::words::advice;

/// What the marks mean, from what runs by itself to what nobody knows.
pub const LEGEND: [Key; 4] = [
    Key { style: RectStyle::AUTOMATED, says: advice::runs(Automation::Automatic) },
    Key { style: RectStyle::PARTLY, says: advice::runs(Automation::Partly) },
    Key { style: RectStyle::MANUAL, says: advice::runs(Automation::Waits) },
    Key { style: RectStyle::UNKNOWN, says: advice::runs(Automation::Unknown) },
];

/// The map of a track.
#[component]
pub fn StageMap(
    /// The questionnaire.
    model: &'static Model,
    /// The stages of the track.
    map: ButtonMap,
    /// The manual tasks that a tile opens to.
    panel: Callback<StepState, AnyView>,
) -> impl IntoView {
    let open = OpenPanel::default();
    let alt = alt(model, &map);
    let stage = move |(at, state): (usize, StepState)| {
        let about = model.step(state.step);
        let name = format!("{} {}", at + 1, about.title);
        view! {
            <button
                type="button"
                aria-expanded=move || open.is_open(at).to_string()
                data-step=about.id.as_str()
                data-automation=state.runs.word()
                class=tile_class(state.runs)
                on:click=move |_| open.toggle(at)
            >
                <span class="tile-name" lang=lang_of(model)>{name}</span>
                <span class="tile-state"><Mark/>{advice::runs(state.runs)}</span>
            </button>
            <Panel open panel=at>{panel.run(state.clone())}</Panel>
        }
    };
    view! {
        <div class="map" role="group" aria-label=alt>
            {map.steps.into_iter().enumerate().map(stage).collect_view()}
        </div>
    }
}

/// The mark of a tile; what it looks like follows from the tile.
#[component]
fn Mark() -> impl IntoView {
    view! { <i class="mark"></i> }
}

const fn tile_class(runs: Automation) -> &'static str {
    match runs {
        Automation::Automatic => "tile is-automatic",
        Automation::Partly => "tile is-partly",
        Automation::Waits => "tile is-waiting",
        Automation::Unknown => "tile is-unknown",
    }
}

const fn cell_style(runs: Automation) -> RectStyle {
    match runs {
        Automation::Automatic => RectStyle::AUTOMATED,
        Automation::Partly => RectStyle::PARTLY,
        Automation::Waits => RectStyle::MANUAL,
        Automation::Unknown => RectStyle::UNKNOWN,
    }
}

const COLUMNS: i32 = 4;
const WIDTH: i32 = 720;
const CELL: i32 = 174;
const HEIGHT: i32 = 76;
const GAP: i32 = 8;
/// Letters that fit into a line of a cell.
const LETTERS: usize = 18;

/// The map of a track as a picture for a file.
#[must_use]
pub fn drawing(model: &Model, map: &ButtonMap) -> Drawing {
    let mut shapes = Vec::new();
    for (at, stage) in map.steps.iter().enumerate() {
        let place = whole(at);
        let (x, y) = (place % COLUMNS * (CELL + GAP), place / COLUMNS * (HEIGHT + GAP) + 1);
        shapes.push(Shape::Rect { x: x + 1, y, width: CELL - 2, height: HEIGHT, style: cell_style(stage.runs) });
        let title = format!("{}. {}", at + 1, model.step(stage.step).title);
        let mut line = |y: i32, style: TextStyle, text: String| {
            shapes.push(Shape::Text { x: x + 12, y, anchor: Anchor::Start, style, text });
        };
        for (row, text) in wrapped(&title, LETTERS, 2).into_iter().enumerate() {
            line(y + 20 + 18 * whole(row), TextStyle::STEP, text);
        }
        line(y + HEIGHT - 10, TextStyle::STATE, advice::runs(stage.runs).to_owned());
    }
    let rows = (whole(map.steps.len()) + COLUMNS - 1) / COLUMNS;
    Drawing { width: WIDTH, height: rows * (HEIGHT + GAP), alt: alt(model, map), shapes }
}

/// The same in words.
fn alt(model: &Model, map: &ButtonMap) -> String {
    let stage = |stage: &StepState| format!("{}: {}", model.step(stage.step).title, advice::runs(stage.runs));
    let stages: Vec<String> = map.steps.iter().map(stage).collect();
    format!("{} {}.", advice::distance(map), stages.join("; "))
}

/// A text in lines of at most so many letters; what does not fit into the last one is cut with an ellipsis.
#[must_use]
pub fn wrapped(text: &str, letters: usize, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let is_full = !line.is_empty() && line.chars().count() + 1 + word.chars().count() > letters;
        if is_full && done.len() + 1 < lines {
            done.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if line.chars().count() > letters {
        line = line.chars().take(letters.saturating_sub(1)).collect::<String>().trim_end().to_owned();
        line.push('…');
    }
    done.push(line);
    done
}
