//! The view kit: elements, controls, tables, charts. It knows nothing of pages.

mod attribute;
pub mod control;
pub mod disclosure;
pub mod element;
pub mod faults;
mod html;
mod node;
mod several;
pub mod table;
pub mod window;
