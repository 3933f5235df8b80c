//! Several people's answers to the same questions: where they agree, where they do not, and what they say together.
//!
//! Who said what is told only of those who gave a name. Spreads are kept as whole numbers and compared exactly: which five
//! come first does not depend on rounding.

use std::cmp::{Ordering, Reverse};

use crate::link::Shared;
use crate::model::answer::{Answer, Answers};
use crate::model::{CapabilityIx, Model};
use crate::order;
use crate::scoring::case::{Questionnaire, Scope};

/// The fewest people between whom there is agreement or not.
pub const LEAST: usize = 2;
/// The most people that one page gathers.
pub const MOST: usize = 50;
/// How many questions are worth talking about first.
pub const FIRST: usize = 5;

/// One person's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respondent {
    /// Who it is; empty where no name was given.
    pub name: String,
    /// What the person does; empty where no role was given.
    pub role: String,
    /// Which questions the person was asked.
    pub questionnaire: Questionnaire,
    /// What the person answered.
    pub answers: Answers,
    /// The number of the invitation that was answered: what carries the same belongs together.
    pub invitation: Option<u32>,
}

impl Respondent {
    /// The person whose answers a link holds.
    #[must_use]
    pub fn of_link(shared: Shared) -> Self {
        Self {
            name: shared.from.name,
            role: shared.from.role,
            questionnaire: shared.questionnaire,
            answers: shared.answers,
            invitation: shared.invitation,
        }
    }
}

/// Why people's answers were not put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CohortError {
    /// Fewer than [`LEAST`]; with how many.
    TooFew(usize),
    /// More than [`MOST`]; with how many.
    TooMany(usize),
}

/// How far answers lie apart: the population standard deviation of their points, divided by one half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// How many answered yes, partly or no; at least 1.
    pub answered: u32,
    /// The square of the spread, times the square of `answered`: a whole number.
    scatter: u32,
}

impl Spread {
    /// The spread of these answers; none where nobody answered yes, partly or no.
    #[must_use]
    pub fn of(answers: impl IntoIterator<Item = Option<Answer>>) -> Option<Self> {
        let (mut answered, mut sum, mut squares) = (0, 0, 0);
        for halves in answers.into_iter().filter_map(halves) {
            answered += 1;
            sum += halves;
            squares += halves * halves;
        }
        // In half points the deviation divided by one half is the deviation itself.
        (answered > 0).then(|| Self { answered, scatter: answered * squares - sum * sum })
    }

    /// Whether all who answered said the same.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.scatter == 0
    }

    /// Which of two lies further apart, exactly.
    #[must_use]
    pub fn cmp_width(self, other: Self) -> Ordering {
        let square = |answered: u32| u64::from(answered) * u64::from(answered);
        let left = u64::from(self.scatter) * square(other.answered);
        left.cmp(&(u64::from(other.scatter) * square(self.answered)))
    }

    /// In hundredths, 0..=100, to the nearest: for people to read, never to compare.
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        // Twice the hundredths, rounded down; then half of that, rounded to the nearest.
        let doubled = (40_000 * self.scatter as u64 / (self.answered as u64 * self.answered as u64)).isqrt();
        (doubled as u32).div_ceil(2)
    }
}

/// Points in halves of an answer that has points.
fn halves(answer: Option<Answer>) -> Option<u32> {
    match answer {
        Some(Answer::Yes) => Some(2),
        Some(Answer::Partly) => Some(1),
        Some(Answer::No) => Some(0),
        Some(Answer::Unknown | Answer::NotApplicable) | None => None,
    }
}

/// The combined answer of those who were asked: "not applicable" where more than half of those who answered said so; "don't know"
/// where fewer than half said yes, partly or no; else the lower median, which is always an answer that somebody gave. None where
/// nobody answered.
#[must_use]
pub fn combined(answers: impl IntoIterator<Item = Option<Answer>>) -> Option<Answer> {
    let answers: Vec<Option<Answer>> = answers.into_iter().collect();
    let given: Vec<Answer> = answers.iter().copied().flatten().collect();
    if given.is_empty() {
        return None;
    }
    let not_applicable = given.iter().filter(|&&answer| answer == Answer::NotApplicable).count();
    if 2 * not_applicable > given.len() {
        return Some(Answer::NotApplicable);
    }
    let mut points: Vec<u32> = given.iter().filter_map(|&answer| halves(Some(answer))).collect();
    order::sort(&mut points);
    let Some(last) = points.len().checked_sub(1).filter(|_| 2 * points.len() >= answers.len()) else {
        return Some(Answer::Unknown);
    };
    Some(match points[last / 2] {
        0 => Answer::No,
        1 => Answer::Partly,
        _ => Answer::Yes,
    })
}

