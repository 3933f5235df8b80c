//! Addresses: every route has one, and every fragment is a route.
#![allow(clippy::unwrap_used, missing_docs)]

use mlops_core::percent;
use mlops_core::scoring::case::Scope;
use mlops_maturity::route::{Route, Start, page_for_others, parameter, published_query};
use proptest::prelude::*;

fn questions(id: &str, area: Option<&str>) -> Route {
    Route::Questions { id: id.to_owned(), area: area.map(str::to_owned) }
}

#[test]
fn each_address_of_the_contract_leads_to_its_place_and_back() {
    let table = [
        ("/", Route::Home),
        ("/a/0b6f", questions("0b6f", None)),
        ("/a/0b6f/model-release", questions("0b6f", Some("model-release"))),
        ("/a/0b6f/result", Route::Result { id: "0b6f".to_owned() }),
        ("/a/0b6f/plan", Route::Plan { id: "0b6f".to_owned() }),
        ("/a/0b6f/evidence", Route::Evidence { id: "0b6f".to_owned() }),
        ("/a/0b6f/history", Route::History { id: "0b6f".to_owned() }),
        ("/a/0b6f/send", Route::SendAnswers { id: "0b6f".to_owned() }),
        ("/together", Route::CombineAnswers),
        ("/a/0b6f/together", Route::CombinedAnswers { id: "0b6f".to_owned() }),
        (
            "/a/0b6f/together/cre-exp-tracking",
            Route::Discuss { id: "0b6f".to_owned(), capability: "cre-exp-tracking".to_owned() },
        ),
        ("/r/AbC-_9", Route::SharedResult { payload: "AbC-_9".to_owned() }),
        ("/i/AbC", Route::Invitation { payload: "AbC".to_owned() }),
        ("/compare", Route::Compare { sides: String::new() }),
        ("/compare/AbC-_9", Route::Compare { sides: "AbC-_9".to_owned() }),
        ("/compare/own:0b6f:1763888400/AbC-_9", Route::Compare { sides: "own:0b6f:1763888400/AbC-_9".to_owned() }),
        ("/teams", Route::Teams),
        ("/result", Route::Published),
        ("/embed", Route::Embed),
        ("/model", Route::About { part: None }),
        ("/model/term-a-b-test", Route::About { part: Some("term-a-b-test".to_owned()) }),
        (
            "/start?scope=full&tracks=mlops,genaiops&title=Payments%20ML",
            Route::Start(Start {
                scope: Scope::Full,
                tracks: vec!["mlops".to_owned(), "genaiops".to_owned()],
                title: "Payments ML".to_owned(),
                ..Start::default()
            }),
        ),
        (
            "/start?scope=full&tracks=mlops&evidence",
            Route::Start(Start {
                scope: Scope::Full,
                tracks: vec!["mlops".to_owned()],
                evidence: true,
                ..Start::default()
            }),
        ),
        (
            "/start?scope=essentials&about=Card%20fraud&invitation=00abcdef",
            Route::Start(Start { about: "Card fraud".to_owned(), invitation: Some(0x00ab_cdef), ..Start::default() }),
        ),
        (
            "/start?scope=essentials&business_unit=Risk%20%26%20co&models=12",
            Route::Start(Start { business_unit: "Risk & co".to_owned(), models: Some(12), ..Start::default() }),
        ),
    ];
    for (address, route) in table {
        assert_eq!(Route::parse(address), route, "{address}");
        assert_eq!(route.to_string(), address);
        assert_eq!(Route::parse(&route.href()), route, "with the hash");
    }
}

#[test]
fn what_is_left_out_of_a_start_address_has_a_default() {
    assert_eq!(Route::parse("/start"), Route::Start(Start::default()));
    assert_eq!(Route::parse("/start?scope=huge&tracks=%00,MLOPS&other=1"), Route::Start(Start::default()));
    for query in ["invitation=abc", "models=0", "models=1001", "models=2.5", "models=-1", "models=99999999999"] {
        assert_eq!(Route::parse(&format!("/start?{query}")), Route::Start(Start::default()), "{query}");
    }
    assert_eq!(Route::parse("/start?invitation=zzzzzzzz"), Route::Start(Start::default()));
}

#[test]
fn an_empty_fragment_is_the_start_page() {
    for fragment in ["", "#", "#/", "/", "//"] {
        assert_eq!(Route::parse(fragment), Route::Home, "{fragment:?}");
    }
}

#[test]
fn of_several_parameters_of_one_name_the_first_counts_everywhere() {
    let query = "theme=dark&x&origin=https%3A%2F%2Fa.example&origin=https%3A%2F%2Fb.example&theme=light&y=";
    assert_eq!(parameter(query, "theme").as_deref(), Some("dark"));
    assert_eq!(parameter(query, "origin").as_deref(), Some("https://a.example"));
    assert_eq!((parameter(query, "x").as_deref(), parameter(query, "y").as_deref()), (Some(""), Some("")));
    assert_eq!((parameter(query, "z"), parameter("", "theme")), (None, None));
    // A name may be escaped, as in browsers.
    assert_eq!(parameter("th%65me=a+b&theme=c", "theme").as_deref(), Some("a b"));
    let start = Start { scope: Scope::Full, title: "A".to_owned(), ..Start::default() };
    assert_eq!(Route::parse("#/start?scope=full&title=A&scope=essentials&title=B"), Route::Start(start));
    // The parameters that are kept are those in use.
    let address = Route::Home.address("https://a.example/", "m%6fdel=a.json&embed=essentials&model=b.json");
    assert_eq!(address, "https://a.example/?model=a.json#/");
}

