//! The prerendered page equals what the program draws, and can be used: the start page, the first questions, and for
//! every other address the heading of the page that is loading.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::collections::HashSet;

use mlops_core::words;
use mlops_maturity::built_in::built_in;
use mlops_maturity::prerender::{FIRST, fill};
use mlops_maturity::route::Route;

const DOCUMENT: &str = include_str!("../index.html");

/// The part of the prerendered document between two marks.
fn piece(start: &str, end: &str) -> String {
    let html = fill(DOCUMENT).unwrap();
    let (_, rest) = html.split_once(start).unwrap_or_else(|| panic!("no {start}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end}")).0.to_owned()
}

fn start_page() -> String {
    piece("<div id=\"app\">", "<template")
}

fn first_questions() -> String {
    piece("<template id=\"first\">", "</template>")
}

fn places() -> String {
    piece("<template id=\"places\">", "</template>")
}

#[test]
fn the_start_page_begins_with_its_heading_and_tells_nobody_of_trouble() {
    let page = start_page();
    assert!(page.contains(words::start::HEADING), "{page}");
    assert!(!page.contains(words::saving::NOT_KEPT), "{page}");
}

#[test]
fn a_minified_document_takes_the_prerendered_page_too_and_one_without_a_place_for_it_does_not() {
    let minified = DOCUMENT.replace("id=\"app\"", "id=app").replace("id=\"first\"", "id=first");
    assert!(fill(&minified).is_some());
    assert!(fill(&DOCUMENT.replace("id=\"app\"", "id=\"other\"")).is_none());
}

#[test]
fn the_start_link_begins_the_essentials() {
    let page = start_page();
    let (_, rest) = page.split_once("href=\"#/start").unwrap();
    let link = format!("#/start{}", rest.split_once('"').unwrap().0);
    assert_eq!(Route::parse(&link.replace("&amp;", "&")), Route::parse(FIRST));
}

#[test]
fn every_question_of_the_first_area_is_there_with_its_answers() {
    let (model, page) = (built_in(), first_questions());
    let first = model.area_ixs().next().unwrap();
    let asked = model.capabilities().iter().filter(|one| one.area == first && one.is_essential());
    for capability in asked {
        for position in 0..5 {
            let id = format!("id=\"{}-{position}\"", capability.id);
            assert!(page.contains(&id), "no {id}");
        }
    }
}

#[test]
fn every_control_is_found_again_by_its_id_or_by_its_name_and_value() {
    for page in [start_page(), first_questions()] {
        let mut seen = HashSet::new();
        for tag in
            page.split('<').filter(|tag| ["input", "textarea", "details"].iter().any(|one| tag.starts_with(one)))
        {
            let value = |name: &str| {
                let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
                rest.split_once('"').map(|(value, _)| value.to_owned())
            };
            let key = value("id").or_else(|| Some(format!("{} {}", value("name")?, value("value")?)));
            let key = key.unwrap_or_else(|| panic!("neither an id nor a name: <{tag}"));
            assert!(seen.insert(key), "twice: <{tag}");
        }
        assert!(!seen.is_empty());
    }
}

#[test]
fn nothing_of_it_needs_what_the_content_security_policy_forbids() {
    for page in [start_page(), first_questions(), places()] {
        assert!(!page.contains(" style=\"") && !page.contains(" onclick="), "{page}");
        assert!(!page.contains("<!"), "no marks of hydration: {page}");
    }
}

#[test]
fn what_is_coming_has_a_heading_and_names_the_parts_that_draw_it() {
    let page = places();
    assert!(page.contains("data-place=\"a/result\" data-parts=\"result\""), "{page}");
    assert!(page.contains("data-place=\"teams\" data-parts=\"result groups\""), "{page}");
    assert!(page.contains(words::LOADING), "{page}");
}
