//! Names and descriptions of levels.
//!
//! "level 2" inside a sentence is part of that sentence, so that a translation can inflect it.

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

/// "What Model release looks like at level 2:": before the description of a level of an area.
#[must_use]
pub fn at(area: &Area, level: Level) -> String {
    format!("What {} looks like at level {level}:", area.title)
}

/// Before a scene that a team recognises.
pub const SCENE: &str = "For example:";

/// "When level 3 pays off": before when it is worth being there.
#[must_use]
pub fn when(level: Level) -> String {
    format!("When level {level} pays off")
}
