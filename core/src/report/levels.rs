//! What a level looks like in an area, and when it pays to be there: for whoever has to say it to somebody else.

use super::document::{Block, Line};
use crate::model::level::Level;
use crate::model::{AreaIx, Model};
use crate::words::result as say;

/// What one would see at a level of an area, with its scene; nothing where the model does not say.
#[must_use]
pub fn in_plain_words(model: &Model, area: AreaIx, level: Level) -> Option<Line> {
    let told = model.texts().area_level(area, level)?;
    let line = Line::strong(say::area_at_level(model.area(area), level)).then(format!(" {} ", told.text));
    Some(line.quietly(format!("{} {}", say::LEVEL_SCENE, told.scene)))
}

/// When it pays to be at a level; nothing where the model does not say.
#[must_use]
pub fn pays_off(model: &Model, level: Level) -> Option<Line> {
    let told = model.level_text(level).pays_off.as_deref()?;
    Some(Line::named(&say::when_level_pays_off(level), told))
}

/// Both, as a page shows them behind a cell of the profile.
#[must_use]
pub fn behind_a_cell(model: &Model, area: AreaIx, level: Level) -> Vec<Block> {
    let lines = [in_plain_words(model, area, level), pays_off(model, level)];
    lines.into_iter().flatten().map(Block::Paragraph).collect()
}
