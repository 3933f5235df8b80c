//! A questionnaire as it was written, before it is checked: references are still names, and anything may be wrong.
//!
//! [`QuestionsDraft::check`] is the only way to a [`Model`]; it finds all faults at once, each with its JSON path, so that an
//! author mends a file in one go. The build runs it over the built-in model, the page over a host's own.

use crate::fault::Fault;
use crate::model::level::Level;
use crate::model::support::Support;
use crate::model::texts::Texts;
use crate::model::{
    Area, AreaIx, Button, Capability, CapabilityIx, Key, Lens, LensIx, LevelText, Model, Next, Retired, Source, Step,
    StepIx, Track, TrackIx,
};

/// The most capabilities a model may have, and the most of anything else that it lists: more than anybody answers, and
/// a bound for every computation.
pub const MAX_ITEMS: usize = 400;
/// The highest revision: links hold 28 bits of it.
pub const MAX_REVISION: u32 = (1 << 28) - 1;
/// The most tracks: links hold 28 bits, one for each.
pub const MAX_TRACKS: usize = 28;

/// What a model asks, before the check.
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
    /// Its levels.
    pub levels: Vec<LevelDraft>,
    /// Its lenses.
    pub lenses: Vec<Lens>,
    /// Its tracks.
    pub tracks: Vec<Track>,
    /// Its areas, tracks by name.
    pub areas: Vec<AreaDraft>,
    /// Its lifecycle steps.
    pub steps: Vec<Step>,
    /// Its capabilities, references by name.
    pub capabilities: Vec<CapabilityDraft>,
    /// Its capabilities of former revisions, tracks by name.
    pub retired: Vec<RetiredDraft>,
}

/// A [`LevelText`] before the check.
#[derive(Clone, Debug)]
pub struct LevelDraft {
    /// 0..=4, in ascending order.
    pub number: u32,
    /// See [`LevelText`].
    pub name: String,
    /// See [`LevelText`].
    pub summary: String,
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
    pub core: bool,
    /// See [`Capability`].
    pub question: String,
    /// See [`Capability`].
    pub help: String,
    /// See [`Capability`].
    pub evidence: Vec<String>,
    /// See [`Capability`].
    pub examples: Vec<String>,
    /// Ids of what must come first.
    pub needs: Vec<String>,
    /// The id of a step, and the act.
    pub button: Option<(String, String)>,
    /// See [`Capability`].
    pub basis: String,
}

/// A [`Retired`] capability before the check.
#[derive(Clone, Debug)]
pub struct RetiredDraft {
    /// 0..=65535.
    pub key: u32,
    /// See [`Retired`].
    pub core: bool,
    /// The id of its track.
    pub track: String,
}

impl QuestionsDraft {
    /// The checked questions as a model without guidance, with the names that the guidance refers to; none where so much
    /// is wrong that nothing can refer to it.
    ///
    /// Every broken rule is told with the path of the place that breaks it: duplicate key or id, unknown reference, a
    /// cycle in `needs`, a need of a higher level, a level outside 1..4, too many capabilities, missing levels.
    pub(super) fn check(self, faults: &mut Faults) -> Option<(Model, Ids)> {
        let before = faults.0.len();
        self.check_lengths(faults);
        if faults.0.len() > before {
            return None;
        }
        let ids = Ids::of(&self, faults);
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
        check_needs(&capabilities, &areas, faults);
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
            steps: self.steps,
            capabilities,
            retired,
            source: Source::default(),
            patterns: Vec::new(),
            crosswalk: Vec::new(),
            texts: Texts::default(),
        };
        Some((model, ids))
    }

    /// Before anything else: every other rule may then compare each item with each.
    fn check_lengths(&self, faults: &mut Faults) {
        let lists = [
            ("lenses", self.lenses.len()),
            ("tracks", self.tracks.len()),
            ("areas", self.areas.len()),
            ("steps", self.steps.len()),
            ("capabilities", self.capabilities.len()),
            ("retired", self.retired.len()),
        ];
        check_lengths(&lists, faults);
    }
}

/// Refuses lists that are longer than anybody needs.
pub(super) fn check_lengths(lists: &[(&str, usize)], faults: &mut Faults) {
    for &(list, found) in lists {
        let most = if list == "tracks" { MAX_TRACKS } else { MAX_ITEMS };
        if found > most {
            faults.add(format!("$.{list}"), format!("expected at most {most} {list}, found {found}"));
        }
    }
}

