//! The levels of many results, without the answers behind them. The rule is that of [`crate::scoring::levels`],
//! without its lists. What depends only on the questions is computed once.

use super::Standing;
use crate::model::answer::{Answer, Answers};
use crate::model::level::Level;
use crate::model::{AreaIx, CapabilityIx, Model, TrackIx, Weight};
use crate::scoring::case::QuestionSet;
use crate::scoring::levels::{Counting, Counts, highest_held, is_missing};
use crate::scoring::profile::{Fraction, Range};

/// The data that scoring needs about a questionnaire.
#[derive(Clone, Debug)]
pub struct Outline {
    questions: Vec<Question>,
    track_of_area: Vec<TrackIx>,
    /// The model's first track that is on and not optional; if all are optional, the first that is on.
    main_track: Option<TrackIx>,
    /// By the number of supporting practices of a level: the half points that it needs from them.
    needed: Vec<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Question {
    capability: CapabilityIx,
    area: AreaIx,
    /// The position of its level among [`Level::ASKED`].
    level: usize,
    weight: Weight,
}

/// The most supporting practices of any level of any area.
fn most_support(questions: &[Question]) -> usize {
    let is_like = |one: &Question, other: &&Question| {
        other.weight == Weight::Supporting && other.area == one.area && other.level == one.level
    };
    questions.iter().map(|one| questions.iter().filter(|other| is_like(one, other)).count()).max().unwrap_or_default()
}

/// A practice that the next level of an area asks for and that is answered no or partly.
pub struct Lacking {
    pub capability: CapabilityIx,
    pub is_no: bool,
    /// Whether it alone would lift the area by a level.
    pub lifts: bool,
}

impl Outline {
    pub fn new(model: &Model, question_set: &QuestionSet) -> Self {
        let question = |capability: CapabilityIx| {
            let about = model.capability(capability);
            let level = about.level.asked_index()?;
            Some(Question { capability, area: about.area, level, weight: about.weight })
        };
        let questions: Vec<Question> = question_set.capabilities(model).filter_map(question).collect();
        let is_on = |track: &TrackIx| question_set.tracks.contains(track);
        let main_track = model.track_ixs().filter(is_on).find(|&track| !model.track(track).optional);
        Self {
            track_of_area: model.areas().iter().map(|area| area.track).collect(),
            main_track: main_track.or_else(|| model.track_ixs().find(is_on)),
            needed: (0..=most_support(&questions)).map(|support| model.support().half_points_of(support)).collect(),
            questions,
        }
    }

    /// Counts by area and level.
    fn counts(&self, answers: &Answers, taking: Counting) -> Vec<[Counts; 4]> {
        let mut counts = vec![[Counts::default(); 4]; self.track_of_area.len()];
        for question in &self.questions {
            let answer = answers.get(question.capability);
            if answer != Some(Answer::NotApplicable) {
                let of_level = &mut counts[question.area.index()][question.level];
                of_level.add(question.weight, taking.half_points(answer));
            }
        }
        counts
    }

    fn held(&self, levels: &[Counts; 4]) -> [Option<bool>; 4] {
        levels.map(|counts| counts.held(self.needed[counts.support]))
    }

    /// The levels of a team with these answers.
    pub fn standing(&self, answers: &Answers) -> Standing {
        let mut areas = vec![None; self.track_of_area.len()];
        let (mut unknown_areas, mut overall, mut lowest_top) = (Vec::new(), None::<Range>, Level::TOP);
        let [as_answered, at_best] =
            [Counting::AsAnswered, Counting::OpenAsYes].map(|taking| self.counts(answers, taking));
        for (at, (levels, best)) in as_answered.iter().zip(&at_best).enumerate() {
            let held = self.held(levels);
            let Some(top) = Level::ASKED.into_iter().zip(held).rfind(|(_, held)| held.is_some()) else { continue };
            let range = Range { low: highest_held(held), high: highest_held(self.held(best)) };
            areas[at] = Some(range);
            if range.low == Level::ZERO && range.high == top.0 {
                unknown_areas.push(AreaIx::new(at));
            }
            if Some(self.track_of_area[at]) == self.main_track {
                let so_far = overall.unwrap_or(range);
                overall = Some(Range { low: so_far.low.min(range.low), high: so_far.high.min(range.high) });
                lowest_top = lowest_top.min(top.0);
            }
        }
        Standing {
            is_unknown: overall.is_some_and(|overall| overall.low == Level::ZERO && overall.high == lowest_top),
            overall,
            areas: areas.into(),
            unknown_areas: unknown_areas.into(),
            confidence: self.confidence(answers),
        }
    }

    /// The share of the main track answered yes, partly or no.
    fn confidence(&self, answers: &Answers) -> Fraction {
        let mut share = Fraction::default();
        for question in &self.questions {
            let answer = answers.get(question.capability);
            let is_main = Some(self.track_of_area[question.area.index()]) == self.main_track;
            if is_main && answer != Some(Answer::NotApplicable) {
                share.of += 1;
                share.part += usize::from(answer.is_some_and(Answer::is_known));
            }
        }
        share
    }

    /// What a team with these answers lacks for the next levels of its areas.
    pub fn lacking(&self, answers: &Answers) -> impl Iterator<Item = Lacking> {
        let counts = self.counts(answers, Counting::AsAnswered);
        let next: Vec<Option<usize>> = counts
            .iter()
            .map(|levels| {
                let held = self.held(levels);
                let reached = usize::from(highest_held(held).number());
                (reached..held.len()).find(|&level| held[level].is_some())
            })
            .collect();
        self.questions.iter().filter_map(move |question| {
            let level = next[question.area.index()].filter(|&level| level == question.level)?;
            let answer = answers.get(question.capability).filter(|one| one.is_lacking())?;
            Some(Lacking {
                capability: question.capability,
                is_no: answer == Answer::No,
                lifts: self.lifts(counts[question.area.index()][level], question.weight, answer.half_points()),
            })
        })
    }

    /// Whether a level would be met if one more of its practices were in place. If two essential ones are missing,
    /// neither is enough; if one is missing, no other practice is.
    fn lifts(&self, counts: Counts, weight: Weight, half_points: usize) -> bool {
        let short = counts.support_short(self.needed[counts.support]);
        match (counts.core_missing + counts.guards_missing, weight) {
            (0, Weight::Supporting) => half_points + short <= Answer::Yes.half_points(),
            (1, Weight::Core | Weight::Guard) => short == 0 && is_missing(weight, half_points),
            _ => false,
        }
    }
}
