//! The questionnaire as checked data: whoever holds a [`Model`] holds one that keeps every rule.
//!
//! The built-in model and a host's own come in the same way: a [`Draft`](crate::model::draft::Draft) is checked, and only
//! [`Draft::check`](crate::model::draft::Draft::check) makes a `Model`. References are positions ([`CapabilityIx`] and its
//! like), so that a lookup cannot fail; they belong to the model that gave them.

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

            /// Its position in the model's list.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0
            }
        }
    };
}

position! {
    /// Which of a model's capabilities.
    CapabilityIx
}
position! {
    /// Which of a model's areas.
    AreaIx
}
position! {
    /// Which of a model's tracks.
    TrackIx
}
position! {
    /// Which of a model's lenses.
    LensIx
}
position! {
    /// Which of a model's lifecycle stages.
    StageIx
}

/// A capability's permanent small number: what links store. Never given to another capability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub(crate) u16);

impl Key {
    /// The number itself, 0..=65535.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

/// A work the model is based on, with where it is and under which licence.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Work {
    /// Its title.
    pub title: String,
    /// Where it can be read.
    pub address: String,
    /// Its licence as far as known.
    pub licence: String,
}

/// What the model is based on.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Source {
    /// The work whose levels and areas it takes over.
    pub main: Work,
    /// What is the source's and what was placed by the model's authors.
    pub note: String,
    /// Everything else it leans on.
    pub also: Vec<Work>,
}

/// The name of a level, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelText {
    /// Which level.
    pub level: Level,
    /// Its name.
    pub name: String,
    /// One sentence on it.
    pub summary: String,
    /// When it pays to be there, in one sentence: a target is chosen, not assumed.
    pub pays_off: Option<String>,
}

/// A way of looking at a capability: people, processes, technology.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// Permanent name in files.
    pub id: String,
    /// What a person reads.
    pub title: String,
}

/// A set of areas with an overall level of its own: MLOps, GenAIOps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Permanent name in files and addresses.
    pub id: String,
    /// What a person reads.
    pub title: String,
    /// Whether it is off unless switched on.
    pub optional: bool,
}

/// A part of the work that gets a level of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Permanent name in files and addresses.
    pub id: String,
    /// The track it belongs to.
    pub track: TrackIx,
    /// What a person reads.
    pub title: String,
    /// Why it matters.
    pub why: String,
    /// When the whole of it does not apply, as a person would say it; most areas always do.
    pub skip_if: Option<String>,
}

/// A stage of the lifecycle, from getting data to reacting to production.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Permanent name in files.
    pub id: String,
    /// What a person reads.
    pub title: String,
}

/// A manual task that a capability makes unnecessary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManualTask {
    /// The stage of the lifecycle in which it is done.
    pub stage: StageIx,
    /// What somebody does, in a team's own words.
    pub task: String,
}

/// What a capability counts for in the level that asks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// The level cannot be reached unless it is in place.
    Core,
    /// It notices, stops or undoes harm: the level cannot be reached unless it is at least partly in place.
    Guard,
    /// The level asks for a share of all of these.
    Supporting,
}

impl Weight {
    /// All of them, in the order in which a level asks for them.
    pub const ALL: [Self; 3] = [Self::Core, Self::Guard, Self::Supporting];

    /// The word that files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Guard => "guard",
            Self::Supporting => "supporting",
        }
    }

    /// The weight that a file's word means.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|weight| weight.word() == word)
    }

    /// Whether the essentials ask it.
    #[must_use]
    pub const fn is_essential(self) -> bool {
        matches!(self, Self::Core | Self::Guard)
    }
}

/// How much work something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Effort {
    /// At the least, person-days.
    pub min: u32,
    /// At the most, person-days.
    pub max: u32,
}

/// What to do to get a capability.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Next {
    /// The step, as an instruction.
    pub action: String,
    /// What exists afterwards.
    pub deliverable: String,
    /// How one sees that it is done.
    pub done_when: String,
    /// What it takes for the first model.
    pub effort: Effort,
    /// What it takes for each further model.
    pub per_model: Effort,
}

