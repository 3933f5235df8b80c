//! The pages: a folder each, with the parts that only it uses.

pub mod about;
pub mod embed;
pub mod plan;
pub mod result;
pub mod share;
