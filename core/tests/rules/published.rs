//! Published results: a file of any kind is read as one result, or rejected with a sentence that says what to do.

use crate::support::links::{day, link, shared, with_all_parts};
use crate::support::{Team, built_in};
use mlops_core::assessment::{Assessment, file};
use mlops_core::link::{LinkError, LinkKind, encode};
use mlops_core::moment::{Day, Moment};
use mlops_core::portfolio::{
    LineError, PortfolioReader, Published, PublishedError, published_line, read_line, read_published,
};
use mlops_core::scoring::case::Scope;
use mlops_core::words;
use proptest::prelude::*;

fn team() -> Team {
    Team::new(Scope::Full).balanced(2)
}

fn assessment() -> Assessment {
    let now = Moment::parse("2026-03-03T22:30:00Z").unwrap();
    shared(&team(), "Payments ML").to_assessment(built_in(), "id".to_owned(), now)
}

fn read(text: &str) -> Result<Published, PublishedError> {
    read_published(built_in(), text)
}

#[test]
fn an_assessment_file_is_a_result_with_its_day() {
    for text in [
        file::write(&assessment()),
        file::write_stored(&assessment()),
        format!("\u{feff}\n{}\n", file::write(&assessment())),
    ] {
        let found = read(&text).unwrap();
        assert_eq!((found.assessment.title.as_str(), found.day), ("Payments ML", Day::new(2026, 3, 3).unwrap()));
        assert_eq!(found.assessment.answers(built_in()), assessment().answers(built_in()));
        assert!(found.opened.is_none());
    }
}

#[test]
fn a_text_with_one_link_is_a_result_whatever_stands_around_it() {
    let payload = encode(built_in(), LinkKind::Result, &with_all_parts(&team())).unwrap();
    for (text, title) in [
        (payload.clone(), "Payments ML, Zürich"),
        (format!("https://wiki.example/#/r/{payload}\r\n"), "Payments ML, Zürich"),
        (format!("Fraud\thttps://wiki.example/#/r/{payload}"), "Fraud"),
        (format!("Written by the nightly job.\n\nFraud: https://wiki.example/#/r/{payload}.\n"), "Fraud"),
        (
            format!("Fraud\nhttps://mail.example/?u=https%3A%2F%2Fa.example%2F%23%2Fr%2F{payload}\n"),
            "Payments ML, Zürich",
        ),
    ] {
        let found = read(&text).unwrap();
        assert_eq!((found.assessment.title.as_str(), found.day), (title, day()), "{text}");
        assert_eq!(found.assessment.answers(built_in()), assessment().answers(built_in()));
        assert_eq!((found.assessment.id.as_str(), found.assessment.business_unit.as_str()), ("", "Risk"));
    }
}

#[test]
fn what_is_no_result_is_refused_with_a_sentence() {
    let good = link(&team(), "");
    let other = file::write(&assessment()).replace("\"mlops\",\n    \"revision\"", "\"acme\",\n    \"revision\"");
    let damaged = file::write(&assessment()).replace("\"answers\"", "\"answers\": 3, \"x\"");
    let cut = &good[..good.len() - 4];
    for (text, says) in [
        (String::new(), "The file is empty."),
        (" \r\n\u{feff}\n".to_owned(), "The file is empty."),
        ("<!doctype html><title>Sign in</title>".to_owned(), "answered with a web page"),
        ("\n <html>".to_owned(), "answered with a web page"),
        ("{}".to_owned(), "The file is neither an assessment nor a questionnaire."),
        ("{\"format\": ".to_owned(), "damaged at"),
        (file::write(&assessment()).replace("\"version\": 1", "\"version\": 2"), "newer version of this page"),
        (damaged, "The file is damaged."),
        (other, "belongs to a different questionnaire"),
        ("Not Found".to_owned(), "neither an assessment nor a link"),
        ("nothing".to_owned(), "neither an assessment nor a link"),
        ("one line\nand another\n".to_owned(), "neither an assessment nor a link"),
        (format!("#/r/{good}\n#/r/{good}"), "several results"),
        (format!("#/r/{cut}"), "or for the file."),
        (format!("#/i/{good}"), "wrong kind of link"),
        ("x".repeat(5 * 1024 * 1024), "larger than 4 MiB"),
    ] {
        let error = read(&text).unwrap_err();
        let said = words::published::error_text(&error);
        let begins = &text[..text.len().min(60)];
        assert!(said.contains(says) && said.ends_with('.'), "{begins:?}: {error:?}: {said}");
    }
}

