//! Charts: geometry first (numbers out, tested without a page), then one way to draw any of it.

pub mod badge;
pub mod drawing;
pub mod heat;
pub mod map;
pub mod pair;
pub mod plan;
pub mod profile;
pub mod sheet;
pub mod trend;

/// The style of a picture that stands alone, in a file.
pub const FILE_STYLE: &str = include_str!("file.css");

/// The class of what is in place of each level, from 0 to 4: the ramp.
const FILL: [&str; 5] = ["fill l0", "fill l1", "fill l2", "fill l3", "fill l4"];

/// A count as a length.
fn whole(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
