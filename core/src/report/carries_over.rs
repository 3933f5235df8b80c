//! The practices of one track that can be reused for another.

use super::document::{Block, Line};
use crate::advice::next_steps::Advice;
use crate::model::TrackIx;
use crate::model::texts::CarriesOver;
use crate::scoring::case::Case;
use crate::words::{self, advice};

/// The practices of other assessed tracks that help with missing practices of this track: first those in place, then,
/// folded, all others. `None` if there are none.
#[must_use]
pub fn carries_over(case: Case, to: TrackIx, advice: &Advice) -> Option<Vec<Block>> {
    let model = case.model;
    let is_asked = |one: &&CarriesOver| {
        let from = model.track_of(one.from);
        model.track_of(one.to) == to
            && from != to
            && case.question_set.tracks.contains(&from)
            && case.in_scope(one.to)
            && !case.has(one.to)
    };
    let asked = model.texts().carries_over.iter().filter(is_asked);
    let (have, others): (Vec<&CarriesOver>, Vec<&CarriesOver>) = asked.partition(|one| case.has(one.from));
    let lines = |of: &[&CarriesOver]| Block::List(of.iter().map(|one| line(case, one, advice)).collect());
    let mut blocks = Vec::new();
    if !have.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(advice::CARRIES_OVER)));
        blocks.push(lines(&have));
    }
    if !others.is_empty() {
        let summary = Line::plain(advice::carries_over_later(others.len()));
        blocks.push(Block::More { summary, blocks: vec![lines(&others)] });
    }
    (!blocks.is_empty()).then_some(blocks)
}

fn line(case: Case, one: &CarriesOver, advice: &Advice) -> Line {
    let (from, to) = (case.model.capability(one.from), case.model.capability(one.to));
    let line = Line::strong(from.name()).then(advice::HELPS);
    let name = words::quoted(to.name());
    let line = if advice.has(one.to) { line.step(name, to.id.as_str()) } else { line.then(name) };
    line.then(format!(". {}", one.how))
}
