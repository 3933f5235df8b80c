//! Several people's answers to the same questions: where they agree, where they differ, and the combined answers.
//!
//! Answers are shown by name only for people who gave a name. Spreads are whole numbers and compared exactly, so the
//! five widest do not depend on rounding.

use std::cmp::{Ordering, Reverse};

use crate::link::LinkContents;
use crate::model::answer::{Answer, Answers};
use crate::model::{CapabilityIx, Model};
use crate::order;
use crate::scoring::case::{QuestionSet, Scope};

/// The fewest people whose answers can be combined.
pub const LEAST: usize = 2;
/// The most people whose answers can be combined.
pub const MOST: usize = 50;
/// The number of questions to discuss first.
pub const FIRST: usize = 5;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respondent {
    /// Empty if no name was given.
    pub name: String,
    /// Empty if no role was given.
    pub role: String,
    /// The questions that the person was asked.
    pub question_set: QuestionSet,
    pub answers: Answers,
    /// The number of the answered invitation. People with the same number answered the same invitation.
    pub invitation: Option<u32>,
}

impl Respondent {
    /// The person whose answers are in a link.
    #[must_use]
    pub fn of_link(shared: LinkContents) -> Self {
        Self {
            name: shared.from.name,
            role: shared.from.role,
            question_set: shared.question_set,
            answers: shared.answers,
            invitation: shared.invitation,
        }
    }
}

/// Why people's answers cannot be combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CohortError {
    /// Fewer than [`LEAST`]. Contains the number of people.
    TooFew(usize),
    /// More than [`MOST`]. Contains the number of people.
    TooMany(usize),
}

/// How far answers differ: the population standard deviation of their points, divided by one half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The number of people who answered yes, partly or no; at least 1.
    pub answered: u32,
    /// The square of the spread times the square of `answered`, which is a whole number.
    scatter: u32,
}

impl Spread {
    /// The spread of these answers; `None` if nobody answered yes, partly or no.
    #[must_use]
    pub fn of(answers: impl IntoIterator<Item = Option<Answer>>) -> Option<Self> {
        let (mut answered, mut sum, mut squares) = (0, 0, 0);
        for halves in answers.into_iter().filter_map(halves) {
            answered += 1;
            sum += halves;
            squares += halves * halves;
        }
        // In half points, the deviation divided by one half is the deviation itself.
        (answered > 0).then(|| Self { answered, scatter: answered * squares - sum * sum })
    }

    /// Whether all people who answered gave the same answer.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.scatter == 0
    }

    /// Compares two spreads exactly.
    #[must_use]
    pub fn cmp_width(self, other: Self) -> Ordering {
        let square = |answered: u32| u64::from(answered) * u64::from(answered);
        let left = u64::from(self.scatter) * square(other.answered);
        left.cmp(&(u64::from(other.scatter) * square(self.answered)))
    }

    /// In hundredths, 0..=100, rounded to the nearest. For people to read; compare by [`Self::cmp_width`].
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        // Twice the hundredths, rounded down; half of that, rounded up, is the nearest hundredth.
        let doubled = (40_000 * self.scatter as u64 / (self.answered as u64 * self.answered as u64)).isqrt();
        (doubled as u32).div_ceil(2)
    }
}

/// The half points of an answer that has points.
fn halves(answer: Option<Answer>) -> Option<u32> {
    match answer {
        Some(Answer::Yes) => Some(2),
        Some(Answer::Partly) => Some(1),
        Some(Answer::No) => Some(0),
        Some(Answer::Unknown | Answer::NotApplicable) | None => None,
    }
}

/// The combined answer of the people who were asked: "not applicable" if more than half of those who answered gave
/// it; "don't know" if fewer than half of all answered yes, partly or no; else the lower median, which is always an
/// answer that a person gave. `None` if nobody answered.
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

/// The answer that people agreed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedAnswer {
    pub answer: Answer,
    /// Why they agreed on it.
    pub note: String,
}

/// People's answers to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    pub capability: CapabilityIx,
    /// The number of people who gave each answer, in the order of [`Answer::ALL`].
    pub tally: [usize; Answer::ALL.len()],
    /// The number of people who were asked and did not answer.
    pub silent: usize,
    /// `None` if nobody answered yes, partly or no.
    pub spread: Option<Spread>,
    pub combined: Option<Answer>,
}

impl Agreement {
    /// Whether there is something to discuss: answers differ, or too few people know.
    #[must_use]
    pub fn is_open_to_discussion(&self) -> bool {
        self.combined == Some(Answer::Unknown) || self.spread.is_some_and(|spread| !spread.is_none())
    }
}

/// The answers of one role to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleView<'a> {
    /// The role as the first person with it wrote it.
    pub role: &'a str,
    /// The number of people with this role.
    pub people: usize,
    pub spread: Option<Spread>,
    pub combined: Option<Answer>,
}

/// Several people's answers to one questionnaire.
#[derive(Clone, Debug)]
pub struct Cohort<'m> {
    model: &'m Model,
    question_set: QuestionSet,
    respondents: Vec<Respondent>,
    agreed: Vec<Option<AgreedAnswer>>,
}

