//! Charts. Each chart computes its geometry as plain numbers, so that tests need no page, and draws it in one of two
//! ways.

pub mod badge;
pub mod drawing;
pub mod heat;
pub mod map;
pub mod pair;
pub mod plan;
pub mod profile;
pub mod slide;
pub mod style;
pub mod trend;

use leptos::prelude::*;

/// A count as a length.
fn whole(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// How a sign is shown in a legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendEntry {
    /// A mark drawn by these classes of the style sheet.
    Mark(&'static str),
    /// A sign written as text.
    Text(&'static str),
}

/// The legend of a chart: each sign with its meaning.
#[component]
pub fn Legend(entries: Vec<(LegendEntry, String)>) -> impl IntoView {
    let entry = |(entry, says)| {
        let mark = match entry {
            LegendEntry::Mark(class) => view! { <i class=class></i> }.into_any(),
            LegendEntry::Text(text) => view! { <b>{text}</b> }.into_any(),
        };
        view! { <span>{mark} {says}</span> }
    };
    view! { <p class="legend">{entries.into_iter().map(entry).collect_view()}</p> }
}
