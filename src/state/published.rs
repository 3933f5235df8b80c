//! Published results: files of this site in their newest version.

use crate::browser::assets::{self, FetchError};
use crate::browser::location;
use crate::route::is_file;
use mlops_core::assessment::file::{FileError, MAX_BYTES};
use mlops_core::encoding::decode;
use mlops_core::model::Model;
use mlops_core::portfolio::{Published, PublishedError, PublishedLine, read_published};

/// Reads a published result by its name, such as `teams/fraud.json`.
///
/// # Errors
///
/// This site has no such file, or the file is no result.
pub async fn read(model: &Model, name: &str) -> Result<Published, PublishedError> {
    if name.is_empty() {
        return Err(PublishedError::Unnamed);
    }
    if is_file(&location::page()) {
        return Err(PublishedError::NotFetched);
    }
    let url = location::on_this_site(name).ok_or(PublishedError::Elsewhere)?;
    let bytes = assets::newest_bytes(&url, MAX_BYTES).await.map_err(|error| match error {
        FetchError::Missing => PublishedError::Missing,
        FetchError::Redirected => PublishedError::Redirected,
        FetchError::TooLarge(bytes) => PublishedError::File(FileError::TooLarge(bytes)),
    })?;
    let text = decode(&bytes).map_err(|_| PublishedError::NotText)?;
    read_published(model, &text)
}

/// Reads the published result of a line in a list of teams.
///
/// # Errors
///
/// As [`read`], or the line names another page than this one.
pub async fn read_line(model: &Model, line: &PublishedLine) -> Result<Published, PublishedError> {
    let page = location::page();
    let is_here = line.page.is_empty() || location::on_this_site(&line.page).is_some_and(|named| named == page);
    if is_here { read(model, &line.name).await } else { Err(PublishedError::Elsewhere) }
}
