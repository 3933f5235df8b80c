//! The view kit: elements, controls, tables, charts. It knows nothing of pages.

mod attribute;
pub mod control;
pub mod disclosure;
pub mod element;
mod html;
mod node;
mod several;
pub mod table;
