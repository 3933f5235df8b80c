//! Many teams at once: how they are spread, each of them in a row, and what they have in common.

pub mod board;
mod filters;
mod grid;
mod import;
pub mod keeping;
mod loading;
mod spread;
mod take_along;

use leptos::prelude::*;

use crate::browser::sheet;
use crate::page::missing::main_heading;
use crate::page::result::{EXPORT, opens, sheet as popover};
use crate::page::teams::board::Board;
use crate::page::teams::filters::filters;
use crate::page::teams::grid::grid;
use crate::page::teams::import::{import, status};
use crate::page::teams::spread::{in_common, spread};
use crate::page::teams::take_along::take_along;
use crate::state::Session;
use crate::ui::disclosure::disclosure;
use crate::ui::element::{el, group, reactive};
use mlops_core::words::{buttons, pages, teams as say};

/// The rules of its own that the page needs.
const STYLE: &str = include_str!("teams.css");

/// The page.
#[must_use]
pub fn teams_page(session: Session) -> AnyView {
    sheet::adopt(STYLE);
    let board = Board::of_page();
    loading::begin(session.model);
    let has_teams = Memo::new(move |_| board.teams.with(Option::is_some));
    group()
        .child(reactive(move || if has_teams.get() { with_teams(session, board) } else { without(session, board) }))
        .into_any()
}

fn without(session: Session, board: Board) -> AnyView {
    group()
        .child(main_heading(pages::TEAMS))
        .child(el("p").class("lead").child(say::LEAD))
        .child(status(board))
        .child(el("section").child(el("h2").child(say::BRING)).child(import(session, board)))
        .into_any()
}

fn with_teams(session: Session, board: Board) -> AnyView {
    let bar = el("div")
        .class("bar is-result")
        .child(el("p").class("bar-title").reactive_text(move || shown(board)))
        .child(opens(buttons::EXPORT, EXPORT));
    group()
        .child(bar)
        .child(main_heading(pages::TEAMS))
        .child(status(board))
        .child(disclosure("more", say::BRING_MORE, import(session, board)))
        .child(reactive(move || filters(board)))
        .child(reactive(move || spread(board)))
        .child(grid(session, board))
        .child(reactive(move || in_common(board)))
        .child(popover(EXPORT, buttons::EXPORT, take_along(board)))
        .into_any()
}

/// "12 of 40 teams".
fn shown(board: Board) -> String {
    let all = board.teams.with(|teams| teams.as_ref().map_or(0, |teams| teams.len()));
    say::shown(board.rows.with(|rows| rows.len()), all)
}
