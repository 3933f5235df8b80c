//! Parts that open in place, one at a time: a row of buttons, and below it what the pressed one stands for.

use leptos::prelude::*;

use crate::ui::control::button;
use crate::ui::element::{Child, Element, el};

/// Which of several parts is open.
#[derive(Clone, Copy, Default)]
pub struct Opener(RwSignal<Option<usize>>);

impl Opener {
    /// The button of a part: opens it, and closes it again.
    pub fn button(self, part: usize, words: impl Child) -> Element {
        let Self(open) = self;
        button(words, move || open.update(|open| *open = if *open == Some(part) { None } else { Some(part) }))
            .attr("aria-expanded", "false")
            .prop("ariaExpanded", move || (open.get() == Some(part)).to_string())
    }

    /// What a part shows while it is open.
    pub fn panel(self, part: usize, content: impl Child) -> Element {
        let Self(open) = self;
        el("div")
            .class("opened")
            .flag("hidden", true)
            .reactive_flag("hidden", move || open.get() != Some(part))
            .child(content)
    }
}