#[test]
fn unknown_places_are_unknown_and_not_the_start_page() {
    for fragment in ["comparison", "/teams/1", "/a", "/a/1/2/3", "/a/1/NOT-A-SLUG", "/modell"] {
        assert!(matches!(Route::parse(fragment), Route::Unknown(_)), "{fragment:?}");
    }
}

#[test]
fn what_programs_add_to_an_address_does_not_lead_elsewhere() {
    let shared = Route::SharedResult { payload: "AbC-_9".to_owned() };
    for fragment in
        ["#/\u{200b}r/AbC-_9", "#%2Fr%2FAbC-_9", "#/r%2FAbC-_9", "#%252Fr%252FAbC-_9", "#\u{2066}/r/AbC-_9"]
    {
        assert_eq!(Route::parse(fragment), shared, "{fragment:?}");
    }
    for fragment in ["#/teams.", "#/teams),", "#/teams\u{200b}", "#%2Fteams", "#/te\u{ad}ams\u{201d}"] {
        assert_eq!(Route::parse(fragment), Route::Teams, "{fragment:?}");
    }
    assert_eq!(
        Route::parse("#/nowhere%2Fat-all."),
        Route::Unknown("/nowhere%2Fat-all.".to_owned()),
        "as it was typed"
    );
}

#[test]
fn a_payload_is_handed_on_to_the_letter() {
    let payload = "Abc_-%20.)?x=/y#z";
    assert_eq!(Route::parse(&format!("#/r/{payload}")), Route::SharedResult { payload: payload.to_owned() });
    let sides = format!("AbC/{payload}");
    assert_eq!(Route::parse(&format!("#/compare/{sides}")), Route::Compare { sides });
}

#[test]
fn the_address_of_a_file_is_handed_to_nobody() {
    let file = "file:///home/ana/Documents/mlops-maturity.html";
    for copy in
        ["", "  ", "wiki.example", "file:///home/ana/copy.html", "javascript:alert(1)", "https://", "https://a b"]
    {
        assert_eq!(page_for_others(file, copy), None, "{copy:?}");
    }
    for copy in [
        "https://wiki.example/mlops/",
        " https://wiki.example/mlops/ ",
        "https://wiki.example/mlops/?embed=essentials#/r/x",
    ] {
        assert_eq!(page_for_others(file, copy), Some("https://wiki.example/mlops/"), "{copy:?}");
    }
    assert_eq!(page_for_others("https://a.example/", "https://b.example/"), Some("https://a.example/"));
}

proptest! {
    #[test]
    fn any_text_is_some_place_and_never_a_panic(text in ".{0,200}") {
        let _ = Route::parse(&text).to_string();
    }

    #[test]
    fn escaping_and_unescaping_give_the_text_back(text in ".{0,80}") {
        prop_assert_eq!(percent::decoded(&percent::encoded(&text)), text);
    }

    #[test]
    fn any_title_survives_the_start_address(title in ".{0,60}") {
        let start = Route::Start(Start { scope: Scope::Essentials, tracks: Vec::new(), title, ..Start::default() });
        prop_assert_eq!(Route::parse(&start.to_string()), start);
    }
}

#[test]
fn an_address_for_somebody_else_keeps_the_questionnaire_and_drops_how_this_copy_is_embedded() {
    let address = |query: &str| Route::About { part: None }.address("https://site.example/tool/", query);
    assert_eq!(address(""), "https://site.example/tool/#/model");
    assert_eq!(address("embed=essentials&origin=https%3A%2F%2Fwiki.example"), "https://site.example/tool/#/model");
    assert_eq!(
        address("embed=essentials&model=models%2Fown.json&theme=dark"),
        "https://site.example/tool/?model=models%2Fown.json#/model"
    );
}

#[test]
fn the_address_of_a_published_result_keeps_the_questionnaire_and_what_else_is_asked_to_be_kept() {
    let query = "teams=teams.txt&embed=result&model=models%2Fown.json&result=old.json&theme=dark";
    assert_eq!(published_query("", "teams/fraud.json", &["embed"]), "?result=teams/fraud.json");
    assert_eq!(published_query(query, "a b&c#d.json", &[]), "?model=models%2Fown.json&result=a%20b%26c%23d.json");
    let kept = published_query(query, "x.json", &["embed", "theme"]);
    assert_eq!(kept, "?model=models%2Fown.json&embed=result&theme=dark&result=x.json");
    assert_eq!(parameter(kept.trim_start_matches('?'), "result").as_deref(), Some("x.json"));
}
