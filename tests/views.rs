//! Pages as text: what they say and how it is marked up, without a browser.
//!
//! Here no browser stores anything, so each page also shows what it says then.
#![allow(clippy::unwrap_used, missing_docs)]

use leptos::prelude::*;
use mlops_core::assessment::Assessment;
use mlops_core::link::{
    Including, Kind, Respondent, Shared, about, answer_to, encode, invitation, invitation_number,
};
use mlops_core::model::Model;
use mlops_core::model::answer::Answer;
use mlops_core::model::file::read;
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::{Questionnaire, Scope};
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
    session.follow(Route::Start(Start { scope, title: "Payments <ML> & \"co\"".to_owned(), ..Start::default() }));
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
fn a_questionnaire_in_another_language_says_so_where_its_texts_stand() {
    let text = include_str!("../core/tests/fixtures/models/good.json").replace("\"en\"", "\"de\"");
    let model: &'static Model = Box::leak(Box::new(read(&text).unwrap()));
    let html = Owner::new().with(|| {
        let session = Session::new(model, Route::Home, late::source());
        session.follow(Route::parse("#/start?scope=full&title=T"));
        app(session).to_html()
    });
    for text in ["<legend lang=\"de\">Is there a first?", "lang=\"de\">Because.", "lang=\"de\">Help."] {
        assert!(html.contains(text), "{text} in {html}");
    }
    // What the page itself says is in the page's language.
    assert!(!html.contains("lang=\"de\">Yes") && !html.contains("lang=\"de\">Skip"));
}

#[test]
fn a_picture_is_made_of_elements_and_no_markup_is_written_into_the_page() {
    let html = drawn(|session| {
        let id = begin(session, Scope::Core);
        answer(session);
        session.follow(Route::Result { id });
    });
    // Every cell of the profile and every tile of the map is a button; the link's QR code is drawn shape by shape.
    assert_eq!(html.matches("<button type=\"button\" aria-expanded=\"false\" class=\"cell").count(), 16);
    assert!(html.matches("class=\"tile is").count() >= 5);
    assert!(html.contains("<svg "));
}

/// What the open assessment hands on: its link's payload, or an invitation's.
fn payload_of(kind: Kind, including: Including, about: &'static str, invitation: Option<u32>) -> String {
    let model = built_in();
    let questionnaire = Questionnaire::of(model, Scope::Core);
    let mut own =
        Assessment::new("id".to_owned(), "Payments ML".to_owned(), model, &questionnaire, Moment::default());
    answer_to(&mut own, invitation, about);
    let day = Day::new(2026, 11, 24).unwrap();
    let shared = match kind {
        Kind::Result => Shared::of(model, &own, day, &including),
        Kind::Invite => Shared::invitation(model, &own, day, invitation_number(&own), &including),
    };
    encode(model, kind, &shared).unwrap()
}

#[test]
fn a_result_without_a_name_is_saved_under_one_that_tells_it_from_others() {
    let from = Respondent { name: "Ana <b>".to_owned(), role: "data science".to_owned() };
    let including = Including { from, about: true, ..Including::default() };
    let html = drawn(move |session| {
        let payload = payload_of(Kind::Result, including, "Card fraud", Some(7));
        session.follow(Route::Shared { payload });
    });
    assert!(html.contains("Name of the copy"), "{html}");
    assert!(html.contains("Answered by Ana &lt;b&gt;, data science."), "{html}");
    assert!(html.contains("What is assessed:") && html.contains(" Card fraud"), "{html}");
    let named = drawn(|session| {
        let including = Including { title: true, ..Including::default() };
        session.follow(Route::Shared { payload: payload_of(Kind::Result, including, "", None) });
    });
    assert!(!named.contains("Name of the copy") && named.contains("Payments ML"), "{named}");
}

#[test]
fn an_invitation_begins_an_answer_that_carries_its_number() {
    let html = drawn(|session| {
        let including = Including { about: true, ..Including::default() };
        session.follow(Route::Invite { payload: payload_of(Kind::Invite, including, "Card fraud", Some(0xabc)) });
    });
    assert!(html.contains("You are invited to answer") && !html.contains("Payments ML"), "{html}");
    assert!(html.contains("What is assessed: Card fraud"), "{html}");
    assert!(
        html.contains("/start?scope=core&amp;tracks=mlops&amp;about=Card%20fraud&amp;invitation=00000abc"),
        "{html}"
    );
    let shown = drawn(|session| {
        session.follow(Route::parse("/start?scope=core&tracks=mlops&about=Card%20fraud&invitation=00000abc"));
        let id = session.current.with_untracked(|open| {
            let own = open.as_ref().unwrap();
            assert_eq!((invitation(own), about(own).as_str()), (Some(0xabc), "Card fraud"));
            own.id.clone()
        });
        session.follow(Route::Result { id });
    });
    for said in
        ["the number of the invitation, and nothing else", "Say which invitation this answers", "Your role, if you"]
    {
        assert!(shown.contains(said), "{said}");
    }
}