/// An answer that was settled in the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// What it is.
    pub answer: Answer,
    /// Why.
    pub note: String,
}

/// What people said of one capability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Which capability.
    pub capability: CapabilityIx,
    /// How many gave each answer, in the order of [`Answer::ALL`].
    pub tally: [usize; 5],
    /// How many were asked and gave none.
    pub silent: usize,
    /// How far they lie apart; none where nobody said yes, partly or no.
    pub spread: Option<Spread>,
    /// What they say together.
    pub combined: Option<Answer>,
}

impl Agreement {
    /// Whether there is something to talk about: answers differ, or too few people know.
    #[must_use]
    pub fn is_open_to_discussion(&self) -> bool {
        self.combined == Some(Answer::Unknown) || self.spread.is_some_and(|spread| !spread.is_none())
    }
}

/// What one role said of a capability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleView<'a> {
    /// The role, as the first who has it wrote it.
    pub role: &'a str,
    /// How many have it.
    pub people: usize,
    /// How far they lie apart.
    pub spread: Option<Spread>,
    /// What they say together.
    pub combined: Option<Answer>,
}

/// Several people's answers to one questionnaire.
#[derive(Clone, Debug)]
pub struct Cohort<'m> {
    model: &'m Model,
    questionnaire: Questionnaire,
    respondents: Vec<Respondent>,
    settled: Vec<Option<Settled>>,
}

impl<'m> Cohort<'m> {
    /// Puts people's answers together. Asked is what at least one of them was asked.
    ///
    /// # Errors
    ///
    /// Fewer than [`LEAST`] or more than [`MOST`] people.
    pub fn new(model: &'m Model, respondents: Vec<Respondent>) -> Result<Self, CohortError> {
        match respondents.len() {
            few if few < LEAST => return Err(CohortError::TooFew(few)),
            many if many > MOST => return Err(CohortError::TooMany(many)),
            _ => {}
        }
        let asked = |asks: &dyn Fn(&Questionnaire) -> bool| respondents.iter().any(|one| asks(&one.questionnaire));
        let scope = if asked(&|one| one.scope == Scope::Full) { Scope::Full } else { Scope::Essentials };
        let tracks = model.track_ixs().filter(|track| asked(&|one| one.tracks.contains(track))).collect();
        let settled = vec![None; model.capabilities().len()];
        Ok(Self { model, questionnaire: Questionnaire { scope, tracks }, respondents, settled })
    }

