//! A badge: the floor of a track in one line, for a page that only has room for that.

use crate::ui::chart::drawing::{Anchor, Drawing, Shape};
use crate::ui::chart::{FILL, whole};
use mlops_core::model::Model;
use mlops_core::scoring::profile::TrackProfile;
use mlops_core::words;

const HEIGHT: i32 = 24;

/// The badge of a track; none when it has no level.
#[must_use]
pub fn drawing(model: &Model, track: &TrackProfile) -> Option<Drawing> {
    let floor = track.overall?;
    let title = model.track(track.track).title.clone();
    let level = format!("level {}", floor.low);
    // Wide enough for the widest system font of this size.
    let width = |text: &str| 9 * whole(text.chars().count()) + 12;
    let (left, right) = (width(&title), width(&level));
    let text = |x, class, text| Shape::Text { x, y: 17, anchor: Anchor::Middle, class, text };
    let on_level = if floor.low.number() > 2 { "on-automatic" } else { "step-text" };
    let shapes = vec![
        Shape::Rect { x: 0, y: 0, width: left, height: HEIGHT, class: "cell" },
        Shape::Rect { x: left, y: 0, width: right, height: HEIGHT, class: FILL[usize::from(floor.low.number())] },
        text(left / 2, "step-text", title.clone()),
        text(left + right / 2, on_level, level),
    ];
    Some(Drawing { width: left + right, height: HEIGHT, alt: format!("{title}: {}", words::range(floor)), shapes })
}
