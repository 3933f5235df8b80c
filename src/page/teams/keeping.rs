//! The teams in this browser's second storage: what was imported, as it was imported, in a database of its own. The first
//! storage is too small for them, and what is saved there is more precious.

use crate::browser::indexed_db;
use crate::page::teams::board::ImportedText;
use mlops_core::model::Model;
use mlops_core::words::teams as say;

const DATABASE: &str = "mlops-maturity-teams";
/// The most that is kept, in bytes.
const MOST: usize = 16 * 1024 * 1024;
/// What stands between two texts; no line has it.
const BETWEEN: char = '\u{1c}';

fn head(model: &Model) -> String {
    format!("mlops-maturity/teams 1 {}\n", model.id())
}

/// Everything that was imported, in one text.
#[must_use]
pub fn written(model: &Model, texts: &[ImportedText]) -> String {
    let mut out = head(model);
    for ImportedText { name, text, is_file } in texts {
        let kind = if *is_file { "file" } else { "lines" };
        out.push_str(&format!("{BETWEEN}{kind} {}\n", name.replace(['\n', BETWEEN], " ")));
        out.push_str(&text.replace(BETWEEN, " "));
    }
    out
}

/// The texts in what [`written`] made for the same questionnaire; none in anything else.
#[must_use]
pub fn read(model: &Model, kept: &str) -> Vec<ImportedText> {
    let Some(rest) = kept.strip_prefix(&head(model)) else { return Vec::new() };
    let text = |part: &str| {
        let (about, text) = part.split_once('\n')?;
        let (kind, name) = about.split_once(' ')?;
        Some(ImportedText { name: name.to_owned(), text: text.to_owned(), is_file: kind == "file" })
    };
    rest.split(BETWEEN).filter_map(text).collect()
}

/// What this browser kept.
pub async fn kept(model: &Model) -> Vec<ImportedText> {
    let found = if indexed_db::is_offered() { indexed_db::read_single(DATABASE).await } else { Ok(None) };
    found.ok().flatten().map(|text| read(model, &text)).unwrap_or_default()
}

/// Keeps what was imported, and says what became of it.
pub async fn keep(model: &Model, texts: Vec<ImportedText>) -> &'static str {
    let size: usize = texts.iter().map(|imported| imported.text.len()).sum();
    if size > MOST {
        forget().await;
        return say::TOO_LARGE_TO_KEEP;
    }
    match indexed_db::write_single(DATABASE, Some(&written(model, &texts))).await {
        Ok(()) => say::KEPT,
        Err(_) => say::NOT_KEPT,
    }
}

/// Keeps nothing any more.
pub async fn forget() {
    if indexed_db::is_offered() {
        // Where the browser does not take it away, the next text takes its place.
        indexed_db::write_single(DATABASE, None).await.ok();
    }
}
