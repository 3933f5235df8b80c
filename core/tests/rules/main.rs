//! The rules, tried from outside: one program, so that a change is built and linked once.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, missing_docs)]

mod advice;
mod assessment_files;
mod compare;
mod content;
mod content_texts;
mod example;
mod history_compare;
mod history_handed_on;
mod history_portfolio;
mod history_reports;
mod history_respondents;
mod history_snapshots;
mod hostile;
mod json;
mod keys;
mod link_histories;
mod link_parts;
mod links;
mod links_hostile;
mod map;
mod merging;
mod messages;
mod patterns;
mod plan;
mod profile;
mod properties;
mod reports;
mod sealing;
mod second;
mod shares;
mod steps;
mod support;
mod wording;
mod words;
mod words_saving;
