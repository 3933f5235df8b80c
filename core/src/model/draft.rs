//! A questionnaire as written, before the check: references are names, and anything may be wrong.
//!
//! [`QuestionsDraft::check`] is the only way to a [`Model`]. It finds all faults at once, each with its JSON path, so
//! that an author can correct a file in one go. The build checks the built-in model, the page checks an
//! organisation's own.

use crate::by_id::ById;
use crate::fault::{Fault, Faults};
use crate::json::shorten;
use crate::model::level::Level;
use crate::model::support::Support;
use crate::model::texts::Texts;
use crate::model::{
    Area, AreaIx, Capability, CapabilityIx, CapabilityKey, Lens, LensIx, LevelText, Model, Next, Retired, Source,
    Track, TrackIx, Weight,
};

/// The most capabilities of a model, and the most items of its other lists: more than anyone would answer, and a
/// limit for every computation.
pub const MAX_ITEMS: usize = 400;
/// The highest revision: links have 28 bits for it.
pub const MAX_REVISION: u32 = (1 << 28) - 1;
/// The most tracks: links have 28 bits, one for each.
pub const MAX_TRACKS: usize = 28;
/// The most other forms of a term.
pub const MAX_FORMS: usize = 20;

/// The questions of a model before the check.
#[derive(Clone, Debug)]
pub struct QuestionsDraft {
    /// See [`Model::id`].
    pub id: String,
    /// See [`Model::revision`].
    pub revision: u32,
    /// See [`Model::title`].
    pub title: String,
    /// See [`Model::language`].
    pub language: String,
    /// See [`Model::support`].
    pub support: Support,
    pub levels: Vec<LevelDraft>,
    pub lenses: Vec<Lens>,
    pub tracks: Vec<Track>,
    /// Refer to tracks by id.
    pub areas: Vec<AreaDraft>,
    /// Refer to areas and lenses by id.
    pub capabilities: Vec<CapabilityDraft>,
    /// Capabilities of former revisions. Refer to tracks by id.
    pub retired: Vec<RetiredDraft>,
}

/// A [`LevelText`] before the check.
#[derive(Clone, Debug)]
pub struct LevelDraft {
    /// 0..=4, in ascending order.
    pub number: u32,
    /// See [`LevelText`].
    pub name: String,
}

/// An [`Area`] before the check.
#[derive(Clone, Debug)]
pub struct AreaDraft {
    /// See [`Area`].
    pub id: String,
    /// The id of its track.
    pub track: String,
    /// See [`Area`].
    pub title: String,
    /// See [`Area`].
    pub why: String,
    /// See [`Area`].
    pub skip_if: Option<String>,
}

/// A [`Capability`] before the check.
#[derive(Clone, Debug)]
pub struct CapabilityDraft {
    /// 0..=65535.
    pub key: u32,
    /// See [`Capability`].
    pub id: String,
    /// See [`Capability`].
    pub title: Option<String>,
    /// The id of its area.
    pub area: String,
    /// 1..=4.
    pub level: u32,
    /// The id of its lens.
    pub lens: String,
    /// See [`Capability`].
    pub weight: Weight,
    /// See [`Capability`].
    pub question: String,
    /// See [`Capability`].
    pub help: String,
}

/// A [`Retired`] capability before the check.
#[derive(Clone, Debug)]
pub struct RetiredDraft {
    /// 0..=65535.
    pub key: u32,
    /// See [`Retired`].
    pub essential: bool,
    /// The id of its track.
    pub track: String,
}

