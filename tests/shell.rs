//! What stands in `index.html` before any script runs is what the program draws, to the letter: the start page, and in a
//! `template` the questions that the essentials begin with.
//!
//! After a change of either, `UPDATE_OPENING=1 cargo test --test shell` writes both anew.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::path::Path;

use leptos::prelude::*;
use mlops_core::words;
use mlops_maturity::app::app;
use mlops_maturity::browser::{clock, storage};
use mlops_maturity::built_in::built_in;
use mlops_maturity::late;
use mlops_maturity::route::Route;
use mlops_maturity::state::Session;
use mlops_maturity::state::late_part::Source;

/// A piece of the page that the program draws too: between which two texts it stands in the shell.
struct Piece {
    start: &'static str,
    end: &'static str,
    drawn: fn() -> String,
}

const PIECES: [Piece; 2] = [
    Piece { start: "<div id=\"app\">", end: "</div>\n    <!--", drawn: opening },
    Piece { start: "<template id=\"first\">", end: "</template>", drawn: first_questions },
];

impl Piece {
    /// Where it stands.
    fn range(&self, html: &str) -> (usize, usize) {
        let start = html.find(self.start).unwrap_or_else(|| panic!("no {}", self.start)) + self.start.len();
        let end = html[start..].find(self.end).unwrap_or_else(|| panic!("no {}", self.end));
        (start, start + end)
    }
}

/// The page at an address in a browser that stores and in which nothing is stored yet.
fn drawn(place: &str, source: Source) -> String {
    storage::be_empty();
    let html = Owner::new().with(|| {
        let session = Session::new(built_in(), Route::parse(place), source);
        app(session).to_html()
    });
    html.replace("<!>", "").replace("</input>", "").replace("&#x27;", "'").replace("&quot;", "\"")
}

/// The start page before the later part is here.
fn opening() -> String {
    drawn("/", Source::File(|| Box::pin(async { None })))
}

/// The main part of the page with the first questions.
fn first_questions() -> String {
    let page = drawn(FIRST, late::source());
    let (start, end) = (page.find("<main").unwrap(), page.find("</main>").unwrap() + "</main>".len());
    // What they lead to is of an assessment that is begun when the program is here.
    page[start..end].replace(&format!("#/a/{}", clock::random_id()), "#/start")
}

/// The address that the static start page leads to.
const FIRST: &str = "/start?scope=essentials&tracks=mlops";

#[test]
fn what_stands_in_the_page_before_the_program_is_what_the_program_draws() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    for piece in PIECES {
        let shell = std::fs::read_to_string(&path).unwrap();
        let (start, end) = piece.range(&shell);
        let drawn = (piece.drawn)();
        if std::env::var_os("UPDATE_OPENING").is_some() {
            std::fs::write(&path, format!("{}{drawn}{}", &shell[..start], &shell[end..])).unwrap();
            continue;
        }
        assert!(!drawn.contains(words::saving::NOT_KEPT), "nobody is told of trouble before there is any");
        assert_eq!(&shell[start..end], drawn, "{}", piece.start);
    }
}

#[test]
fn the_static_start_link_begins_the_essentials() {
    let drawn = opening();
    let (_, before) = drawn.split_once("href=\"#/start").unwrap();
    let link = format!("#/start{}", before.split_once('"').unwrap().0);
    assert_eq!(Route::parse(&link.replace("&amp;", "&")), Route::parse(FIRST));
}
