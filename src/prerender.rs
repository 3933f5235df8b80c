//! The prerendered page: what the document shows before the program runs, rendered at build time by the program's own
//! components.
//!
//! It contains the start page of a new visitor, the first questions of the essentials, and for every other address
//! the heading of the page that is loading. `src/prerender.js` shows the one that fits the address.

use leptos::prelude::*;

use crate::app::App;
use crate::browser::{clock, storage};
use crate::built_in::built_in;
use crate::components::Loading;
use crate::lazy::{Loader, Part};
use crate::route::Route;
use crate::state::{Navigation, provide_state};
use mlops_core::words::{pages, start};

/// The address that the start page leads to if a person changes none of its choices.
pub const FIRST: &str = "/start?scope=essentials&tracks=mlops";

/// Puts the prerendered page into a document; `None` if the document has no place for it.
#[must_use]
pub fn fill(html: &str) -> Option<String> {
    let html = put(html, "div", "app", &start_page())?;
    let html = put(&html, "template", "first", &first_questions())?;
    put(&html, "template", "places", &places())
}

/// Puts content into an empty element, with or without quotation marks: a minified document has none.
fn put(html: &str, tag: &str, id: &str, content: &str) -> Option<String> {
    let end = format!("</{tag}>");
    let empty = [format!("<{tag} id=\"{id}\">"), format!("<{tag} id={id}>")];
    let start = empty.iter().find(|start| html.contains(&format!("{start}{end}")))?;
    Some(html.replacen(&format!("{start}{end}"), &format!("{start}{content}{end}"), 1))
}

/// Renders the page at an address, as for a browser with an empty storage.
fn drawn(place: &str) -> String {
    storage::be_empty();
    let html = Owner::new().with(|| {
        provide_state(built_in());
        expect_context::<Navigation>().show(Route::parse(place));
        view! { <App loader=Loader::from_context()/> }.to_html()
    });
    plain(&html)
}

/// Removes the comments that hydration would need, and unneeded end tags and entities.
fn plain(html: &str) -> String {
    let mut pieces = html.split("<!");
    let first = pieces.next().unwrap_or_default().to_owned();
    let plain = pieces.filter_map(|piece| piece.split_once(if piece.starts_with("--") { "-->" } else { ">" }));
    let plain = plain.fold(first, |plain, (_, rest)| plain + rest);
    plain.replace("</input>", "").replace("&#x27;", "'").replace("&quot;", "\"")
}

fn start_page() -> String {
    drawn("/")
}

fn first_questions() -> String {
    let page = drawn(FIRST);
    let main = page.split_once("<main class=\"main\">").and_then(|(_, rest)| rest.split_once("</main>"));
    // The links lead to `#/start`: the assessment gets its id only when the program runs.
    main.map(|(main, _)| main.replace(&format!("#/a/{}", clock::random_id()), "#/start")).unwrap_or_default()
}

/// The heading of each page, with its path without the variable parts (`a/result`) and the parts of the program that
/// draw it.
fn places() -> String {
    let headings = [
        ("", start::YOURS),
        ("start", pages::QUESTIONS),
        ("a/id", pages::QUESTIONS),
        ("a/id/result", pages::RESULT),
        ("a/id/plan", pages::PLAN),
        ("a/id/evidence", pages::EVIDENCE),
        ("a/id/history", pages::HISTORY),
        ("a/id/send", pages::SEND),
        ("a/id/together", pages::COMBINED_ANSWERS),
        ("together", pages::COMBINE),
        ("r/link", pages::SHARED),
        ("result", pages::PUBLISHED),
        ("i/link", pages::INVITATION),
        ("compare", pages::COMPARE),
        ("teams", pages::TEAMS),
        ("embed", pages::EMBED),
        ("model", pages::ABOUT),
    ];
    let heading = |(path, title): (&str, &'static str)| {
        let name = path.replace("/id", "").replace("/link", "");
        let parts = Part::of_route(&Route::parse(path)).map(|part| match part {
            Part::Result => "result",
            Part::Groups => "result groups",
            Part::Evidence => "result evidence",
        });
        view! {
            <h1 tabindex="-1" data-place=name data-parts=parts>
                {title}
            </h1>
        }
    };
    let html = Owner::new().with(|| {
        view! {
            {headings.map(heading)}
            <Loading/>
        }
        .to_html()
    });
    plain(&html)
}
