//! The imported texts in IndexedDB, in a database of their own: localStorage is too small for them, and keeps the assessments.

use crate::browser::indexed_db;
use crate::state::teams::ImportedText;
use mlops_core::model::Model;
use mlops_core::words::teams as say;

const DATABASE: &str = "mlops-maturity-teams";
/// The most that is stored, in bytes.
const MAX_BYTES: usize = 16 * 1024 * 1024;
/// Separates two texts. It is taken out of them.
const SEPARATOR: char = '\u{1c}';

fn header(model: &Model) -> String {
    format!("mlops-maturity/teams 1 {}\n", model.id())
}

/// All imported texts as one.
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

/// The texts in what [`serialize`] made for the same questionnaire; none in anything else.
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

/// Stores the texts, and says whether this browser did.
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

/// Deletes what is stored.
pub async fn clear() {
    if indexed_db::is_offered() {
        // Where the browser refuses, the next import replaces what is stored.
        indexed_db::write_single(DATABASE, None).await.ok();
    }
}