#[test]
fn from_ninety_days_on_a_result_says_its_age() {
    let found = read(&file::write(&assessment())).unwrap();
    let age = |day| found.age(Day::parse(day).unwrap());
    assert_eq!(age("2026-03-03"), None);
    assert_eq!(age("2026-05-31"), None, "89 days");
    assert_eq!(age("2026-06-01"), Some(90));
    assert_eq!(age("2025-01-01"), None, "a clock that is behind makes nothing old");
    assert_eq!(words::published::age(90), "This result is 3 months old and may no longer be correct.");
    assert_eq!(words::published::as_of(found.day), "As of 3 March 2026.");
}

#[test]
fn a_line_of_a_list_may_name_a_published_result() {
    for (line, title, page, name) in [
        ("?result=teams/fraud.json", "", "", "teams/fraud.json"),
        ("Fraud\t?result=teams/fraud.json", "Fraud", "", "teams/fraud.json"),
        (
            "Fraud: https://a.example/m/?embed=result&result=teams%2Ffraud%20ml.json#/result",
            "Fraud",
            "https://a.example/m/",
            "teams/fraud ml.json",
        ),
        ("\u{feff}Is it done? https://a.example/?result=x.txt.\r\n", "Is it done?", "https://a.example/", "x.txt"),
        ("[Zürich](https://a.example/?result=z.json)", "Zürich", "https://a.example/", "z.json"),
    ] {
        let found = published_line(line).unwrap();
        assert_eq!((found.title.as_str(), found.page.as_str(), found.name.as_str()), (title, page, name), "{line}");
        assert_eq!(read_line(built_in(), line), [Err(LineError::Published(PublishedError::NotFetched))]);
    }
    let own = file::write_stored(&assessment()).replace("Payments ML", "?result=x");
    for line in ["", "result=x", "Fraud ?results=x", &format!("?result=x#/r/{}", link(&team(), "")), &own] {
        assert_eq!(published_line(line), None, "{line}");
    }
}

#[test]
fn a_published_result_is_a_team_whose_row_leads_to_its_file() {
    let text = format!(
        "A\t#/r/{}\nB\t?result=b.json\n?result=absent.json\nC\t#/r/{}\n",
        link(&team(), ""),
        link(&team(), "")
    );
    let found = read(&file::write(&assessment())).unwrap();
    let mut reader = PortfolioReader::new(built_in());
    let mut at = 0;
    while at < text.len() {
        let line = text[at..].split_inclusive('\n').next().unwrap();
        if let Some(published) = published_line(line) {
            at += line.len();
            let is_there = published.name == "b.json";
            reader.push_published(published, if is_there { Ok(&found) } else { Err(PublishedError::Missing) });
        } else {
            at = reader.push_lines(&text, at, 8);
        }
    }
    let portfolio = reader.finish();
    let rows: Vec<(&str, &str)> =
        (0..portfolio.len()).map(|row| (&*portfolio.team(row).title, &*portfolio.team(row).published)).collect();
    assert_eq!(rows, [("A", ""), ("B", "b.json"), ("C", "")]);
    let bad = words::teams::bad_line(&portfolio.bad_lines()[0]);
    assert_eq!(bad, "Line 3: It could not be loaded. The file may not exist, or you may be offline.");
}

#[test]
fn every_reason_has_words() {
    for error in [
        PublishedError::Unnamed,
        PublishedError::Elsewhere,
        PublishedError::Redirected,
        PublishedError::Missing,
        PublishedError::NotFetched,
        PublishedError::NotText,
        PublishedError::Link(LinkError::Newer(2)),
    ] {
        assert!(words::published::error_text(&error).ends_with('.'), "{error:?}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,80}", middle in "[\t\n?&=#/ri:<{%A-Za-z0-9_-]{0,40}") {
        let _ = read(&format!("{text}{middle}"));
        let _ = published_line(&format!("{text}?result={middle}"));
        let _ = published_line(&format!("{middle}?result={text}"));
    }
}