impl QuestionsDraft {
    /// Checks the questions. Returns a model without guidance, and the names that the guidance may refer to.
    ///
    /// Every violation is recorded with its path: duplicate key or id, unknown reference, a level outside 1..=4,
    /// missing levels.
    pub(super) fn check(self, faults: &mut Faults) -> (Model, Ids) {
        let mut ids = Ids::of(&self, faults);
        let levels = levels(self.levels, faults);
        if self.tracks.is_empty() || self.areas.is_empty() || self.capabilities.is_empty() {
            faults.add("$", "expected at least one track, one area and one capability");
        }
        if self.revision > MAX_REVISION {
            let found = self.revision;
            faults.add(
                "$.revision",
                format!("expected at most {MAX_REVISION}, so that links can hold it, found {found}"),
            );
        }
        let areas = self.areas.into_iter().enumerate().map(|(at, area)| {
            let AreaDraft { id, track, title, why, skip_if } = area;
            let track = TrackIx::new(ids.tracks.find(&track, &format!("$.areas[{at}].track"), faults));
            Area { id, track, title, why, skip_if }
        });
        let areas: Vec<Area> = areas.collect();
        // Comparing needs with an invalid level would only report the same fault again.
        ids.has_level = self.capabilities.iter().map(|one| (1..=4).contains(&one.level)).collect();
        let capabilities: Vec<Capability> = self
            .capabilities
            .into_iter()
            .enumerate()
            .map(|(at, draft)| draft.check(&format!("$.capabilities[{at}]"), &ids, faults))
            .collect();
        let retired: Vec<Retired> = self
            .retired
            .iter()
            .enumerate()
            .map(|(at, draft)| draft.check(&format!("$.retired[{at}]"), &ids, faults))
            .collect();
        check_keys(&capabilities, &retired, faults);
        let model = Model {
            id: self.id,
            revision: self.revision,
            title: self.title,
            language: self.language,
            support: self.support,
            levels,
            lenses: self.lenses,
            tracks: self.tracks,
            areas,
            stages: Vec::new(),
            capabilities,
            retired,
            source: Source::default(),
            patterns: Vec::new(),
            crosswalk: Vec::new(),
            texts: Texts::default(),
        };
        (model, ids)
    }
}

impl CapabilityDraft {
    fn check(self, path: &str, ids: &Ids, faults: &mut Faults) -> Capability {
        let level = u8::try_from(self.level).ok().and_then(Level::new).filter(|&level| level > Level::ZERO);
        if level.is_none() {
            faults.add(format!("{path}.level"), format!("expected a level from 1 to 4, found {}", self.level));
        }
        let key = checked_key(self.key, path, faults);
        Capability {
            key,
            area: AreaIx::new(ids.areas.find(&self.area, &format!("{path}.area"), faults)),
            level: level.unwrap_or(Level::TOP),
            lens: LensIx::new(ids.lenses.find(&self.lens, &format!("{path}.lens"), faults)),
            needs: Vec::new(),
            manual: None,
            id: self.id,
            title: self.title,
            weight: self.weight,
            question: self.question,
            help: self.help,
            evidence: Vec::new(),
            examples: Vec::new(),
            basis: String::new(),
            next: Next::default(),
        }
    }
}

impl RetiredDraft {
    fn check(&self, path: &str, ids: &Ids, faults: &mut Faults) -> Retired {
        Retired {
            key: checked_key(self.key, path, faults),
            essential: self.essential,
            track: TrackIx::new(ids.tracks.find(&self.track, &format!("{path}.track"), faults)),
        }
    }
}

fn checked_key(key: u32, path: &str, faults: &mut Faults) -> CapabilityKey {
    CapabilityKey(u16::try_from(key).unwrap_or_else(|_| {
        faults.add(format!("{path}.key"), format!("expected a key from 0 to 65535, found {key}"));
        0
    }))
}

/// The names in one list, each with its position.
pub(super) struct Names {
    what: &'static str,
    names: ById<usize>,
}

impl Names {
    pub(super) fn of<'a>(
        what: &'static str,
        list: &str,
        ids: impl Iterator<Item = &'a String>,
        faults: &mut Faults,
    ) -> Self {
        let mut names = ById::new();
        for (name, at) in ids.zip(0..) {
            let path = format!("$.{list}[{at}].id");
            if !is_slug(name) {
                let wanted = "expected an id of lower-case letters, digits and hyphens, at most 64 characters";
                faults.add(path, format!("{wanted}, found \"{}\"", shorten(name)));
            } else if names.contains_key(name) {
                faults.add(path, format!("expected each {what} once, found \"{name}\" again"));
                continue;
            }
            names.insert(name.clone(), at);
        }
        Self { what, names }
    }

    /// The names of checked items.
    fn known<'a>(what: &'static str, ids: impl Iterator<Item = &'a String>) -> Self {
        Self { what, names: ids.cloned().zip(0..).collect() }
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.names.get(name).copied()
    }

    fn unknown(&self, name: &str) -> String {
        format!("there is no {} \"{}\"", self.what, shorten(name))
    }

    /// The position of a name. An unknown name is a fault, and gives position 0.
    pub(super) fn find(&self, name: &str, path: &str, faults: &mut Faults) -> usize {
        self.position(name).unwrap_or_else(|| {
            faults.add_with(|| Fault::new(path, self.unknown(name)));
            0
        })
    }
}

