//! The view kit: elements, controls, tables, charts. It knows nothing of pages.

pub mod chart;
pub mod control;
pub mod disclosure;
pub mod document;
pub mod element;
pub mod external_link;
pub mod faults;
mod node;
pub mod opener;
pub mod table;
pub mod window;
