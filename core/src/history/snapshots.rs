//! How one team stood before: states that got a name, and the trend they make.
//!
//! A trend asks every state the same questions, those of today: what was not answered then is open, and drawn as open. So
//! no point of it stands for other questions than its neighbour.

use std::cmp::Reverse;

use crate::assessment::{Assessment, Outcomes, Snapshot, clean_title};
use crate::by_id::ById;
use crate::history::record::Record;
use crate::model::answer::{Answer, Answers};
use crate::model::{AreaIx, CapabilityIx, Model, TrackIx};
use crate::moment::{Day, Moment};
use crate::order;
use crate::scoring::case::{Case, Past, Questionnaire};
use crate::scoring::profile::{Profile, Range, Share, profile_of};

/// The most snapshots of one assessment: with the most questions that a model may have they fill less than half of a file.
pub const MOST: usize = 100;
const SECONDS_A_DAY: i64 = 86_400;

/// Why a snapshot was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotError {
    /// There are [`MOST`] already.
    TooMany,
    /// Nothing is answered that could be kept.
    Nothing,
    /// The one before says the same.
    Unchanged,
}

/// Keeps today's answers under a name, which may be empty. The snapshot's moment is the latest of these answers, and not the
/// moment of keeping it: `now` is only for answers of which nobody knows when they were given.
///
/// # Errors
///
/// Nothing is answered, nothing has changed since the snapshot before, or there are too many.
pub fn take(assessment: &mut Assessment, label: &str, now: Moment) -> Result<(), SnapshotError> {
    let answered = || assessment.responses.iter().filter(|(_, response)| response.value.is_some());
    let latest = answered().map(|(_, response)| response.stamp.moment()).max();
    let at = latest.filter(|&latest| latest > Moment::default()).unwrap_or(now);
    let answers: ById<Answer> = answered().filter_map(|(id, response)| Some((id.clone(), response.value?))).collect();
    let before = assessment.snapshots.iter().rev().find(|one| one.at <= at);
    if before.is_some_and(|before| before.answers == answers) {
        return Err(SnapshotError::Unchanged);
    }
    add(assessment, Snapshot { at, label: clean_title(label), answers, ..Snapshot::default() })
}

/// Makes a result from elsewhere, such as a link, a state of this assessment. What is there already stays as it is.
///
/// # Errors
///
/// Nothing is answered in it, or there are too many.
pub fn take_over(
    assessment: &mut Assessment,
    model: &Model,
    record: &Record,
    label: &str,
) -> Result<(), SnapshotError> {
    let given = |at| Some((model.capability(at).id.clone(), record.answers.get(at)?));
    let answers: ById<Answer> = model.capability_ixs().filter_map(given).collect();
    let label = clean_title(label);
    // At noon it is the same day nearly everywhere. Of one day there may be several results: each has a second of its own.
    let mut seconds = record.day.unix_days() * SECONDS_A_DAY + SECONDS_A_DAY / 2;
    loop {
        let at = Moment::from_unix_seconds(seconds).unwrap_or_default();
        match assessment.snapshots.iter().find(|one| one.at == at) {
            Some(one) if one.label == label && one.answers == answers => return Ok(()),
            Some(_) => seconds += 1,
            None => return add(assessment, Snapshot { at, label, answers, ..Snapshot::default() }),
        }
    }
}

/// Begins a new round: today's answers are kept under a name, and every answer is to be looked at again until somebody
/// confirms it; but for answers whose evidence is of today, which is not older than the round.
///
/// # Errors
///
/// As [`take`], but where nothing has changed since the snapshot before, that one serves; else nothing is changed.
pub fn new_round(assessment: &mut Assessment, label: &str, now: Moment, today: Day) -> Result<(), SnapshotError> {
    match take(assessment, label, now) {
        Ok(()) | Err(SnapshotError::Unchanged) => {}
        error => return error,
    }
    for (_, response) in assessment.responses.iter_mut() {
        let is_older = response.evidence_date.is_none_or(|day| day < today);
        response.later = response.value.is_some() && is_older;
    }
    Ok(())
}