pub(super) struct Ids {
    lenses: Names,
    tracks: Names,
    pub(super) areas: Names,
    /// For each capability, whether its level is valid.
    pub(super) has_level: Vec<bool>,
    pub(super) capabilities: Names,
}

impl Ids {
    fn of(draft: &QuestionsDraft, faults: &mut Faults) -> Self {
        Self {
            lenses: Names::of("lens", "lenses", draft.lenses.iter().map(|lens| &lens.id), faults),
            tracks: Names::of("track", "tracks", draft.tracks.iter().map(|track| &track.id), faults),
            areas: Names::of("area", "areas", draft.areas.iter().map(|area| &area.id), faults),
            has_level: Vec::new(),
            capabilities: Names::of("capability", "capabilities", draft.capabilities.iter().map(|c| &c.id), faults),
        }
    }

    /// The names in a checked model that guidance may refer to.
    pub(super) fn of_model(model: &Model) -> Self {
        Self {
            lenses: Names::known("lens", model.lenses.iter().map(|lens| &lens.id)),
            tracks: Names::known("track", model.tracks.iter().map(|track| &track.id)),
            areas: Names::known("area", model.areas.iter().map(|area| &area.id)),
            has_level: vec![true; model.capabilities.len()],
            capabilities: Names::known("capability", model.capabilities.iter().map(|one| &one.id)),
        }
    }

    /// The capabilities of a list. An unknown name is a fault. Repeated names count once, so no list is longer than
    /// the list of all capabilities.
    pub(super) fn capabilities_named(&self, names: &[String], path: &str, faults: &mut Faults) -> Vec<CapabilityIx> {
        let mut found = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let path = || format!("{path}[{at}]");
            match self.capabilities.position(name) {
                None => faults.add_with(|| Fault::new(path(), self.capabilities.unknown(name))),
                Some(position) if found.contains(&CapabilityIx::new(position)) => {}
                Some(position) => found.push(CapabilityIx::new(position)),
            }
        }
        found
    }
}

/// Whether a name may be used in addresses and files: 1 to 64 lower-case letters, digits and hyphens.
#[must_use]
pub fn is_slug(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=64).contains(&name.len()) && name.bytes().all(allowed)
}

fn levels(drafts: Vec<LevelDraft>, faults: &mut Faults) -> Vec<LevelText> {
    let numbers: Vec<u32> = drafts.iter().map(|draft| draft.number).collect();
    if numbers != [0, 1, 2, 3, 4] {
        faults.add("$.levels", format!("expected the levels 0, 1, 2, 3, 4 in this order, found {numbers:?}"));
        return Vec::new();
    }
    let known = [Level::ZERO].into_iter().chain(Level::ASKED);
    let text = |(level, draft): (Level, LevelDraft)| LevelText {
        level,
        name: draft.name,
        summary: String::new(),
        pays_off: None,
    };
    known.zip(drafts).map(text).collect()
}

/// A key is used only once, by a capability or by a retired one.
fn check_keys(capabilities: &[Capability], retired: &[Retired], faults: &mut Faults) {
    // Inserted one by one: sorting this type would add 2 kB to the download.
    let mut known: Vec<u16> = Vec::new();
    let mut look = |list: &str, keys: &mut dyn Iterator<Item = CapabilityKey>| {
        for (at, key) in keys.enumerate() {
            let number = key.number();
            match known.binary_search(&number) {
                Ok(_) => {
                    faults
                        .add(format!("$.{list}[{at}].key"), format!("expected each key once, found {number} again"));
                }
                Err(place) => known.insert(place, number),
            }
        }
    };
    look("capabilities", &mut capabilities.iter().map(|one| one.key));
    look("retired", &mut retired.iter().map(|one| one.key));
}
