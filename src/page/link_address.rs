//! The address of a link: where others find this page, and what of an assessment goes into the link.

use crate::browser::{address, storage};
use crate::route::{Route, is_file, page_for_others};
use crate::state::{local_day, now};
use mlops_core::assessment::Assessment;
use mlops_core::link::{Including, Kind, LinkError, Shared, encode, invitation_number};
use mlops_core::model::Model;
use mlops_core::words;

/// Under which key the browser keeps where a copy of this page lies that others can open.
const COPY: &str = "mlops-maturity:copy";

/// Why there is no address to hand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAddress {
    /// This page is a file on this computer, and no copy of it is known that others can open.
    OnlyHere,
    /// There is no link to put into it.
    Link(LinkError),
}

impl NoAddress {
    /// What a person is told.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::OnlyHere => words::link::ONLY_HERE.to_owned(),
            Self::Link(error) => words::link::trouble(error),
        }
    }
}

/// Whether this page is a file: its address opens nowhere else, and tells the names of the folders it lies in.
#[must_use]
pub fn is_only_here() -> bool {
    is_file(&address::page())
}

/// Where a copy of this page lies that others can open, as typed before; empty when nothing was.
#[must_use]
pub fn copy_elsewhere() -> String {
    storage::read(COPY).ok().flatten().unwrap_or_default()
}

/// Remembers where a copy lies. Where the browser keeps nothing, it is asked again at the next visit.
pub fn remember_copy(typed: &str) {
    storage::write(COPY, typed.trim()).ok();
}

/// The address of a result, with what is asked for in it.
///
/// # Errors
///
/// The link cannot be made, or there is nowhere for others to open it.
pub fn result_address(
    model: &Model,
    assessment: &Assessment,
    including: &Including,
    copy: &str,
) -> Result<String, NoAddress> {
    let shared = Shared::of(model, assessment, local_day(now()), including);
    whole(model, Kind::Result, &shared, copy)
}

/// What an invitation to the same questions holds, and its address.
///
/// # Errors
///
/// As [`result_address`].
pub fn invite_address(
    model: &Model,
    assessment: &Assessment,
    including: &Including,
    copy: &str,
) -> Result<(Shared, String), NoAddress> {
    let number = invitation_number(assessment);
    let shared = Shared::invitation(model, assessment, local_day(now()), number, including);
    let address = whole(model, Kind::Invite, &shared, copy)?;
    Ok((shared, address))
}

fn whole(model: &Model, kind: Kind, shared: &Shared, copy: &str) -> Result<String, NoAddress> {
    let payload = encode(model, kind, shared).map_err(NoAddress::Link)?;
    let route = match kind {
        Kind::Result => Route::Shared { payload },
        Kind::Invite => Route::Invite { payload },
    };
    let page = address::page();
    let page = page_for_others(&page, copy).ok_or(NoAddress::OnlyHere)?;
    Ok(route.address(page, &address::query()))
}
