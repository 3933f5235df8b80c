//! Pages as text: what they say and how it is marked up, without a browser.
//!
//! Here no browser stores anything, so each page also shows what it says then.
#![allow(clippy::unwrap_used, missing_docs)]

use leptos::prelude::*;
use mlops_core::model::answer::Answer;
use mlops_core::scoring::case::Scope;
use mlops_maturity::app::app;
use mlops_maturity::built_in::built_in;
use mlops_maturity::late;
use mlops_maturity::route::{Route, Start};
use mlops_maturity::state::Session;

/// A page's markup, an element a line.
fn drawn(prepare: impl FnOnce(Session) + Send + 'static) -> String {
    let html = Owner::new().with(|| {
        let session = Session::new(built_in(), Route::Home, late::source());
        prepare(session);
        app(session).to_html()
    });
    let mut lines = Vec::new();
    for line in html.replace("<!>", "").replace('<', "\n<").lines() {
        // Of a closing tag only what follows it is of interest.
        let shown = if line.starts_with("</") { line.split_once('>').map_or("", |(_, text)| text) } else { line };
        // Where a shape lies is for the tests of the charts.
        let is_shape = ["<rect", "<path"].iter().any(|tag| shown.starts_with(tag));
        if !shown.is_empty() && !is_shape {
            lines.push(shown.to_owned());
        }
    }
    lines.join("\n")
}

fn begin(session: Session, scope: Scope) -> String {
    session.follow(Route::Start(Start {
        scope,
        tracks: Vec::new(),
        title: "Payments <ML> & \"co\"".to_owned(),
        about: String::new(),
    }));
    session.current.with_untracked(|open| open.as_ref().unwrap().id.clone())
}

/// Automated training, a release by hand, one thing nobody knows, and a note with an address that is no link.
fn answer(session: Session) {
    for at in session.model.capability_ixs() {
        let answer = match (session.model.capability(at).level.number(), at.index() % 5) {
            (1 | 2, _) => Answer::Yes,
            (3, 0) => Answer::Unknown,
            (3, 1) => Answer::Partly,
            (_, 3) => continue,
            _ => Answer::No,
        };
        session.answer(at, Some(answer));
    }
    let tracked = session.model.find_capability("cre-exp-tracking").unwrap();
    session.respond(tracked, |response| {
        response.note = "<script>alert(1)</script>".to_owned();
        response.evidence = "javascript:alert(1)".to_owned();
    });
}

#[test]
fn the_start_page_of_a_new_visitor() {
    insta::assert_snapshot!(drawn(|_| {}));
}

#[test]
fn the_questions_of_an_area() {
    insta::assert_snapshot!(drawn(|session| {
        begin(session, Scope::Core);
    }));
}

#[test]
fn the_result_of_a_team_between_two_levels() {
    insta::assert_snapshot!(drawn(|session| {
        let id = begin(session, Scope::Core);
        answer(session);
        session.follow(Route::Result { id });
    }));
}

#[test]
fn an_address_that_leads_nowhere() {
    insta::assert_snapshot!(drawn(|session| session.follow(Route::Unknown("<b>/x".to_owned()))));
}

#[test]
fn what_was_written_by_others_is_text_on_every_page() {
    for place in ["result", "people"] {
        let html = drawn(move |session| {
            let id = begin(session, Scope::Full);
            answer(session);
            session.follow(Route::parse(&format!("/a/{id}/{place}")));
        });
        assert!(!html.contains("<script>") && !html.contains("<ML>"), "{place}");
        assert!(!html.contains("href=\"javascript:"), "{place}");
    }
}

#[test]
fn an_area_on_the_result_carries_its_level_for_those_who_read_the_markup() {
    let html = drawn(|session| {
        let id = begin(session, Scope::Full);
        answer(session);
        session.follow(Route::Result { id });
    });
    for area in ["people", "model-creation", "model-release", "application-integration"] {
        let line = html.lines().find(|line| line.contains(&format!("data-area=\"{area}\""))).unwrap();
        for name in ["data-level=\"2\"", "data-low=\"2\"", "data-high=\""] {
            assert!(line.contains(name), "{line} lacks {name}");
        }
    }
}

#[test]
fn a_picture_is_made_of_elements_and_no_markup_is_written_into_the_page() {
    let html = drawn(|session| {
        let id = begin(session, Scope::Core);
        answer(session);
        session.follow(Route::Result { id });
    });
    // Profile and map, each wide and narrow, and the link's QR code.
    assert!(html.matches("<svg ").count() >= 5, "{}", html.matches("<svg ").count());
    assert!(html.lines().any(|line| line.starts_with("<text class=\"name\"") && line.ends_with("People")));
}
