//! What to do: manual work and what to automate first, practices that do not fit together, next steps, what to find
//! out, and the plan. Everything is computed for one track at a time.

pub mod automate_first;
pub mod effort;
pub mod find_out;
pub mod next_steps;
pub mod patterns;
pub mod plan;
pub mod ranking;
pub mod stage_map;
