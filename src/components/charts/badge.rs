//! A badge: the overall level of a track in one line, for a page that only has room for that.

use crate::components::charts::drawing::{Anchor, Drawing, Shape};
use crate::components::charts::style::{RectStyle, TextStyle};
use crate::components::charts::whole;
use mlops_core::model::Model;
use mlops_core::scoring::case::Scope;
use mlops_core::scoring::profile::TrackProfile;
use mlops_core::words;

const HEIGHT: i32 = 24;

/// The badge of a track; `None` if no area of it is asked.
#[must_use]
pub fn drawing(model: &Model, track: &TrackProfile) -> Option<Drawing> {
    let floor = track.overall?;
    let title = model.track(track.track).title.clone();
    let scope = if track.essentials_only { Scope::Essentials } else { Scope::Full };
    let level = words::result::badge(Some(floor), scope);
    // Wide enough for the widest system font of this size.
    let width = |text: &str| 9 * whole(text.chars().count()) + 12;
    let (left, right) = (width(&title), width(&level));
    let rect = |x, width, style| Shape::Rect { x, y: 0, width, height: HEIGHT, style };
    let text = |x, style, text| Shape::Text { x, y: 17, anchor: Anchor::Middle, style, text };
    let on_level = if floor.low.number() > 2 { TextStyle::ON_DARK } else { TextStyle::STEP };
    let shapes = vec![
        rect(0, left, RectStyle::CELL),
        rect(left, right, RectStyle::level(floor.low)),
        text(left / 2, TextStyle::STEP, title.clone()),
        text(left + right / 2, on_level, level),
    ];
    Some(Drawing { width: left + right, height: HEIGHT, alt: format!("{title}: {}", words::range(floor)), shapes })
}
