//! Pages and parts: they draw what the session holds, and decide nothing.

pub mod app;
pub mod chart;
pub mod element;
mod embedded;
pub mod later;
pub mod page;
pub mod part;
