//! The links of several people become one assessment that stores them and what they agreed on.

use crate::support::{Team, built_in};
use mlops_core::assessment::{Assessment, file};
use mlops_core::history::combined::{
    Person, add, agree, assessment, cohort, find, invitations, is_combined, leave_out, people, reopen,
    repeated_names, title,
};
use mlops_core::history::respondents::{CohortError, MOST};
use mlops_core::link::{LinkContents, LinkError, LinkKind, Sender, encode};
use mlops_core::model::answer::Answer::{self, No, Partly, Yes};
use mlops_core::moment::{Day, Moment};
use mlops_core::portfolio::LineError;
use mlops_core::scoring::case::Scope;
use mlops_core::words::respondents;

const ASKED: &str = "cre-exp-tracking";

fn now() -> Moment {
    Moment::parse("2026-11-24T12:00:00Z").unwrap()
}

/// The link of a person who gave one answer to one question.
fn link(name: &str, role: &str, answer: Answer, invitation: Option<u32>) -> String {
    let team = Team::new(Scope::Essentials).saying(ASKED, Some(answer));
    let mut shared = LinkContents::new(built_in(), team.question_set.clone(), Day::new(2026, 11, 24).unwrap());
    shared.answers = team.answers.clone();
    shared.from = Sender { name: name.to_owned(), role: role.to_owned() };
    shared.invitation = invitation;
    format!("https://wiki.example/mlops/#/r/{}", encode(built_in(), LinkKind::Result, &shared).unwrap())
}

fn three() -> Vec<Person> {
    let text = [
        link("Ana", "data science", Yes, Some(7)),
        link("", "operations", No, Some(7)),
        link("Ben", "", Yes, Some(7)),
    ];
    find(built_in(), &text.join("\n")).people
}

fn combined(of: &[Person]) -> Assessment {
    assessment(built_in(), of, "id".to_owned(), "Payments".to_owned(), now()).unwrap()
}

fn said(assessment: &Assessment) -> Option<Answer> {
    assessment.responses.get(ASKED).and_then(|said| said.value)
}

#[test]
fn links_are_found_wherever_they_stand_in_a_text() {
    let (ana, ben) = (link("Ana", "", Yes, None), link("Ben", "", No, None));
    let escaped = ben.replace('#', "%23").replace("/r/", "%2Fr%2F");
    let text = format!("Hi all,\n\nmine: <{ana}>.\nthanks! [here]({escaped})\nand once more {ana},\n-- \nAna");
    let found = find(built_in(), &text);
    let names: Vec<&str> = found.people.iter().map(|person| person.respondent.name.as_str()).collect();
    assert_eq!((names, found.same, found.faults.len()), (vec!["Ana", "Ben"], 1, 0), "{:?}", found.faults);
}

#[test]
fn what_cannot_be_read_is_told_with_its_line() {
    let good = link("Ana", "", Yes, None);
    let cut = good.get(..good.len() - 6).unwrap();
    let found = find(built_in(), &format!("{good}\n\nhttps://wiki.example/#/i/AAAA\n{cut}"));
    assert_eq!(found.people.len(), 1);
    assert_eq!(found.faults[0], (3, LineError::Link(LinkError::OtherKind)));
    assert_eq!(found.faults[1].0, 4);
    assert_eq!(find(built_in(), "no link at all").faults, [(0, LineError::NoLink)]);
    assert_eq!(find(built_in(), " \n").faults, [(0, LineError::NoLink)]);
}

#[test]
fn files_count_as_people_too_alone_and_one_a_line() {
    let mut own = combined(&three());
    own.title = "Ours".to_owned();
    let text = file::write(&own);
    let found = find(built_in(), &text);
    assert_eq!((found.people.len(), found.people[0].title.as_str()), (1, "Ours"), "{:?}", found.faults);
    let one_line = file::write(&own).replace('\n', " ");
    let other = one_line.replace("\"yes\"", "\"no\"");
    assert_eq!(find(built_in(), &format!("{one_line}\n{other}")).people.len(), 2);
    let other = text.replace("\"id\": \"mlops\"", "\"id\": \"other\"");
    assert_eq!(find(built_in(), &other).faults, [(0, LineError::OtherModel)]);
}

#[test]
fn the_assessment_says_what_they_say_together_and_remembers_whose_it_is() {
    let own = combined(&three());
    assert_eq!(said(&own), Some(Yes));
    assert!(is_combined(&own));
    let read = file::read(&file::write(&own)).unwrap();
    assert_eq!(read, own, "also after it was a file");
    let from: Vec<&str> = read.sources.iter().map(|source| source.from.as_str()).collect();
    assert_eq!(from, ["Ana, data science", "Ben", "operations"]);
    let (again, lost) = people(built_in(), &read);
    assert_eq!((again.len(), lost), (3, 0));
    assert_eq!(cohort(built_in(), &read).unwrap().said(own_capability()).len(), 2, "only those with a name");
}

fn own_capability() -> mlops_core::model::CapabilityIx {
    built_in().find_capability(ASKED).unwrap()
}

#[test]
fn one_person_alone_is_no_cohort() {
    let one = &three()[..1];
    let made = assessment(built_in(), one, "id".to_owned(), String::new(), now());
    assert_eq!(made.unwrap_err(), CohortError::TooFew(1));
    assert!(
        cohort(
            built_in(),
            &Assessment::new(
                "id".to_owned(),
                String::new(),
                built_in(),
                &Team::new(Scope::Essentials).question_set,
                now()
            )
        )
        .is_err()
    );
}

