//! Charts: geometry first (numbers out, tested without a page), then one way to draw any of it.

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

/// What is explained in the legend of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendEntry {
    /// A mark, by its classes.
    Mark(&'static str),
    /// A sign that is written.
    Text(&'static str),
}

/// The legend of a chart: each mark with what it means.
#[component]
pub fn Legend(
    /// The marks with what they mean.
    entries: Vec<(LegendEntry, String)>,
) -> impl IntoView {
    let entry = |(entry, says)| {
        let mark = match entry {
            LegendEntry::Mark(class) => view! { <i class=class></i> }.into_any(),
            LegendEntry::Text(text) => view! { <b>{text}</b> }.into_any(),
        };
        view! { <span>{mark} {says}</span> }
    };
    view! { <p class="legend">{entries.into_iter().map(entry).collect_view()}</p> }
}
