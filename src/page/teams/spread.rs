//! How the teams are spread over the levels, area by area, and what they have in common.

use leptos::prelude::AnyView;
use leptos::prelude::*;

use crate::components::Blocks;
use crate::page::teams::board::Board;
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el, group, nothing};
use mlops_core::history::portfolio::AreaLevels;
use mlops_core::model::level::Level;
use mlops_core::report::document::Block;
use mlops_core::report::portfolio::{in_common as common_text, levels_table};
use mlops_core::words::{history, levels, result as result_words, teams as say};

/// A bar an area, with its table.
#[must_use]
pub fn spread(board: Board) -> AnyView {
    let (Some(teams), rows) = (board.teams.get(), board.rows.get()) else { return nothing() };
    if rows.is_empty() {
        return el("p").class("notice").attr("role", "status").child(say::NONE_FOUND).into_any();
    }
    let levels = teams.distribution(&rows);
    let mixed = teams.is_mixed(&rows).then(|| el("p").class("quiet").child(history::mixed()));
    let bars: Vec<Element> =
        levels.iter().map(|levels| bar(&history::area_or_all(teams.model(), levels), levels, rows.len())).collect();
    let table = view! { <Blocks blocks=vec![levels_table(&teams, &levels)]/> }.into_any();
    group()
        .child(el("h2").child(say::DISTRIBUTION))
        .child(mixed)
        .child(legend(levels.iter().any(|levels| levels.without > 0)))
        .child(el("ul").class("spread").child(bars))
        .child(disclosure("table-twin", result_words::AS_TABLE, table))
        .into_any()
}

/// What the colours mean.
fn legend(has_none: bool) -> Element {
    let mut legend = el("p").class("legend");
    for level in Level::ALL {
        let key = el("i").class(format!("key of-level l{level}"));
        legend = legend.child(el("span").child(key).child(levels::level(level)));
    }
    legend.child(has_none.then(|| el("span").child(el("i").class("key is-open")).child(say::NOT_ASKED)))
}

fn bar(title: &str, levels: &AreaLevels, of: usize) -> Element {
    let mut parts = el("span")
        .class("spread-bar")
        .attr("role", "img")
        .attr("aria-label", say::spread(title, &levels.teams, levels.without));
    for (level, &teams) in levels.teams.iter().enumerate().filter(|(_, teams)| **teams > 0) {
        // So small a part has no room for its number.
        let number = if 100 * teams >= 4 * of { teams.to_string() } else { String::new() };
        let says = say::teams_at(teams, level);
        parts = parts.child(
            el("span")
                .class(format!("l{level}"))
                .attr("title", says)
                .prop("style", move || format!("flex:{teams} 1 0"))
                .child(number),
        );
    }
    if levels.without > 0 {
        let without = levels.without;
        parts = parts.child(el("span").class("is-none").prop("style", move || format!("flex:{without} 1 0")));
    }
    el("li").child(el("span").child(title.to_owned())).child(parts)
}

/// What would be worth doing once for many, what is missing, mismatches, and what is manual.
#[must_use]
pub fn in_common(board: Board) -> AnyView {
    let (Some(teams), rows) = (board.teams.get(), board.rows.get()) else { return nothing() };
    let blocks = common_text(&teams, &rows).blocks;
    let mut parts: Vec<Element> = Vec::new();
    let mut part: Vec<Block> = Vec::new();
    let section = |part: &[Block]| el("section").child(view! { <Blocks blocks=part.to_vec()/> }.into_any());
    for block in blocks {
        if matches!(block, Block::Heading(..)) && !part.is_empty() {
            parts.push(section(&part));
            part.clear();
        }
        part.push(block);
    }
    if !part.is_empty() {
        parts.push(section(&part));
    }
    el("div").class("in-common").child(parts).into_any()
}
