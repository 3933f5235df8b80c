//! Stores the imported texts in a database of IndexedDB that contains nothing else. localStorage is too small for
//! them.

use crate::browser::indexed_db;
use crate::state::teams::ImportedText;
use mlops_core::model::Model;
use mlops_core::words::teams as say;

const DATABASE: &str = "mlops-maturity-teams";
/// The most that is stored, in bytes.
const MAX_BYTES: usize = 16 * 1024 * 1024;
/// The separator of two texts. It is removed from the texts themselves.
const SEPARATOR: char = '\u{1c}';

fn header(model: &Model) -> String {
    format!("mlops-maturity/teams 1 {}\n", model.id())
}

/// All imported texts as one text.
#[must_use]
pub fn serialize(model: &Model, texts: &[ImportedText]) -> String {
    let mut out = header(model);
    for ImportedText { name, text, is_file } in texts {
        let kind = if *is_file { "file" } else { "lines" };
        out.push_str(&format!("{SEPARATOR}{kind} {}\n", name.replace(['\n', SEPARATOR], " ")));
        out.push_str(&text.replace(SEPARATOR, " "));
    }
    out
}

/// The texts in a result of [`serialize`] for the same questionnaire. Empty for any other text.
#[must_use]
pub fn parse(model: &Model, stored: &str) -> Vec<ImportedText> {
    let Some(rest) = stored.strip_prefix(&header(model)) else { return Vec::new() };
    let text = |part: &str| {
        let (about, text) = part.split_once('\n')?;
        let (kind, name) = about.split_once(' ')?;
        Some(ImportedText { name: name.to_owned(), text: text.to_owned(), is_file: kind == "file" })
    };
    rest.split(SEPARATOR).filter_map(text).collect()
}

/// The texts that this browser stores.
pub async fn load(model: &Model) -> Vec<ImportedText> {
    let found = if indexed_db::is_offered() { indexed_db::read_single(DATABASE).await } else { Ok(None) };
    found.ok().flatten().map(|stored| parse(model, &stored)).unwrap_or_default()
}

/// Stores the texts, and returns a sentence on whether this browser did.
pub async fn store(model: &Model, texts: &[ImportedText]) -> &'static str {
    let size: usize = texts.iter().map(|imported| imported.text.len()).sum();
    if size > MAX_BYTES {
        clear().await;
        return say::TOO_LARGE_TO_KEEP;
    }
    match indexed_db::write_single(DATABASE, Some(&serialize(model, texts))).await {
        Ok(()) => say::KEPT,
        Err(_) => say::NOT_KEPT,
    }
}

/// Deletes the stored texts.
pub async fn clear() {
    if indexed_db::is_offered() {
        // If the browser refuses, the next import replaces the stored texts.
        indexed_db::write_single(DATABASE, None).await.ok();
    }
}
