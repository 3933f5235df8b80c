//! Comma-separated values (RFC 4180) that no spreadsheet executes as formulas.

use std::borrow::Cow;

/// A table as CSV: every cell is quoted, lines end with CR LF.
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

/// The cell as text for every spreadsheet, without the null character, which some take for the end of a text.
#[must_use]
pub fn inert(cell: &str) -> Cow<'_, str> {
    let sign = if is_formula(cell) { "'" } else { "" };
    if sign.is_empty() && !cell.contains('\0') {
        return Cow::Borrowed(cell);
    }
    Cow::Owned(format!("{sign}{}", cell.replace('\0', "")))
}

/// Whether a spreadsheet could execute a cell as a formula. Spreadsheets skip leading blanks and quotes, and East
/// Asian ones accept full-width signs. An apostrophe before the cell makes it text.
fn is_formula(cell: &str) -> bool {
    let is_skipped = |c: char| c == ' ' || c == '"' || c == '\'' || c == '\u{a0}' || c == '\u{feff}' || c == '\0';
    let first = cell.chars().find(|&c| !is_skipped(c));
    let is_sign = |c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '%' | '＝' | '＋' | '－' | '＠');
    first.is_some_and(is_sign)
}