#[test]
fn what_was_settled_stays_whoever_is_added_or_left_out() {
    let mut own = combined(&three());
    agree(&mut own, ASKED, Partly, "Only for one model", now());
    let more = find(built_in(), &[link("Cem", "", No, None), link("Dia", "", No, None)].join(" ")).people;
    assert_eq!(add(built_in(), &mut own, &more, now()), Ok(2));
    assert_eq!(add(built_in(), &mut own, &more, now()), Ok(0), "they are there already");
    assert_eq!(said(&own), Some(Partly));
    let agreed = cohort(built_in(), &own).unwrap().agreed(own_capability()).cloned().unwrap();
    assert_eq!((agreed.answer, agreed.note.as_str()), (Partly, "Only for one model"));
    let ana = people(built_in(), &own).0.iter().find(|one| one.respondent.name == "Ana").unwrap().payload.clone();
    assert!(leave_out(built_in(), &mut own, &ana, now()));
    assert_eq!(said(&own), Some(Partly));
    reopen(built_in(), &mut own, own_capability(), now());
    assert_eq!(said(&own), Some(No), "three of four say no");
    assert!(own.responses.get(ASKED).unwrap().note.is_empty());
    assert!(cohort(built_in(), &own).unwrap().agreed(own_capability()).is_none());
}

#[test]
fn what_was_not_settled_follows_the_people() {
    let mut own = combined(&three());
    let more = find(built_in(), &[link("Cem", "", No, None), link("Dia", "", No, None)].join(" ")).people;
    add(built_in(), &mut own, &more, now()).unwrap();
    assert_eq!(said(&own), Some(No));
    own.respond(ASKED, now(), |response| response.value = Some(Partly));
    assert!(
        cohort(built_in(), &own).unwrap().agreed(own_capability()).is_some(),
        "changed by hand counts as settled"
    );
}

#[test]
fn a_settled_answer_that_is_what_they_say_together_is_settled_all_the_same() {
    let mut own = combined(&three());
    let open = |own: &Assessment| cohort(built_in(), own).unwrap().discuss_first().len();
    assert_eq!(open(&own), 1);
    agree(&mut own, ASKED, Yes, "", now());
    assert_eq!(open(&file::read(&file::write(&own)).unwrap()), 0);
}

#[test]
fn of_two_people_none_can_be_left_out_and_fifty_one_are_too_many() {
    let mut own = combined(&three()[..2]);
    let first = people(built_in(), &own).0[0].payload.clone();
    assert!(!leave_out(built_in(), &mut own, &first, now()));
    let crowd: Vec<String> = (0..50).map(|number| link(&format!("P{number}"), "", Yes, None)).collect();
    let crowd = find(built_in(), &crowd.join("\n")).people;
    let before = own.clone();
    assert_eq!(add(built_in(), &mut own, &crowd, now()), Err(CohortError::TooMany(52)));
    assert_eq!(own, before);
    assert_eq!(crowd.len(), MOST);
    assert_eq!(combined(&crowd).sources.len(), MOST);
}

#[test]
fn what_only_somebody_said_who_was_left_out_is_said_no_more() {
    let mut wide = Team::new(Scope::Full);
    let at = built_in().capability_ixs().find(|&at| !built_in().capability(at).is_essential()).unwrap();
    wide.answers.set(at, Some(Yes));
    let mut shared = LinkContents::new(built_in(), wide.question_set.clone(), Day::new(2026, 11, 24).unwrap());
    shared.answers = wide.answers.clone();
    let payload = encode(built_in(), LinkKind::Result, &shared).unwrap();
    let mut all = three();
    all.extend(find(built_in(), &format!("#/r/{payload}")).people);
    let mut own = combined(&all);
    let id = &built_in().capability(at).id;
    assert_eq!((own.scope, own.responses.get(id).unwrap().value), (Scope::Full, Some(Yes)));
    assert!(leave_out(built_in(), &mut own, &payload, now()));
    assert_eq!((own.scope, own.responses.get(id).unwrap().value), (Scope::Essentials, None));
}

#[test]
fn a_name_that_came_more_than_once_is_told() {
    let all: Vec<String> = [("Ana", Yes), ("Ana", No), ("Ana", Partly), ("Ben", Yes), ("", Yes), ("", No)]
        .map(|(name, answer)| link(name, "", answer, None))
        .to_vec();
    let people = find(built_in(), &all.join("\n")).people;
    assert_eq!((people.len(), repeated_names(&people)), (6, vec!["Ana".to_owned()]));
    let says = respondents::repeated_names(&repeated_names(&people)).unwrap();
    assert!(says.starts_with("Ana is listed more than once."), "{says}");
    assert_eq!(respondents::repeated_names(&repeated_names(&people[3..])), None);
}

#[test]
fn different_invitations_and_titles_are_counted() {
    let mut all = three();
    assert_eq!((invitations(&all), title(&all).as_str()), (1, ""));
    all.extend(find(built_in(), &link("Cem", "", No, Some(8))).people);
    all.extend(find(built_in(), &link("Dia", "", No, None)).people);
    assert_eq!(invitations(&all), 2);
    all[0].title = "Payments".to_owned();
    all[1].title = "Fraud".to_owned();
    all[2].title = "Fraud".to_owned();
    assert_eq!(title(&all), "Fraud");
}
