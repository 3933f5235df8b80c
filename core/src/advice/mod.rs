//! What to do: which steps wait for a person, what stalls the team, what comes next, what to find out, and the plan.

pub mod button_map;
pub mod find_out;
pub mod next_steps;
pub mod plan;
pub mod stalls;
