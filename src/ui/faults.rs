//! What is wrong with a file, place by place.

use leptos::prelude::AnyView;

use crate::ui::element::{Element, el, group};

/// The most that are shown: who mends a file begins with the first ones anyway.
const SHOWN: usize = 10;

/// A list of faults.
#[must_use]
pub fn fault_list(faults: Vec<String>) -> AnyView {
    let more = faults.len().saturating_sub(SHOWN);
    let items: Vec<Element> = faults.into_iter().take(SHOWN).map(|fault| el("li").child(fault)).collect();
    let more = (more > 0).then(|| el("p").child(mlops_core::words::files::and_more(&more.to_string())));
    group().child(el("ul").child(items)).child(more).into_any()
}
