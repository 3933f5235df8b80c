//! Teams and cases for tests, in three lines where a test would otherwise need thirty.
#![allow(dead_code, clippy::unwrap_used, missing_docs)]

pub mod links;
pub mod small;
pub mod teams;

use std::sync::OnceLock;

use mlops_core::advice::patterns::fired_patterns;
use mlops_core::assessment::Assessment;
use mlops_core::model::answer::{Answer, Answers};
use mlops_core::model::file::read;
use mlops_core::model::level::Level;
use mlops_core::model::{CapabilityIx, Model};
use mlops_core::report::Subject;
use mlops_core::scoring::case::{Case, QuestionSet, Scope};
use mlops_core::scoring::profile::{Profile, profile_of};
use proptest::prelude::*;

/// The file of the built-in questionnaire, packed from `content/` as the build does.
pub fn json() -> &'static str {
    static JSON: OnceLock<String> = OnceLock::new();
    JSON.get_or_init(|| mlops_content::checked(mlops_content::folder()).unwrap())
}

pub fn built_in() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| read(json()).unwrap())
}

/// The answers of a team, and what it was asked.
#[derive(Clone, Debug)]
pub struct Team {
    pub model: &'static Model,
    pub question_set: QuestionSet,
    pub answers: Answers,
}

impl Team {
    /// A team without answers.
    pub fn new(scope: Scope) -> Self {
        let model = built_in();
        Self { model, question_set: QuestionSet::of(model, scope), answers: Answers::none(model) }
    }

    /// A team without answers, with every track on.
    pub fn with_all_tracks(scope: Scope) -> Self {
        let mut team = Self::new(scope);
        team.question_set.tracks = team.model.track_ixs().collect();
        team
    }

    /// Yes up to a level, no above it.
    pub fn balanced(mut self, level: u8) -> Self {
        for at in self.model.capability_ixs() {
            let has = self.model.capability(at).level <= Level::new(level).unwrap();
            self.answers.set(at, Some(if has { Answer::Yes } else { Answer::No }));
        }
        self
    }

    /// With one answer changed.
    #[track_caller]
    pub fn saying(mut self, id: &str, answer: impl Into<Option<Answer>>) -> Self {
        let at = self.at(id);
        self.answers.set(at, answer.into());
        self
    }

    #[track_caller]
    pub fn at(&self, id: &str) -> CapabilityIx {
        self.model.find_capability(id).unwrap()
    }

    pub fn case(&self) -> Case<'_> {
        Case::new(self.model, &self.question_set, &self.answers)
    }

    pub fn profile(&self) -> Profile {
        profile_of(self.case())
    }

    /// Calls `look` with this team as the subject of a report, without a title or a link.
    pub fn with_subject<T>(&self, assessment: Option<&Assessment>, look: impl FnOnce(&Subject) -> T) -> T {
        let case = self.case();
        look(&Subject {
            title: "",
            day: links::day(),
            case,
            profile: &self.profile(),
            patterns: &fired_patterns(case),
            assessment,
            link: None,
            is_from_link: false,
        })
    }

    /// The level of an area in words.
    #[track_caller]
    pub fn level(&self, area: &str) -> String {
        let profile = self.profile();
        mlops_core::words::level(profile.area(self.model.find_area(area).unwrap()).unwrap())
    }

    /// The lowest and the highest level of an area.
    #[track_caller]
    pub fn range(&self, area: &str) -> (u8, u8) {
        let profile = self.profile();
        let range = profile.area(self.model.find_area(area).unwrap()).unwrap().range;
        (range.low.number(), range.high.number())
    }
}

fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        Just(None),
        Just(Some(Answer::Yes)),
        Just(Some(Answer::Partly)),
        Just(Some(Answer::No)),
        Just(Some(Answer::Unknown)),
        Just(Some(Answer::NotApplicable)),
    ]
}

/// Mostly yes, so that levels above 0 are reached.
fn mostly_yes() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![8 => Just(Some(Answer::Yes)), 2 => any_answer()]
}

/// Often yes, or any answer.
pub fn mostly_yes_or_any() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![Just(Some(Answer::Yes)), any_answer()]
}

/// Any answers, for any question set.
pub fn any_team() -> impl Strategy<Value = Team> {
    let count = Team::new(Scope::Full).model.capabilities().len();
    let answers = prop_oneof![prop::collection::vec(any_answer(), count), prop::collection::vec(mostly_yes(), count)];
    (answers, any::<bool>(), any::<bool>()).prop_map(|(given, is_full, is_genai_on)| {
        let scope = if is_full { Scope::Full } else { Scope::Essentials };
        let mut team = if is_genai_on { Team::with_all_tracks(scope) } else { Team::new(scope) };
        for (at, answer) in team.model.capability_ixs().zip(given) {
            team.answers.set(at, answer);
        }
        team
    })
}
