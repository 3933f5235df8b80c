//! The questionnaire as checked data: a [`Model`] always satisfies every rule.
//!
//! The built-in model and an organisation's own are read in the same way: a
//! [`QuestionsDraft`](crate::model::draft::QuestionsDraft) is checked, and only
//! [`QuestionsDraft::check`](crate::model::draft::QuestionsDraft::check) makes a `Model`. References are positions
//! ([`CapabilityIx`] and others), so that a lookup cannot fail. They are valid only for the model that they came
//! from.

pub mod answer;
mod details;
pub mod draft;
pub mod file;
pub mod guidance;
pub mod level;
pub mod support;
pub mod texts;

use self::answer::Answer;
use self::level::Level;
use self::support::Support;
use self::texts::Texts;

macro_rules! position {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(usize);

        impl $name {
            pub(crate) const fn new(index: usize) -> Self {
                Self(index)
            }

            /// The position in the model's list.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0
            }
        }
    };
}

position! {
    /// The index of a capability of a model.
    CapabilityIx
}
position! {
    /// The index of an area of a model.
    AreaIx
}
position! {
    /// The index of a track of a model.
    TrackIx
}
position! {
    /// The index of a lens of a model.
    LensIx
}
position! {
    /// The index of a stage of a model.
    StageIx
}

/// A capability's permanent number, which links contain. It is never used for another capability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CapabilityKey(pub(crate) u16);

impl CapabilityKey {
    /// 0..=65535.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

/// A work that the model is based on.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Work {
    pub title: String,
    /// The address of its text.
    pub address: String,
    /// The licence, as far as known.
    pub licence: String,
}

/// The sources of the model.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Source {
    /// The work with the levels and areas.
    pub main: Work,
    /// Which part is the source's, and which was added by the authors of the model.
    pub note: String,
    /// All other works.
    pub also: Vec<Work>,
}

/// The texts of a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelText {
    pub level: Level,
    pub name: String,
    /// One sentence on the level.
    pub summary: String,
    /// When the level pays off, in one sentence. Not every team needs the highest level.
    pub pays_off: Option<String>,
}

/// A view of capabilities across areas: people, processes, technology.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The permanent id in files.
    pub id: String,
    pub title: String,
}

/// A group of areas with an overall level: MLOps, GenAIOps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// The permanent id in files and addresses.
    pub id: String,
    pub title: String,
    /// Whether it is off unless a team turns it on.
    pub optional: bool,
}

/// A part of the work with a level of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// The permanent id in files and addresses.
    pub id: String,
    pub track: TrackIx,
    pub title: String,
    /// Why the area matters.
    pub why: String,
    /// When the whole area does not apply, as a sentence; `None` for areas that always apply.
    pub skip_if: Option<String>,
}

/// A stage of the lifecycle, from collecting data to reacting to production.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The permanent id in files.
    pub id: String,
    pub title: String,
}

/// A manual task that a capability makes unnecessary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManualTask {
    /// The stage that it belongs to.
    pub stage: StageIx,
    /// What a person does, in a team's words.
    pub task: String,
}

/// How much a capability counts in its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// The level cannot be reached unless it is in place.
    Core,
    /// It detects, stops or reverses harm. The level cannot be reached unless it is at least partly in place.
    Guard,
    /// The level needs a share of all of these.
    Supporting,
}

impl Weight {
    /// In the order in which a level asks for them.
    pub const ALL: [Self; 3] = [Self::Core, Self::Guard, Self::Supporting];

    /// The word in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Guard => "guard",
            Self::Supporting => "supporting",
        }
    }

    /// The weight with this word in files.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|weight| weight.word() == word)
    }

    /// Whether the essentials include it.
    #[must_use]
    pub const fn is_essential(self) -> bool {
        matches!(self, Self::Core | Self::Guard)
    }
}

/// An estimate of work, in person-days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Effort {
    /// The lowest estimate.
    pub min: u32,
    /// The highest estimate.
    pub max: u32,
}

/// The step that puts a capability in place.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Next {
    /// The step as an instruction.
    pub action: String,
    /// What exists afterwards.
    pub deliverable: String,
    /// How to see that it is done.
    pub done_when: String,
    /// The effort for the first model.
    pub effort: Effort,
    /// The effort for each further model.
    pub per_model: Effort,
}

/// A practice that a level asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capability {
    /// The permanent number in links.
    pub key: CapabilityKey,
    /// The permanent id in files.
    pub id: String,
    /// Two to five words. Without a title, the question is used.
    pub title: Option<String>,
    /// The area that it counts for.
    pub area: AreaIx,
    /// The lowest level that asks for it, 1..=4.
    pub level: Level,
    pub lens: LensIx,
    /// How much it counts in its level.
    pub weight: Weight,
    pub question: String,
    /// An explanation of the question.
    pub help: String,
    pub evidence: Vec<String>,
    /// Tools that are often used for it: examples only, at most three.
    pub examples: Vec<String>,
    /// The capabilities that it depends on.
    pub needs: Vec<CapabilityIx>,
    /// The manual task that it makes unnecessary.
    pub manual: Option<ManualTask>,
    /// The source of the question.
    pub basis: String,
    /// The step that puts it in place.
    pub next: Next,
}

/// A capability that no longer exists. Links store answers by position in the list of all keys ever used, so it keeps
/// its position there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retired {
    /// Its key, which is never used again.
    pub key: CapabilityKey,
    /// Whether the essentials included it.
    pub essential: bool,
    /// Its track.
    pub track: TrackIx,
}

