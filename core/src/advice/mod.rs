//! What to do: which steps wait for a person and which to free first, what stalls the team, what comes next, what to
//! find out, and the plan. Everything is worked out track by track.

pub mod button_map;
pub mod find_out;
pub mod free_first;
pub mod next_steps;
pub mod plan;
pub mod ranking;
pub mod stalls;
