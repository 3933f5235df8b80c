//! The profile in its other shapes: as a table, and the small one that stands in lists and beside questions.

use leptos::prelude::AnyView;

use crate::ui::chart::profile::Cell;
use crate::ui::element::{Element, el};
use crate::ui::table::{cell, row, table};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, Model};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::{AreaProfile, Range, TrackProfile};
use mlops_core::words;
use mlops_core::words::result as say;

/// The heads of columns that stand for levels.
#[must_use]
pub fn level_heads(before: &[&'static str]) -> Vec<String> {
    let mut heads: Vec<String> = before.iter().map(|&head| head.to_owned()).collect();
    for level in Level::ASKED {
        heads.push(words::levels::level(level));
    }
    heads
}

/// The numbers of the chart as a table.
#[must_use]
pub fn profile_table(case: Case, track: &TrackProfile) -> AnyView {
    let title = say::table_of(case.model, track);
    let rows = track.areas.iter().map(|area| area_row(case, area)).collect();
    table(title, &level_heads(&say::PROFILE_HEADS), rows)
}

fn area_row(case: Case, area: &AreaProfile) -> Element {
    let mut shown = row(case.model.area(area.area).title.clone())
        .child(cell(el("strong").child(words::level_or_unknown(area))))
        .child(cell(area.range.high.to_string()));
    for level_result in &area.levels {
        let is_reached = level_result.level <= area.range.low && !level_result.is_empty();
        let state = say::cell_state(Cell::of(case, level_result).open / 2, is_reached);
        shown = shown.child(cell(format!("{}{state}", say::points(level_result))));
    }
    shown
}

/// The levels of a track's areas, small: a list that reads as one.
#[must_use]
pub fn small_profile(case: Case, track: &TrackProfile) -> AnyView {
    let item = |area: &AreaProfile| small_area(case.model, area.area, area_stands(area));
    el("ul").class("small-profile").child(track.areas.iter().map(item).collect::<Vec<_>>()).into_any()
}

/// An area of a small profile.
#[must_use]
pub fn small_area(model: &Model, area: AreaIx, stands: Element) -> Element {
    el("li").child(el("span").lang(model.language()).child(model.area(area).title.clone())).child(stands)
}

/// Where an area stands.
#[must_use]
pub fn area_stands(area: &AreaProfile) -> Element {
    stands(area.range, words::level_in_short(area), words::stands(area))
}

/// A pip a level, filled as far as it is reached and hatched as far as it may be, and the level in a word.
#[must_use]
pub fn stands(range: Range, word: String, says: String) -> Element {
    let mut pips = el("span").class("pips").attr("aria-hidden", "true");
    for level in Level::ASKED {
        let class = if level <= range.low {
            format!("pip l{level}")
        } else if level <= range.high {
            "pip is-open".to_owned()
        } else {
            "pip".to_owned()
        };
        pips = pips.child(el("i").class(class));
    }
    el("span")
        .class("stands")
        .child(pips)
        .child(el("b").attr("aria-hidden", "true").child(word))
        .child(el("span").class("sr-only").child(says))
}
