//! Pages as text: their sentences and their markup, without a browser.
//!
//! No browser stores anything here, so each page also shows its notice on that.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use mlops_core::assessment::Assessment;
use mlops_core::evidence::shown::{ShownPlace, ShownProposal, ShownProposals};
use mlops_core::history::combined::find;
use mlops_core::history::snapshots::KnownRange;
use mlops_core::link::{
    LinkContents, LinkKind, LinkOptions, Sender, about, encode, invitation, invitation_number, mark_as_reply,
};
use mlops_core::model::Model;
use mlops_core::model::answer::Answer;
use mlops_core::model::file::read;
use mlops_core::model::level::Level;
use mlops_core::moment::{Day, Moment};
use mlops_core::portfolio::{PublishedError, read_published};
use mlops_core::report::data::result_data;
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_core::scoring::profile::Range;
use mlops_maturity::app::App;
use mlops_maturity::built_in::built_in;
use mlops_maturity::components::charts::drawing::Picture;
use mlops_maturity::components::charts::trend::{self, TrendPoint};
use mlops_maturity::lazy::Loader;
use mlops_maturity::pages::result::{NoPublishedResult, PublishedResult};
use mlops_maturity::route::{Route, Start};
use mlops_maturity::state::{Navigation, OpenAssessment, ProposalStore, provide_state};
use serde_json::Value;

/// The markup of a page, one element per line.
fn drawn(prepare: impl FnOnce() + Send + 'static) -> String {
    let html = Owner::new().with(|| {
        provide_state(built_in());
        show(Route::Home);
        prepare();
        view! { <App loader=Loader::from_context()/> }.to_html()
    });
    let mut lines = Vec::new();
    for line in html.replace("<!>", "").replace("<!--<() />-->", "").replace('<', "\n<").lines() {
        // Of a closing tag, only the text after it is of interest.
        let shown = if line.starts_with("</") { line.split_once('>').map_or("", |(_, text)| text) } else { line };
        // The positions of shapes are covered by the tests of charts.
        let is_shape = ["<rect", "<path"].iter().any(|tag| shown.starts_with(tag));
        if !shown.is_empty() && !is_shape {
            lines.push(shown.to_owned());
        }
    }
    lines.join("\n")
}

fn show(route: Route) {
    expect_context::<Navigation>().show(route);
}

fn open() -> OpenAssessment {
    expect_context()
}

fn begin(scope: Scope) -> String {
    show(Route::Start(Start { scope, title: "Payments <ML> & \"co\"".to_owned(), ..Start::default() }));
    open().current.with_untracked(|open| open.as_ref().unwrap().id.clone())
}

/// Automated training, a release by hand, one "don't know", and a note with an address that is no link.
fn answer() {
    let open = open();
    for at in open.model().capability_ixs() {
        let answer = match (open.model().capability(at).level.number(), at.index() % 5) {
            (1 | 2, _) => Answer::Yes,
            (3, 0) => Answer::Unknown,
            (3, 1) => Answer::Partly,
            (_, 3) => continue,
            _ => Answer::No,
        };
        open.answer(at, Some(answer));
    }
    let tracked = open.model().find_capability("cre-exp-tracking").unwrap();
    open.respond(tracked, |response| {
        response.note = "<script>alert(1)</script>".to_owned();
        response.evidence = "javascript:alert(1)".to_owned();
    });
}

#[test]
fn the_start_page_of_a_new_visitor() {
    insta::assert_snapshot!(drawn(|| {}));
}

/// A scan that found an experiment tracker, proposed for the open assessment.
fn propose() {
    let place = ShownPlace {
        folder: "shop".to_owned(),
        reason: "MLflow records runs".to_owned(),
        place: "src/<b>train</b>.py, line 88".to_owned(),
        address: Some("javascript:alert(1)".to_owned()),
    };
    let proposal = ShownProposal {
        capability: "cre-exp-tracking".to_owned(),
        signal: "cre-exp-tracking".to_owned(),
        places: vec![place],
        more: 4,
        check: "Does every training run log there?".to_owned(),
    };
    let shown = ShownProposals { made: Day::parse("2026-01-12").unwrap(), proposals: vec![proposal] };
    let store = use_context::<ProposalStore>().unwrap();
    store.replace(&["cre-exp-tracking"], &shown.write());
    assert!(open().current.with_untracked(Option::is_some));
}

