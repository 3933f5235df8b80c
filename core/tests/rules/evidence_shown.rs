//! Proposals in an assessment: used, undone, ignored, and in conflict with an answer.

use crate::support::built_in;
use mlops_core::assessment::{Assessment, Origin, Response, file};
use mlops_core::evidence::shown::{ShownPlace, ShownProposal, Status};
use mlops_core::link::{LinkContents, LinkOptions};
use mlops_core::model::answer::Answer;
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::{QuestionSet, Scope};

const ID: &str = "cre-exp-tracking";

fn place(folder: &str) -> ShownPlace {
    ShownPlace {
        folder: folder.to_owned(),
        reason: "MLflow records runs".to_owned(),
        place: "src/train.py, line 88".to_owned(),
        address: None,
    }
}

fn proposal(folders: &[&str]) -> ShownProposal {
    ShownProposal {
        capability: ID.to_owned(),
        signal: ID.to_owned(),
        places: folders.iter().map(|folder| place(folder)).collect(),
        ..ShownProposal::default()
    }
}

fn day() -> Day {
    Day::parse("2026-01-12").unwrap()
}

fn answered(answer: Option<Answer>) -> Response {
    Response { value: answer, ..Response::default() }
}

fn assessment() -> Assessment {
    let question_set = QuestionSet::of(built_in(), Scope::Full);
    Assessment::new("one".to_owned(), "Shop".to_owned(), built_in(), &question_set, Moment::default())
}

#[test]
fn a_proposal_is_for_open_questions_and_a_conflict_with_a_denial() {
    let proposal = proposal(&["shop"]);
    for (answer, expected) in [
        (None, Status::Open),
        (Some(Answer::Unknown), Status::Open),
        (Some(Answer::Yes), Status::Agrees),
        (Some(Answer::Partly), Status::Agrees),
        (Some(Answer::No), Status::Conflict(Answer::No)),
        (Some(Answer::NotApplicable), Status::Conflict(Answer::NotApplicable)),
    ] {
        assert_eq!(proposal.status(Some(&answered(answer)), &[]), expected);
    }
    assert_eq!(proposal.status(None, &[]), Status::Open);
}

#[test]
fn a_used_one_answers_partly_with_its_places_and_its_origin_until_a_person_answers_otherwise() {
    let proposal = proposal(&["shop", "jobs"]);
    let mut response = Response { later: true, ..Response::default() };
    proposal.answer(&mut response, day());
    assert_eq!(
        (response.value, response.from, response.later),
        (Some(Answer::Partly), Some(Origin::Repository), false)
    );
    assert_eq!(
        response.evidence,
        "MLflow records runs: src/train.py, line 88; MLflow records runs: src/train.py, line 88"
    );
    assert_eq!(response.evidence_date, Some(day()));
    assert_eq!(proposal.status(Some(&response), &[]), Status::Used);
    response.say(Some(Answer::Partly));
    assert_eq!(response.from, Some(Origin::Repository), "the same answer again is a confirmation");
    response.say(Some(Answer::Yes));
    assert_eq!(response.from, None);
}

#[test]
fn what_the_team_wrote_stays_when_a_proposal_is_used_and_taken_back() {
    let proposal = proposal(&["shop"]);
    let before = Response {
        value: Some(Answer::Unknown),
        note: "Ask Ana".to_owned(),
        evidence: "https://wiki.example/runs".to_owned(),
        ..Response::default()
    };
    let mut response = before.clone();
    proposal.answer(&mut response, day());
    assert_eq!(response.evidence, before.evidence);
    assert_eq!(response.note, "Ask Ana\nMLflow records runs: src/train.py, line 88");
    let mut changed = response.clone();
    proposal.take_back(&mut response, &before, day());
    assert_eq!(response, before);
    changed.note = "Typed since".to_owned();
    proposal.take_back(&mut changed, &before, day());
    assert_eq!((changed.value, changed.note.as_str()), (Some(Answer::Unknown), "Typed since"));
}

#[test]
fn an_ignored_one_stays_ignored_in_the_file_and_comes_back_with_another_folder() {
    let mut assessment = assessment();
    proposal(&["shop"]).ignore(&mut assessment);
    proposal(&["shop"]).ignore(&mut assessment);
    assert_eq!(assessment.ignored.len(), 1);
    let read = file::read(&file::write(&assessment)).unwrap();
    assert_eq!(proposal(&["shop"]).status(None, &read.ignored), Status::Ignored);
    assert_eq!(proposal(&["shop", "jobs"]).status(None, &read.ignored), Status::Open);
    proposal(&["shop"]).show_again(&mut assessment);
    assert!(assessment.ignored.is_empty());
}

#[test]
fn a_link_has_places_only_where_notes_are_asked_for() {
    let mut assessment = assessment();
    assessment.respond(ID, Moment::default(), |response| proposal(&["shop"]).answer(response, day()));
    let shared = |notes| {
        let including = LinkOptions { notes, ..LinkOptions::default() };
        LinkContents::of(built_in(), &assessment, day(), &including).notes.len()
    };
    assert_eq!((shared(false), shared(true)), (0, 1));
}
