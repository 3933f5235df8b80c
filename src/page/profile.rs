//! The profile, small: in lists and beside questions.

use leptos::prelude::AnyView;

use crate::ui::element::{Element, el};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, Model};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::{AreaProfile, Range, TrackProfile};
use mlops_core::words;

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
