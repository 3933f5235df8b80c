//! The pages, one a file: each draws one [`Route`](crate::route::Route).

pub mod bring;
pub mod embed;
pub mod home;
pub mod missing;
pub mod model;
pub mod plan;
pub mod question;
pub mod questions;
pub mod refused;
pub mod result;
pub mod shared;
