//! A document as Markdown for GitHub, GitLab and Azure DevOps alike.
//!
//! Texts stay texts: every character with a meaning in Markdown is escaped, and a line break inside a text becomes a
//! space. So no title or note can begin a heading, a table or a tag. Braces are escaped for MDX, which runs code in
//! braces.

use super::document::{Block, Cell, Document, Line, Run};
use crate::web_url::is_web_url;

/// Writes a whole document.
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
            Block::List(lines) => lines.iter().for_each(|text| item(text, out)),
            Block::Answers { given, .. } => given.iter().for_each(|one| item(&one.line(), out)),
            Block::Table { caption, heads, rows } => table(caption, heads, rows, out),
            // No wiki accepts the data of a picture in Markdown.
            Block::Picture { .. } => continue,
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

fn item(text: &Line, out: &mut String) {
    out.push_str("- ");
    line(text, out);
    out.push('\n');
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
            Run::Plain(text) | Run::Quiet(text) | Run::Foreign(text) | Run::Step { text, .. } => plain(text, out),
            Run::Strong(text) => {
                out.push_str("**");
                plain(text.trim(), out);
                out.push_str("**");
            }
            Run::Link { text, address } if is_web_url(address) => out.push_str(&link(text, address)),
            Run::Link { text, .. } => plain(text, out),
        }
    }
}

/// A link to a web address, without characters that could end the link.
pub(super) fn link(text: &str, address: &str) -> String {
    let mut out = "[".to_owned();
    plain(text, &mut out);
    format!("{out}](<{address}>)")
}

/// An escaped text, also safe at the beginning of a line.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    plain(text, &mut out);
    out
}

/// An escaped text for use after other text in a line.
pub(super) fn escaped_within(text: &str) -> String {
    let mut out = "x".to_owned();
    plain(text, &mut out);
    out.split_off(1)
}

/// Appends an escaped text.
fn plain(text: &str, out: &mut String) {
    // MDX runs a line that begins with one of these words.
    let is_code = out.is_empty() || out.ends_with('\n');
    let is_code = is_code && ["import ", "export "].iter().any(|word| text.trim_start().starts_with(word));
    let mut is_start = out.is_empty() || out.ends_with('\n') || out.ends_with("- ") || out.ends_with("# ");
    for letter in text.chars() {
        let is_mark = matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '>' | '#' | '|' | '~' | '^' | '&' | '$'
        );
        // At the start of a line, these would begin a list, a rule or the underline of a heading. A number with a
        // full stop or bracket would begin an ordered list.
        if is_mark || (is_start && matches!(letter, '-' | '+' | '=')) {
            out.push('\\');
        }
        if is_start && is_code && letter.is_ascii_alphabetic() {
            out.push_str(if letter == 'i' { "&#105;" } else { "&#101;" });
            is_start = false;
            continue;
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
