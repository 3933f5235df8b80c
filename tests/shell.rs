//! The opening that stands in `index.html` before any script runs is the start page itself, to the letter.
//!
//! After a change of the start page, `UPDATE_OPENING=1 cargo test --test shell` writes it anew.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::path::Path;

use leptos::prelude::*;
use mlops_core::words;
use mlops_maturity::app::app;
use mlops_maturity::browser::storage;
use mlops_maturity::built_in::built_in;
use mlops_maturity::route::Route;
use mlops_maturity::state::Session;
use mlops_maturity::state::late_part::Source;

const ROOT: &str = "<div id=\"app\">";

/// What stands between the root element's tags: up to the end of the body, which holds nothing after it.
fn opening(html: &str) -> (usize, usize) {
    let start = html.find(ROOT).unwrap_or_else(|| panic!("no {ROOT}")) + ROOT.len();
    let end = html.rfind("</div>\n  </body>").unwrap_or_else(|| panic!("something stands after {ROOT}"));
    (start, end)
}

/// The page of somebody new, in a browser that stores, before the later part is here.
fn drawn() -> String {
    storage::be_empty();
    let html = Owner::new().with(|| {
        let session = Session::new(built_in(), Route::Home, Source::File(|| Box::pin(async { None })));
        app(session).to_html()
    });
    html.replace("<!>", "").replace("</input>", "").replace("&#x27;", "'")
}

#[test]
fn the_static_opening_is_the_start_page() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let shell = std::fs::read_to_string(&path).unwrap();
    let (start, end) = opening(&shell);
    let drawn = drawn();
    if std::env::var_os("UPDATE_OPENING").is_some() {
        std::fs::write(path, format!("{}{drawn}{}", &shell[..start], &shell[end..])).unwrap();
        return;
    }
    assert!(!drawn.contains(words::saving::NOT_KEPT), "nobody is told of trouble before there is any");
    assert_eq!(&shell[start..end], drawn);
}

#[test]
fn the_static_start_link_begins_the_essentials() {
    let drawn = drawn();
    let (_, before) = drawn.split_once("href=\"#/start").unwrap();
    let link = format!("#/start{}", before.split_once('"').unwrap().0);
    assert_eq!(Route::parse(&link.replace("&amp;", "&")), Route::parse("/start?scope=core&tracks=mlops"));
}