#[test]
fn the_page_that_scans_code_and_a_proposal_on_it() {
    let page = drawn(|| {
        let id = begin(Scope::Essentials);
        show(Route::Evidence { id });
        propose();
    });
    for expected in ["Folder with your code", "Proposals file", "1 proposal", "Use this answer", "and 4 more places"]
    {
        assert!(page.contains(expected), "{expected} in {page}");
    }
    assert!(page.contains("&lt;b&gt;train") && !page.contains("href=\"javascript"), "{page}");
}

#[test]
fn an_open_question_shows_its_proposal_and_an_answered_one_does_not() {
    let questions = |answer: Option<Answer>| {
        drawn(move || {
            let id = begin(Scope::Essentials);
            show(Route::Questions { id, area: Some("model-creation".to_owned()) });
            propose();
            let at = open().model().find_capability("cre-exp-tracking").unwrap();
            open().answer(at, answer);
        })
    };
    let proposed = questions(None);
    assert!(proposed.contains("data-proposal=\"cre-exp-tracking\"") && proposed.contains("Proposed: Partly"));
    assert!(proposed.contains("&lt;b&gt;train") && !proposed.contains("href=\"javascript"), "{proposed}");
    assert!(!questions(Some(Answer::Yes)).contains("data-proposal"));
    assert!(questions(Some(Answer::No)).contains("Your answer is \"No\", but your code shows this:"));
}

#[test]
fn the_questions_of_an_area() {
    insta::assert_snapshot!(drawn(|| {
        begin(Scope::Essentials);
    }));
}

#[test]
fn the_result_of_a_team_between_two_levels() {
    insta::assert_snapshot!(drawn(|| {
        let id = begin(Scope::Essentials);
        answer();
        show(Route::Result { id });
    }));
}

#[test]
fn an_address_that_leads_nowhere() {
    insta::assert_snapshot!(drawn(|| show(Route::Unknown("<b>/x".to_owned()))));
}

#[test]
fn what_was_written_by_others_is_text_on_every_page() {
    for place in ["result", "people"] {
        let html = drawn(move || {
            let id = begin(Scope::Full);
            answer();
            show(Route::parse(&format!("/a/{id}/{place}")));
        });
        assert!(!html.contains("<script>") && !html.contains("<ML>"), "{place}");
        assert!(!html.contains("href=\"javascript:"), "{place}");
    }
}

#[test]
fn an_area_on_the_result_carries_its_level_for_those_who_read_the_markup() {
    let html = drawn(|| {
        let id = begin(Scope::Full);
        answer();
        show(Route::Result { id });
    });
    for area in ["people", "model-creation", "model-release", "application-integration"] {
        let line = html.lines().find(|line| line.contains(&format!("data-area=\"{area}\""))).unwrap();
        for name in ["data-level=\"2\"", "data-low=\"2\"", "data-high=\""] {
            assert!(line.contains(name), "{line} lacks {name}");
        }
    }
}

/// The value of an attribute of the element on a line.
fn attribute<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    line.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

/// The values of an attribute on a page, in order.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    html.lines().filter_map(|line| attribute(line, name)).collect()
}

