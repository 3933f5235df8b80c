//! Links: short, complete or rejected, and never another person's result.

use crate::support::links::{Dice, LETTERS, as_made, day, link, open, shared, small, with_all_parts};
use crate::support::{Team, any_team};
use mlops_core::assessment::{Outcomes, clean_title};
use mlops_core::link::{LinkContents, LinkError, LinkKind, MAX_CHARS, Note, Sender, decode, encode};
use mlops_core::model::answer::Answer;
use mlops_core::model::{Model, file};
use mlops_core::moment::Day;
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_core::words;
use proptest::prelude::*;
use serde_json::{Value, json};

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 1 => ".{0,40}", 1 => "\\PC{0,20}"]
}

fn any_outcomes() -> impl Strategy<Value = Outcomes> {
    let number = || prop::option::of(0_u32..1 << 28);
    (number(), prop::option::of(0_i64..30_000), number()).prop_map(|(days_to_live, release, hours_to_restore)| {
        Outcomes {
            days_to_live,
            last_release: release.and_then(Day::from_unix_days),
            hours_to_restore,
            ..Outcomes::default()
        }
    })
}

proptest! {
    #[test]
    fn what_a_link_holds_comes_back(
        team in any_team(),
        texts in [any_text(), any_text(), any_text(), any_text()],
        numbers in (0_i64..20_000, prop::option::of(any::<u32>()), any_outcomes(), 1_u32..=1_000),
        noted in prop::collection::btree_set(0..70_usize, 0..4),
        note in "\\PC{1,40}",
    ) {
        let [title, name, role, about] = texts.map(|text| clean_title(&text));
        let mut shared = shared(&team, &title);
        shared.day = Day::from_unix_days(18_262 + numbers.0).unwrap();
        (shared.invitation, shared.outcomes, shared.models) = (numbers.1, numbers.2, numbers.3);
        (shared.from, shared.about) = (Sender { name, role }, about);
        let mut asked: Vec<_> = team.question_set.capabilities(team.model).collect();
        asked.sort_by_key(|&at| team.model.capability(at).key);
        for &capability in noted.iter().filter_map(|&at| asked.get(at)) {
            shared.notes.push(Note { capability, note: note.clone(), evidence: String::new() });
        }
        let payload = encode(team.model, LinkKind::Result, &shared).unwrap();
        prop_assert!(payload.len() <= MAX_CHARS);
        prop_assert_eq!(open(&payload).unwrap(), as_made(shared));
    }

    #[test]
    fn no_text_at_all_ends_the_page_or_opens_by_chance(text in "\\PC{0,200}") {
        prop_assert!(open(&text).is_err());
        prop_assert!(decode(Team::new(Scope::Essentials).model, LinkKind::Invite, &text).is_err());
    }

    #[test]
    fn no_letters_of_ours_open_by_chance(text in "[E-H][A-Za-z0-9_-]{20,120}") {
        prop_assert!(open(&text).is_err());
    }

    #[test]
    fn what_chats_and_mails_add_does_no_harm(
        team in any_team(),
        tail in prop::sample::select(vec![
            ".", ",", ")", ">", "%20", "\n", ").", "]", ";", "'", "\u{201d}", "%0D%0A", "%3E", "?utm=1", "&x", "\u{200b}", "…",
            "%2520", "*", "!", "\u{a0}", "%E2%80%8B",
        ]),
        at in 0..200_usize,
    ) {
        let link = link(&team, "Team");
        prop_assert_eq!(open(&format!("{link}{tail}")), open(&link));
        let (start, end) = link.split_at(at % link.len());
        prop_assert_eq!(open(&format!("{start}\r\n {end}")), open(&link));
    }
}

/// The fewest letters that could distinguish these answers.
fn entropy_bound(questions: usize) -> usize {
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small")]
    let letters = (questions as f64 * 6_f64.log2() / 6.0).ceil() as usize;
    letters
}

