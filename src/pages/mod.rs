//! The pages: a folder each, with the parts that only it uses.

pub mod about;
pub mod embed;
pub mod home;
pub mod plan;
pub mod questions;
pub mod result;
pub mod share;
