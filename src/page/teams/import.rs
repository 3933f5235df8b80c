//! The ways in: lines that are pasted, files that are picked or dropped, what is saved here. And what became of them.

use leptos::prelude::*;

use crate::browser::upload;
use crate::page::teams::board::{Board, Reading};
use crate::page::teams::loading::{self, imported};
use crate::state::Session;
use crate::ui::control::{actions, button, labelled};
use crate::ui::element::{Element, el, group, nothing, reactive};
use mlops_core::history::portfolio::Portfolio;
use mlops_core::words::{files, history, teams as say};

/// How many bad lines are listed on the page; a text of all of them is nobody's way to mend them.
const LISTED: usize = 200;

/// The id of the words that name what is read.
const READING: &str = "teams-reading";

/// The ways in.
#[must_use]
pub fn import(session: Session, board: Board) -> Element {
    let model = session.model;
    let typed = RwSignal::new(String::new());
    // Dropped files may land anywhere on the page, for as long as it is shown.
    upload::on_drop(move |files| loading::read_files(model, files));
    let lines = el("textarea")
        .attr("rows", "4")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .value(move || typed.get())
        .on("input", move |event| typed.set(crate::browser::event::value(&event)));
    let read = move || {
        let text = typed.get_untracked();
        if !text.trim().is_empty() {
            typed.set(String::new());
            loading::read(model, vec![imported(String::new(), text)]);
        }
    };
    let files = el("input")
        .attr("type", "file")
        .flag("multiple", true)
        .attr("accept", ".txt,.tsv,.csv,.json,.jsonl,text/plain,application/json")
        .on("change", move |event| loading::read_files(model, upload::picked(&event)));
    let has_teams = board.teams.with_untracked(Option::is_some);
    let forget = has_teams.then(|| actions().child(button(say::FORGET, loading::forget)));
    el("div")
        .class("teams-bring")
        .child(labelled(say::LINES, lines))
        .child(
            actions()
                .child(button(say::READ, read).class("is-primary"))
                .child(button(say::ADD_SAVED, move || loading::read_saved(session))),
        )
        .child(labelled(say::FILES, files))
        .child(forget)
}

/// What is being read, what was read, and what could not be.
#[must_use]
pub fn status(board: Board) -> Element {
    let is_reading = Memo::new(move |_| board.reading.with(Option::is_some));
    el("div")
        .class("teams-status")
        .child(reactive(move || if is_reading.get() { reading(board) } else { nothing() }))
        .child(
            el("div")
                .attr("role", "status")
                .child(el("p").reactive_text(move || board.said.get()))
                .child(el("p").class("quiet").reactive_text(move || board.kept.get().to_owned())),
        )
        .child(reactive(move || board.teams.get().map_or_else(nothing, |teams| bad_lines(&teams))))
}

fn reading(board: Board) -> AnyView {
    let of = move |part: fn(&Reading) -> usize| board.reading.with(|reading| reading.as_ref().map_or(0, part));
    let says = move || board.reading.with(|reading| reading.as_ref().map(|reading| files::reading(&reading.name)));
    let bar = el("progress").attr("aria-labelledby", READING).attr("max", "100").value(move || {
        (100 * of(|reading| reading.done)).checked_div(of(|reading| reading.of)).unwrap_or(0).to_string()
    });
    el("div")
        .class("notice")
        .child(el("p").child(el("b").id(READING).reactive_text(move || says().unwrap_or_default())).child(" ").child(
            el("span").reactive_text(move || say::so_far(of(|reading| reading.results), of(|reading| reading.bad))),
        ))
        .child(bar)
        .child(actions().child(button(say::STOP, loading::stop)))
        .into_any()
}

fn bad_lines(teams: &Portfolio) -> AnyView {
    let bad = teams.bad_lines();
    if bad.is_empty() {
        return nothing();
    }
    let items: Vec<Element> = bad.iter().take(LISTED).map(|line| el("li").child(history::bad_line(line))).collect();
    let more = bad.len().saturating_sub(LISTED) + teams.more_bad_lines();
    let more = (more > 0).then(|| el("p").child(say::more_bad(more)));
    let list = group().child(el("ul").class("plain").child(items)).child(more);
    el("details")
        .class("more notice is-warning")
        .flag("open", bad.len() <= 10)
        .child(el("summary").child(say::BAD_LINES))
        .child(list)
        .into_any()
}
