//! The opening that stands in `index.html` before any script runs says the same as the page itself.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use leptos::prelude::*;
use mlops_maturity::app::app;
use mlops_maturity::built_in::built_in;
use mlops_maturity::late;
use mlops_maturity::route::Route;
use mlops_maturity::state::Session;

/// The words of some markup, without tags and with single spaces.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                text.push(' ');
            }
            letter if !in_tag => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("&#x27;", "'").replace("&#39;", "'")
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).unwrap_or_else(|| panic!("no {from}")) + from.len();
    let end = text[start..].find(to).unwrap_or_else(|| panic!("no {to} after {from}"));
    &text[start..start + end]
}

fn drawn() -> String {
    Owner::new().with(|| app(Session::new(built_in(), Route::Home, late::source())).to_html())
}

#[test]
fn the_static_opening_says_what_the_start_page_says() {
    let shell = include_str!("../index.html");
    let page = drawn();
    // Only the page's own heading takes the focus when places change.
    let page = page.replace(r#"<h1 tabindex="-1">"#, "<h1>");
    let opening = |html: &str| words(between(html, "<h1>", "</ul>"));
    assert_eq!(opening(shell), opening(&page));
    let header = |html: &str| words(between(html, "<header", "</header>"));
    assert_eq!(header(shell), header(&page));
    let footer = |html: &str| words(between(html, "<footer", "</footer>"));
    assert_eq!(footer(shell), footer(&page));
}

#[test]
fn the_static_start_link_begins_the_essentials() {
    let link = between(include_str!("../index.html"), r#"<a class="button is-primary" href=""#, "\"");
    assert_eq!(Route::parse(link), Route::parse("/start?scope=core"));
}