/// Something observable that a level asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capability {
    /// What links store; permanent.
    pub key: Key,
    /// Permanent name in files.
    pub id: String,
    /// Two to five words; a model may leave it out, then the question stands in.
    pub title: Option<String>,
    /// The area it counts towards.
    pub area: AreaIx,
    /// The lowest level that asks for it, 1..=4.
    pub level: Level,
    /// The lens it is seen through.
    pub lens: LensIx,
    /// What it counts for in its level.
    pub weight: Weight,
    /// What is asked.
    pub question: String,
    /// What the question means in practice.
    pub help: String,
    /// What counts as evidence.
    pub evidence: Vec<String>,
    /// Tools that are often used for it: examples only, at most three.
    pub examples: Vec<String>,
    /// What must come first.
    pub needs: Vec<CapabilityIx>,
    /// The manual task that it removes.
    pub manual: Option<ManualTask>,
    /// Where it comes from.
    pub basis: String,
    /// What to do to get it.
    pub next: Next,
}

/// A capability that no longer exists. Links store answers by position in the list of all keys ever given, so it keeps
/// its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retired {
    /// The key it had; never given again.
    pub key: Key,
    /// Whether the essentials asked it.
    pub essential: bool,
    /// The track it was in.
    pub track: TrackIx,
}

impl Capability {
    /// Whether the essentials ask it.
    #[must_use]
    pub const fn is_essential(&self) -> bool {
        self.weight.is_essential()
    }

    /// Its short name; the question where the model gives none.
    #[must_use]
    pub fn name(&self) -> &str {
        self.title.as_deref().unwrap_or(&self.question)
    }
}

/// A condition of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A capability has one of these answers.
    Is {
        /// Which capability.
        capability: CapabilityIx,
        /// The answers that satisfy it.
        answers: Vec<Answer>,
    },
    /// At least one of these holds.
    Any(Vec<Condition>),
}

/// A combination of answers that do not fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Permanent name in files.
    pub id: String,
    /// What a person reads.
    pub title: String,
    /// All of these must hold.
    pub when: Vec<Condition>,
    /// Why it matters.
    pub why: String,
    /// What to do, in one sentence.
    pub advice: String,
    /// What to build, in order.
    pub remedy: Vec<CapabilityIx>,
    /// Where it comes from.
    pub basis: String,
}

/// How well one of our capabilities covers a line of another model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// The same thing is asked.
    Full,
    /// Only part of it is asked.
    Weak,
    /// It is not asked.
    None,
}

/// A line of another model beside ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrosswalkRow {
    /// Its name over there.
    pub name: String,
    /// The section over there, where it has sections.
    pub group: Option<String>,
    /// How it relates to our levels.
    pub relates: String,
    /// What decides it in our model.
    pub capabilities: Vec<CapabilityIx>,
    /// How well those cover it.
    pub cover: Cover,
}

/// Another maturity model, line by line beside ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crosswalk {
    /// Permanent name in files.
    pub id: String,
    /// What a person reads.
    pub title: String,
    /// Where it can be read.
    pub address: String,
    /// How it relates as a whole.
    pub note: String,
    /// Its lines.
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
    /// Permanent name of the model.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether it is the one that comes with the page, and not an organisation's own.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.id == "mlops"
    }

    /// Whether its guidance is here: next steps, patterns, other models, sources. Of the built-in model the questions come
    /// first, in a file of their own.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.source.main.title.is_empty()
    }

    /// Which edition of it.
    #[must_use]
    pub const fn revision(&self) -> u32 {
        self.revision
    }

    /// What a person reads.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The language of its texts (BCP 47).
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The share of supporting points that a level asks for.
    #[must_use]
    pub const fn support(&self) -> &Support {
        &self.support
    }

    /// What it is based on.
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

    /// Its texts around the questions.
    #[must_use]
    pub const fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The words for a level.
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
