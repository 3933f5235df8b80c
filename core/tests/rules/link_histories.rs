//! Links across revisions: read by exactly the questions that they were made with, or rejected. Answers are never
//! shifted.

use crate::support::links::{Dice, History};
use mlops_core::link::{DecodedLink, LinkContents, LinkError, LinkKind, Note, decode, encode};
use mlops_core::model::answer::Answer;
use mlops_core::model::{CapabilityKey, Model};
use mlops_core::moment::Day;
use mlops_core::scoring::case::QuestionSet;

/// A link with its intended contents: each question by its key, and the answer.
struct Sent {
    payload: String,
    made_at: usize,
    scope: mlops_core::scoring::case::Scope,
    tracks: Vec<String>,
    answers: Vec<(CapabilityKey, Option<Answer>)>,
    notes: Vec<(CapabilityKey, String)>,
}

fn send(dice: &mut Dice, model: &Model, made_at: usize) -> Sent {
    let scope = dice.scope();
    let mut tracks: Vec<_> = model.track_ixs().filter(|_| dice.roll(3) > 0).collect();
    if tracks.is_empty() {
        tracks.push(model.track_ixs().next().unwrap());
    }
    let ids = tracks.iter().map(|&track| model.track(track).id.clone()).collect();
    let question_set = QuestionSet { scope, tracks };
    let mut asked: Vec<_> = question_set.capabilities(model).collect();
    asked.sort_by_key(|&at| model.capability(at).key);
    let mut shared = LinkContents::new(model, question_set, Day::new(2026, 11, 23).unwrap());
    let (mut answers, mut notes) = (Vec::new(), Vec::new());
    for at in asked {
        let (key, answer) = (model.capability(at).key, dice.answer());
        shared.answers.set(at, answer);
        answers.push((key, answer));
        if dice.roll(8) == 0 {
            let note = format!("note on {}", key.number());
            notes.push((key, note.clone()));
            shared.notes.push(Note { capability: at, note, evidence: String::new() });
        }
    }
    let payload = encode(model, LinkKind::Result, &shared).unwrap();
    Sent { payload, made_at, scope, tracks: ids, answers, notes }
}

/// Checks that the answers that were read equal the intended ones, question by question, and that every missing one
/// is reported.
///
/// A page of an earlier revision cannot know that a question was retired later: it sees no answer to it.
fn assert_read_exactly(sent: &Sent, model: &Model, read_at: usize, opened: &DecodedLink, case: &str) {
    let is_later = read_at >= sent.made_at;
    let DecodedLink { shared, retired_answers, new_questions, .. } = opened;
    let tracks: Vec<&str> = shared.question_set.tracks.iter().map(|&track| model.track(track).id.as_str()).collect();
    assert_eq!(tracks, sent.tracks, "{case}: tracks");
    assert_eq!(shared.question_set.scope, sent.scope, "{case}: scope");
    let mut gone = 0;
    for &(key, answer) in &sent.answers {
        let note = sent.notes.iter().find(|(other, _)| *other == key).map(|(_, note)| note.as_str());
        match model.capability_ixs().find(|&at| model.capability(at).key == key) {
            Some(at) => {
                assert_eq!(shared.answers.get(at), answer, "{case}: key {}", key.number());
                let read = shared.notes.iter().find(|note| note.capability == at).map(|note| note.note.as_str());
                assert_eq!(read, note, "{case}: note on {}", key.number());
            }
            None => gone += usize::from(answer.is_some() || note.is_some()),
        }
    }
    assert_eq!(gone, *retired_answers, "{case}: answers to questions that are gone");
    let asked_then = |at: &_| sent.answers.iter().any(|(key, _)| *key == model.capability(*at).key);
    let new: Vec<_> = shared.question_set.capabilities(model).filter(|at| !asked_then(at)).collect();
    if is_later {
        assert_eq!(new.len(), *new_questions, "{case}: new questions");
    }
    assert!(new.iter().all(|&at| shared.answers.get(at).is_none()), "{case}: a new question has an answer");
}

/// Revisions of one model, each with links that were made with it.
fn revisions(dice: &mut Dice, mut change: impl FnMut(&mut Dice, &mut History) -> bool) -> (Vec<Model>, Vec<Sent>) {
    let mut history = History::begun(dice);
    let (mut models, mut sent) = (Vec::new(), Vec::new());
    for at in 0..6 {
        if at > 0 && change(dice, &mut history) {
            history.file["revision"] = (at + 1).into();
        }
        let model = history.model();
        sent.extend((0..4).map(|_| send(dice, &model, at)));
        models.push(model);
    }
    (models, sent)
}