#[test]
fn the_page_shows_what_the_data_of_the_command_says() {
    for (scope, turn) in
        [(Scope::Full, 0), (Scope::Full, 1), (Scope::Full, 2), (Scope::Essentials, 0), (Scope::Essentials, 4)]
    {
        let data = Arc::new(Mutex::new(Value::Null));
        let told = Arc::clone(&data);
        let html = drawn(move || {
            let id = begin(scope);
            answer();
            // Another team for each turn: some practices of every level are not in place.
            let model = open().model();
            for at in model.capability_ixs().filter(|at| turn > 0 && at.index() % 7 < turn) {
                let answer = [Answer::No, Answer::Partly, Answer::Unknown][at.index() % 3];
                open().answer(at, Some(answer));
            }
            *told.lock().unwrap() =
                open().with_subject(|subject| serde_json::to_value(result_data(subject)).unwrap()).unwrap();
            show(Route::Result { id });
        });
        let data = data.lock().unwrap();
        let track = &data["tracks"][0];
        let all = |list: &Value, field: &str| -> Vec<String> {
            list.as_array().unwrap().iter().map(|one| one[field].as_str().unwrap().to_owned()).collect()
        };
        let steps = |wanted: &str| -> Vec<&str> {
            let mut list = "";
            let mut found = Vec::new();
            for line in html.lines() {
                list = attribute(line, "data-list").unwrap_or(list);
                found.extend(attribute(line, "data-next").filter(|_| list == wanted));
            }
            found
        };
        for (field, list) in
            [("find_out", "find-out"), ("start_now", "start-now"), ("plan_ahead", "plan-ahead"), ("later", "later")]
        {
            assert_eq!(steps(list), all(&track["lists"][field], "capability"), "{scope:?} {turn}: {list}");
        }
        assert!(!steps("start-now").is_empty() && !steps("later").is_empty(), "{scope:?} {turn}: nothing to compare");
        assert_eq!(attributes(&html, "data-pattern"), all(&track["patterns"], "pattern"), "{scope:?} {turn}");
        assert_eq!(attributes(&html, "data-kind"), all(&track["patterns"], "kind"), "{scope:?} {turn}");
        assert_eq!(attributes(&html, "data-stage"), all(&track["map"]["stages"], "stage"), "{scope:?} {turn}");
        assert_eq!(
            attributes(&html, "data-automation"),
            all(&track["map"]["stages"], "automation"),
            "{scope:?} {turn}"
        );
        assert_eq!(attributes(&html, "data-automate-first"), [track["automate_first"]["stage"].as_str().unwrap()]);
        assert_eq!(attributes(&html, "data-area"), all(&track["areas"], "area"));
        for end in ["low", "high"] {
            let levels: Vec<String> =
                track["areas"].as_array().unwrap().iter().map(|area| area[end].to_string()).collect();
            assert_eq!(attributes(&html, &format!("data-{end}")), levels, "{scope:?} {turn}: {end}");
        }
    }
}

#[test]
fn a_questionnaire_in_another_language_says_so_where_its_texts_stand() {
    let text = include_str!("../core/tests/fixtures/models/good.json").replace("\"en\"", "\"de\"");
    let model: &'static Model = Box::leak(Box::new(read(&text).unwrap()));
    let html = Owner::new().with(|| {
        provide_state(model);
        show(Route::parse("#/start?scope=full&title=T"));
        view! { <App loader=Loader::from_context()/> }.to_html()
    });
    for text in [
        "<legend lang=\"de\">Is there a first?",
        "lang=\"de\" class=\"why\">Because.",
        "lang=\"de\" class=\"\">Help.",
    ] {
        assert!(html.contains(text), "{text} in {html}");
    }
    // Texts of the page are in the page's language.
    assert!(!html.contains("lang=\"de\">Yes") && !html.contains("lang=\"de\">Skip"));
}

#[test]
fn a_picture_is_made_of_elements_and_no_markup_is_written_into_the_page() {
    let html = drawn(|| {
        let id = begin(Scope::Essentials);
        answer();
        show(Route::Result { id });
    });
    // Every cell of the profile and every tile of the map is a button.
    assert_eq!(html.matches("<button type=\"button\" aria-expanded=\"false\" class=\"cell").count(), 16);
    assert!(html.matches("class=\"tile is").count() >= 5);
}

#[test]
fn a_chart_is_drawn_shape_by_shape() {
    let state = |day: i64| {
        let range = Range { low: Level::ZERO, high: Level::TOP };
        TrendPoint {
            seconds: day * 86_400,
            mark: day.to_string(),
            level: KnownRange { range: Some(range), is_known: true },
        }
    };
    let drawing = trend::drawing("<b>".to_owned(), &[state(0), state(100)]);
    let shapes = drawing.shapes.len();
    let html = Owner::new().with(|| view! { <Picture drawing/> }.to_html());
    assert!(html.contains("<svg ") && html.contains("aria-label=\"&lt;b&gt;\""), "{html}");
    assert_eq!(html.matches("<rect ").count() + html.matches("<text ").count(), shapes, "{html}");
}

/// The payload of a link to the open assessment, or of an invitation.
fn payload_of(kind: LinkKind, including: LinkOptions, about: &'static str, invitation: Option<u32>) -> String {
    let model = built_in();
    let question_set = QuestionSet::of(model, Scope::Essentials);
    let mut own = Assessment::new("id".to_owned(), "Payments ML".to_owned(), model, &question_set, Moment::default());
    mark_as_reply(&mut own, invitation, about);
    let day = Day::new(2026, 11, 24).unwrap();
    let shared = match kind {
        LinkKind::Result => LinkContents::of(model, &own, day, &including),
        LinkKind::Invite => LinkContents::invitation(model, &own, day, invitation_number(&own), &including),
    };
    encode(model, kind, &shared).unwrap()
}

