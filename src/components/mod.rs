//! Small components that several pages use.
//!
//! Props are values, [`Signal`](leptos::prelude::Signal)s and [`Callback`](leptos::prelude::Callback)s. The children
//! of a control are its label, as in `<label>`, `<button>` and `<a>`.

pub mod charts;
mod disclosure;
mod document;
mod export;
mod field;
mod key_list;
mod link;
mod notice;
mod popover;
mod saving;
mod scope_picker;
mod small_profile;
mod table;
mod text;
mod unavailable;

pub use disclosure::*;
pub use document::*;
pub use export::*;
pub use field::*;
pub use key_list::*;
pub use link::*;
pub use notice::*;
pub use popover::*;
pub use saving::*;
pub use scope_picker::*;
pub use small_profile::*;
pub use table::*;
pub use text::*;
pub use unavailable::*;
