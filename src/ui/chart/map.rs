//! What is still manual: the lifecycle in reading order, one tile a stage, with how far it is automated.
//!
//! The state is said by its word, by the shape of its mark and by the strength of the tile, so that it is readable without
//! colour. Pressed, a tile opens to its manual tasks.

use crate::ui::chart::drawing::{Anchor, Drawing, Shape};
use crate::ui::chart::sheet::Key;
use crate::ui::chart::whole;
use crate::ui::element::{Element, el};
use crate::ui::opener::Opener;
use mlops_core::advice::stage_map::{Automation, StageMap, StageState};
use mlops_core::scoring::case::Case;
use mlops_core::words::advice;

/// What the marks mean, from what runs by itself to what nobody knows.
pub const LEGEND: [Key; 4] = [
    Key { class: "step is-automatic", says: advice::automation(Automation::Automated) },
    Key { class: "step is-partly", says: advice::automation(Automation::Partly) },
    Key { class: "step is-waiting", says: advice::automation(Automation::Manual) },
    Key { class: "step is-unknown", says: advice::automation(Automation::Unknown) },
];

/// The map of a track in the page. `behind` draws the manual tasks of a stage.
#[must_use]
pub fn view(case: Case, map: &StageMap, behind: &dyn Fn(&StageState) -> Element) -> Element {
    let opener = Opener::default();
    let mut tiles = el("div").class("map").attr("role", "group").attr("aria-label", alt(case, map));
    for (at, stage) in map.stages.iter().enumerate() {
        let about = case.model.stage(stage.stage);
        let tile = opener
            .button(
                at,
                el("span").class("tile-name").lang(case.model.language()).child(format!(
                    "{} {}",
                    at + 1,
                    about.title
                )),
            )
            .class(class(stage.automation).replace("step", "tile"))
            .attr("data-stage", about.id.clone())
            .attr("data-automation", stage.automation.word())
            .child(
                el("span")
                    .class("tile-state")
                    .child(el("i").class("mark"))
                    .child(advice::automation(stage.automation)),
            );
        tiles = tiles.child(tile).child(opener.panel(at, behind(stage)));
    }
    tiles
}

const COLUMNS: i32 = 4;
const WIDTH: i32 = 720;
const CELL: i32 = 174;
const HEIGHT: i32 = 76;
const GAP: i32 = 8;
/// Letters that fit into a line of a cell.
const LETTERS: usize = 18;

const fn class(automation: Automation) -> &'static str {
    match automation {
        Automation::Automated => "step is-automatic",
        Automation::Partly => "step is-partly",
        Automation::Manual => "step is-waiting",
        Automation::Unknown => "step is-unknown",
    }
}

/// The map of a track as a picture for a file.
#[must_use]
pub fn drawing(case: Case, map: &StageMap) -> Drawing {
    let mut shapes = Vec::new();
    for (at, stage) in map.stages.iter().enumerate() {
        let place = whole(at);
        let (x, y) = (place % COLUMNS * (CELL + GAP), place / COLUMNS * (HEIGHT + GAP) + 1);
        shapes.push(Shape::Rect { x: x + 1, y, width: CELL - 2, height: HEIGHT, class: class(stage.automation) });
        let title = format!("{}. {}", at + 1, case.model.stage(stage.stage).title);
        let mut line = |y: i32, class: &'static str, text: String| {
            shapes.push(Shape::Text { x: x + 12, y, anchor: Anchor::Start, class, text });
        };
        for (row, text) in wrapped(&title, LETTERS, 2).into_iter().enumerate() {
            line(y + 20 + 18 * whole(row), "step-text", text);
        }
        line(y + HEIGHT - 10, "state", advice::automation(stage.automation).to_owned());
    }
    let rows = (whole(map.stages.len()) + COLUMNS - 1) / COLUMNS;
    Drawing { width: WIDTH, height: rows * (HEIGHT + GAP), alt: alt(case, map), shapes }
}

/// The same in words.
fn alt(case: Case, map: &StageMap) -> String {
    let stages: Vec<String> = map
        .stages
        .iter()
        .map(|stage| format!("{}: {}", case.model.stage(stage.stage).title, advice::automation(stage.automation)))
        .collect();
    format!("{} {}.", advice::still_manual(map, case.model), stages.join("; "))
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
