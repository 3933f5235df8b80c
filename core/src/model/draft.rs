//! A questionnaire as it was written, before it is checked: references are still names, and anything may be wrong.
//!
//! [`Draft::check`] is the only way to a [`Model`]; it finds all faults at once, each with its JSON path, so that an
//! author mends a file in one go. The build runs it over the built-in model, the page over a host's own.

use crate::fault::Fault;
use crate::model::answer::Answer;
use crate::model::level::Level;
use crate::model::support::Support;
use crate::model::texts::TextsDraft;
use crate::model::{
    Area, AreaIx, Button, Capability, CapabilityIx, Condition, Cover, Crosswalk, CrosswalkRow, Key, Lens, LensIx,
    LevelText, Model, Next, Pattern, Source, Step, StepIx, Track, TrackIx,
};

/// The most capabilities a model may have, and the most of anything else that it lists: more than anybody answers, and
/// a bound for every computation.
pub const MAX_ITEMS: usize = 400;

/// A model before the check.
#[derive(Clone, Debug)]
pub struct Draft {
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
    /// See [`Model::source`].
    pub source: Source,
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
    /// Its patterns, capabilities by name.
    pub patterns: Vec<PatternDraft>,
    /// Other models beside it, capabilities by name.
    pub crosswalk: Vec<CrosswalkDraft>,
    /// Its texts around the questions.
    pub texts: TextsDraft,
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
    /// See [`LevelText`].
    pub pays_off: Option<String>,
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
    /// See [`Capability`].
    pub next: Next,
}

/// A [`Condition`] before the check.
#[derive(Clone, Debug)]
pub enum ConditionDraft {
    /// A capability's id, and the answers that satisfy it.
    Is(String, Vec<Answer>),
    /// At least one of these holds.
    Any(Vec<ConditionDraft>),
}

/// A [`Pattern`] before the check.
#[derive(Clone, Debug)]
pub struct PatternDraft {
    /// See [`Pattern`].
    pub id: String,
    /// See [`Pattern`].
    pub title: String,
    /// All of these must hold.
    pub when: Vec<ConditionDraft>,
    /// See [`Pattern`].
    pub why: String,
    /// See [`Pattern`].
    pub advice: String,
    /// Ids of what to build.
    pub remedy: Vec<String>,
    /// See [`Pattern`].
    pub basis: String,
}

/// A [`Crosswalk`] before the check.
#[derive(Clone, Debug)]
pub struct CrosswalkDraft {
    /// See [`Crosswalk`].
    pub id: String,
    /// See [`Crosswalk`].
    pub title: String,
    /// See [`Crosswalk`].
    pub address: String,
    /// See [`Crosswalk`].
    pub note: String,
    /// Its lines.
    pub rows: Vec<RowDraft>,
}

/// A [`CrosswalkRow`] before the check.
#[derive(Clone, Debug)]
pub struct RowDraft {
    /// See [`CrosswalkRow`].
    pub name: String,
    /// See [`CrosswalkRow`].
    pub group: Option<String>,
    /// See [`CrosswalkRow`].
    pub relates: String,
    /// Ids of what decides it.
    pub capabilities: Vec<String>,
    /// See [`CrosswalkRow`].
    pub cover: Cover,
}

impl Draft {
    /// The checked model.
    ///
    /// # Errors
    ///
    /// Every broken rule of the model file, with the path of the place that breaks it: duplicate key or id, unknown
    /// reference, a cycle in `needs`, a need of a higher level, a level outside 1..4, effort out of order, too many
    /// capabilities, missing levels.
    pub fn check(self) -> Result<Model, Vec<Fault>> {
        let mut faults = Faults(Vec::new());
        self.check_lengths(&mut faults);
        if !faults.0.is_empty() {
            return Err(faults.0);
        }
        let ids = Ids::of(&self, &mut faults);
        let levels = levels(self.levels, &mut faults);
        if self.tracks.is_empty() || self.areas.is_empty() || self.capabilities.is_empty() {
            faults.add("$", "expected at least one track, one area and one capability");
        }
        let areas = self.areas.into_iter().enumerate().map(|(at, area)| {
            let AreaDraft { id, track, title, why, skip_if } = area;
            let track = TrackIx::new(ids.tracks.find(&track, &format!("$.areas[{at}].track"), &mut faults));
            Area { id, track, title, why, skip_if }
        });
        let areas: Vec<Area> = areas.collect();
        let capabilities: Vec<Capability> = self
            .capabilities
            .into_iter()
            .enumerate()
            .map(|(at, draft)| draft.check(&format!("$.capabilities[{at}]"), &ids, &mut faults))
            .collect();
        check_keys(&capabilities, &mut faults);
        check_needs(&capabilities, &areas, &mut faults);
        let patterns = self.patterns.into_iter().enumerate().map(|(at, pattern)| {
            let path = format!("$.patterns[{at}]");
            let PatternDraft { id, title, when, why, advice, remedy, basis } = pattern;
            if when.is_empty() {
                faults.add(format!("{path}.when"), "expected at least one condition");
            }
            let when = ids.conditions(when, &format!("{path}.when"), &mut faults);
            let remedy = ids.capabilities_named(&remedy, &format!("{path}.remedy"), &mut faults);
            Pattern { id, title, when, why, advice, remedy, basis }
        });
        let patterns = patterns.collect();
        let crosswalk = self.crosswalk.into_iter().enumerate().map(|(at, other)| {
            let CrosswalkDraft { id, title, address, note, rows } = other;
            let rows = rows.into_iter().enumerate().map(|(row_at, row)| {
                let path = format!("$.crosswalk[{at}].rows[{row_at}].capabilities");
                let RowDraft { name, group, relates, capabilities, cover } = row;
                let capabilities = ids.capabilities_named(&capabilities, &path, &mut faults);
                CrosswalkRow { name, group, relates, capabilities, cover }
            });
            Crosswalk { rows: rows.collect(), id, title, address, note }
        });
        let crosswalk = crosswalk.collect();
        let texts = self.texts.check(&ids, &mut faults);
        if !faults.0.is_empty() {
            return Err(faults.0);
        }
        Ok(Model {
            id: self.id,
            revision: self.revision,
            title: self.title,
            language: self.language,
            support: self.support,
            source: self.source,
            levels,
            lenses: self.lenses,
            tracks: self.tracks,
            areas,
            steps: self.steps,
            capabilities,
            patterns,
            crosswalk,
            texts,
        })
    }