#[test]
fn a_link_is_at_most_1_4_times_as_long_as_it_must_be() {
    println!("{:<28} {:>9} {:>6} {:>7} {:>6} {:>10}", "", "questions", "bound", "letters", "ratio", "with title");
    let mut dice = Dice(1);
    for (name, all, scope, is_bounded) in [
        ("essentials", false, Scope::Essentials, false),
        ("essentials with GenAIOps", true, Scope::Essentials, false),
        ("full", false, Scope::Full, true),
        ("full with GenAIOps", true, Scope::Full, true),
    ] {
        let (mut longest, mut longest_titled) = (0, 0);
        let mut teams: Vec<Team> = (0..300).map(|_| dice.team()).collect();
        let worst = |answer| {
            let mut team = Team::new(Scope::Essentials);
            for at in team.model.capability_ixs() {
                team.answers.set(at, answer);
            }
            team
        };
        teams.extend([None, Some(Answer::Yes), Some(Answer::NotApplicable)].map(worst));
        let mut questions = 0;
        for mut team in teams {
            team.question_set = if all { Team::with_all_tracks(scope) } else { Team::new(scope) }.question_set;
            questions = team.question_set.capabilities(team.model).count();
            longest = longest.max(link(&team, "").len());
            for letter in ["W", "Ü"] {
                longest_titled = longest_titled.max(link(&team, &letter.repeat(40)).len());
            }
        }
        let bound = entropy_bound(questions);
        println!(
            "{name:<28} {questions:>9} {bound:>6} {longest:>7} {:>6.2} {longest_titled:>10}",
            longest as f64 / bound as f64
        );
        assert!(!is_bounded || 10 * longest <= 14 * bound, "{name}: {longest} letters, bound {bound}");
        assert!(all || longest_titled < 160, "{name}: {longest_titled} letters with a title");
    }
}

/// Tries every single mistake in a link. Returns the number of tries, and how many read as the link itself.
fn mistakes(model: &Model, kind: LinkKind, link: &str) -> (u32, u32) {
    let right = decode(model, kind, link).unwrap();
    let (mut tried, mut equal) = (0, 0);
    let mut check = |changed: &[u8]| {
        tried += 1;
        if let Ok(opened) = decode(model, kind, std::str::from_utf8(changed).unwrap()) {
            assert_eq!(opened, right, "{link}");
            equal += 1;
        }
    };
    let letters = link.as_bytes();
    for at in 0..letters.len() {
        check(&letters[..at]);
        check(&[&letters[..at], &letters[at + 1..]].concat());
        for letter in LETTERS.iter().chain(b"=+/ .%~").filter(|&&letter| letter != letters[at]) {
            let mut changed = letters.to_vec();
            changed[at] = *letter;
            check(&changed);
        }
        if at + 1 < letters.len() && letters[at] != letters[at + 1] {
            let mut swapped = letters.to_vec();
            swapped.swap(at, at + 1);
            check(&swapped);
        }
    }
    (tried, equal)
}

#[test]
fn no_single_mistake_opens_another_result() {
    let mut dice = Dice(7);
    let (mut tried, mut equal) = (0, 0);
    for round in 0..60 {
        let team = dice.team();
        let (model, kind, shared) = match round % 6 {
            0 => (
                team.model,
                LinkKind::Result,
                with_all_parts(&Team { question_set: Team::with_all_tracks(Scope::Full).question_set, ..team }),
            ),
            1 => {
                let mut shared = LinkContents::new(team.model, team.question_set.clone(), day());
                shared.invitation = Some(round);
                shared.title = "Payments ML".to_owned();
                (team.model, LinkKind::Invite, shared)
            }
            2 => (team.model, LinkKind::Result, shared(&team, "Zürich")),
            _ => (team.model, LinkKind::Result, shared(&team, "")),
        };
        let shared = LinkContents {
            notes: if kind == LinkKind::Result && round % 12 == 0 { shared.notes.clone() } else { Vec::new() },
            ..shared
        };
        let (more, same) = mistakes(model, kind, &encode(model, kind, &shared).unwrap());
        tried += more;
        equal += same;
    }
    println!("{tried} changed links: {equal} read as before, none as another, the rest refused");
    assert!(tried > 200_000);
}

