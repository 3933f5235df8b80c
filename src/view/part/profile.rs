//! The profile in its shapes: the chart with its table, and the small one that stands in lists and beside questions.

use leptos::prelude::*;

use super::disclosure::disclosure;
use crate::codec::words;
use crate::domain::case::Case;
use crate::domain::level::Level;
use crate::domain::profile::{AreaProfile, TrackProfile};
use crate::view::chart::profile::{Cell, Room, drawing};

/// The chart of a track, with the same numbers as a table.
#[must_use]
pub fn profile_chart(case: Case, track: &TrackProfile) -> AnyView {
    let wide = drawing(case, track, Room::Wide).view("chart is-wide");
    let narrow = drawing(case, track, Room::Narrow).view("chart is-narrow");
    view! {
        <div class="profile-chart">{wide}{narrow}</div>
        <p class="legend">
            <span class="key is-solid"></span>"in place "
            <span class="key is-open"></span>"still open: not answered, or nobody knows "
            <span class="key"></span>"not yet. Numbers are points of what the level asks."
        </p>
        {disclosure("table-twin", "Show as a table", profile_table(case, track))}
    }
    .into_any()
}

/// The numbers of the chart as a table.
#[must_use]
pub fn profile_table(case: Case, track: &TrackProfile) -> AnyView {
    let row = |area: &AreaProfile| {
        let cells = area.rungs.iter().map(|rung| {
            let Cell { label, .. } = Cell::of(case, rung);
            let open = rung.capabilities.iter().filter(|&&at| case.is_open(at)).count();
            let open = if open == 0 { String::new() } else { format!(", {open} open") };
            view! { <td>{label}{open}{rung.held.then_some(", held")}</td> }
        });
        view! {
            <tr>
                <th scope="row">{case.model.area(area.area).title.clone()}</th>
                <td><strong>{words::level(area)}</strong></td>
                <td>{area.range.high.to_string()}</td>
                {cells.collect_view()}
            </tr>
        }
    };
    let head = Level::RUNGS.map(|level| view! { <th scope="col">{format!("Level {level}")}</th> });
    let title = format!("{} profile: points in place by area and level", case.model.track(track.track).title);
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=title.clone()>
            <table>
                <caption>{title.clone()}</caption>
                <thead>
                    <tr><th scope="col">"Area"</th><th scope="col">"Level"</th><th scope="col">"At most"</th>{head}</tr>
                </thead>
                <tbody>{track.areas.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The levels of a track's areas, small: a list that reads as one.
#[must_use]
pub fn small_profile(case: Case, track: &TrackProfile) -> AnyView {
    let item = |area: &AreaProfile| {
        let steps = Level::RUNGS.map(|level| {
            let class = if level <= area.range.low {
                format!("pip l{level} is-held")
            } else if level <= area.range.high {
                "pip is-open".to_owned()
            } else {
                "pip".to_owned()
            };
            view! { <span class=class></span> }
        });
        let label = words::range(area.range);
        view! {
            <li>
                <span class="small-name">{case.model.area(area.area).title.clone()}</span>
                <span class="pips" aria-hidden="true">{steps}</span>
                <span class="small-level"><span aria-hidden="true">{words::level(area)}</span><span class="sr-only">{label}</span></span>
            </li>
        }
    };
    view! { <ul class="small-profile">{track.areas.iter().map(item).collect_view()}</ul> }.into_any()
}
