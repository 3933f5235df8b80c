//! A document as Markdown that GitHub, GitLab and Azure DevOps read alike.
//!
//! Texts stand for themselves: whatever would be a mark is escaped, and a line break inside a text becomes a space, so
//! that no title or note can open a heading, a table or a tag.

use super::document::{Block, Cell, Document, Line, Run};

/// The whole document.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut out = String::new();
    blocks(&document.blocks, &mut out);
    out
}

fn blocks(of: &[Block], out: &mut String) {
    for block in of {
        match block {
            Block::Heading(level, text) => {
                for _ in 0..*level {
                    out.push('#');
                }
                out.push(' ');
                plain(text, out);
                out.push('\n');
            }
            Block::Paragraph(text) => {
                line(text, out);
                out.push('\n');
            }
            Block::List(lines) => {
                for text in lines {
                    out.push_str("- ");
                    line(text, out);
                    out.push('\n');
                }
            }
            Block::Table { caption, heads, rows } => table(caption, heads, rows, out),
            Block::More { summary, blocks: inner } => {
                line(summary, out);
                out.push_str("\n\n");
                blocks(inner, out);
                continue;
            }
        }
        out.push('\n');
    }
}

fn table(caption: &str, heads: &[String], rows: &[Vec<Cell>], out: &mut String) {
    plain(caption, out);
    out.push_str("\n\n|");
    for head in heads {
        out.push(' ');
        plain(head, out);
        out.push_str(" |");
    }
    out.push_str("\n|");
    for _ in heads {
        out.push_str(" --- |");
    }
    out.push('\n');
    for row in rows {
        out.push('|');
        for cell in row {
            out.push(' ');
            line(&cell.line, out);
            out.push_str(" |");
        }
        out.push('\n');
    }
}

fn line(line: &Line, out: &mut String) {
    for run in &line.0 {
        match run {
            Run::Plain(text) | Run::Quiet(text) | Run::Step { text, .. } => plain(text, out),
            Run::Strong(text) => {
                out.push_str("**");
                plain(text.trim(), out);
                out.push_str("**");
            }
            Run::Link { text, address } => {
                out.push('[');
                plain(text, out);
                out.push_str("](<");
                out.extend(address.chars().filter(|c| !matches!(c, '<' | '>' | '\\') && !c.is_control()));
                out.push_str(">)");
            }
        }
    }
}

/// Text that stands for itself.
fn plain(text: &str, out: &mut String) {
    let mut is_start = out.is_empty() || out.ends_with('\n') || out.ends_with("- ") || out.ends_with("# ");
    for letter in text.chars() {
        let is_mark = matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$');
        // At the start of a line these would begin a list, a rule or a heading's underline; a number with a full stop
        // or a bracket would begin an ordered list.
        if is_mark || (is_start && matches!(letter, '-' | '+' | '=')) {
            out.push('\\');
        }
        if is_start && letter.is_ascii_digit() {
            out.push(letter);
            continue;
        }
        if matches!(letter, '.' | ')') && is_start && out.ends_with(|before: char| before.is_ascii_digit()) {
            out.push('\\');
        }
        out.push(if letter.is_control() { ' ' } else { letter });
        is_start = is_start && letter.is_whitespace();
    }
}
