//! Links: short, whole or refused, and never somebody else's result.

use crate::support::{Team, any_team};
use mlops_core::assessment::clean_title;
use mlops_core::link::{Kind, LinkError, MAX_CHARS, Note, Opened, Shared, decode, encode};
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::Scope;
use proptest::prelude::*;

fn shared(team: &Team, title: &str) -> Shared {
    let mut answers = Answers::none(team.model);
    for at in team.model.capability_ixs().filter(|&at| team.questionnaire.asks(team.model, at)) {
        answers.set(at, team.answers.get(at));
    }
    let (questionnaire, day) = (team.questionnaire.clone(), Day::new(2026, 11, 23).unwrap());
    Shared { day, questionnaire, answers, title: clean_title(title), notes: Vec::new() }
}

fn link(team: &Team, title: &str) -> String {
    encode(team.model, Kind::Result, &shared(team, title)).unwrap()
}

fn open(payload: &str) -> Result<Opened, LinkError> {
    decode(Team::new(Scope::Core).model, Kind::Result, payload)
}

/// Numbers that are the same at every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn team(&mut self) -> Team {
        let scope = if self.roll(2) == 0 { Scope::Core } else { Scope::Full };
        let mut team = if self.roll(2) == 0 { Team::new(scope) } else { Team::with_all_tracks(scope) };
        for at in team.model.capability_ixs() {
            team.answers.set(at, [None].into_iter().chain(Answer::ALL.map(Some)).nth(self.roll(6)).unwrap());
        }
        team
    }
}

proptest! {
    #[test]
    fn what_a_link_holds_comes_back(team in any_team(), title in ".{0,40}", days in 0_i64..20_000) {
        let mut shared = shared(&team, &title);
        shared.day = Day::from_unix_days(18_262 + days).unwrap();
        let opened = open(&encode(team.model, Kind::Result, &shared).unwrap()).unwrap();
        prop_assert_eq!(opened, Opened { shared, other_revision: None, unknown_answers: 0 });
    }

    #[test]
    fn no_text_at_all_ends_the_page_or_opens_by_chance(text in "\\PC{0,200}") {
        prop_assert!(open(&text).is_err());
        prop_assert!(decode(Team::new(Scope::Core).model, Kind::Invite, &text).is_err());
    }

    #[test]
    fn no_letters_of_ours_open_by_chance(text in "[E-H][A-Za-z0-9_-]{20,120}") {
        prop_assert!(open(&text).is_err());
    }

    #[test]
    fn what_chats_and_mails_add_does_no_harm(
        team in any_team(),
        tail in prop::sample::select(vec![".", ",", ")", ">", "%20", "\n", ").", "]", ";", "'", "\u{201d}", "%0D%0A", "%3E", "?utm=1", "&x", "\u{200b}", "…"]),
        at in 0..200_usize,
    ) {
        let link = link(&team, "Team");
        prop_assert_eq!(open(&format!("{link}{tail}")), open(&link));
        let (start, end) = link.split_at(at % link.len());
        prop_assert_eq!(open(&format!("{start}\r\n {end}")), open(&link));
    }
}

/// The fewest letters that could tell these answers apart.
fn entropy_bound(questions: usize) -> usize {
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small")]
    let letters = (questions as f64 * 6_f64.log2() / 6.0).ceil() as usize;
    letters
}

#[test]
fn a_link_is_at_most_1_4_times_as_long_as_it_must_be() {
    println!("{:<28} {:>9} {:>6} {:>7} {:>6}", "", "questions", "bound", "letters", "ratio");
    let mut dice = Dice(1);
    for (name, all, scope, is_bounded) in [
        ("essentials", false, Scope::Core, false),
        ("essentials with GenAIOps", true, Scope::Core, false),
        ("full", false, Scope::Full, true),
        ("full with GenAIOps", true, Scope::Full, true),
    ] {
        let mut longest = 0;
        let mut teams: Vec<Team> = (0..300).map(|_| dice.team()).collect();
        let worst = |answer| {
            let mut team = Team::new(Scope::Core);
            for at in team.model.capability_ixs() {
                team.answers.set(at, answer);
            }
            team
        };
        teams.extend([None, Some(Answer::Yes), Some(Answer::NotApplicable)].map(worst));
        let mut questions = 0;
        for mut team in teams {
            team.questionnaire = if all { Team::with_all_tracks(scope) } else { Team::new(scope) }.questionnaire;
            questions = team.questionnaire.capabilities(team.model).count();
            longest = longest.max(link(&team, "").len());
            for letter in ["W", "Ü"] {
                let titled = link(&team, &letter.repeat(40)).len();
                assert!(titled < 160 || questions > 70, "{titled} letters with a title");
            }
        }
        let bound = entropy_bound(questions);
        println!("{name:<28} {questions:>9} {bound:>6} {longest:>7} {:>6.2}", longest as f64 / bound as f64);
        assert!(!is_bounded || 10 * longest <= 14 * bound, "{name}: {longest} letters, bound {bound}");
    }
}

