//! The pages, one module each, with the parts that only pages share: each draws one [`Route`](crate::route::Route).

pub mod about;
pub mod compare;
pub mod embed;
pub mod export;
pub mod history;
pub mod home;
pub mod import;
pub mod link_address;
pub mod merging;
pub mod missing;
pub mod plan;
pub mod profile;
pub mod questions;
pub mod refused;
pub mod respondents;
pub mod result;
pub mod saving;
pub mod scope_picker;
pub mod share;
pub mod shared;
pub mod teams;
pub mod what_counts;
pub mod whose;