#[test]
fn a_result_without_a_name_is_saved_under_one_that_tells_it_from_others() {
    let from = Sender { name: "Ana <b>".to_owned(), role: "data science".to_owned() };
    let including = LinkOptions { from, about: true, ..LinkOptions::default() };
    let html = drawn(move || {
        let payload = payload_of(LinkKind::Result, including, "Card fraud", Some(7));
        show(Route::SharedResult { payload });
    });
    assert!(html.contains("Name of the copy"), "{html}");
    assert!(html.contains("Answered by Ana &lt;b&gt;, data science."), "{html}");
    assert!(html.contains("Assessed product:") && html.contains(" Card fraud"), "{html}");
    let named = drawn(|| {
        let including = LinkOptions { title: true, ..LinkOptions::default() };
        show(Route::SharedResult { payload: payload_of(LinkKind::Result, including, "", None) });
    });
    assert!(!named.contains("Name of the copy") && named.contains("Payments ML"), "{named}");
}

#[test]
fn an_invitation_begins_an_answer_that_carries_its_number() {
    let html = drawn(|| {
        let including = LinkOptions { about: true, ..LinkOptions::default() };
        show(Route::Invitation { payload: payload_of(LinkKind::Invite, including, "Card fraud", Some(0xabc)) });
    });
    assert!(html.contains("You are invited to answer") && !html.contains("Payments ML"), "{html}");
    assert!(html.contains("Assessed product: Card fraud"), "{html}");
    assert!(
        html.contains("/start?scope=essentials&amp;tracks=mlops&amp;about=Card%20fraud&amp;invitation=00000abc"),
        "{html}"
    );
    let shown = drawn(|| {
        show(Route::parse("/start?scope=essentials&tracks=mlops&about=Card%20fraud&invitation=00000abc"));
        let id = open().current.with_untracked(|open| {
            let own = open.as_ref().unwrap();
            assert_eq!((invitation(own), about(own).as_str()), (Some(0xabc), "Card fraud"));
            own.id.clone()
        });
        show(Route::Result { id });
    });
    for said in ["the invitation number, and nothing else", "Include the invitation number", "Your role (optional)"] {
        assert!(shown.contains(said), "{said}");
    }
}

/// The link of a person who gave one answer to the first question.
fn sent(name: &str, role: &str, answer: Answer) -> String {
    let model = built_in();
    let mut shared =
        LinkContents::new(model, QuestionSet::of(model, Scope::Essentials), Day::new(2026, 11, 24).unwrap());
    shared.answers.set(model.capability_ixs().next().unwrap(), Some(answer));
    shared.from = Sender { name: name.to_owned(), role: role.to_owned() };
    format!("#/r/{}", encode(model, LinkKind::Result, &shared).unwrap())
}

/// The page of the combined answers of these people, or of its first question.
fn together(links: [String; 2], place: impl Fn(String, String) -> Route + Send + 'static) -> String {
    drawn(move || {
        let people = find(open().model(), &links.join(" ")).people;
        let id = open().combine(&people, "Payments <b>").unwrap();
        let first = open().model().capabilities()[0].id.clone();
        show(place(id, first));
    })
}

#[test]
fn what_people_said_is_told_by_name_only_of_those_who_gave_one() {
    let links = || [sent("Ana <b>", "data science", Answer::Yes), sent("", "operations", Answer::No)];
    let html = together(links(), |id, _| Route::CombinedAnswers { id });
    for said in [
        "Discuss this one first",
        "Ana &lt;b&gt;",
        "Answers by person",
        "operations",
        "Anonymous",
        "0 of 1 difference",
    ] {
        assert_eq!(html.contains(said), said != "Anonymous", "{said}: {html}");
    }
    assert!(!html.contains("<b>\nPayments") && html.contains("Payments &lt;b&gt;"), "{html}");
    let nameless =
        together([sent("", "", Answer::Yes), sent("", "", Answer::No)], |id, _| Route::CombinedAnswers { id });
    assert!(!nameless.contains("Answers by person") && !nameless.contains("Answers by role"), "{nameless}");
    assert_eq!(nameless.matches("Anonymous").count(), 4, "each once in the list and once on its button");
}

