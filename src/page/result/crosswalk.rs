//! How a result reads beside other models.

use leptos::prelude::AnyView;

use crate::ui::disclosure::disclosure;
use crate::ui::element::{el, nothing};
use crate::ui::external_link::external_link;
use crate::ui::table::{cell, row, table};
use mlops_core::model::{CapabilityIx, Cover, Crosswalk, CrosswalkRow};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::Share;
use mlops_core::words;
use mlops_core::words::result as say;

/// The other models, each folded.
#[must_use]
pub fn crosswalks(case: Case) -> AnyView {
    let others: Vec<AnyView> = case.model.crosswalk().iter().map(|other| crosswalk(case, other)).collect();
    if others.is_empty() {
        return nothing();
    }
    el("section")
        .class("crosswalks")
        .attr("aria-labelledby", "beside")
        .child(el("h2").id("beside").child(say::BESIDE))
        .child(others)
        .into_any()
}

fn crosswalk(case: Case, other: &Crosswalk) -> AnyView {
    let line = |line: &CrosswalkRow| {
        let name = match &line.group {
            Some(group) => format!("{group}: {}", line.name),
            None => line.name.clone(),
        };
        row(name).child(cell(line.relates.clone())).child(cell(in_place(case, line)))
    };
    let rows = other.rows.iter().map(line).collect();
    let heads = say::BESIDE_HEADS.map(str::to_owned);
    let content = el("div")
        .child(el("p").child(other.note.clone()).child(" ").child(external_link(&other.address, say::SOURCE)))
        .child(table(other.title.clone(), &heads, rows));
    disclosure("more", other.title.clone(), content)
}

/// How much of a line of another model is in place.
fn in_place(case: Case, line: &CrosswalkRow) -> String {
    let asked: Vec<CapabilityIx> = line.capabilities.iter().copied().filter(|&at| case.in_scope(at)).collect();
    let have = asked.iter().filter(|&&at| case.has(at)).count();
    match (line.cover, asked.len()) {
        _ if line.capabilities.is_empty() => say::NOT_ASKED_HERE.to_owned(),
        (_, 0) => say::NOT_IN_SCOPE.to_owned(),
        (Cover::Weak, of) => say::covered_in_part(Share { part: have, of }),
        (_, of) => words::share(Share { part: have, of }),
    }
}
