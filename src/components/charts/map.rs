//! The map of manual work: the stages of the lifecycle in reading order, one tile per stage, with how far it is
//! automated.
//!
//! A word, the shape of a mark and the fill of the tile all say how a stage runs, so that colour is not needed. A
//! pressed tile shows its manual tasks.

use leptos::prelude::*;

use crate::components::charts::drawing::{Anchor, Drawing, Shape};
use crate::components::charts::slide::LegendItem;
use crate::components::charts::style::{RectStyle, TextStyle};
use crate::components::charts::whole;
use crate::components::{OpenPanel, Panel, lang_of};
use mlops_core::advice::stage_map::{self, Automation, StageState};
use mlops_core::model::Model;
use mlops_core::words::advice;

/// The meaning of the fills, from automated to not known yet.
pub const LEGEND: [LegendItem; 4] = [
    LegendItem { style: RectStyle::AUTOMATED, says: advice::automation(Automation::Automated) },
    LegendItem { style: RectStyle::PARTLY, says: advice::automation(Automation::Partly) },
    LegendItem { style: RectStyle::MANUAL, says: advice::automation(Automation::Manual) },
    LegendItem { style: RectStyle::UNKNOWN, says: advice::automation(Automation::Unknown) },
];

#[component]
pub fn StageTiles(
    model: &'static Model,
    map: stage_map::StageMap,
    /// Draws the manual tasks of a stage, for an opened tile.
    panel: Callback<StageState, AnyView>,
) -> impl IntoView {
    let open = OpenPanel::default();
    let alt = alt(model, &map);
    let stage = move |(at, state): (usize, StageState)| {
        let about = model.stage(state.stage);
        let name = format!("{} {}", at + 1, about.title);
        view! {
            <button
                type="button"
                aria-expanded=move || open.is_open(at).to_string()
                data-stage=about.id.as_str()
                data-automation=state.automation.word()
                class=format!("tile is-{}", state.automation.word())
                on:click=move |_| open.toggle(at)
            >
                <span class="tile-name" lang=lang_of(model)>{name}</span>
                <span class="tile-state"><Mark/>{advice::automation(state.automation)}</span>
            </button>
            <Panel open panel=at>{panel.run(state.clone())}</Panel>
        }
    };
    view! {
        <div class="map" role="group" aria-label=alt>
            {map.stages.into_iter().enumerate().map(stage).collect_view()}
        </div>
    }
}

/// The mark of a tile. The style sheet draws it by the class of the tile.
#[component]
fn Mark() -> impl IntoView {
    view! { <i class="mark"></i> }
}

const fn cell_style(automation: Automation) -> RectStyle {
    match automation {
        Automation::Automated => RectStyle::AUTOMATED,
        Automation::Partly => RectStyle::PARTLY,
        Automation::Manual => RectStyle::MANUAL,
        Automation::Unknown => RectStyle::UNKNOWN,
    }
}

const COLUMNS: i32 = 4;
const WIDTH: i32 = 720;
const CELL: i32 = 174;
const HEIGHT: i32 = 76;
const GAP: i32 = 8;
/// The most letters in a line of a cell.
const LETTERS: usize = 18;

/// The map of a track as a picture for a file.
#[must_use]
pub fn drawing(model: &Model, map: &stage_map::StageMap) -> Drawing {
    let mut shapes = Vec::new();
    for (at, stage) in map.stages.iter().enumerate() {
        let place = whole(at);
        let (x, y) = (place % COLUMNS * (CELL + GAP), place / COLUMNS * (HEIGHT + GAP) + 1);
        shapes.push(Shape::Rect {
            x: x + 1,
            y,
            width: CELL - 2,
            height: HEIGHT,
            style: cell_style(stage.automation),
        });
        let title = format!("{}. {}", at + 1, model.stage(stage.stage).title);
        let mut line = |y: i32, style: TextStyle, text: String| {
            shapes.push(Shape::Text { x: x + 12, y, anchor: Anchor::Start, style, text });
        };
        for (row, text) in wrapped(&title, LETTERS, 2).into_iter().enumerate() {
            line(y + 20 + 18 * whole(row), TextStyle::STEP, text);
        }
        line(y + HEIGHT - 10, TextStyle::STATE, advice::automation(stage.automation).to_owned());
    }
    let rows = (whole(map.stages.len()) + COLUMNS - 1) / COLUMNS;
    Drawing { width: WIDTH, height: rows * (HEIGHT + GAP), alt: alt(model, map), shapes }
}

/// The map in words.
fn alt(model: &Model, map: &stage_map::StageMap) -> String {
    let stage =
        |stage: &StageState| format!("{}: {}", model.stage(stage.stage).title, advice::automation(stage.automation));
    let stages: Vec<String> = map.stages.iter().map(stage).collect();
    format!("{} {}.", advice::still_manual(map, model), stages.join("; "))
}

/// A text in lines of at most `letters` letters. A text longer than `lines` lines ends with an ellipsis.
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
