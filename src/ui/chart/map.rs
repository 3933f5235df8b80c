//! The push-button map: the lifecycle in reading order, one cell a step, with how it runs.
//!
//! The state is said by its word, by the strength of the cell and by its border, so that it is readable without colour.

use crate::ui::chart::drawing::{Anchor, Drawing, Shape};
use crate::ui::chart::profile::Room;
use crate::ui::chart::sheet::Key;
use crate::ui::chart::whole;
use mlops_core::advice::button_map::{Automation, ButtonMap};
use mlops_core::scoring::case::Case;
use mlops_core::words::advice;

/// What the marks mean, from what runs by itself to what nobody knows.
pub const LEGEND: [Key; 4] = [
    Key { class: "step is-automatic", says: advice::runs(Automation::Automatic) },
    Key { class: "step is-partly", says: advice::runs(Automation::Partly) },
    Key { class: "step is-waiting", says: advice::runs(Automation::Waits) },
    Key { class: "step is-unknown", says: advice::runs(Automation::Unknown) },
];

struct Measures {
    columns: i32,
    width: i32,
    cell: i32,
    height: i32,
    gap: i32,
    /// Letters that fit into a line of a cell.
    letters: usize,
    /// Lines for a title.
    lines: usize,
}

const fn measures(room: Room) -> Measures {
    match room {
        Room::Wide => Measures { columns: 4, width: 720, cell: 174, height: 76, gap: 8, letters: 18, lines: 2 },
        Room::Narrow => Measures { columns: 1, width: 320, cell: 320, height: 48, gap: 5, letters: 38, lines: 1 },
    }
}

const fn class(runs: Automation) -> &'static str {
    match runs {
        Automation::Automatic => "step is-automatic",
        Automation::Partly => "step is-partly",
        Automation::Waits => "step is-waiting",
        Automation::Unknown => "step is-unknown",
    }
}

const fn text_class(runs: Automation) -> &'static str {
    match runs {
        Automation::Automatic => "on-automatic",
        Automation::Partly | Automation::Waits | Automation::Unknown => "step-text",
    }
}

/// The map of a track as a picture.
#[must_use]
pub fn drawing(case: Case, map: &ButtonMap, room: Room) -> Drawing {
    let m = measures(room);
    let mut shapes = Vec::new();
    for (at, step) in map.steps.iter().enumerate() {
        let place = whole(at);
        let (x, y) = (place % m.columns * (m.cell + m.gap), place / m.columns * (m.height + m.gap) + 1);
        shapes.push(Shape::Rect { x: x + 1, y, width: m.cell - 2, height: m.height, class: class(step.runs) });
        let title = format!("{}. {}", at + 1, case.model.step(step.step).title);
        let mut line = |y: i32, class: &'static str, text: String| {
            shapes.push(Shape::Text { x: x + 12, y, anchor: Anchor::Start, class, text });
        };
        for (row, text) in wrapped(&title, m.letters, m.lines).into_iter().enumerate() {
            line(y + 20 + 18 * whole(row), text_class(step.runs), text);
        }
        let state_class = if step.runs == Automation::Automatic { "state on-automatic" } else { "state" };
        line(y + m.height - 10, state_class, advice::runs(step.runs).to_owned());
    }
    let rows = (whole(map.steps.len()) + m.columns - 1) / m.columns;
    Drawing { width: m.width, height: rows * (m.height + m.gap), alt: alt(case, map), shapes }
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