    /// Before anything else: every other rule may then compare each item with each.
    fn check_lengths(&self, faults: &mut Faults) {
        let lists = [
            ("lenses", self.lenses.len()),
            ("tracks", self.tracks.len()),
            ("areas", self.areas.len()),
            ("steps", self.steps.len()),
            ("capabilities", self.capabilities.len()),
            ("patterns", self.patterns.len()),
            ("crosswalk", self.crosswalk.len()),
        ];
        for (list, found) in lists.into_iter().chain(self.texts.lengths()) {
            if found > MAX_ITEMS {
                faults.add(format!("$.{list}"), format!("expected at most {MAX_ITEMS} {list}, found {found}"));
            }
        }
    }
}

impl CapabilityDraft {
    fn check(self, path: &str, ids: &Ids, faults: &mut Faults) -> Capability {
        let level = u8::try_from(self.level).ok().and_then(Level::new).filter(|&level| level > Level::ZERO);
        if level.is_none() {
            faults.add(format!("{path}.level"), format!("expected a level from 1 to 4, found {}", self.level));
        }
        let key = u16::try_from(self.key).ok();
        if key.is_none() {
            faults.add(format!("{path}.key"), format!("expected a key from 0 to 65535, found {}", self.key));
        }
        if self.next.effort.min > self.next.effort.max {
            let (min, max) = (self.next.effort.min, self.next.effort.max);
            faults.add(
                format!("{path}.next.effort"),
                format!("expected the lower end first, found {min} before {max}"),
            );
        }
        if self.examples.len() > 3 {
            let found = self.examples.len();
            faults.add(format!("{path}.examples"), format!("expected at most three examples, found {found}"));
        }
        let button = self.button.map(|(step, act)| {
            let step = StepIx::new(ids.steps.find(&step, &format!("{path}.button.step"), faults));
            Button { step, act }
        });
        Capability {
            key: Key(key.unwrap_or_default()),
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
            next: self.next,
        }
    }
}

pub(super) struct Faults(Vec<Fault>);

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
    fn of<'a>(what: &'static str, list: &str, ids: impl Iterator<Item = &'a String>, faults: &mut Faults) -> Self {
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
    fn of(draft: &Draft, faults: &mut Faults) -> Self {
        Names::of("pattern", "patterns", draft.patterns.iter().map(|pattern| &pattern.id), faults);
        Names::of("crosswalk", "crosswalk", draft.crosswalk.iter().map(|other| &other.id), faults);
        Self {
            lenses: Names::of("lens", "lenses", draft.lenses.iter().map(|lens| &lens.id), faults),
            tracks: Names::of("track", "tracks", draft.tracks.iter().map(|track| &track.id), faults),
            areas: Names::of("area", "areas", draft.areas.iter().map(|area| &area.id), faults),
            steps: Names::of("step", "steps", draft.steps.iter().map(|step| &step.id), faults),
            capabilities: Names::of("capability", "capabilities", draft.capabilities.iter().map(|c| &c.id), faults),
        }
    }

    fn capabilities_named(&self, names: &[String], path: &str, faults: &mut Faults) -> Vec<CapabilityIx> {
        let find = |(at, name): (usize, &String)| self.capabilities.find(name, &format!("{path}[{at}]"), faults);
        names.iter().enumerate().map(find).map(CapabilityIx::new).collect()
    }

    fn conditions(&self, drafts: Vec<ConditionDraft>, path: &str, faults: &mut Faults) -> Vec<Condition> {
        let mut conditions = Vec::with_capacity(drafts.len());
        for (at, draft) in drafts.into_iter().enumerate() {
            let path = format!("{path}[{at}]");
            conditions.push(match draft {
                ConditionDraft::Is(name, answers) => {
                    let at = self.capabilities.find(&name, &format!("{path}.capability"), faults);
                    Condition::Is { capability: CapabilityIx::new(at), answers }
                }
                ConditionDraft::Any(any) => {
                    if any.is_empty() {
                        faults.add(format!("{path}.any"), "expected at least one condition");
                    }
                    Condition::Any(self.conditions(any, &format!("{path}.any"), faults))
                }
            });
        }
        conditions
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
        let LevelDraft { name, summary, pays_off, .. } = draft;
        LevelText { level, name, summary, pays_off }
    };
    known.zip(drafts).map(text).collect()
}

fn check_keys(capabilities: &[Capability], faults: &mut Faults) {
    for (at, capability) in capabilities.iter().enumerate() {
        if capabilities[..at].iter().any(|other| other.key == capability.key) {
            let key = capability.key.number();
            faults.add(format!("$.capabilities[{at}].key"), format!("expected each key once, found {key} again"));
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