/// The answers to confirm that name the day of their evidence, which is older than the round; the oldest evidence first. Of questions
/// that are asked.
#[must_use]
pub fn old_evidence(model: &Model, assessment: &Assessment) -> Vec<(CapabilityIx, Day)> {
    let asked = assessment.questionnaire(model);
    let dated = |at| Some((at, assessment.responses.get(&model.capability(at).id)?.old_evidence()?));
    let mut found: Vec<(CapabilityIx, Day)> = asked.capabilities(model).filter_map(dated).collect();
    order::sort_by_key(&mut found, |&(at, day)| (day, at));
    found
}

fn is_named(snapshot: &Snapshot, at: Moment, label: &str) -> bool {
    snapshot.at == at && snapshot.label == label
}

/// Gives a state another name; whether it was done. Two states of one moment are told apart by their names, so it is not
/// given the name of another.
pub fn rename(assessment: &mut Assessment, at: Moment, label: &str, new: &str) -> bool {
    let new = clean_title(new);
    if new != label && assessment.snapshots.iter().any(|one| is_named(one, at, &new)) {
        return false;
    }
    match remove(assessment, at, label) {
        Some(snapshot) => add(assessment, Snapshot { label: new, ..snapshot }).is_ok(),
        None => false,
    }
}

/// Takes a state away. Returns it, so that it can be put back by [`put_back`].
pub fn remove(assessment: &mut Assessment, at: Moment, label: &str) -> Option<Snapshot> {
    let place = assessment.snapshots.iter().position(|one| is_named(one, at, label))?;
    Some(assessment.snapshots.remove(place))
}

/// Puts a state back that was taken away.
///
/// # Errors
///
/// There are too many by now.
pub fn put_back(assessment: &mut Assessment, snapshot: Snapshot) -> Result<(), SnapshotError> {
    add(assessment, snapshot)
}

/// How many answers come from the round before and are not confirmed yet; of questions that are asked.
#[must_use]
pub fn to_confirm(model: &Model, assessment: &Assessment) -> usize {
    let response = |at| assessment.responses.get(&model.capability(at).id);
    let is_carried = |at: &_| response(*at).is_some_and(|said| said.value.is_some() && said.later);
    assessment.questionnaire(model).capabilities(model).filter(is_carried).count()
}

/// Puts a snapshot among the others, oldest first. One of the same moment and name takes the place of the one before.
fn add(assessment: &mut Assessment, snapshot: Snapshot) -> Result<(), SnapshotError> {
    if snapshot.answers.is_empty() {
        return Err(SnapshotError::Nothing);
    }
    let snapshots = &mut assessment.snapshots;
    if let Some(other) = snapshots.iter_mut().find(|other| is_named(other, snapshot.at, &snapshot.label)) {
        *other = snapshot;
        return Ok(());
    }
    if snapshots.len() >= MOST {
        return Err(SnapshotError::TooMany);
    }
    // Within one moment by name: the order in which a file is read again.
    let is_later = |other: &Snapshot| (other.at, &other.label) > (snapshot.at, &snapshot.label);
    let place = snapshots.iter().position(is_later).unwrap_or(snapshots.len());
    snapshots.insert(place, snapshot);
    Ok(())
}

/// A state of this day as a result to compare with, by the questions that the assessment asks today.
#[must_use]
pub fn record(model: &Model, assessment: &Assessment, snapshot: &Snapshot, day: Day) -> Record {
    Record {
        title: assessment.title.clone(),
        label: snapshot.label.clone(),
        day,
        questionnaire: assessment.questionnaire(model),
        answers: answers(model, &snapshot.answers),
        other_revision: None,
        absent: Vec::new(),
        business_unit: String::new(),
        outcomes: Outcomes::default(),
    }
}

