//! The pages: one folder each, with its parts; a few parts are used by other pages.

pub mod about;
pub mod compare;
pub mod embed;
pub mod evidence;
pub mod history;
pub mod home;
pub mod import;
pub mod plan;
pub mod questions;
pub mod respondents;
pub mod result;
pub mod share;
pub mod teams;