#[test]
fn a_link_of_an_older_revision_is_read_exactly_however_the_model_grew() {
    let (mut read, mut histories, mut newer_read, mut newer_refused) = (0, 0, 0, 0);
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let (models, sent) = revisions(&mut dice, |dice, history| {
            for _ in 0..1 + dice.roll(4) {
                if dice.roll(2) == 0 { history.add(dice) } else { history.retire(dice) }
            }
            true
        });
        histories += 1;
        for link in &sent {
            for (at, model) in models.iter().enumerate() {
                let case = format!("seed {seed}, made with revision {}, read with {}", link.made_at + 1, at + 1);
                match decode(model, LinkKind::Result, &link.payload) {
                    Ok(opened) => {
                        assert_read_exactly(link, model, at, &opened, &case);
                        let made_with = u32::try_from(link.made_at + 1).unwrap();
                        assert_eq!(opened.other_revision, (link.made_at != at).then_some(made_with), "{case}");
                        if at >= link.made_at { read += 1 } else { newer_read += 1 }
                    }
                    Err(error) => {
                        // Only a link newer than the page may ask questions that the page does not know.
                        assert!(at < link.made_at, "{case}: {error:?}");
                        assert!(matches!(error, LinkError::OtherRevision { .. }), "{case}: {error:?}");
                        newer_refused += 1;
                    }
                }
            }
        }
    }
    println!(
        "{histories} histories of 6 revisions: {read} links of the same or an older revision read exactly, of newer ones \
         {newer_read} read exactly and {newer_refused} refused"
    );
    assert!(read > 20_000 && newer_refused > 1_000);
}

#[test]
fn a_broken_promise_refuses_links_and_shifts_none() {
    let mut counts: Vec<(&'static str, usize, usize)> = Vec::new();
    for seed in 0..1_500 {
        let mut dice = Dice(seed ^ 0x5eed);
        let mut broken = "";
        let mut is_raised = true;
        let (models, sent) = revisions(&mut dice, |dice, history| {
            broken = history.break_promise(dice, usize::try_from(seed % 8).unwrap());
            // Half of the authors who break the rule do not raise the revision either.
            is_raised = dice.roll(2) == 0;
            if dice.roll(2) == 0 {
                history.add(dice);
            }
            is_raised
        });
        let at = counts.iter().position(|(name, ..)| *name == broken).unwrap_or_else(|| {
            counts.push((broken, 0, 0));
            counts.len() - 1
        });
        for link in &sent {
            for (revision, model) in models.iter().enumerate() {
                let case = format!("seed {seed}, {broken}, made with {}, read with {revision}", link.made_at);
                match decode(model, LinkKind::Result, &link.payload) {
                    Ok(opened) => {
                        assert_read_exactly(link, model, revision, &opened, &case);
                        counts[at].1 += 1;
                    }
                    Err(_) => counts[at].2 += 1,
                }
            }
        }
    }
    for (name, read, refused) in &counts {
        println!("{name:<28} {read:>7} read exactly {refused:>7} refused");
        assert!(*refused > 0, "{name}");
    }
    assert_eq!(counts.len(), 8);
}

#[test]
fn an_invitation_of_another_revision_opens_unless_its_tracks_are_others() {
    for seed in 0..200 {
        let mut dice = Dice(seed);
        let (models, _) = revisions(&mut dice, |dice, history| {
            if dice.roll(2) == 0 {
                history.add(dice)
            } else {
                history.retire(dice)
            }
            true
        });
        let (first, last) = (&models[0], models.last().unwrap());
        let mut shared =
            LinkContents::new(first, QuestionSet::of(first, dice.scope()), Day::new(2026, 11, 23).unwrap());
        shared.invitation = Some(7);
        let payload = encode(first, LinkKind::Invite, &shared).unwrap();
        let opened = decode(last, LinkKind::Invite, &payload).unwrap();
        assert_eq!(opened.shared.question_set, QuestionSet::of(last, shared.question_set.scope));
        assert_eq!((opened.other_revision, opened.new_questions), (Some(1), 0));
        let mut other = History::begun(&mut Dice(seed));
        other.file["tracks"][0]["id"] = "renamed".into();
        other.file["areas"][0]["track"] = "renamed".into();
        for retired in other.file["retired"].as_array_mut().unwrap() {
            retired["track"] = "renamed".into();
        }
        assert_eq!(decode(&other.model(), LinkKind::Invite, &payload), Err(LinkError::Damaged));
    }
}