/// What an assessment's snapshots say was answered before, read with today's questions.
#[must_use]
pub fn past(model: &Model, assessment: &Assessment) -> Past {
    let snapshots = assessment.snapshots.iter().map(|snapshot| (snapshot.at, answers(model, &snapshot.answers)));
    let mut snapshots: Vec<(Moment, Answers)> = snapshots.collect();
    order::sort_by_key(&mut snapshots, |(at, _)| Reverse(*at));
    Past { updated: assessment.updated, snapshots }
}

fn answers(model: &Model, of: &ById<Answer>) -> Answers {
    let mut answers = Answers::none(model);
    for at in model.capability_ixs() {
        answers.set(at, of.get(&model.capability(at).id).copied());
    }
    answers
}

/// A state of an assessment, as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// When.
    pub at: Moment,
    /// What the team calls it; empty where it has no name. None for how it stands now.
    pub label: Option<String>,
    /// How many of today's questions were answered then.
    pub answered: Share,
    /// Where each area of the trend stood, in its order.
    pub areas: Vec<Stood>,
    /// Where each track of the trend stood, in its order.
    pub tracks: Vec<Stood>,
}

/// Where something stood at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// Its level and what it could have been; none where nothing of it applied.
    pub range: Option<Range>,
    /// Whether anything was known of it. Otherwise its range says nothing and is drawn as unknown.
    pub is_known: bool,
}

/// How an assessment moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The areas that are asked, in the model's order.
    pub areas: Vec<AreaIx>,
    /// The tracks that are on, in the model's order.
    pub tracks: Vec<TrackIx>,
    /// Its states, oldest first; the last is how it stands now.
    pub points: Vec<Point>,
}

/// How an assessment moved: every snapshot, and how it stands now, by the questions that it asks today.
#[must_use]
pub fn trend(model: &Model, assessment: &Assessment) -> Trend {
    let questionnaire = assessment.questionnaire(model);
    let (areas, tracks) = (questionnaire.areas(model), questionnaire.tracks.clone());
    let of = Of { model, questionnaire: &questionnaire, areas: &areas };
    let mut points: Vec<Point> = assessment
        .snapshots
        .iter()
        .map(|snapshot| of.point(snapshot.at, Some(snapshot.label.clone()), &answers(model, &snapshot.answers)))
        .collect();
    points.push(of.point(assessment.updated, None, &assessment.answers(model)));
    // Files are written by hand too: the order is the moments', and now is last whatever the clock said.
    let last = points.len() - 1;
    order::sort_by_key(&mut points[..last], |point| point.at);
    Trend { points, areas, tracks }
}

/// What every point of a trend is asked.
struct Of<'a> {
    model: &'a Model,
    questionnaire: &'a Questionnaire,
    areas: &'a [AreaIx],
}

impl Of<'_> {
    fn point(&self, at: Moment, label: Option<String>, answers: &Answers) -> Point {
        let case = Case::new(self.model, self.questionnaire, answers);
        let profile = profile_of(case);
        Point {
            at,
            label,
            answered: case.answered(),
            areas: self.areas.iter().map(|&area| self.area(case, &profile, area)).collect(),
            tracks: self.questionnaire.tracks.iter().map(|&track| self.track(case, &profile, track)).collect(),
        }
    }

    fn area(&self, case: Case, profile: &Profile, area: AreaIx) -> Stood {
        let is_known = case.capabilities().any(|at| self.model.capability(at).area == area && !case.is_open(at));
        Stood { range: profile.area(area).map(|area| area.range), is_known }
    }

    fn track(&self, case: Case, profile: &Profile, track: TrackIx) -> Stood {
        let is_known = case.capabilities().any(|at| self.model.track_of(at) == track && !case.is_open(at));
        let floor = profile.tracks.iter().find(|one| one.track == track).and_then(|one| one.overall);
        Stood { range: floor, is_known }
    }
}