#[test]
fn a_cut_link_says_that_its_end_is_missing() {
    let link = link(&Team::new(Scope::Full).balanced(2), "");
    for length in 1..link.len() {
        assert!(matches!(open(&link[..length]), Err(LinkError::Truncated)), "{length}");
    }
    assert_eq!(open(""), Err(LinkError::Empty));
    assert_eq!(open("."), Err(LinkError::Empty));
}

#[test]
fn a_link_says_what_it_is_not() {
    let team = Team::new(Scope::Essentials).balanced(1);
    let link = link(&team, "");
    assert_eq!(decode(team.model, LinkKind::Invite, &link), Err(LinkError::OtherKind));
    assert_eq!(decode(small(), LinkKind::Result, &link), Err(LinkError::OtherModel));
    assert_eq!(open(&link.replacen(&link[..1], "I", 1)), Err(LinkError::Newer(2)));
    assert_eq!(open("EÄE"), Err(LinkError::Letter('Ä')));
    assert!(matches!(open(&"E".repeat(20_000)), Err(LinkError::Overlong(20_000))));
    assert!(matches!(open(&"E".repeat(2_000)), Err(LinkError::Overlong(2_000))));
    // A newer layout may be longer than this one.
    assert_eq!(open(&"I".repeat(2_000)), Err(LinkError::Newer(2)));
}

#[test]
fn a_link_that_could_not_be_read_back_is_not_offered() {
    let team = Team::new(Scope::Full).balanced(2);
    type Spoil = fn(&mut LinkContents);
    let spoils: [(&str, Spoil); 9] = [
        ("a day before all links", |shared| shared.day = Day::new(2019, 12, 31).unwrap()),
        ("a day after all links", |shared| shared.day = Day::new(2109, 9, 19).unwrap()),
        ("a title of nothing", |shared| shared.title = "\u{200b}".to_owned()),
        ("a title over the bound", |shared| shared.title = "x".repeat(200)),
        ("no track", |shared| shared.question_set.tracks.clear()),
        ("a release before 1970", |shared| shared.outcomes.last_release = Day::new(1969, 1, 1)),
        ("a number over 28 bits", |shared| shared.outcomes.days_to_live = Some(1 << 28)),
        ("an answer to what is not asked", |shared| shared.question_set.scope = Scope::Essentials),
        ("too long a note", |shared| {
            let capability = Team::new(Scope::Full).at("rel-rollback");
            shared.notes.push(Note { capability, note: "x".repeat(4_001), evidence: String::new() });
        }),
    ];
    for (name, spoil) in spoils {
        let mut spoilt = shared(&team, "Team");
        spoil(&mut spoilt);
        assert_eq!(encode(team.model, LinkKind::Result, &spoilt), Err(LinkError::Unreadable), "{name}");
    }
}

#[test]
fn a_clock_that_was_never_set_still_makes_a_link() {
    let model = small();
    for (day, nearest) in [((1970, 1, 1), "2020-01-01"), ((9999, 12, 31), "2109-09-18")] {
        let day = Day::new(day.0, day.1, day.2).unwrap();
        let shared = LinkContents::new(model, QuestionSet::of(model, Scope::Essentials), day);
        assert_eq!(shared.day.to_string(), nearest);
        encode(model, LinkKind::Result, &shared).unwrap();
    }
}

