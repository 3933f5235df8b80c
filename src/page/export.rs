//! What builder views still call of [`components`](crate::components): to go with the last of them.

use crate::ui::element::{Element, el};

pub use crate::components::{ExportFile as File, html_file, save_file as save, save_text};

/// What can be exported for one purpose.
pub fn purpose(title: &'static str, buttons: Element) -> Element {
    el("section").child(el("h3").child(title)).child(buttons)
}
