//! The plan as a picture: wave by wave, one bar per step. The solid part of a bar is the least effort, the lighter
//! part goes on to the most.

use crate::components::charts::drawing::{Anchor, Drawing, Shape};
use crate::components::charts::map::wrapped;
use crate::components::charts::slide::LegendItem;
use crate::components::charts::style::{RectStyle, TextStyle};
use mlops_core::advice::plan::Plan;
use mlops_core::model::level::Level;
use mlops_core::scoring::case::Case;
use mlops_core::words::{advice, report};

/// The meaning of the fills.
pub const LEGEND: [LegendItem; 2] = [
    LegendItem { style: AT_LEAST, says: report::AT_LEAST },
    LegendItem { style: RectStyle::OPEN, says: report::AT_MOST },
];

const AT_LEAST: RectStyle = RectStyle::level(Level::ASKED[2]);

const WIDTH: i32 = 720;
const NAMES: i32 = 270;
const BARS: i32 = 300;
const ROW: i32 = 24;
const HEAD: i32 = 30;

/// The plan of a track as a picture.
#[must_use]
pub fn drawing(case: Case, plan: &Plan) -> Drawing {
    let longest = plan.steps().map(|step| step.effort.max).max().unwrap_or(1).max(1);
    let length = |half_days: u64| i32::try_from(u64::from(BARS.unsigned_abs()) * half_days / longest).unwrap_or(BARS);
    let mut shapes = Vec::new();
    let mut y = 0;
    for (number, wave) in plan.waves.iter().enumerate() {
        let title = report::wave(number + 1);
        shapes.push(Shape::Text { x: 0, y: y + 20, anchor: Anchor::Start, style: TextStyle::LEVEL, text: title });
        y += HEAD;
        for step in wave {
            let name = case.model.capability(step.capability).name();
            let name = wrapped(name, 36, 1).pop().unwrap_or_default();
            shapes.push(Shape::Text { x: 0, y: y + 15, anchor: Anchor::Start, style: TextStyle::STEP, text: name });
            let bar =
                |to: u64, style| Shape::Rect { x: NAMES, y: y + 3, width: length(to).max(2), height: 15, style };
            shapes.push(bar(step.effort.max, RectStyle::OPEN));
            shapes.push(bar(step.effort.min, AT_LEAST));
            let text = advice::person_days(step.effort);
            let x = NAMES + length(step.effort.max) + 8;
            shapes.push(Shape::Text { x, y: y + 15, anchor: Anchor::Start, style: TextStyle::HEAD, text });
            y += ROW;
        }
    }
    let steps = plan.steps().count();
    let alt = report::plan_drawn(steps, plan.waves.len(), &advice::person_days(plan.effort));
    Drawing { width: WIDTH, height: y + 4, alt, shapes }
}