impl Capability {
    /// Whether the essentials include it.
    #[must_use]
    pub const fn is_essential(&self) -> bool {
        self.weight.is_essential()
    }

    /// The title, or the question if there is no title.
    #[must_use]
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.question)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A question has one of these answers.
    Is {
        capability: CapabilityIx,
        /// The answers that satisfy the condition.
        answers: Vec<Answer>,
    },
    /// At least one of these holds.
    Any(Vec<Condition>),
}

/// A combination of answers that do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The permanent id in files.
    pub id: String,
    pub title: String,
    /// All of these have to hold.
    pub when: Vec<Condition>,
    /// Why the combination matters.
    pub why: String,
    /// What to do, in one sentence.
    pub advice: String,
    /// The capabilities that resolve it, in order.
    pub remedy: Vec<CapabilityIx>,
    /// The source of the pattern.
    pub basis: String,
}

/// How well the questions cover a line of another model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// The questions ask the same.
    Full,
    /// The questions ask only a part of it.
    Weak,
    /// No question asks it.
    None,
}

/// A line of another model beside this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrosswalkRow {
    /// Its name in the other model.
    pub name: String,
    /// Its section in the other model, if there are sections.
    pub group: Option<String>,
    /// How it relates to the levels of this model.
    pub relates: String,
    /// The capabilities that decide it.
    pub capabilities: Vec<CapabilityIx>,
    /// How well these cover it.
    pub cover: Cover,
}

/// Another maturity model, line by line beside this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crosswalk {
    /// The permanent id in files.
    pub id: String,
    pub title: String,
    /// The address of its text.
    pub address: String,
    /// How it relates to this model as a whole.
    pub note: String,
    pub rows: Vec<CrosswalkRow>,
}

/// A checked questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    pub(crate) id: String,
    pub(crate) revision: u32,
    pub(crate) title: String,
    pub(crate) language: String,
    pub(crate) support: Support,
    pub(crate) source: Source,
    pub(crate) levels: Vec<LevelText>,
    pub(crate) lenses: Vec<Lens>,
    pub(crate) tracks: Vec<Track>,
    pub(crate) areas: Vec<Area>,
    pub(crate) stages: Vec<Stage>,
    pub(crate) capabilities: Vec<Capability>,
    pub(crate) retired: Vec<Retired>,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) crosswalk: Vec<Crosswalk>,
    pub(crate) texts: Texts,
}

macro_rules! lists {
    ($($list:ident: $item:ty),* $(,)?) => {
        $(
            #[doc = concat!("Its ", stringify!($list), ", in the model's order.")]
            #[must_use]
            pub fn $list(&self) -> &[$item] {
                &self.$list
            }
        )*
    };
}

macro_rules! lookups {
    ($($one:ident, $all:ident, $list:ident: $ix:ident => $item:ty);* $(;)?) => {
        $(
            #[doc = concat!("One of its ", stringify!($list), ". The position must come from this model.")]
            #[must_use]
            pub fn $one(&self, at: $ix) -> &$item {
                &self.$list[at.index()]
            }

            #[doc = concat!("The positions of its ", stringify!($list), ", in the model's order.")]
            pub fn $all(&self) -> impl DoubleEndedIterator<Item = $ix> + ExactSizeIterator + use<> {
                (0..self.$list.len()).map($ix::new)
            }
        )*
    };
}

impl Model {
    /// The permanent id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether it is the one of this page, not an organisation's own.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.id == "mlops"
    }

    /// Whether its guidance is loaded: next steps, patterns, other models, sources. The questions of the built-in
    /// model are loaded first, from a separate file.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.source.main.title.is_empty()
    }

    /// The number of its edition.
    #[must_use]
    pub const fn revision(&self) -> u32 {
        self.revision
    }

    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The language of its texts (BCP 47).
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The share of supporting points that a level needs.
    #[must_use]
    pub const fn support(&self) -> &Support {
        &self.support
    }

    #[must_use]
    pub const fn source(&self) -> &Source {
        &self.source
    }

    lists! {
        levels: LevelText,
        lenses: Lens,
        tracks: Track,
        areas: Area,
        stages: Stage,
        capabilities: Capability,
        retired: Retired,
        patterns: Pattern,
        crosswalk: Crosswalk,
    }

    lookups! {
        capability, capability_ixs, capabilities: CapabilityIx => Capability;
        area, area_ixs, areas: AreaIx => Area;
        track, track_ixs, tracks: TrackIx => Track;
        lens, lens_ixs, lenses: LensIx => Lens;
        stage, stage_ixs, stages: StageIx => Stage;
    }

    /// The texts around the questions.
    #[must_use]
    pub const fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The texts of a level.
    #[must_use]
    pub fn level_text(&self, level: Level) -> &LevelText {
        &self.levels[usize::from(level.number())]
    }

    /// The capability with this id.
    #[must_use]
    pub fn find_capability(&self, id: &str) -> Option<CapabilityIx> {
        self.capability_ixs().find(|&at| self.capability(at).id == id)
    }

    /// The area with this id.
    #[must_use]
    pub fn find_area(&self, id: &str) -> Option<AreaIx> {
        self.area_ixs().find(|&at| self.area(at).id == id)
    }

    /// The track with this id.
    #[must_use]
    pub fn find_track(&self, id: &str) -> Option<TrackIx> {
        self.track_ixs().find(|&at| self.track(at).id == id)
    }

    /// The track that a capability's area belongs to.
    #[must_use]
    pub fn track_of(&self, capability: CapabilityIx) -> TrackIx {
        self.area(self.capability(capability).area).track
    }
}
