//! Comma-separated values (RFC 4180) that no spreadsheet takes for formulas.

use std::borrow::Cow;

/// A table of cells as CSV: every cell quoted, lines ended by CR LF.
#[must_use]
pub fn write(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            out.push('"');
            out.push_str(&inert(cell).replace('"', "\"\""));
            out.push('"');
        }
        out.push_str("\r\n");
    }
    out
}

/// A cell that every spreadsheet takes for text, without the character that ends a text for some.
#[must_use]
pub fn inert(cell: &str) -> Cow<'_, str> {
    let sign = if is_formula(cell) { "'" } else { "" };
    if sign.is_empty() && !cell.contains('\0') {
        return Cow::Borrowed(cell);
    }
    Cow::Owned(format!("{sign}{}", cell.replace('\0', "")))
}

/// Whether a spreadsheet could take the cell for a formula. Leading blanks and quotes do not hide one; full-width signs
/// count as in the spreadsheets of East Asia. An apostrophe in front makes it text.
fn is_formula(cell: &str) -> bool {
    let is_skipped = |c: char| c == ' ' || c == '"' || c == '\'' || c == '\u{a0}' || c == '\u{feff}' || c == '\0';
    let first = cell.chars().find(|&c| !is_skipped(c));
    let is_sign = |c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '%' | '＝' | '＋' | '－' | '＠');
    first.is_some_and(is_sign)
}
