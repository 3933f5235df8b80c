//! Snapshots of one team's answers, and the trend through them.
//!
//! Every point of a trend is computed by today's questions. What was not answered at the time is open, and drawn as
//! open, so that neighbouring points are always about the same questions.

use std::cmp::Reverse;

use crate::assessment::{Assessment, Outcomes, Snapshot, clean_title};
use crate::by_id::ById;
use crate::history::record::Record;
use crate::model::answer::{Answer, Answers};
use crate::model::{AreaIx, CapabilityIx, Model, TrackIx};
use crate::moment::{Day, Moment};
use crate::order;
use crate::scoring::case::{Case, Past, QuestionSet};
use crate::scoring::profile::{Fraction, Profile, Range, profile_of};

/// The most snapshots of one assessment. With the most questions that a model may have, they fill less than half of a
/// file.
pub const MOST: usize = 100;
const SECONDS_A_DAY: i64 = 86_400;

/// Why no snapshot was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotError {
    /// There are [`MOST`] snapshots already.
    TooMany,
    /// There is no answer to save.
    Nothing,
    /// The previous snapshot has the same answers.
    Unchanged,
}

/// Saves today's answers under a label, which may be empty. The moment of the snapshot is that of the latest answer;
/// `now` is used only if no answer has a known moment.
///
/// # Errors
///
/// Nothing is answered, the previous snapshot has the same answers, or there are too many snapshots.
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

/// Adds a result from elsewhere, such as a link, as a snapshot. Existing snapshots stay unchanged.
///
/// # Errors
///
/// Nothing is answered in it, or there are too many snapshots.
pub fn take_over(
    assessment: &mut Assessment,
    model: &Model,
    record: &Record,
    label: &str,
) -> Result<(), SnapshotError> {
    let given = |at| Some((model.capability(at).id.clone(), record.answers.get(at)?));
    let answers: ById<Answer> = model.capability_ixs().filter_map(given).collect();
    let label = clean_title(label);
    // Noon UTC is the same day nearly everywhere. Several results of one day get successive seconds.
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

/// Begins a new round: takes a snapshot of today's answers, and marks every answer to be confirmed. Answers with
/// evidence of today are not marked, because that evidence is not older than the round.
///
/// # Errors
///
/// As [`take`], except that an unchanged previous snapshot is no error. On an error nothing is changed.
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

/// The answers to confirm that have a date of their evidence, the oldest first. Only of questions that are asked.
#[must_use]
pub fn old_evidence(model: &Model, assessment: &Assessment) -> Vec<(CapabilityIx, Day)> {
    let asked = assessment.question_set(model);
    let dated = |at| Some((at, assessment.responses.get(&model.capability(at).id)?.old_evidence()?));
    let mut found: Vec<(CapabilityIx, Day)> = asked.capabilities(model).filter_map(dated).collect();
    order::sort_by_key(&mut found, |&(at, day)| (day, at));
    found
}

fn is_named(snapshot: &Snapshot, at: Moment, label: &str) -> bool {
    snapshot.at == at && snapshot.label == label
}

/// Renames a snapshot. Returns whether it was renamed: it is not if another snapshot of the same moment has the new
/// label, because then the two could not be told apart.
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

/// Removes a snapshot and returns it for [`put_back`].
pub fn remove(assessment: &mut Assessment, at: Moment, label: &str) -> Option<Snapshot> {
    let place = assessment.snapshots.iter().position(|one| is_named(one, at, label))?;
    Some(assessment.snapshots.remove(place))
}

/// Restores a removed snapshot.
///
/// # Errors
///
/// There are too many snapshots.
pub fn put_back(assessment: &mut Assessment, snapshot: Snapshot) -> Result<(), SnapshotError> {
    add(assessment, snapshot)
}

/// The number of answers from the previous round that are not confirmed yet. Only of questions that are asked.
#[must_use]
pub fn to_confirm(model: &Model, assessment: &Assessment) -> usize {
    let response = |at| assessment.responses.get(&model.capability(at).id);
    let is_carried = |at: &_| response(*at).is_some_and(|said| said.value.is_some() && said.later);
    assessment.question_set(model).capabilities(model).filter(is_carried).count()
}

/// Adds a snapshot in order, the oldest first. It replaces one with the same moment and label.
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
    // Within one moment sorted by label, as reading the file does.
    let is_later = |other: &Snapshot| (other.at, &other.label) > (snapshot.at, &snapshot.label);
    let place = snapshots.iter().position(is_later).unwrap_or(snapshots.len());
    snapshots.insert(place, snapshot);
    Ok(())
}

