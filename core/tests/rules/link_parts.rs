//! The parts of a link besides the answers: each only on request, and each named.

use crate::support::links::{Dice, as_made, day, open, shared, small, with_all_parts};
use crate::support::{Team, built_in};
use mlops_core::assessment::{Assessment, Outcomes, clean_title};
use mlops_core::link::{
    LinkContents, LinkError, LinkKind, LinkOptions, MAX_CHARS, about, decode, encode, invitation, mark_as_reply,
    outcomes,
};
use mlops_core::model::answer::Answer;
use mlops_core::moment::{Day, Moment};
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_core::words;
use serde_json::{Value, json};

#[test]
fn an_invitation_has_a_number_and_says_more_only_when_asked_to() {
    let mut assessment = with_all_parts(&Team::with_all_tracks(Scope::Full).balanced(3)).to_assessment(
        Team::new(Scope::Full).model,
        "id".to_owned(),
        Moment::default(),
    );
    assessment.title = "Payments ML".to_owned();
    let model = Team::new(Scope::Full).model;
    let bare = LinkContents::invitation(model, &assessment, day(), 7, &LinkOptions::default());
    let payload = encode(model, LinkKind::Invite, &bare).unwrap();
    assert!(payload.len() < 30, "{payload}");
    assert!(bare.title.is_empty() && bare.about.is_empty());
    assert_eq!(decode(model, LinkKind::Invite, &payload), Ok(as_made(bare)));
    let all = LinkOptions { title: true, about: true, ..LinkOptions::default() };
    let told = LinkContents::invitation(model, &assessment, day(), 7, &all);
    let opened = decode(model, LinkKind::Invite, &encode(model, LinkKind::Invite, &told).unwrap()).unwrap().shared;
    assert_eq!((opened.title.as_str(), opened.about.as_str()), ("Payments ML", "Card fraud scoring, 3 live models"));
    // Without a number, or with anything of a result, it is no invitation.
    for spoil in [
        |shared: &mut LinkContents| shared.invitation = None,
        |shared: &mut LinkContents| shared.from.name = "Ana".to_owned(),
        |shared: &mut LinkContents| shared.outcomes.days_to_live = Some(1),
        |shared: &mut LinkContents| {
            shared.evidence_dates = vec![(built_in().capability_ixs().next().unwrap(), day())]
        },
    ] {
        let mut spoilt = told.clone();
        spoil(&mut spoilt);
        assert_eq!(encode(model, LinkKind::Invite, &spoilt), Err(LinkError::Unreadable));
    }
    let answered = with_all_parts(&Team::with_all_tracks(Scope::Full).balanced(3));
    assert_eq!(encode(model, LinkKind::Invite, &answered), Err(LinkError::Unreadable));
}

#[test]
fn notes_travel_when_they_are_asked_to_and_too_many_are_told() {
    let team = Team::new(Scope::Full).balanced(2);
    let shared = with_all_parts(&team);
    assert_eq!(open(&encode(team.model, LinkKind::Result, &shared).unwrap()).unwrap().shared, shared);
    let mut dice = Dice(5);
    let noise: String = (0..3_000).map(|_| char::from(u8::try_from(33 + dice.roll(90)).unwrap())).collect();
    let mut long = shared.clone();
    long.notes[0].note = noise;
    match encode(team.model, LinkKind::Result, &long) {
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
    let all = LinkOptions {
        title: true,
        notes: true,
        from,
        invitation: true,
        about: true,
        outcomes: true,
        models: true,
        business_unit: true,
        evidence_dates: true,
    };
    assert_eq!(LinkContents::of(team.model, &assessment, day(), &all), shared);
    let bare = LinkContents::of(team.model, &assessment, day(), &LinkOptions::default());
    assert_eq!(
        bare,
        LinkContents {
            answers: shared.answers.clone(),
            ..LinkContents::new(team.model, shared.question_set.clone(), day())
        }
    );
    // Through the file too: the contents of a link are stored under the names of the file format.
    let written = mlops_core::assessment::file::write(&assessment);
    let file: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(file["about"], "Card fraud scoring, 3 live models");
    assert_eq!(file["outcomes"], json!({ "days_to_live": 21, "last_release": "2026-11-02", "hours_to_restore": 6 }));
    assert_eq!(file["sources"], json!([{ "from": "Ana, data science" }]));
    assert_eq!(file["answers"]["rel-rollback"]["evidence_date"], "2026-11-20");
    let again = mlops_core::assessment::file::read(&written).unwrap();
    assert_eq!(LinkContents::of(team.model, &again, day(), &all), shared);
}

#[test]
fn a_date_that_no_link_holds_is_left_out() {
    let team = Team::new(Scope::Full).balanced(1);
    let mut assessment = shared(&team, "").to_assessment(team.model, "id".to_owned(), Moment::default());
    assessment.respond("rel-rollback", Moment::default(), |response| response.evidence_date = Day::new(1969, 12, 31));
    let all = LinkOptions { evidence_dates: true, ..LinkOptions::default() };
    assert_eq!(LinkContents::of(team.model, &assessment, day(), &all).evidence_dates, []);
    assessment.respond("rel-rollback", Moment::default(), |response| response.evidence_date = Day::new(1970, 1, 1));
    let held = LinkContents::of(team.model, &assessment, day(), &all);
    assert_eq!(held.evidence_dates, [(team.at("rel-rollback"), Day::new(1970, 1, 1).unwrap())]);
    assert_eq!(open(&encode(team.model, LinkKind::Result, &held).unwrap()).unwrap().shared, held);
}

#[test]
fn what_an_invitation_says_is_kept_in_one_line() {
    let model = small();
    let mut assessment = Assessment::new(
        "id".to_owned(),
        String::new(),
        model,
        &QuestionSet::of(model, Scope::Essentials),
        Moment::default(),
    );
    mark_as_reply(&mut assessment, Some(7), " what \u{202e} we do\n");
    assert_eq!((invitation(&assessment), about(&assessment).as_str()), (Some(7), "what we do"));
    assert_eq!(outcomes(&assessment), Outcomes::default());
}

#[test]
fn a_link_says_what_it_contains_part_by_part() {
    let team = Team::new(Scope::Full).balanced(2);
    let all = with_all_parts(&team);
    let said = words::link::contains(&all);
    for part in [
        "your answers",
        "the date",
        "the team name",
        "the assessed product",
        "your notes and evidence links",
        "the delivery metrics",
        "the number of models",
        "the business unit",
        "the evidence dates",
        "your name",
        "your role",
        "the invitation number",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(
        words::link::contains(&shared(&team, "")),
        "The link contains your answers and the date, and nothing else. Anyone with the link can read this. It is not \
         sent to a server."
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
    assert_eq!(words::link::name_for(&shared, &team.profile()), "Result, 23 November 2026, level 1");
    shared.from.role = "data science".to_owned();
    assert_eq!(
        words::link::name_for(&shared, &team.profile()),
        "Result from data science, 23 November 2026, level 1"
    );
    let open = Team::new(Scope::Full);
    assert_eq!(
        words::link::name_for(&shared, &open.profile()),
        "Result from data science, 23 November 2026",
        "where nothing was answered there is no level to name"
    );
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
        println!("{error:?}\n    {}", words::link::error_text(error));
        assert!(words::link::error_text(error).ends_with('.'));
    }
}
