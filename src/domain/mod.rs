//! The model, the answers, and all that follows from them: pure values and rules, the same on every machine.

pub mod address;
pub mod answer;
pub mod assessment;
pub mod buttons;
pub mod by_id;
pub mod case;
pub mod change;
pub mod draft;
pub mod fault;
pub mod level;
pub mod model;
pub mod moment;
pub mod plan;
pub mod profile;
pub mod settle;
pub mod stalls;
pub mod steps;
