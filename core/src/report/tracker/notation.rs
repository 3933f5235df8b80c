//! Escapes texts for the description format of each tracker, so that text from people stays text.
//!
//! - Jira: wiki notation. A backslash escapes a character; a backslash itself has to be written as its number, because two of
//!   them break the line.
//! - GitHub and GitLab: Markdown. Both look for people and issues in the rendered text, where an escaped `@` is an `@` again. A
//!   zero-width space after it avoids mentions.
//! - Azure Boards: HTML.

use super::Tracker;
use crate::markup::escaped as html;
use crate::report::document::{Line, Run};
use crate::report::markdown;
use crate::web_url::is_web_url;

/// Invisible, and ends the recognition of names and numbers.
const NO_WIDTH: char = '\u{200b}';

/// An escaped text for a description, also safe at the beginning of a line.
#[must_use]
pub fn escaped(text: &str, tracker: Tracker) -> String {
    match tracker {
        Tracker::GitHub | Tracker::GitLab => markdown::escaped(&calling_nobody(&one_line(text))),
        Tracker::Jira | Tracker::AzureBoards => within(text, tracker),
    }
}

/// An escaped text for use after other text in a line.
fn within(text: &str, tracker: Tracker) -> String {
    let text = one_line(text);
    match tracker {
        Tracker::Jira => jira(&text),
        Tracker::GitHub | Tracker::GitLab => markdown::escaped_within(&calling_nobody(&text)),
        Tracker::AzureBoards => html(&text),
    }
}

/// A text for the title of an issue: one line, without notation, and without mentions.
#[must_use]
pub fn title(text: &str, tracker: Tracker) -> String {
    let text = one_line(text);
    match tracker {
        Tracker::GitHub | Tracker::GitLab => calling_nobody(&text),
        Tracker::Jira | Tracker::AzureBoards => text,
    }
}

/// A description: the first line as a paragraph, the others as a list. No line begins with text from people, so that
/// none can be a command of the tracker.
#[must_use]
pub fn description(lines: &[Line], tracker: Tracker) -> String {
    let [first, rest @ ..] = lines else { return String::new() };
    let first = line(first, tracker);
    let items = rest.iter().map(|one| line(one, tracker));
    match tracker {
        Tracker::AzureBoards => {
            let items: String = items.map(|item| format!("<li>{item}</li>")).collect();
            format!("<p>{first}</p><ul>{items}</ul>")
        }
        Tracker::Jira => {
            format!("{first}\n\n{}", items.map(|item| format!("* {item}")).collect::<Vec<_>>().join("\n"))
        }
        Tracker::GitHub | Tracker::GitLab => {
            format!("{first}\n\n{}", items.map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n"))
        }
    }
}

fn line(line: &Line, tracker: Tracker) -> String {
    let run = |run: &Run| match run {
        Run::Plain(text) | Run::Quiet(text) | Run::Foreign(text) | Run::Step { text, .. } => {
            with_blanks(text, tracker)
        }
        Run::Strong(text) => {
            let (before, after) = match tracker {
                Tracker::Jira => ("*", "*"),
                Tracker::GitHub | Tracker::GitLab => ("**", "**"),
                Tracker::AzureBoards => ("<strong>", "</strong>"),
            };
            format!("{before}{}{after}", within(text, tracker))
        }
        Run::Link { text, address } if is_web_url(address) => link(text, address, tracker),
        Run::Link { text, .. } => with_blanks(text, tracker),
    };
    line.0.iter().map(run).collect()
}

/// An escaped text with the blanks at its ends, which separate it from its neighbours.
fn with_blanks(text: &str, tracker: Tracker) -> String {
    let blank = |is_there: bool| if is_there { " " } else { "" };
    let inner = within(text, tracker);
    let (before, after) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    format!("{}{inner}{}", blank(before), blank(after && !inner.is_empty()))
}

fn link(text: &str, address: &str, tracker: Tracker) -> String {
    match tracker {
        Tracker::Jira => {
            // These characters would end the link.
            let mut safe = String::with_capacity(address.len());
            for letter in address.chars() {
                match letter {
                    '|' => safe.push_str("%7C"),
                    '[' => safe.push_str("%5B"),
                    ']' => safe.push_str("%5D"),
                    '{' => safe.push_str("%7B"),
                    '}' => safe.push_str("%7D"),
                    letter => safe.push(letter),
                }
            }
            format!("[{}|{safe}]", jira(&one_line(text)))
        }
        Tracker::GitHub | Tracker::GitLab => markdown::link(&calling_nobody(&one_line(text)), address),
        Tracker::AzureBoards => format!("<a href=\"{}\">{}</a>", html(address), html(text)),
    }
}

fn jira(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        // A mark has an effect only at the beginning of a word: "on-call" and "2 * 3" stay unchanged.
        let opens = !is_letter(before) && letters.peek().is_some_and(|next| !next.is_whitespace());
        let is_twice = before == letter || letters.peek() == Some(&letter);
        match letter {
            '\\' => out.push_str("&#92;"),
            '{' | '}' | '[' | ']' | '|' | '!' => out.extend(['\\', letter]),
            '*' | '_' | '-' | '+' | '^' | '~' if opens || is_twice => out.extend(['\\', letter]),
            '?' if is_twice => out.extend(['\\', letter]),
            letter => out.push(letter),
        }
        before = letter;
    }
    out
}

/// Adds a zero-width space after every character that would mention a person or link an issue before a name or
/// number.
fn calling_nobody(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        out.push(letter);
        let is_name = letters.peek().is_some_and(|&next| is_letter(next) || matches!(next, '_' | '"' | '-' | '.'));
        if is_name && matches!(letter, '@' | '#' | '!' | '~' | '%' | '&' | '$' | '[') {
            out.push(NO_WIDTH);
        }
    }
    out
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a character is a letter or digit. All characters beyond ASCII count, which needs no table of letters.
const fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || !letter.is_ascii()
}
