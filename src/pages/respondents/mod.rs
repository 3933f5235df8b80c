//! The answers of several people: sent, combined into one assessment, and discussed.

mod answers;
pub mod combine;
pub mod combined;
pub mod discuss;
pub mod import;
pub mod invite;
pub mod send;
