//! What a level looks like, in words that can be read out.

use super::inside;
use crate::model::Area;
use crate::model::level::Level;

/// "At model release 2 you would see:": before what a level looks like in an area.
#[must_use]
pub fn at(area: &Area, level: Level) -> String {
    format!("At {} {level} you would see:", inside(&area.title))
}

/// Before a scene that a team recognises.
pub const SCENE: &str = "For example:";

/// "When level 3 pays off": before when it is worth being there.
#[must_use]
pub fn when(level: Level) -> String {
    format!("When level {level} pays off")
}
