//! A document as HTML: for the clipboard, with inline styles that wikis and mail programs keep, and as a file.
//!
//! Confluence, SharePoint, Google Docs and Outlook remove style sheets and classes. They keep the attributes of a
//! table and `style` on its cells, so only these are used here.

use super::document::{Block, Cell, Document, Line, Run};
use crate::markup::escaped;
use crate::web_url::is_web_url;

/// Background by level, light enough for black text.
const SHADES: [&str; 5] = ["#f1f3f4", "#d7e8f3", "#b3d4ea", "#86bcdc", "#5aa2cb"];

/// The width of a picture in CSS pixels, to fit into the column of a wiki. The height follows.
const PICTURE_WIDTH: u32 = 720;

/// The HTML for the clipboard.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut out = String::new();
    blocks(&document.blocks, &mut out);
    out
}

/// A self-contained HTML file.
#[must_use]
pub fn page(document: &Document, language: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>body{{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}}\
         table{{margin:1rem 0}}img{{max-width:100%;height:auto}}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        escaped(language),
        escaped(&document.title),
        write(document)
    )
}

fn blocks(of: &[Block], out: &mut String) {
    for block in of {
        match block {
            Block::Heading(level, text) => {
                let tag = ["h1", "h2", "h3", "h4"][usize::from(level.saturating_sub(1).min(3))];
                let text = escaped(text);
                // The highest heading is the title that the team gave.
                inside(tag, &if *level == 1 { format!("<bdi>{text}</bdi>") } else { text }, out);
            }
            Block::Paragraph(text) => inside("p", &line(text), out),
            Block::List(lines) => list(lines.iter().map(line), out),
            Block::Answers { given, .. } => list(given.iter().map(|one| line(&one.line())), out),
            Block::Table { caption, heads, rows } => table(caption, heads, rows, out),
            Block::Picture { alt, address } if address.starts_with("data:image/") => {
                let (alt, address) = (escaped(alt), escaped(address));
                out.push_str(&format!("<p><img alt=\"{alt}\" src=\"{address}\" width=\"{PICTURE_WIDTH}\"></p>\n"));
            }
            Block::Picture { .. } => {}
            Block::More { summary, blocks: inner } => {
                inside("p", &line(summary), out);
                blocks(inner, out);
            }
        }
    }
}

fn list(lines: impl Iterator<Item = String>, out: &mut String) {
    let items: String = lines.map(|text| format!("<li>{text}</li>")).collect();
    inside("ul", &items, out);
}

fn inside(tag: &str, content: &str, out: &mut String) {
    for part in ["<", tag, ">", content, "</", tag, ">\n"] {
        out.push_str(part);
    }
}

fn table(caption: &str, heads: &[String], rows: &[Vec<Cell>], out: &mut String) {
    inside("p", &format!("<strong>{}</strong>", escaped(caption)), out);
    out.push_str("<table border=\"1\" cellpadding=\"6\" cellspacing=\"0\" style=\"border-collapse:collapse\">\n<tr>");
    for head in heads {
        out.push_str(
            "<th align=\"left\" bgcolor=\"#f1f3f4\" style=\"background-color:#f1f3f4;color:#000;padding:6px\">",
        );
        out.push_str(&escaped(head));
        out.push_str("</th>");
    }
    out.push_str("</tr>\n");
    for row in rows {
        out.push_str("<tr>");
        for cell in row {
            let shade = cell.level.map(|level| SHADES[usize::from(level.number())]);
            match shade {
                Some(shade) => out.push_str(&format!(
                    "<td valign=\"top\" bgcolor=\"{shade}\" style=\"background-color:{shade};color:#000;padding:6px\">"
                )),
                None => out.push_str("<td valign=\"top\" style=\"padding:6px\">"),
            }
            out.push_str(&line(&cell.line));
            out.push_str("</td>");
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

fn line(line: &Line) -> String {
    let mut out = String::new();
    for run in &line.0 {
        match run {
            Run::Plain(text) | Run::Quiet(text) | Run::Step { text, .. } => out.push_str(&escaped(text)),
            Run::Foreign(text) => {
                for part in ["<bdi>", &escaped(text), "</bdi>"] {
                    out.push_str(part);
                }
            }
            Run::Strong(text) => {
                out.push_str("<strong>");
                out.push_str(&escaped(text));
                out.push_str("</strong>");
            }
            Run::Link { text, address } if is_web_url(address) => {
                for part in ["<a href=\"", &escaped(address), "\">", &escaped(text), "</a>"] {
                    out.push_str(part);
                }
            }
            Run::Link { text, .. } => out.push_str(&escaped(text)),
        }
    }
    out
}
