//! What builder views still call of [`share_link`](crate::state::share_link): to go with the last of them.

pub use crate::state::share_link::published_copy as copy_elsewhere;
