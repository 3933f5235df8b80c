//! Share links: the address where others find this page, and the addresses of results and invitations.

use crate::browser::{location, storage};
use crate::route::{Route, is_file, page_for_others};
use crate::state::{local_day, now};
use mlops_core::assessment::Assessment;
use mlops_core::link::{LinkContents, LinkError, LinkKind, LinkOptions, encode, invitation_number};
use mlops_core::model::Model;
use mlops_core::words;

/// The storage key of the address of a published copy of this page.
const PUBLISHED_COPY: &str = "mlops-maturity:copy";

/// Why there is no address to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAddress {
    /// This page is a local file, and no published copy of it is known.
    LocalFile,
    /// There is no link for the address.
    Link(LinkError),
}

impl NoAddress {
    /// The error as a sentence.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::LocalFile => words::link::ONLY_HERE.to_owned(),
            Self::Link(error) => words::link::error_text(error),
        }
    }
}

/// Whether this page is a local file. Others cannot open its address, which also contains the names of folders.
#[must_use]
pub fn is_local_file() -> bool {
    is_file(&location::page())
}

/// The address of a published copy of this page as typed before; empty if nothing was typed.
#[must_use]
pub fn published_copy() -> String {
    storage::read(PUBLISHED_COPY).ok().flatten().unwrap_or_default()
}

/// Stores the address of a published copy. If the browser refuses, it has to be typed again at the next visit.
pub fn remember_copy(typed: &str) {
    storage::write(PUBLISHED_COPY, typed.trim()).ok();
}

/// The address of a result that contains what `including` selects.
///
/// # Errors
///
/// The link cannot be made, or others could not open it.
pub fn result_address(
    model: &Model,
    assessment: &Assessment,
    including: &LinkOptions,
    copy: &str,
) -> Result<String, NoAddress> {
    let shared = LinkContents::of(model, assessment, local_day(now()), including);
    shared_address(model, LinkKind::Result, &shared, copy)
}

/// An invitation to the same questions, and its address.
///
/// # Errors
///
/// As [`result_address`].
pub fn invite_address(
    model: &Model,
    assessment: &Assessment,
    including: &LinkOptions,
    copy: &str,
) -> Result<(LinkContents, String), NoAddress> {
    let number = invitation_number(assessment);
    let shared = LinkContents::invitation(model, assessment, local_day(now()), number, including);
    let address = shared_address(model, LinkKind::Invite, &shared, copy)?;
    Ok((shared, address))
}

/// The address of a link with these contents.
///
/// # Errors
///
/// As [`result_address`].
pub fn shared_address(model: &Model, kind: LinkKind, shared: &LinkContents, copy: &str) -> Result<String, NoAddress> {
    let payload = encode(model, kind, shared).map_err(NoAddress::Link)?;
    let route = match kind {
        LinkKind::Result => Route::SharedResult { payload },
        LinkKind::Invite => Route::Invitation { payload },
    };
    let page = location::page();
    let page = page_for_others(&page, copy).ok_or(NoAddress::LocalFile)?;
    Ok(route.address(page, &location::query()))
}
