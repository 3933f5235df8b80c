//! Two results side by side: chosen here, or opened from a link that holds both.

mod beside;
mod hand_on;
mod picker;
pub mod side;

use leptos::prelude::*;

use crate::browser::sheet;
use crate::page::compare::beside::beside;
use crate::page::compare::picker::picker;
use crate::page::compare::side::{Side, resolve};
use crate::page::missing::main_heading;
use crate::route::Route;
use crate::state::Session;
use crate::ui::control::{actions, button_link};
use crate::ui::element::{el, group};
use mlops_core::words::compare as say;

/// The rules of its own that the page needs.
const STYLE: &str = include_str!("compare.css");

/// Where two results are compared; fewer for the choice of the rest.
#[must_use]
pub fn place(sides: &[&str]) -> Route {
    Route::Compare { sides: sides.join("/") }
}

/// The page for what its address names.
#[must_use]
pub fn compare_page(session: Session, sides: &str) -> AnyView {
    sheet::adopt(STYLE);
    let keys: Vec<&str> = sides.split('/').filter(|key| !key.is_empty()).take(2).collect();
    let found: Vec<Result<Side, String>> = keys.iter().map(|key| resolve(session, key)).collect();
    let troubles =
        found.iter().enumerate().filter_map(|(which, side)| Some(say::trouble(which, side.as_ref().err()?)));
    let troubles: Vec<String> = troubles.collect();
    if !troubles.is_empty() {
        return not_compared(troubles);
    }
    let mut sides = found.into_iter().flatten();
    match (sides.next(), sides.next()) {
        (Some(before), Some(after)) => beside(session, [before, after]),
        (first, _) => picker(session, first),
    }
}

fn not_compared(troubles: Vec<String>) -> AnyView {
    let says = troubles.into_iter().map(|trouble| el("p").child(trouble)).collect::<Vec<_>>();
    group()
        .child(main_heading(say::NOT_COMPARED))
        .child(says)
        .child(actions().child(button_link(say::CHOOSE_OTHERS, place(&[]).href())))
        .into_any()
}