impl<'m> Cohort<'m> {
    /// Combines people's answers. The questions are those that at least one person was asked.
    ///
    /// # Errors
    ///
    /// There are fewer than [`LEAST`] or more than [`MOST`] people.
    pub fn new(model: &'m Model, respondents: Vec<Respondent>) -> Result<Self, CohortError> {
        match respondents.len() {
            few if few < LEAST => return Err(CohortError::TooFew(few)),
            many if many > MOST => return Err(CohortError::TooMany(many)),
            _ => {}
        }
        let asked = |asks: &dyn Fn(&QuestionSet) -> bool| respondents.iter().any(|one| asks(&one.question_set));
        let scope = if asked(&|one| one.scope == Scope::Full) { Scope::Full } else { Scope::Essentials };
        let tracks = model.track_ixs().filter(|track| asked(&|one| one.tracks.contains(track))).collect();
        let agreed = vec![None; model.capabilities().len()];
        Ok(Self { model, question_set: QuestionSet { scope, tracks }, respondents, agreed })
    }

    /// The widest question set, and every track that at least one person was asked about.
    #[must_use]
    pub const fn question_set(&self) -> &QuestionSet {
        &self.question_set
    }

    #[must_use]
    pub const fn model(&self) -> &'m Model {
        self.model
    }

    /// The people, in the order in which they were added.
    #[must_use]
    pub fn respondents(&self) -> &[Respondent] {
        &self.respondents
    }

    /// The answers to a question of the people who were asked it.
    fn given(&self, at: CapabilityIx) -> impl Iterator<Item = (&Respondent, Option<Answer>)> {
        let asked = move |one: &&Respondent| one.question_set.asks(self.model, at);
        self.respondents.iter().filter(asked).map(move |one| (one, one.answers.get(at)))
    }

    /// People's answers to one question.
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

    /// People's answers to all questions, in the model's order.
    #[must_use]
    pub fn agreements(&self) -> Vec<Agreement> {
        self.question_set.capabilities(self.model).map(|at| self.agreement(at)).collect()
    }

    /// The questions to discuss first: at most [`FIRST`] of those that are [open to discussion](Self::to_discuss),
    /// without those with an agreed answer.
    #[must_use]
    pub fn discuss_first(&self) -> Vec<Agreement> {
        let open = self.to_discuss().into_iter().filter(|one| self.agreed(one.capability).is_none());
        open.take(FIRST).collect()
    }

    /// The number of combined answers that are open to discussion, without those with an agreed answer.
    #[must_use]
    pub fn open_to_discussion(&self) -> usize {
        self.to_discuss().iter().filter(|one| self.agreed(one.capability).is_none()).count()
    }

    /// The questions that are open to discussion, the widest spread first, those that too few people know last. Equal
    /// ones are ordered by the number of answers, then essential ones first, then in the model's order. Questions with
    /// an agreed answer are included, so that the order stays during a discussion.
    #[must_use]
    pub fn to_discuss(&self) -> Vec<Agreement> {
        let mut open = self.agreements();
        open.retain(Agreement::is_open_to_discussion);
        order::sort_by(&mut open, |one, other| {
            let width = match (one.spread, other.spread) {
                (Some(left), Some(right)) => right.cmp_width(left),
                (left, right) => right.is_some().cmp(&left.is_some()),
            };
            let rest = |one: &Agreement| {
                let answered = one.spread.map_or(0, |spread| spread.answered);
                (Reverse(answered), !self.model.capability(one.capability).is_essential(), one.capability)
            };
            width.then_with(|| rest(one).cmp(&rest(other)))
        });
        open
    }

    /// The roles in the order in which they were given. Roles that differ only in case are one.
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

    /// The answers of each role to a question, without roles that were not asked it.
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

    /// The answers to a question by name, of people who gave a name.
    #[must_use]
    pub fn said(&self, at: CapabilityIx) -> Vec<(&str, Option<Answer>)> {
        let named = self.given(at).map(|(one, answer)| (one.name.trim(), answer));
        named.filter(|(name, _)| !name.is_empty()).collect()
    }

    /// Sets the agreed answer to a question, with a note on why.
    pub fn agree(&mut self, at: CapabilityIx, answer: Answer, note: impl Into<String>) {
        if let Some(agreed) = self.agreed.get_mut(at.index()) {
            *agreed = Some(AgreedAnswer { answer, note: note.into() });
        }
    }

    /// Removes an agreed answer, so that the combined answer counts again.
    pub fn reopen(&mut self, at: CapabilityIx) {
        if let Some(agreed) = self.agreed.get_mut(at.index()) {
            *agreed = None;
        }
    }

    /// The agreed answer to a question, if any.
    #[must_use]
    pub fn agreed(&self, at: CapabilityIx) -> Option<&AgreedAnswer> {
        self.agreed.get(at.index())?.as_ref()
    }

    /// The result of all: the agreed answers, and the combined answers to all other questions.
    #[must_use]
    pub fn answers(&self) -> Answers {
        let mut answers = Answers::none(self.model);
        for one in self.agreements() {
            let agreed = self.agreed(one.capability);
            answers.set(one.capability, agreed.map(|agreed| agreed.answer).or(one.combined));
        }
        answers
    }
}