/// A snapshot as a result of this day, with the questions that the assessment asks today.
#[must_use]
pub fn record(model: &Model, assessment: &Assessment, snapshot: &Snapshot, day: Day) -> Record {
    Record {
        title: assessment.title.clone(),
        label: snapshot.label.clone(),
        day,
        question_set: assessment.question_set(model),
        answers: answers(model, &snapshot.answers),
        other_revision: None,
        absent: Vec::new(),
        not_of_this_model: 0,
        business_unit: String::new(),
        outcomes: Outcomes::default(),
    }
}

/// The snapshots of an assessment, read with today's questions.
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

/// A point of the trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    pub at: Moment,
    /// The label of the snapshot, which may be empty. `None` for today.
    pub label: Option<String>,
    /// How many of today's questions had an answer.
    pub answered: Fraction,
    /// By area, in the order of [`Trend::areas`].
    pub areas: Vec<KnownRange>,
    /// By track, in the order of [`Trend::tracks`].
    pub tracks: Vec<KnownRange>,
}

/// The level of an area or track at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownRange {
    /// The range; `None` if nothing of it applied.
    pub range: Option<Range>,
    /// Whether any answer was known. If not, the range is drawn as unknown.
    pub is_known: bool,
}

/// The levels of an assessment over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The areas that are asked, in the model's order.
    pub areas: Vec<AreaIx>,
    /// The tracks that are on, in the model's order.
    pub tracks: Vec<TrackIx>,
    /// Oldest first; the last point is today.
    pub points: Vec<Point>,
}

/// The trend through all snapshots and today, by the questions that the assessment asks today.
#[must_use]
pub fn trend(model: &Model, assessment: &Assessment) -> Trend {
    let question_set = assessment.question_set(model);
    let (areas, tracks) = (question_set.areas(model), question_set.tracks.clone());
    let of = TrendInput { model, question_set: &question_set, areas: &areas };
    let mut points: Vec<Point> = assessment
        .snapshots
        .iter()
        .map(|snapshot| of.point(snapshot.at, Some(snapshot.label.clone()), &answers(model, &snapshot.answers)))
        .collect();
    points.push(of.point(assessment.answered_at(), None, &assessment.answers(model)));
    // Files written by hand may be out of order. Today stays last, even if the clock was wrong.
    let last = points.len() - 1;
    order::sort_by_key(&mut points[..last], |point| point.at);
    Trend { points, areas, tracks }
}

/// The data for every point of a trend.
struct TrendInput<'a> {
    model: &'a Model,
    question_set: &'a QuestionSet,
    areas: &'a [AreaIx],
}

impl TrendInput<'_> {
    fn point(&self, at: Moment, label: Option<String>, answers: &Answers) -> Point {
        let case = Case::new(self.model, self.question_set, answers);
        let profile = profile_of(case);
        Point {
            at,
            label,
            answered: case.answered(),
            areas: self.areas.iter().map(|&area| self.area(case, &profile, area)).collect(),
            tracks: self.question_set.tracks.iter().map(|&track| self.track(case, &profile, track)).collect(),
        }
    }

    fn area(&self, case: Case, profile: &Profile, area: AreaIx) -> KnownRange {
        let is_known = case.capabilities().any(|at| self.model.capability(at).area == area && !case.is_open(at));
        KnownRange { range: profile.area(area).map(|area| area.range), is_known }
    }

    fn track(&self, case: Case, profile: &Profile, track: TrackIx) -> KnownRange {
        let is_known = case.capabilities().any(|at| self.model.track_of(at) == track && !case.is_open(at));
        let floor = profile.tracks.iter().find(|one| one.track == track).and_then(|one| one.overall);
        KnownRange { range: floor, is_known }
    }
}
