//! Comma-separated values (RFC 4180) that no spreadsheet takes for formulas.

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
            if is_formula(cell) {
                out.push('\'');
            }
            for letter in cell.chars() {
                match letter {
                    '"' => out.push_str("\"\""),
                    '\0' => {}
                    letter => out.push(letter),
                }
            }
            out.push('"');
        }
        out.push_str("\r\n");
    }
    out
}

/// Whether a spreadsheet could take the cell for a formula. Leading blanks and quotes do not hide one; full-width signs
/// count as in the spreadsheets of East Asia. An apostrophe in front makes it text.
fn is_formula(cell: &str) -> bool {
    let is_skipped = |c: char| c == ' ' || c == '"' || c == '\'' || c == '\u{a0}' || c == '\u{feff}' || c == '\0';
    let first = cell.chars().find(|&c| !is_skipped(c));
    let is_sign = |c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '%' | '＝' | '＋' | '－' | '＠');
    first.is_some_and(is_sign)
}
