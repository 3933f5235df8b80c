//! What a level is called, and what it looks like, in words that can be read out.
//!
//! "level 2" inside a sentence stands in that sentence, so that another language can put it in its case.

use super::inside;
use crate::model::level::Level;
use crate::model::{Area, Model};

/// "Level 2": by itself, as a head, a choice or the key of a colour.
#[must_use]
pub fn level(level: Level) -> String {
    format!("Level {level}")
}

/// "Level 2, Automated training".
#[must_use]
pub fn named(model: &Model, at: Level) -> String {
    format!("{}, {}", level(at), model.level_text(at).name)
}

/// "1 → 3": a level before and after, or today and as planned; the same once where nothing changes.
#[must_use]
pub fn from_to(before: &str, after: &str) -> String {
    if before == after { after.to_owned() } else { format!("{before} \u{2192} {after}") }
}

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