#[test]
fn no_single_mistake_opens_another_result() {
    let mut dice = Dice(7);
    let (mut tried, mut equal) = (0_u32, 0_u32);
    for round in 0..1_000 {
        let team = dice.team();
        let title = ["", "Payments ML", "Zürich"][round % 3];
        let link = link(&team, title);
        let letters: Vec<char> = link.chars().collect();
        let right = open(&link).unwrap();
        let mut check = |changed: Vec<char>| {
            tried += 1;
            if let Ok(opened) = open(&changed.into_iter().collect::<String>()) {
                assert_eq!(opened, right, "{link}");
                equal += 1;
            }
        };
        for at in 0..letters.len() {
            let without = [&letters[..at], &letters[at + 1..]].concat();
            check(without);
            check(letters[..at].to_vec());
            let mut changed = letters.clone();
            changed[at] =
                char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[dice.roll(64)]);
            check(changed);
            if at + 1 < letters.len() {
                let mut swapped = letters.clone();
                swapped.swap(at, at + 1);
                check(swapped);
            }
        }
    }
    println!("{tried} changed links: {equal} read as before, none as another, the rest refused");
}

#[test]
fn every_other_letter_in_every_place_is_refused() {
    let link = link(&Dice(3).team(), "A");
    for at in 0..link.len() {
        for letter in b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" {
            let mut changed = link.clone().into_bytes();
            if std::mem::replace(&mut changed[at], *letter) != *letter {
                assert!(open(&String::from_utf8(changed).unwrap()).is_err());
            }
        }
    }
}

#[test]
fn a_cut_link_says_that_its_end_is_missing() {
    let link = link(&Team::new(Scope::Full).balanced(2), "");
    for length in [8, 12, 20, 32] {
        assert!(matches!(open(&link[..length]), Err(LinkError::Truncated)), "{length}");
    }
    assert_eq!(open(""), Err(LinkError::Empty));
    assert_eq!(open("."), Err(LinkError::Empty));
}

#[test]
fn a_link_says_what_it_is_not() {
    let team = Team::new(Scope::Core).balanced(1);
    let link = link(&team, "");
    assert_eq!(decode(team.model, Kind::Invite, &link), Err(LinkError::OtherKind));
    assert_eq!(open(&link.replacen(&link[..1], "I", 1)), Err(LinkError::Newer(2)));
    assert_eq!(open("EÄE"), Err(LinkError::Letter('Ä')));
    assert!(open(&"E".repeat(20_000)).is_err());
}

#[test]
fn an_invitation_says_what_to_answer_and_nothing_else() {
    let team = Team::with_all_tracks(Scope::Full).balanced(3);
    let mut shared = shared(&team, "Payments ML");
    shared.answers = Answers::none(team.model);
    let payload = encode(team.model, Kind::Invite, &shared).unwrap();
    let opened = decode(team.model, Kind::Invite, &payload).unwrap();
    assert_eq!(opened.shared, shared);
    assert!(payload.len() < 30, "{payload}");
}

fn with_notes(text: &str) -> Shared {
    let team = Team::new(Scope::Full).balanced(2);
    let mut shared = shared(&team, "Payments ML");
    for id in ["rel-rollback", "int-alert-action"] {
        shared.notes.push(Note {
            capability: team.at(id),
            note: text.to_owned(),
            evidence: "https://wiki.example/a".to_owned(),
        });
    }
    shared
}

#[test]
fn notes_travel_when_they_are_asked_to_and_too_many_are_told() {
    let model = Team::new(Scope::Full).model;
    let shared = with_notes("Blue/green since May <script>");
    assert_eq!(open(&encode(model, Kind::Result, &shared).unwrap()).unwrap().shared, shared);
    let mut dice = Dice(5);
    let noise: String = (0..3_000).map(|_| char::from(u8::try_from(33 + dice.roll(90)).unwrap())).collect();
    match encode(model, Kind::Result, &with_notes(&noise)) {
        Err(LinkError::TooLong(letters)) => assert!(letters > MAX_CHARS),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_assessment_makes_a_link_and_a_link_an_assessment() {
    let team = Team::new(Scope::Full).balanced(2).saying("gen-prompt-vcs", Answer::Yes);
    let now = Moment::parse("2026-11-23T09:00:00Z").unwrap();
    let shared = with_notes("x");
    let assessment = shared.to_assessment(team.model, "id".to_owned(), now);
    let day = shared.day;
    assert_eq!(Shared::of(team.model, &assessment, day, true, true), shared);
    let bare = Shared::of(team.model, &assessment, day, false, false);
    assert!(bare.title.is_empty() && bare.notes.is_empty());
}

/// Links of every released layout open for ever.
#[test]
fn golden_links_open_as_they_did() {
    let golden = include_str!("../fixtures/links/v1.txt");
    let mut opened = String::new();
    for line in golden.lines().filter(|line| !line.starts_with('#')) {
        let (name, payload) = line.split_once('\t').unwrap();
        let kind = if name.contains("invitation") { Kind::Invite } else { Kind::Result };
        let model = Team::new(Scope::Core).model;
        let Opened { shared, .. } = decode(model, kind, payload).unwrap();
        let answers: Vec<&str> =
            model.by_key().into_iter().map(|at| shared.answers.get(at).map_or("-", Answer::word)).collect();
        let scope = shared.questionnaire.scope.word();
        let tracks: Vec<&str> = shared.questionnaire.tracks.iter().map(|&at| model.track(at).id.as_str()).collect();
        opened.push_str(&format!(
            "{name}\n{} {scope} {} {:?}\n{}\n",
            shared.day,
            tracks.join(","),
            shared.title,
            answers.join(" ")
        ));
        for note in shared.notes {
            opened.push_str(&format!("{}: {} {}\n", model.capability(note.capability).id, note.note, note.evidence));
        }
    }
    insta::assert_snapshot!(opened);
}
