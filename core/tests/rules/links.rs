//! Links: short, whole or refused, and never somebody else's result.

use crate::support::links::{Dice, LETTERS, small};
use crate::support::{Team, any_team};
use mlops_core::assessment::{Assessment, clean_title};
use mlops_core::link::{
    Including, Kind, LinkError, MAX_CHARS, Note, Opened, Outcomes, Respondent, Shared, about, answer_to, decode,
    encode, invitation, outcomes,
};
use mlops_core::model::answer::Answer;
use mlops_core::model::{Model, file};
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::{Questionnaire, Scope};
use mlops_core::words;
use proptest::prelude::*;
use serde_json::{Value, json};

fn day() -> Day {
    Day::new(2026, 11, 23).unwrap()
}

fn shared(team: &Team, title: &str) -> Shared {
    let mut shared = Shared::new(team.model, team.questionnaire.clone(), day());
    for at in team.questionnaire.capabilities(team.model) {
        shared.answers.set(at, team.answers.get(at));
    }
    shared.title = clean_title(title);
    shared
}

fn link(team: &Team, title: &str) -> String {
    encode(team.model, Kind::Result, &shared(team, title)).unwrap()
}

fn open(payload: &str) -> Result<Opened, LinkError> {
    decode(Team::new(Scope::Core).model, Kind::Result, payload)
}

fn as_made(shared: Shared) -> Opened {
    Opened { shared, other_revision: None, new_questions: 0, retired_answers: 0, unknown_parts: 0 }
}

/// Everything that may follow the answers.
fn with_all_parts(team: &Team) -> Shared {
    let mut shared = shared(team, "Payments ML, Zürich");
    shared.from = Respondent { name: "Ana".to_owned(), role: "data science".to_owned() };
    shared.invitation = Some(0xdead_beef);
    shared.about = "Card fraud scoring, 3 live models".to_owned();
    shared.outcomes =
        Outcomes { days_to_live: Some(21), last_release: Day::new(2026, 11, 2), hours_to_restore: Some(6) };
    for id in ["rel-rollback", "int-alert-action"] {
        let evidence = "https://wiki.example/a".to_owned();
        shared.notes.push(Note {
            capability: team.at(id),
            note: "Blue/green since May <script>".to_owned(),
            evidence,
        });
    }
    shared
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => Just(String::new()), 1 => ".{0,40}", 1 => "\\PC{0,20}"]
}

fn any_outcomes() -> impl Strategy<Value = Outcomes> {
    let number = || prop::option::of(0_u32..1 << 28);
    (number(), prop::option::of(0_i64..30_000), number()).prop_map(|(days_to_live, release, hours_to_restore)| {
        Outcomes { days_to_live, last_release: release.and_then(Day::from_unix_days), hours_to_restore }
    })
}

