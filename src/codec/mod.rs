//! Domain values to bytes and text, and back: files, links, reports. Pure; everything that comes in is checked.

pub mod assessment_file;
pub mod json;
pub mod link;
pub mod markup;
pub mod message;
pub mod model_file;
pub mod percent;
pub mod report;
pub mod words;