impl CapabilityDraft {
    fn check(self, path: &str, ids: &Ids, faults: &mut Faults) -> Capability {
        let level = u8::try_from(self.level).ok().and_then(Level::new).filter(|&level| level > Level::ZERO);
        if level.is_none() {
            faults.add(format!("{path}.level"), format!("expected a level from 1 to 4, found {}", self.level));
        }
        let key = checked_key(self.key, path, faults);
        if self.examples.len() > 3 {
            let found = self.examples.len();
            faults.add(format!("{path}.examples"), format!("expected at most three examples, found {found}"));
        }
        let button = self.button.map(|(step, act)| {
            let step = StepIx::new(ids.steps.find(&step, &format!("{path}.button.step"), faults));
            Button { step, act }
        });
        Capability {
            key,
            area: AreaIx::new(ids.areas.find(&self.area, &format!("{path}.area"), faults)),
            level: level.unwrap_or(Level::TOP),
            lens: LensIx::new(ids.lenses.find(&self.lens, &format!("{path}.lens"), faults)),
            needs: ids.capabilities_named(&self.needs, &format!("{path}.needs"), faults),
            button,
            id: self.id,
            title: self.title,
            core: self.core,
            question: self.question,
            help: self.help,
            evidence: self.evidence,
            examples: self.examples,
            basis: self.basis,
            next: Next::default(),
        }
    }
}

impl RetiredDraft {
    fn check(&self, path: &str, ids: &Ids, faults: &mut Faults) -> Retired {
        Retired {
            key: checked_key(self.key, path, faults),
            core: self.core,
            track: TrackIx::new(ids.tracks.find(&self.track, &format!("{path}.track"), faults)),
        }
    }
}

fn checked_key(key: u32, path: &str, faults: &mut Faults) -> Key {
    Key(u16::try_from(key).unwrap_or_else(|_| {
        faults.add(format!("{path}.key"), format!("expected a key from 0 to 65535, found {key}"));
        0
    }))
}

pub(super) struct Faults(pub(super) Vec<Fault>);

impl Faults {
    pub(super) fn add(&mut self, path: impl Into<String>, message: impl Into<String>) {
        self.0.push(Fault::new(path, message));
    }
}

/// The names of one list, in its order.
pub(super) struct Names {
    what: &'static str,
    names: Vec<String>,
}

impl Names {
    pub(super) fn of<'a>(
        what: &'static str,
        list: &str,
        ids: impl Iterator<Item = &'a String>,
        faults: &mut Faults,
    ) -> Self {
        let names: Vec<String> = ids.cloned().collect();
        for (at, name) in names.iter().enumerate() {
            let path = format!("$.{list}[{at}].id");
            if !is_slug(name) {
                let wanted = "expected an id of lower-case letters, digits and hyphens, at most 64 characters";
                faults.add(path, format!("{wanted}, found \"{}\"", name.chars().take(64).collect::<String>()));
            } else if names[..at].contains(name) {
                faults.add(path, format!("expected each {what} once, found \"{name}\" again"));
            }
        }
        Self { what, names }
    }

    /// The position of a name; an unknown one is a fault, and stands as the first.
    pub(super) fn find(&self, name: &str, path: &str, faults: &mut Faults) -> usize {
        self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            faults.add(path, format!("there is no {} \"{name}\"", self.what));
            0
        })
    }
}

pub(super) struct Ids {
    lenses: Names,
    tracks: Names,
    pub(super) areas: Names,
    steps: Names,
    pub(super) capabilities: Names,
}

impl Ids {
    fn of(draft: &QuestionsDraft, faults: &mut Faults) -> Self {
        Self {
            lenses: Names::of("lens", "lenses", draft.lenses.iter().map(|lens| &lens.id), faults),
            tracks: Names::of("track", "tracks", draft.tracks.iter().map(|track| &track.id), faults),
            areas: Names::of("area", "areas", draft.areas.iter().map(|area| &area.id), faults),
            steps: Names::of("step", "steps", draft.steps.iter().map(|step| &step.id), faults),
            capabilities: Names::of("capability", "capabilities", draft.capabilities.iter().map(|c| &c.id), faults),
        }
    }