proptest! {
    #[test]
    fn what_a_link_holds_comes_back(
        team in any_team(),
        texts in [any_text(), any_text(), any_text(), any_text()],
        numbers in (0_i64..20_000, prop::option::of(any::<u32>()), any_outcomes()),
        noted in prop::collection::btree_set(0..70_usize, 0..4),
        note in "\\PC{1,40}",
    ) {
        let [title, name, role, about] = texts.map(|text| clean_title(&text));
        let mut shared = shared(&team, &title);
        shared.day = Day::from_unix_days(18_262 + numbers.0).unwrap();
        (shared.invitation, shared.outcomes) = (numbers.1, numbers.2);
        (shared.from, shared.about) = (Respondent { name, role }, about);
        let mut asked: Vec<_> = team.questionnaire.capabilities(team.model).collect();
        asked.sort_by_key(|&at| team.model.capability(at).key);
        for &capability in noted.iter().filter_map(|&at| asked.get(at)) {
            shared.notes.push(Note { capability, note: note.clone(), evidence: String::new() });
        }
        let payload = encode(team.model, Kind::Result, &shared).unwrap();
        prop_assert!(payload.len() <= MAX_CHARS);
        prop_assert_eq!(open(&payload).unwrap(), as_made(shared));
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

/// The fewest letters that could tell these answers apart.
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
        ("essentials", false, Scope::Core, false),
        ("essentials with GenAIOps", true, Scope::Core, false),
        ("full", false, Scope::Full, true),
        ("full with GenAIOps", true, Scope::Full, true),
    ] {
        let (mut longest, mut longest_titled) = (0, 0);
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

/// Every single mistake with a link, and what comes of it: how many were tried, and how many read as the link itself.
fn mistakes(model: &Model, kind: Kind, link: &str) -> (u32, u32) {
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
                Kind::Result,
                with_all_parts(&Team { questionnaire: Team::with_all_tracks(Scope::Full).questionnaire, ..team }),
            ),
            1 => {
                let mut shared = Shared::new(team.model, team.questionnaire.clone(), day());
                shared.invitation = Some(round);
                shared.title = "Payments ML".to_owned();
                (team.model, Kind::Invite, shared)
            }
            2 => (team.model, Kind::Result, shared(&team, "Zürich")),
            _ => (team.model, Kind::Result, shared(&team, "")),
        };
        let shared = Shared {
            notes: if kind == Kind::Result && round % 12 == 0 { shared.notes.clone() } else { Vec::new() },
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
    let team = Team::new(Scope::Core).balanced(1);
    let link = link(&team, "");
    assert_eq!(decode(team.model, Kind::Invite, &link), Err(LinkError::OtherKind));
    assert_eq!(decode(small(), Kind::Result, &link), Err(LinkError::OtherModel));
    assert_eq!(open(&link.replacen(&link[..1], "I", 1)), Err(LinkError::Newer(2)));
    assert_eq!(open("EÄE"), Err(LinkError::Letter('Ä')));
    assert!(matches!(open(&"E".repeat(20_000)), Err(LinkError::Overlong(20_000))));
    assert!(matches!(open(&"E".repeat(2_000)), Err(LinkError::Overlong(2_000))));
    // A newer layout may be longer than this one.
    assert_eq!(open(&"I".repeat(2_000)), Err(LinkError::Newer(2)));
}

#[test]
fn every_reason_has_words_that_say_what_to_do() {
    for error in [
        LinkError::Empty,
        LinkError::Letter('ä'),
        LinkError::Truncated,
        LinkError::Damaged,
        LinkError::Newer(2),
        LinkError::OtherModel,
        LinkError::OtherRevision { made_with: 9, own: 4 },
        LinkError::OtherKind,
        LinkError::Overlong(2_000),
        LinkError::TooLong(2_000),
        LinkError::Unreadable,
    ] {
        println!("{error}\n    {}", words::link::trouble(error));
        assert!(words::link::trouble(error).ends_with('.'));
    }
}

#[test]
fn an_invitation_has_a_number_and_says_more_only_when_asked_to() {
    let mut assessment = with_all_parts(&Team::with_all_tracks(Scope::Full).balanced(3)).to_assessment(
        Team::new(Scope::Full).model,
        "id".to_owned(),
        Moment::default(),
    );
    assessment.title = "Payments ML".to_owned();
    let model = Team::new(Scope::Full).model;
    let bare = Shared::invitation(model, &assessment, day(), 7, &Including::default());
    let payload = encode(model, Kind::Invite, &bare).unwrap();
    assert!(payload.len() < 30, "{payload}");
    assert!(bare.title.is_empty() && bare.about.is_empty());
    assert_eq!(decode(model, Kind::Invite, &payload), Ok(as_made(bare)));
    let all = Including { title: true, about: true, ..Including::default() };
    let told = Shared::invitation(model, &assessment, day(), 7, &all);
    let opened = decode(model, Kind::Invite, &encode(model, Kind::Invite, &told).unwrap()).unwrap().shared;
    assert_eq!((opened.title.as_str(), opened.about.as_str()), ("Payments ML", "Card fraud scoring, 3 live models"));
    // Without a number, or with anything of a result, it is none.
    for spoil in [
        |shared: &mut Shared| shared.invitation = None,
        |shared: &mut Shared| shared.from.name = "Ana".to_owned(),
        |shared: &mut Shared| shared.outcomes.days_to_live = Some(1),
    ] {
        let mut spoilt = told.clone();
        spoil(&mut spoilt);
        assert_eq!(encode(model, Kind::Invite, &spoilt), Err(LinkError::Unreadable));
    }
    let answered = with_all_parts(&Team::with_all_tracks(Scope::Full).balanced(3));
    assert_eq!(encode(model, Kind::Invite, &answered), Err(LinkError::Unreadable));
}

#[test]
fn a_link_that_could_not_be_read_back_is_not_offered() {
    let team = Team::new(Scope::Full).balanced(2);
    type Spoil = fn(&mut Shared);
    let spoils: [(&str, Spoil); 9] = [
        ("a day before all links", |shared| shared.day = Day::new(2019, 12, 31).unwrap()),
        ("a day after all links", |shared| shared.day = Day::new(2109, 9, 19).unwrap()),
        ("a title of nothing", |shared| shared.title = "\u{200b}".to_owned()),
        ("a title over the bound", |shared| shared.title = "x".repeat(200)),
        ("no track", |shared| shared.questionnaire.tracks.clear()),
        ("a release before 1970", |shared| shared.outcomes.last_release = Day::new(1969, 1, 1)),
        ("a number over 28 bits", |shared| shared.outcomes.days_to_live = Some(1 << 28)),
        ("an answer to what is not asked", |shared| shared.questionnaire.scope = Scope::Core),
        ("too long a note", |shared| {
            let capability = Team::new(Scope::Full).at("rel-rollback");
            shared.notes.push(Note { capability, note: "x".repeat(4_001), evidence: String::new() });
        }),
    ];
    for (name, spoil) in spoils {
        let mut spoilt = shared(&team, "Team");
        spoil(&mut spoilt);
        assert_eq!(encode(team.model, Kind::Result, &spoilt), Err(LinkError::Unreadable), "{name}");
    }
}

#[test]
fn a_clock_that_was_never_set_still_makes_a_link() {
    let model = small();
    for (day, nearest) in [((1970, 1, 1), "2020-01-01"), ((9999, 12, 31), "2109-09-18")] {
        let day = Day::new(day.0, day.1, day.2).unwrap();
        let shared = Shared::new(model, Questionnaire::of(model, Scope::Core), day);
        assert_eq!(shared.day.to_string(), nearest);
        encode(model, Kind::Result, &shared).unwrap();
    }
}

/// The most that the check of a model lets through, and one more of each.
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
        (0..400).map(|at| json!({ "key": at, "core": at % 2 == 0, "track": format!("t{}", at % 28) })).collect();
    let text = model.to_string();
    let read = file::read(&text).unwrap();
    let mut dice = Dice(3);
    for tracks in 0..28 {
        let questionnaire = Questionnaire { scope: Scope::Full, tracks: read.track_ixs().skip(tracks).collect() };
        let mut shared = Shared::new(&read, questionnaire, day());
        for at in read.capability_ixs().filter(|&at| shared.questionnaire.asks(&read, at)).collect::<Vec<_>>() {
            shared.answers.set(at, dice.answer());
        }
        let payload = encode(&read, Kind::Result, &shared).unwrap();
        assert_eq!(decode(&read, Kind::Result, &payload), Ok(as_made(shared.clone())));
        if tracks == 0 {
            println!("400 questions and 400 retired, 28 tracks, the highest revision: {} letters", payload.len());
        }
        let number = u32::MAX;
        let invite = Shared {
            answers: Shared::new(&read, shared.questionnaire.clone(), day()).answers,
            invitation: Some(number),
            ..shared
        };
        assert_eq!(decode(&read, Kind::Invite, &encode(&read, Kind::Invite, &invite).unwrap()), Ok(as_made(invite)));
    }
    model["revision"] = json!(268_435_456);
    assert!(file::read(&model.to_string()).is_err());
    model["revision"] = json!(1);
    model["tracks"].as_array_mut().unwrap().push(json!({ "id": "t28", "title": "T" }));
    assert!(file::read(&model.to_string()).is_err());
}

