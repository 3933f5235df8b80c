//! Finding text in text.
//!
//! The library's search prepares itself for texts of any length, which is 3 kB of the download. What is looked for here
//! is a few letters long.

/// Where a text first stands in another, in bytes.
#[must_use]
pub fn find(text: &str, sought: &str) -> Option<usize> {
    places(text, sought).find(|&at| is_at(text, sought, at))
}

/// Where a text last stands in another, in bytes.
#[must_use]
pub fn find_last(text: &str, sought: &str) -> Option<usize> {
    places(text, sought).rev().find(|&at| is_at(text, sought, at))
}

/// What stands before and after the first place of a text in another.
#[must_use]
pub fn split_at_first<'a>(text: &'a str, sought: &str) -> Option<(&'a str, &'a str)> {
    split(text, find(text, sought)?, sought.len())
}

/// What stands before and after the last place of a text in another.
#[must_use]
pub fn split_at_last<'a>(text: &'a str, sought: &str) -> Option<(&'a str, &'a str)> {
    split(text, find_last(text, sought)?, sought.len())
}

fn places(text: &str, sought: &str) -> std::ops::Range<usize> {
    0..(text.len() + 1).saturating_sub(sought.len())
}

fn is_at(text: &str, sought: &str, at: usize) -> bool {
    text.as_bytes().get(at..).is_some_and(|rest| rest.starts_with(sought.as_bytes()))
}

fn split(text: &str, at: usize, length: usize) -> Option<(&str, &str)> {
    Some((text.get(..at)?, text.get(at + length..)?))
}
