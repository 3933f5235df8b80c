//! What is looked for among the teams.

use leptos::prelude::*;

use crate::browser::{clock, event};
use crate::page::teams::board::Board;
use crate::ui::control::{button, field, labelled};
use crate::ui::element::{Element, el, nothing};
use mlops_core::history::portfolio::{Grouping, Portfolio, Query};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, Model};
use mlops_core::scoring::case::Scope;
use mlops_core::words::{self, teams as say};

/// How long the search waits for another letter, in milliseconds.
const TYPING: i32 = 150;

/// A choice: what it is called, and whether it is chosen.
type Option3 = (String, String, bool);

/// The controls.
#[must_use]
pub fn filters(board: Board) -> AnyView {
    let Some(teams) = board.teams.get() else { return nothing() };
    let all: Vec<usize> = (0..teams.len()).collect();
    let query = board.query.get_untracked();
    let model = teams.model();
    let areas: Vec<AreaIx> = teams.distribution(&all).iter().filter_map(|levels| levels.area).collect();
    el("div")
        .class("filters")
        .attr("role", "search")
        .child(search(board))
        .child(scope(board, &query))
        .child(stands(board, model, &areas, &query))
        .child(mismatch(board, &teams, &all, &query))
        .child(manual_stage(board, &teams, &all, &query))
        .child(grouping(board))
        .child(button(say::ALL_AGAIN, move || {
            let sorted = board.query.with_untracked(|query| (query.sort, query.descending));
            board.ask(|query| *query = Query { sort: sorted.0, descending: sorted.1, ..Query::default() });
            board.grouping.set(Grouping::None);
            // The controls are drawn anew, as nothing is chosen in them.
            board.teams.update(|_| {});
        }))
        .into_any()
}

fn search(board: Board) -> Element {
    let typed = RwSignal::new(board.query.with_untracked(|query| query.search.clone()));
    let look = move |text: String| {
        typed.set(text.clone());
        clock::after(TYPING, move || {
            // Only the last letter of several looks.
            if typed.try_get_untracked().as_deref() == Some(&text) {
                board.ask(|query| query.search = text);
            }
        });
    };
    field(say::SEARCH, "text", "120", move || typed.get(), look)
}

/// A field of choices; calls back with the value of the one that is chosen.
fn choice(label: &'static str, options: Vec<Option3>, chosen: impl Fn(&str) + 'static) -> Element {
    // The name is the label alone: a label around a select would be read with all its options.
    let mut select =
        el("select").attr("aria-label", label).on("change", move |changed| chosen(&event::value(&changed)));
    for (value, says, is_chosen) in options {
        select = select.child(el("option").attr("value", value).flag("selected", is_chosen).child(says));
    }
    labelled(label, select)
}

fn any(is_chosen: bool) -> Option3 {
    (String::new(), say::ANY.to_owned(), is_chosen)
}

fn scope(board: Board, query: &Query) -> Element {
    let mut options = vec![any(query.scope.is_none())];
    for scope in [Scope::Essentials, Scope::Full] {
        options.push((scope.word().to_owned(), words::scope(scope).to_owned(), query.scope == Some(scope)));
    }
    choice(say::ASKED, options, move |value| board.ask(|query| query.scope = Scope::from_word(value)))
}

/// Two choices that are one filter: where, and at most how high.
fn stands(board: Board, model: &Model, areas: &[AreaIx], query: &Query) -> Vec<Element> {
    let chosen = RwSignal::new((
        query.at_most.and_then(|(area, _)| area).map_or_else(String::new, |area| model.area(area).id.clone()),
        query.at_most.map_or_else(String::new, |(_, level)| level.to_string()),
    ));
    let all = areas.to_vec();
    let ids: Vec<String> = areas.iter().map(|&area| model.area(area).id.clone()).collect();
    let ask = move || {
        let (area, level) = chosen.get_untracked();
        let area = ids.iter().position(|id| *id == area).map(|at| all[at]);
        let level = level.parse().ok().and_then(Level::new);
        board.ask(|query| query.at_most = level.map(|level| (area, level)));
    };
    let is_in = |id: &str| chosen.with_untracked(|(area, _)| area == id);
    let mut places = vec![(String::new(), words::heads::OVERALL.to_owned(), is_in(""))];
    for &area in areas {
        let area = model.area(area);
        places.push((area.id.clone(), area.title.clone(), is_in(&area.id)));
    }
    let mut levels = vec![any(query.at_most.is_none())];
    for level in Level::ALL.into_iter().filter(|&level| level < Level::TOP) {
        let is_chosen = query.at_most.is_some_and(|(_, at_most)| at_most == level);
        levels.push((level.to_string(), words::levels::level(level), is_chosen));
    }
    let again = ask.clone();
    vec![
        choice(say::STANDS_IN, places, move |value| {
            chosen.update(|chosen| chosen.0 = value.to_owned());
            ask();
        }),
        choice(say::STANDS_AT, levels, move |value| {
            chosen.update(|chosen| chosen.1 = value.to_owned());
            again();
        }),
    ]
}

fn mismatch(board: Board, teams: &Portfolio, all: &[usize], query: &Query) -> Element {
    let mut options = vec![any(query.mismatch.is_none())];
    for (pattern, number) in teams.common_mismatches(all) {
        let Some(title) = teams.model().patterns().get(pattern).map(|pattern| pattern.title.as_str()) else {
            continue;
        };
        options.push((pattern.to_string(), format!("{title} ({number})"), query.mismatch == Some(pattern)));
    }
    choice(say::MISMATCH, options, move |value| board.ask(|query| query.mismatch = value.parse().ok()))
}

fn manual_stage(board: Board, teams: &Portfolio, all: &[usize], query: &Query) -> Element {
    let model = teams.model();
    let manual = teams.manual_stages(all);
    let stages: Vec<_> = model.stage_ixs().filter(|stage| manual.iter().any(|one| one.stage == *stage)).collect();
    let mut options = vec![any(query.manual.is_none())];
    for (at, &stage) in stages.iter().enumerate() {
        options.push((at.to_string(), model.stage(stage).title.clone(), query.manual == Some(stage)));
    }
    choice(say::MANUAL_STAGE, options, move |value| {
        let stage = value.parse::<usize>().ok().and_then(|at| stages.get(at).copied());
        board.ask(|query| query.manual = stage);
    })
}

fn grouping(board: Board) -> Element {
    let now = board.grouping.get_untracked();
    let by = [
        ("", say::NO_GROUPS, Grouping::None),
        ("prefix", say::BY_PREFIX, Grouping::Prefix),
        ("tag", say::BY_TAG, Grouping::Tag),
    ];
    let options = by.iter().map(|(value, says, by)| ((*value).to_owned(), (*says).to_owned(), *by == now)).collect();
    choice(say::GROUP, options, move |value| {
        let chosen = by.iter().find(|(word, ..)| *word == value).map_or(Grouping::None, |(.., by)| *by);
        board.active.set((0, 0));
        board.grouping.set(chosen);
    })
}
