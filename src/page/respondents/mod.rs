//! Several people answer: what goes back to whoever invited them, and what a facilitator makes of it.

pub mod discuss;
pub mod gather;
pub mod said;
pub mod send;
pub mod taking;
pub mod together;
