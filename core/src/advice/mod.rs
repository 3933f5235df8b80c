//! What to do: what is still manual and what to automate first, which practices do not fit together, what comes next,
//! what to find out, and the plan. Everything is worked out track by track.

pub mod automate_first;
pub mod effort;
pub mod find_out;
pub mod next_steps;
pub mod patterns;
pub mod plan;
pub mod ranking;
pub mod stage_map;
