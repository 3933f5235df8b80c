//! What a level looks like in an area, and when it pays off: for people who have to explain it to others.

use super::document::{Block, Line};
use crate::model::level::Level;
use crate::model::{AreaIx, Model};
use crate::words::result as say;

/// The description of a level in an area, with its scene; `None` if the model has none.
#[must_use]
pub fn in_plain_words(model: &Model, area: AreaIx, level: Level) -> Option<Line> {
    let text = model.texts().area_level(area, level)?;
    let line = Line::strong(say::area_at_level(model.area(area), level)).then(format!(" {} ", text.text));
    Some(line.quietly(format!("{} {}", say::LEVEL_SCENE, text.scene)))
}

/// When a level pays off; `None` if the model does not say.
#[must_use]
pub fn pays_off(model: &Model, level: Level) -> Option<Line> {
    let text = model.level_text(level).pays_off.as_deref()?;
    Some(Line::named(&say::when_level_pays_off(level), text))
}

/// Both, as the page shows them behind a cell of the profile.
#[must_use]
pub fn behind_a_cell(model: &Model, area: AreaIx, level: Level) -> Vec<Block> {
    let lines = [in_plain_words(model, area, level), pays_off(model, level)];
    lines.into_iter().flatten().map(Block::Paragraph).collect()
}