#[test]
fn notes_travel_when_they_are_asked_to_and_too_many_are_told() {
    let team = Team::new(Scope::Full).balanced(2);
    let shared = with_all_parts(&team);
    assert_eq!(open(&encode(team.model, Kind::Result, &shared).unwrap()).unwrap().shared, shared);
    let mut dice = Dice(5);
    let noise: String = (0..3_000).map(|_| char::from(u8::try_from(33 + dice.roll(90)).unwrap())).collect();
    let mut long = shared.clone();
    long.notes[0].note = noise;
    match encode(team.model, Kind::Result, &long) {
        Err(LinkError::TooLong(letters)) => assert!(letters > MAX_CHARS),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_assessment_makes_a_link_and_a_link_an_assessment() {
    let team = Team::new(Scope::Full).balanced(2).saying("gen-prompt-vcs", Answer::Yes);
    let now = Moment::parse("2026-11-23T09:00:00Z").unwrap();
    let shared = with_all_parts(&team);
    let assessment = shared.to_assessment(team.model, "id".to_owned(), now);
    let from = shared.from.clone();
    let all = Including { title: true, notes: true, from, invitation: true, about: true, outcomes: true };
    assert_eq!(Shared::of(team.model, &assessment, day(), &all), shared);
    let bare = Shared::of(team.model, &assessment, day(), &Including::default());
    assert_eq!(
        bare,
        Shared { answers: shared.answers.clone(), ..Shared::new(team.model, shared.questionnaire.clone(), day()) }
    );
    // Through the file too: what a link brought is kept under the names of the file's format.
    let written = mlops_core::assessment::file::write(&assessment);
    let file: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(file["about"], "Card fraud scoring, 3 live models");
    assert_eq!(file["outcomes"], json!({ "days_to_live": 21, "last_release": "2026-11-02", "hours_to_restore": 6 }));
    assert_eq!(file["sources"], json!([{ "from": "Ana, data science" }]));
    let again = mlops_core::assessment::file::read(&written).unwrap();
    assert_eq!(Shared::of(team.model, &again, day(), &all), shared);
}

#[test]
fn fields_of_another_kind_are_passed_over_and_not_shared() {
    let model = small();
    let mut assessment = Assessment::new(
        "id".to_owned(),
        String::new(),
        model,
        &Questionnaire::of(model, Scope::Core),
        Moment::default(),
    );
    answer_to(&mut assessment, Some(7), " what \u{202e} we do\n");
    assert_eq!((invitation(&assessment), about(&assessment).as_str()), (Some(7), "what we do"));
    for (name, value) in [
        ("about", json!(7)),
        ("outcomes", json!({ "days_to_live": -1, "last_release": "soon" })),
        ("invitation", json!(1e40)),
    ] {
        assessment.unknown_fields.insert(name.to_owned(), value);
    }
    assert_eq!((about(&assessment).as_str(), invitation(&assessment)), ("", None));
    assert_eq!(outcomes(&assessment), Outcomes::default());
}

#[test]
fn a_link_says_what_it_contains_part_by_part() {
    let team = Team::new(Scope::Full).balanced(2);
    let all = with_all_parts(&team);
    let said = words::link::contains(&all);
    for part in [
        "your answers",
        "the day",
        "the team's name",
        "what was assessed",
        "your notes and evidence links",
        "the outcome numbers",
        "your name",
        "your role",
        "the number of the invitation",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(
        words::link::contains(&shared(&team, "")),
        "The link holds your answers and the day, and nothing else. Whoever has it can read that; no server sees it."
    );
}

#[test]
fn a_title_in_which_nothing_can_be_seen_is_none() {
    for title in
        ["\u{200b}", "\u{feff}\u{2060} \u{ad}", "\u{3164}", "\u{2800}\u{fe0f}", "\u{e0041}\u{e0042}", "\u{1d173}"]
    {
        assert_eq!(clean_title(title), "", "{title:?}");
    }
    for title in ["a\u{200d}b", "👩\u{200d}💻", "\u{fe0f}1"] {
        assert_eq!(clean_title(title), title);
    }
}

#[test]
fn a_result_without_a_name_is_named_by_its_day_and_level() {
    let team = Team::new(Scope::Full).balanced(1);
    let mut shared = shared(&team, "");
    assert_eq!(words::link::name_for(&shared, &team.profile()), "Result of 23 November 2026, level 1");
    shared.from.role = "data science".to_owned();
    assert_eq!(
        words::link::name_for(&shared, &team.profile()),
        "Result from data science of 23 November 2026, level 1"
    );
    let open = Team::new(Scope::Full);
    assert_eq!(
        words::link::name_for(&shared, &open.profile()),
        "Result from data science of 23 November 2026, level 0 to 4"
    );
}

/// Links of every released layout open for ever, and are still written just so.
#[test]
fn golden_links_open_as_they_did() {
    let golden = include_str!("../fixtures/links/v1.txt");
    let model = small();
    let mut told = String::new();
    for line in golden.lines().filter(|line| !line.starts_with('#')) {
        let (name, payload) = line.split_once('\t').unwrap();
        let kind = if name.contains("invitation") { Kind::Invite } else { Kind::Result };
        let opened = decode(model, kind, payload).unwrap();
        let shared = &opened.shared;
        let mut all: Vec<_> = model.capability_ixs().collect();
        all.sort_by_key(|&at| model.capability(at).key);
        let answers: Vec<&str> = all.iter().map(|&at| shared.answers.get(at).map_or("-", Answer::word)).collect();
        let tracks: Vec<&str> = shared.questionnaire.tracks.iter().map(|&at| model.track(at).id.as_str()).collect();
        told.push_str(&format!(
            "{name}\n{} {} {}\n{}\ntitle {:?} about {:?} from {:?} invitation {:?}\n{:?}\n",
            shared.day,
            shared.questionnaire.scope.word(),
            tracks.join(","),
            answers.join(" "),
            shared.title,
            shared.about,
            shared.from.line(),
            shared.invitation,
            shared.outcomes,
        ));
        for note in &shared.notes {
            told.push_str(&format!("{}: {} {}\n", model.capability(note.capability).id, note.note, note.evidence));
        }
        if let Some(words) = words::link::differences(&opened, kind, model.revision()) {
            told.push_str(&format!("{words}\n"));
        } else {
            // How notes are packed is left to the packer; all else has one way to be written.
            let again = encode(model, kind, shared).unwrap();
            assert!(again == payload || !shared.notes.is_empty(), "{name}: {again}");
            assert_eq!(decode(model, kind, &again).unwrap(), opened, "{name}");
        }
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}
