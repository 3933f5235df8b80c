//! The view kit: elements, controls, tables, charts. It knows nothing of pages.

mod attribute;
pub mod control;
pub mod disclosure;
pub mod document;
pub mod element;
pub mod external_link;
pub mod faults;
mod html;
mod node;
pub mod opener;
mod several;
pub mod table;
pub mod window;