    /// The names that guidance may refer to, of questions that are checked already.
    pub(super) fn of_model(model: &Model) -> Self {
        let names = |what, all: Vec<String>| Names { what, names: all };
        Self {
            lenses: names("lens", model.lenses.iter().map(|lens| lens.id.clone()).collect()),
            tracks: names("track", model.tracks.iter().map(|track| track.id.clone()).collect()),
            areas: names("area", model.areas.iter().map(|area| area.id.clone()).collect()),
            steps: names("step", model.steps.iter().map(|step| step.id.clone()).collect()),
            capabilities: names("capability", model.capabilities.iter().map(|one| one.id.clone()).collect()),
        }
    }

    pub(super) fn capabilities_named(&self, names: &[String], path: &str, faults: &mut Faults) -> Vec<CapabilityIx> {
        let find = |(at, name): (usize, &String)| self.capabilities.find(name, &format!("{path}[{at}]"), faults);
        names.iter().enumerate().map(find).map(CapabilityIx::new).collect()
    }
}

/// Whether a name can stand in an address and in a file: lower-case letters, digits and hyphens, 1 to 64 of them.
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
    let text = |(level, draft): (Level, LevelDraft)| {
        let LevelDraft { name, summary, .. } = draft;
        LevelText { level, name, summary, pays_off: None }
    };
    known.zip(drafts).map(text).collect()
}

/// A key is given once for ever: to a capability, or to one that was retired.
fn check_keys(capabilities: &[Capability], retired: &[Retired], faults: &mut Faults) {
    let mut seen: Vec<Key> = Vec::with_capacity(capabilities.len() + retired.len());
    let lists = [
        ("capabilities", capabilities.iter().map(|one| one.key).collect::<Vec<_>>()),
        ("retired", retired.iter().map(|one| one.key).collect()),
    ];
    for (list, keys) in lists {
        for (at, key) in keys.into_iter().enumerate() {
            if seen.contains(&key) {
                let key = key.number();
                faults.add(format!("$.{list}[{at}].key"), format!("expected each key once, found {key} again"));
            }
            seen.push(key);
        }
    }
}

/// A need must be of the same track, must not be of a higher level than what needs it, and nothing may need itself,
/// however indirectly.
fn check_needs(capabilities: &[Capability], areas: &[Area], faults: &mut Faults) {
    let track = |capability: &Capability| areas.get(capability.area.index()).map(|area| area.track);
    // A level that is no level was told already; comparing with it would only tell it again.
    let wrong: Vec<bool> = (0..capabilities.len())
        .map(|at| faults.0.iter().any(|fault| fault.path == format!("$.capabilities[{at}].level")))
        .collect();
    let is_wrong = |at: usize| wrong.get(at) == Some(&true);
    for (at, capability) in capabilities.iter().enumerate() {
        for (need_at, need) in capability.needs.iter().enumerate() {
            let Some(needed) = capabilities.get(need.index()) else { continue };
            if track(needed) != track(capability) {
                let path = format!("$.capabilities[{at}].needs[{need_at}]");
                faults.add(path, format!("\"{}\" is of another track than what needs it", needed.id));
            }
            if needed.level > capability.level && !is_wrong(at) && !is_wrong(need.index()) {
                let path = format!("$.capabilities[{at}].needs[{need_at}]");
                let (own, other) = (capability.level, needed.level);
                let message =
                    format!("\"{}\" is at level {other}, above the level {own} of what needs it", needed.id);
                faults.add(path, message);
            }
        }
    }
    // Whatever can be ordered is taken away, needs first; what is left is in a cycle or needs one.
    let mut ordered = vec![false; capabilities.len()];
    loop {
        let is_ready = |at: &usize| {
            !ordered[*at] && capabilities[*at].needs.iter().all(|need| ordered.get(need.index()) == Some(&true))
        };
        let ready: Vec<usize> = (0..capabilities.len()).filter(is_ready).collect();
        if ready.is_empty() {
            break;
        }
        for at in ready {
            ordered[at] = true;
        }
    }
    for (at, capability) in capabilities.iter().enumerate().filter(|(at, _)| !ordered[*at]) {
        let message = format!("\"{}\" needs itself, directly or through what it needs", capability.id);
        faults.add(format!("$.capabilities[{at}].needs"), message);
    }
}
