//! Small components that several pages use.
//!
//! Props are values, [`Signal`](leptos::prelude::Signal)s and [`Callback`](leptos::prelude::Callback)s. What a control is
//! labelled with are its children, as in a `<label>`, a `<button>` or an `<a>`.

mod disclosure;
mod field;
mod link;
mod notice;
mod popover;
mod table;
mod text;

pub use disclosure::*;
pub use field::*;
pub use link::*;
pub use notice::*;
pub use popover::*;
pub use table::*;
pub use text::*;
