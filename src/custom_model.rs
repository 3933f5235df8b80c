//! Which questionnaire is asked: the one in the address, the one opened in this tab, or the built-in one.

use crate::browser::assets::MissingError;
use crate::browser::{assets, location, session_storage};
use crate::built_in::{self, QUESTIONS, SIGNALS};
use crate::route::parameter;
use mlops_core::fault::Fault;
use mlops_core::model::Model;

/// The key in the session storage of a questionnaire that was opened from a file.
const STORAGE_KEY: &str = "mlops-maturity:model";

/// Why no questionnaire can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The built-in questionnaire could not be loaded, or is damaged.
    BuiltIn,
    /// The address names a questionnaire on another site.
    Elsewhere(String),
    /// The address names a questionnaire that could not be loaded.
    Missing(String),
    /// The address names a file that is no questionnaire. Contains all its faults.
    Faults(String, Vec<Fault>),
}

/// The file name of an organisation's own questionnaire in the page's address, such as `models/own.json`.
#[must_use]
pub fn name_in_address() -> Option<String> {
    parameter(&location::query(), "model")
}

/// The questionnaire that is asked.
pub enum QuestionnaireChoice {
    /// The questions of the built-in one.
    BuiltIn(&'static Model),
    /// The file name and the text of an organisation's own one. Only the result part of the program can read the
    /// text. The name is `None` if the file was opened in this tab.
    Custom(Option<String>, String),
}

/// Finds the questionnaire to ask.
///
/// # Errors
///
/// The one in the address is on another site or cannot be loaded, or the built-in one cannot be loaded.
pub async fn choose() -> Result<QuestionnaireChoice, Refusal> {
    if let Some(name) = name_in_address() {
        let Some(whole) = location::on_this_site(&name) else { return Err(Refusal::Elsewhere(name)) };
        return match assets::text(&whole).await {
            Ok(text) => Ok(QuestionnaireChoice::Custom(Some(name), text)),
            Err(_) => Err(Refusal::Missing(name)),
        };
    }
    match session_storage::read(STORAGE_KEY) {
        Some(text) => Ok(QuestionnaireChoice::Custom(None, text)),
        None => built_in().await.map(QuestionnaireChoice::BuiltIn),
    }
}

/// The questions of the built-in questionnaire.
///
/// # Errors
///
/// They could not be loaded, or are damaged.
pub async fn built_in() -> Result<&'static Model, Refusal> {
    let text = assets::text(QUESTIONS).await.map_err(|_| Refusal::BuiltIn)?;
    built_in::read_questions(&text).map_err(|_| Refusal::BuiltIn)
}

/// The file with the signals of the questionnaire in use.
///
/// # Errors
///
/// It could not be loaded.
pub async fn signals() -> Result<String, MissingError> {
    match (name_in_address().and_then(|name| location::on_this_site(&name)), session_storage::read(STORAGE_KEY)) {
        (Some(whole), _) => assets::text(&whole).await,
        (None, Some(text)) => Ok(text),
        (None, None) => assets::text(SIGNALS).await,
    }
}

/// Stores a questionnaire for this tab and reloads the page to ask it. Returns whether the browser stored it.
pub fn use_in_this_tab(text: &str) -> bool {
    let is_stored = session_storage::write(STORAGE_KEY, text);
    if is_stored {
        location::reload();
    }
    is_stored
}

/// Whether the questionnaire in use was opened from a file in this tab.
#[must_use]
pub fn is_used_in_this_tab() -> bool {
    name_in_address().is_none() && session_storage::read(STORAGE_KEY).is_some()
}

/// Removes the questionnaire of this tab, and reloads the page to ask the built-in one.
pub fn use_built_in() {
    session_storage::remove(STORAGE_KEY);
    location::reload();
}