    /// What is asked: the widest scope, and every track that somebody had on.
    #[must_use]
    pub const fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// The model.
    #[must_use]
    pub const fn model(&self) -> &'m Model {
        self.model
    }

    /// The people, in the order in which they came.
    #[must_use]
    pub fn respondents(&self) -> &[Respondent] {
        &self.respondents
    }

    /// Their answers to a question; of those who were asked it.
    fn given(&self, at: CapabilityIx) -> impl Iterator<Item = (&Respondent, Option<Answer>)> {
        let asked = move |one: &&Respondent| one.questionnaire.asks(self.model, at);
        self.respondents.iter().filter(asked).map(move |one| (one, one.answers.get(at)))
    }

    /// What people said of one capability.
    #[must_use]
    pub fn agreement(&self, at: CapabilityIx) -> Agreement {
        let answers: Vec<Option<Answer>> = self.given(at).map(|(_, answer)| answer).collect();
        Agreement {
            capability: at,
            tally: Answer::ALL.map(|one| answers.iter().filter(|&&answer| answer == Some(one)).count()),
            silent: answers.iter().filter(|answer| answer.is_none()).count(),
            spread: Spread::of(answers.iter().copied()),
            combined: combined(answers),
        }
    }

    /// What people said of everything asked, in the model's order.
    #[must_use]
    pub fn agreements(&self) -> Vec<Agreement> {
        self.questionnaire.capabilities(self.model).map(|at| self.agreement(at)).collect()
    }

    /// What to talk about first: at most [`FIRST`] of the questions on which people [differ](Self::differing). What is
    /// settled is left out.
    #[must_use]
    pub fn talk_first(&self) -> Vec<Agreement> {
        let open = self.differing().into_iter().filter(|one| self.settled(one.capability).is_none());
        open.take(FIRST).collect()
    }

    /// How many combined answers are open to discussion; those that were settled are not.
    #[must_use]
    pub fn open_to_discussion(&self) -> usize {
        let is_open = |one: &Agreement| one.is_open_to_discussion() && self.settled(one.capability).is_none();
        self.agreements().iter().filter(|one| is_open(one)).count()
    }

    /// The questions on which people differ, the widest spread first; of equal ones those that more people answered, then
    /// the essential ones, then the model's order. Settled or not: the order stays while they talk.
    #[must_use]
    pub fn differing(&self) -> Vec<Agreement> {
        let mut differing: Vec<(Spread, Agreement)> = self
            .agreements()
            .into_iter()
            .filter_map(|one| Some((one.spread.filter(|spread| !spread.is_none())?, one)))
            .collect();
        order::sort_by(&mut differing, |(left, one), (right, other)| {
            let rest = |spread: &Spread, one: &Agreement| {
                (Reverse(spread.answered), !self.model.capability(one.capability).is_essential(), one.capability)
            };
            right.cmp_width(*left).then_with(|| rest(left, one).cmp(&rest(right, other)))
        });
        differing.into_iter().map(|(_, one)| one).collect()
    }

    /// The roles that were given, in the order in which they came. How a role is capitalised makes no other one of it.
    #[must_use]
    pub fn roles(&self) -> Vec<&str> {
        let mut roles: Vec<&str> = Vec::new();
        for role in self.respondents.iter().map(|one| one.role.trim()).filter(|role| !role.is_empty()) {
            if !roles.iter().any(|known| known.eq_ignore_ascii_case(role)) {
                roles.push(role);
            }
        }
        roles
    }

    /// What each role said of a capability; roles that were not asked it are left out.
    #[must_use]
    pub fn by_role(&self, at: CapabilityIx) -> Vec<RoleView<'_>> {
        let view = |role| {
            let has = |one: &Respondent| one.role.trim().eq_ignore_ascii_case(role);
            let answers: Vec<_> = self.given(at).filter(|(one, _)| has(one)).map(|(_, answer)| answer).collect();
            let people = answers.len();
            let spread = Spread::of(answers.iter().copied());
            (people > 0).then(|| RoleView { role, people, spread, combined: combined(answers) })
        };
        self.roles().into_iter().filter_map(view).collect()
    }

    /// Who said what of a capability: only those who gave a name.
    #[must_use]
    pub fn said(&self, at: CapabilityIx) -> Vec<(&str, Option<Answer>)> {
        let named = self.given(at).map(|(one, answer)| (one.name.trim(), answer));
        named.filter(|(name, _)| !name.is_empty()).collect()
    }

    /// Settles an answer, with a note why.
    pub fn settle(&mut self, at: CapabilityIx, answer: Answer, note: impl Into<String>) {
        if let Some(settled) = self.settled.get_mut(at.index()) {
            *settled = Some(Settled { answer, note: note.into() });
        }
    }

    /// Takes a settled answer back: the combined view stands again.
    pub fn unsettle(&mut self, at: CapabilityIx) {
        if let Some(settled) = self.settled.get_mut(at.index()) {
            *settled = None;
        }
    }

    /// The settled answer to a question.
    #[must_use]
    pub fn settled(&self, at: CapabilityIx) -> Option<&Settled> {
        self.settled.get(at.index())?.as_ref()
    }

    /// What they say together: what was settled, else the combined view.
    #[must_use]
    pub fn answers(&self) -> Answers {
        let mut answers = Answers::none(self.model);
        for one in self.agreements() {
            let settled = self.settled(one.capability);
            answers.set(one.capability, settled.map(|settled| settled.answer).or(one.combined));
        }
        answers
    }
}