#[test]
fn what_was_said_is_hidden_until_somebody_asks_for_it() {
    let links = [sent("Ana", "", Answer::Yes), sent("", "", Answer::No)];
    let html = together(links, |id, capability| Route::Discuss { id, capability });
    let (before, after) = html.split_once("id=\"said\"").unwrap();
    assert!(after.starts_with(" hidden") && after.contains("Combined: No. Spread: 1.00 among 2 answers."), "{html}");
    assert!(!before.contains("Ana") && before.contains("2 of 2 people answered."), "{before}");
}

#[test]
fn a_new_round_counts_no_answer_before_it_is_confirmed() {
    let round = |place: fn(String) -> Route| {
        drawn(move || {
            let id = begin(Scope::Essentials);
            answer();
            open().new_round("baseline").unwrap();
            show(place(id));
        })
    };
    let questions = round(|id| Route::Questions { id, area: None });
    for said in ["These answers are from the previous round.", "All still correct", "Keep this answer", "0 of 46"] {
        assert!(questions.contains(said), "{said}: {questions}");
    }
    let result = round(|id| Route::Result { id });
    assert!(result.contains("answers are from the previous round and not confirmed yet."), "{result}");
    let history = round(|id| Route::History { id });
    assert!(
        history.contains("No area has changed level since \"baseline\"") || history.contains("No area is known"),
        "{history}"
    );
    assert!(history.contains("aria-label=\"People. baseline: level "), "{history}");
}

/// A part of a page, as [`drawn`] shows it, in a browser that stores nothing.
fn part<V: IntoView>(draw: impl FnOnce() -> V) -> String {
    Owner::new().with(|| {
        provide_state(built_in());
        show(Route::Published);
        draw().to_html()
    })
}

#[test]
fn a_published_result_is_read_only_and_has_its_day() {
    let payload = payload_of(LinkKind::Result, LinkOptions { title: true, ..LinkOptions::default() }, "", None);
    let published = read_published(built_in(), &format!("Fraud <b>\t#/r/{payload}")).unwrap();
    let html = part(|| view! { <PublishedResult published name="teams/fraud.json".to_owned()/> });
    for said in [
        "Fraud &lt;b&gt;",
        "data-as-of=\"2026-11-24\"",
        "As of 24 November 2026.",
        "nothing is saved in this browser",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
    for absent in ["Save a copy", "Answer these questions yourself", "#/a/", "<b>\t"] {
        assert!(!html.contains(absent), "{absent}: {html}");
    }
}

#[test]
fn a_published_result_that_cannot_be_shown_says_which_and_why() {
    let retry = Callback::new(|()| {});
    let html = part(|| {
        view! { <NoPublishedResult error=PublishedError::Empty name="<b>".repeat(60) retry/> }
    });
    for said in ["This result cannot be opened", "The file is empty.", "Your assessments are safe.", "Try again"] {
        assert!(html.contains(said), "{said}: {html}");
    }
    assert!(!html.contains("<b>") && html.matches("&lt;b").count() < 30, "{html}");
}

#[test]
fn in_a_new_round_an_answer_with_older_evidence_says_so_over_its_answers() {
    let html = drawn(|| {
        let id = begin(Scope::Essentials);
        answer();
        let first = open().model().capability_ixs().next().unwrap();
        open().respond(first, |response| response.evidence_date = Day::new(1969, 7, 1));
        open().new_round("baseline").unwrap();
        show(Route::Questions { id, area: None });
    });
    assert_eq!(
        html.matches("Evidence dated 1 July 1969, from before this round. Still correct?").count(),
        1,
        "{html}"
    );
    assert!(html.contains("aria-describedby=\"ppl-model-owner-old-evidence\""), "{html}");
    // The button exists once, above the answers.
    let asks = html.find("Evidence dated 1 July 1969, from").unwrap();
    let button = html.find("id=\"ppl-model-owner-still-correct\"").unwrap();
    let radio = html.find("id=\"ppl-model-owner-0\"").unwrap();
    assert!(asks < button && button < radio, "{html}");
    assert_eq!(html.matches("id=\"ppl-model-owner-still-correct\"").count(), 1);
}
