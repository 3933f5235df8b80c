//! The profile in its shapes: the chart with its table, and the small one that stands in lists and beside questions.

use leptos::prelude::AnyView;

use crate::ui::chart::profile::{Cell, Room, drawing};
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el, group};
use crate::ui::table::{cell, row, table};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, Model};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::{AreaProfile, Range, TrackProfile};
use mlops_core::words;

/// The chart of a track, with the same numbers as a table.
#[must_use]
pub fn profile_chart(case: Case, track: &TrackProfile) -> AnyView {
    let key = |class: &'static str, says: &'static str| {
        el("span").class("key-entry").child(el("span").class(class)).child(says)
    };
    group()
        .child(
            el("div")
                .class("profile-chart")
                .child(drawing(case, track, Room::Wide).view("chart is-wide"))
                .child(drawing(case, track, Room::Narrow).view("chart is-narrow")),
        )
        .child(
            el("p")
                .class("legend")
                .child(key("key is-solid", "in place "))
                .child(key("key is-open", "still open: not answered, or nobody knows "))
                .child(key("key", "not yet. "))
                .child("Numbers are points of what the level asks."),
        )
        .child(disclosure("table-twin", "Show as a table", profile_table(case, track)))
        .into_any()
}

/// The heads of columns that stand for levels.
#[must_use]
pub fn level_heads(before: &[&'static str]) -> Vec<String> {
    let mut heads: Vec<String> = before.iter().map(|&head| head.to_owned()).collect();
    for level in Level::ASKED {
        heads.push(format!("Level {level}"));
    }
    heads
}

/// The numbers of the chart as a table.
#[must_use]
pub fn profile_table(case: Case, track: &TrackProfile) -> AnyView {
    let title = format!("{} profile: points in place by area and level", case.model.track(track.track).title);
    let rows = track.areas.iter().map(|area| area_row(case, area)).collect();
    table(title, &level_heads(&["Area", "Level", "At most"]), rows)
}

fn area_row(case: Case, area: &AreaProfile) -> Element {
    let mut shown = row(case.model.area(area.area).title.clone())
        .child(cell(el("strong").child(words::level(area))))
        .child(cell(area.range.high.to_string()));
    for level_result in &area.levels {
        let Cell { label, open, .. } = Cell::of(case, level_result);
        let open = if open == 0 { String::new() } else { format!(", {} open", open / 2) };
        let held = if level_result.held { ", held" } else { "" };
        shown = shown.child(cell(format!("{label}{open}{held}")));
    }
    shown
}

/// The levels of a track's areas, small: a list that reads as one.
#[must_use]
pub fn small_profile(case: Case, track: &TrackProfile) -> AnyView {
    let item = |area: &AreaProfile| small_area(case.model, area.area, area_stands(area));
    el("ul").class("small-profile").child(track.areas.iter().map(item).collect::<Vec<_>>()).into_any()
}

/// The same for levels as planned, named for those who read the markup.
#[must_use]
pub fn planned_profile(case: Case, track: &TrackProfile) -> AnyView {
    let item = |area: &AreaProfile| {
        small_area(case.model, area.area, area_stands(area))
            .attr("data-area", case.model.area(area.area).id.clone())
            .attr("data-planned", area.range.low.to_string())
            .attr("data-planned-low", area.range.low.to_string())
            .attr("data-planned-high", area.range.high.to_string())
    };
    el("ul").class("small-profile").child(track.areas.iter().map(item).collect::<Vec<_>>()).into_any()
}

/// An area of a small profile.
#[must_use]
pub fn small_area(model: &Model, area: AreaIx, stands: Element) -> Element {
    el("li").child(el("span").child(model.area(area).title.clone())).child(stands)
}

/// Where an area stands.
#[must_use]
pub fn area_stands(area: &AreaProfile) -> Element {
    stands(area.range, words::level_or_range(area))
}

/// A pip a level, filled as far as it is reached and hatched as far as it may be, and the level in a word.
#[must_use]
pub fn stands(range: Range, word: String) -> Element {
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
        .child(el("span").class("sr-only").child(words::range(range)))
}
