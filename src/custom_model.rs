//! Which questionnaire the page asks: the one its address names, the one opened in this tab, or the built-in one.

use crate::browser::assets::MissingError;
use crate::browser::{assets, location, session_storage};
use crate::built_in::{self, QUESTIONS, SIGNALS};
use crate::route::parameter;
use mlops_core::fault::Fault;
use mlops_core::model::Model;

/// Where a questionnaire that was opened from a file is kept while the tab lives.
const KEPT: &str = "mlops-maturity:model";

/// Why there is no questionnaire to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The built-in one did not come, or came damaged.
    BuiltIn,
    /// The address names one on another site.
    Elsewhere(String),
    /// The address names one that is not there.
    Missing(String),
    /// The address names something that is no questionnaire: all faults.
    Faults(String, Vec<Fault>),
}

/// The name of an organisation's own questionnaire in the page's address, such as `models/own.json`.
#[must_use]
pub fn named() -> Option<String> {
    parameter(&location::query(), "model")
}

/// Which questionnaire the page asks.
pub enum Chosen {
    /// The built-in one: its questions.
    BuiltIn(&'static Model),
    /// The text of an organisation's own with its name, which only the later part reads. None where it was opened in this
    /// tab.
    Own(Option<String>, String),
}

/// Finds the questionnaire to ask.
///
/// # Errors
///
/// The address names one that is not there, or the built-in one did not come.
pub async fn choose() -> Result<Chosen, Refusal> {
    if let Some(name) = named() {
        let Some(whole) = location::on_this_site(&name) else { return Err(Refusal::Elsewhere(name)) };
        return match assets::text(&whole).await {
            Ok(text) => Ok(Chosen::Own(Some(name), text)),
            Err(_) => Err(Refusal::Missing(name)),
        };
    }
    match session_storage::read(KEPT) {
        Some(text) => Ok(Chosen::Own(None, text)),
        None => built_in().await.map(Chosen::BuiltIn),
    }
}

/// The questions of the built-in one.
///
/// # Errors
///
/// They did not come, or came damaged.
pub async fn built_in() -> Result<&'static Model, Refusal> {
    let text = assets::text(QUESTIONS).await.map_err(|_| Refusal::BuiltIn)?;
    built_in::read_questions(&text).map_err(|_| Refusal::BuiltIn)
}

/// The file with the signals of the questionnaire in use.
///
/// # Errors
///
/// It did not arrive.
pub async fn signals() -> Result<String, MissingError> {
    match (named().and_then(|name| location::on_this_site(&name)), session_storage::read(KEPT)) {
        (Some(whole), _) => assets::text(&whole).await,
        (None, Some(text)) => Ok(text),
        (None, None) => assets::text(SIGNALS).await,
    }
}

/// Asks this questionnaire in this tab from now on. Returns whether the browser let the page keep it.
pub fn keep(text: &str) -> bool {
    let is_kept = session_storage::write(KEPT, text);
    if is_kept {
        location::reload();
    }
    is_kept
}

/// Whether the questionnaire in use was opened in this tab.
#[must_use]
pub fn is_kept() -> bool {
    named().is_none() && session_storage::read(KEPT).is_some()
}

/// Goes back to the built-in questionnaire.
pub fn forget() {
    session_storage::remove(KEPT);
    location::reload();
}
