//! The rules, tried from outside: one program, so that a change is built and linked once.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, missing_docs)]

mod advice;
mod assessment_files;
mod content;
mod content_texts;
mod example;
mod json;
mod links;
mod merging;
mod messages;
mod plan;
mod profile;
mod properties;
mod reports;
mod sealing;
mod support;
mod wording;
mod words;
mod words_saving;
