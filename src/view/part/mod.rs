//! Parts that several pages share.

pub mod asking;
pub mod control;
pub mod disclosure;
pub mod outward;
pub mod profile;
pub mod saving;
pub mod table;
