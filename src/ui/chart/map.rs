//! The push-button map: the lifecycle in reading order, one tile a step, with how it runs.
//!
//! The state is said by its word, by the shape of its mark and by the strength of the tile, so that it is readable without
//! colour. Pressed, a tile opens to its buttons.

use crate::ui::chart::drawing::{Anchor, Drawing, Shape};
use crate::ui::chart::sheet::Key;
use crate::ui::chart::whole;
use crate::ui::element::{Element, el};
use crate::ui::opener::Opener;
use mlops_core::advice::button_map::{Automation, ButtonMap, StepState};
use mlops_core::scoring::case::Case;
use mlops_core::words::advice;

/// What the marks mean, from what runs by itself to what nobody knows.
pub const LEGEND: [Key; 4] = [
    Key { class: "step is-automatic", says: advice::runs(Automation::Automatic) },
    Key { class: "step is-partly", says: advice::runs(Automation::Partly) },
    Key { class: "step is-waiting", says: advice::runs(Automation::Waits) },
    Key { class: "step is-unknown", says: advice::runs(Automation::Unknown) },
];

/// The map of a track in the page. `behind` draws the buttons of a step.
#[must_use]
pub fn view(case: Case, map: &ButtonMap, behind: &dyn Fn(&StepState) -> Element) -> Element {
    let opener = Opener::default();
    let mut tiles = el("div").class("map").attr("role", "group").attr("aria-label", alt(case, map));
    for (at, step) in map.steps.iter().enumerate() {
        let about = case.model.step(step.step);
        let tile = opener
            .button(
                at,
                el("span").class("tile-name").lang(case.model.language()).child(format!(
                    "{} {}",
                    at + 1,
                    about.title
                )),
            )
            .class(class(step.runs).replace("step", "tile"))
            .attr("data-step", about.id.clone())
            .attr("data-automation", step.runs.word())
            .child(el("span").class("tile-state").child(el("i").class("mark")).child(advice::runs(step.runs)));
        tiles = tiles.child(tile).child(opener.panel(at, behind(step)));
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

const fn class(runs: Automation) -> &'static str {
    match runs {
        Automation::Automatic => "step is-automatic",
        Automation::Partly => "step is-partly",
        Automation::Waits => "step is-waiting",
        Automation::Unknown => "step is-unknown",
    }
}

/// The map of a track as a picture for a file.
#[must_use]
pub fn drawing(case: Case, map: &ButtonMap) -> Drawing {
    let mut shapes = Vec::new();
    for (at, step) in map.steps.iter().enumerate() {
        let place = whole(at);
        let (x, y) = (place % COLUMNS * (CELL + GAP), place / COLUMNS * (HEIGHT + GAP) + 1);
        shapes.push(Shape::Rect { x: x + 1, y, width: CELL - 2, height: HEIGHT, class: class(step.runs) });
        let title = format!("{}. {}", at + 1, case.model.step(step.step).title);
        let mut line = |y: i32, class: &'static str, text: String| {
            shapes.push(Shape::Text { x: x + 12, y, anchor: Anchor::Start, class, text });
        };
        for (row, text) in wrapped(&title, LETTERS, 2).into_iter().enumerate() {
            line(y + 20 + 18 * whole(row), "step-text", text);
        }
        line(y + HEIGHT - 10, "state", advice::runs(step.runs).to_owned());
    }
    let rows = (whole(map.steps.len()) + COLUMNS - 1) / COLUMNS;
    Drawing { width: WIDTH, height: rows * (HEIGHT + GAP), alt: alt(case, map), shapes }
}

/// The same in words.
fn alt(case: Case, map: &ButtonMap) -> String {
    let steps: Vec<String> = map
        .steps
        .iter()
        .map(|step| format!("{}: {}", case.model.step(step.step).title, advice::runs(step.runs)))
        .collect();
    format!("{} {}.", advice::distance(map), steps.join("; "))
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