/// The largest models that pass the check.
#[test]
fn every_model_that_passes_the_check_makes_links_that_open() {
    let mut model: Value = serde_json::from_str(include_str!("../fixtures/links/model.json")).unwrap();
    let capability = model["capabilities"][0].clone();
    model["revision"] = json!(268_435_455);
    model["tracks"] = (0..28).map(|at| json!({ "id": format!("t{at}"), "title": "T", "optional": false })).collect();
    model["areas"] = (0..28)
        .map(|at| json!({ "id": format!("a{at}"), "track": format!("t{at}"), "title": "A", "why": "W" }))
        .collect();
    let copy = |at: usize| {
        let mut copy = capability.clone();
        copy["key"] = json!(65_535 - at);
        copy["id"] = json!(format!("c{at}"));
        copy["area"] = json!(format!("a{}", at % 28));
        copy
    };
    model["capabilities"] = (0..400).map(copy).collect();
    model["retired"] =
        (0..400).map(|at| json!({ "key": at, "essential": at % 2 == 0, "track": format!("t{}", at % 28) })).collect();
    let text = model.to_string();
    let read = file::read(&text).unwrap();
    let mut dice = Dice(3);
    for tracks in 0..28 {
        let question_set = QuestionSet { scope: Scope::Full, tracks: read.track_ixs().skip(tracks).collect() };
        let mut shared = LinkContents::new(&read, question_set, day());
        for at in read.capability_ixs().filter(|&at| shared.question_set.asks(&read, at)).collect::<Vec<_>>() {
            shared.answers.set(at, dice.answer());
        }
        let payload = encode(&read, LinkKind::Result, &shared).unwrap();
        assert_eq!(decode(&read, LinkKind::Result, &payload), Ok(as_made(shared.clone())));
        if tracks == 0 {
            println!("400 questions and 400 retired, 28 tracks, the highest revision: {} letters", payload.len());
        }
        let number = u32::MAX;
        let invite = LinkContents {
            answers: LinkContents::new(&read, shared.question_set.clone(), day()).answers,
            invitation: Some(number),
            ..shared
        };
        assert_eq!(
            decode(&read, LinkKind::Invite, &encode(&read, LinkKind::Invite, &invite).unwrap()),
            Ok(as_made(invite))
        );
    }
    model["revision"] = json!(268_435_456);
    assert!(file::read(&model.to_string()).is_err());
    model["revision"] = json!(1);
    model["tracks"].as_array_mut().unwrap().push(json!({ "id": "t28", "title": "T" }));
    assert!(file::read(&model.to_string()).is_err());
}

/// Links of every released layout open for ever, and are still written in the same way.
#[test]
fn golden_links_open_as_they_did() {
    let golden = include_str!("../fixtures/links/v1.txt");
    let model = small();
    let mut told = String::new();
    for line in golden.lines().filter(|line| !line.starts_with('#')) {
        let (name, payload) = line.split_once('\t').unwrap();
        let kind = if name.contains("invitation") { LinkKind::Invite } else { LinkKind::Result };
        let opened = decode(model, kind, payload).unwrap();
        let shared = &opened.shared;
        let mut all: Vec<_> = model.capability_ixs().collect();
        all.sort_by_key(|&at| model.capability(at).key);
        let answers: Vec<&str> = all.iter().map(|&at| shared.answers.get(at).map_or("-", Answer::word)).collect();
        let tracks: Vec<&str> = shared.question_set.tracks.iter().map(|&at| model.track(at).id.as_str()).collect();
        told.push_str(&format!(
            "{name}\n{} {} {}\n{}\ntitle {:?} about {:?} from {:?} invitation {:?}\n{:?}\n",
            shared.day,
            shared.question_set.scope.word(),
            tracks.join(","),
            answers.join(" "),
            shared.title,
            shared.about,
            shared.from.line(),
            shared.invitation,
            words::result::metrics(&shared.outcomes),
        ));
        if shared.models != 1 {
            told.push_str(&format!("{} models\n", shared.models));
        }
        if !shared.business_unit.is_empty() {
            told.push_str(&format!("of {}\n", shared.business_unit));
        }
        for (at, day) in &shared.evidence_dates {
            told.push_str(&format!("{}: evidence of {day}\n", model.capability(*at).id));
        }
        for note in &shared.notes {
            told.push_str(&format!("{}: {} {}\n", model.capability(note.capability).id, note.note, note.evidence));
        }
        if let Some(words) = words::link::differences(&opened, kind, model.revision()) {
            told.push_str(&format!("{words}\n"));
        } else {
            // Only the compressed form of notes may differ; all else has one way to be written.
            let again = encode(model, kind, shared).unwrap();
            assert!(again == payload || !shared.notes.is_empty(), "{name}: {again}");
            assert_eq!(decode(model, kind, &again).unwrap(), opened, "{name}");
        }
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}
