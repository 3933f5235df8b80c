//! Parts that several pages share.

pub mod advice;
pub mod apart;
pub mod asking;
pub mod control;
pub mod disclosure;
pub mod document;
pub mod export;
pub mod faults;
pub mod outward;
pub mod planned;
pub mod profile;
pub mod saving;
pub mod share;
pub mod step;
pub mod table;
