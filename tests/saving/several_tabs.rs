//! Several tabs with one assessment, which see each other's writes late and in any order.

use std::collections::BTreeMap;

use mlops_core::assessment::Assessment;
use mlops_core::assessment::file;
use mlops_core::assessment::stamp::Stamp;
use mlops_core::model::answer::Answer;
use mlops_core::scoring::case::Scope;
use mlops_maturity::state::library::store::mirror::{MirrorEntry, keys};
use mlops_maturity::state::library::store::{AssessmentStore, SaveStatus, StoredEntry};

use crate::stores::{ASSESSMENT, Memory, NOW, Tab, answer, fresh, ids, library, moment, said};

/// Delivers all storage events, in turns, until there are none.
fn deliver_all<const N: usize>(tabs: &[Tab; N], libraries: &mut [AssessmentStore<Tab>; N]) {
    loop {
        let mut is_quiet = true;
        for (tab, library) in tabs.iter().zip(libraries.iter_mut()) {
            if let Some(write) = tab.hear() {
                is_quiet = false;
                library.storage_changed(Some(&write.key), write.text.as_deref());
            }
        }
        if is_quiet {
            return;
        }
    }
}

#[test]
fn an_answer_here_and_its_clearing_there_end_in_a_few_writes_and_alike() {
    let tabs = Tab::several::<2>();
    let mut libraries = [library(tabs[0].clone(), "a"), library(tabs[1].clone(), "b")];
    let shown = answer(&mut libraries[0], &fresh("one"), ids()[1], Answer::Yes, NOW);
    deliver_all(&tabs, &mut libraries);
    let there = libraries[1].open("one").unwrap();
    // Neither tab sees the other's write before its own.
    answer(&mut libraries[0], &shown, ids()[0], Answer::Yes, NOW + 1);
    answer(&mut libraries[1], &there, ids()[0], None, NOW + 2);
    answer(&mut libraries[1], &there, ids()[1], None, NOW + 3);
    let before = tabs[0].written();
    deliver_all(&tabs, &mut libraries);
    assert!(tabs[0].written() - before <= 8, "{} writes", tabs[0].written() - before);
    for library in &mut libraries {
        let Some(StoredEntry::Readable(found)) = library.get("one") else { panic!("it is gone") };
        // "Clear" on an unanswered question changes nothing; the other one does.
        assert_eq!((said(&found, ids()[0]), said(&found, ids()[1])), (Some(Answer::Yes), None));
    }
}

/// Random numbers that are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % bound as u64).unwrap()
    }
}

const TABS: usize = 3;
const STEPS: usize = 60;
const SEEDS: u64 = 400;

/// The last change of each part with its stamp, and when the assessment was last deleted or restored.
#[derive(Default)]
struct Latest {
    things: BTreeMap<String, (Stamp, String)>,
    deleted: Stamp,
    changed: Stamp,
}

impl Latest {
    fn note(&mut self, before: &Assessment, after: &Assessment) {
        let stamps = |one: &Assessment, name: &str| match name.strip_prefix("answers/") {
            Some(id) => one.responses.get(id).map(|response| response.stamp.clone()),
            None => one.changed.get(name).cloned(),
        };
        for one in before.differences(after) {
            let Some(stamp) = stamps(after, &one.name) else { continue };
            self.changed = self.changed.clone().max(stamp.clone());
            let thing = self.things.entry(one.name.clone()).or_default();
            if stamp > thing.0 {
                *thing = (stamp, says(after, &one.name));
            }
        }
    }
}

/// The value of one part of an assessment.
fn says(one: &Assessment, name: &str) -> String {
    match name.split_once('/') {
        Some(("answers", id)) => {
            let response = one.responses.get(id);
            format!("{:?} {:?}", said(one, id), response.map(|response| response.note.as_str()).unwrap_or_default())
        }
        Some(("plan", id)) => format!("{}", one.plan.get(id).is_some_and(|entry| entry.selected)),
        _ => match name {
            "title" => one.title.clone(),
            "scope" => one.scope.word().to_owned(),
            other => panic!("{other} is not changed here"),
        },
    }
}

struct Run {
    tabs: [Tab; TABS],
    libraries: [AssessmentStore<Tab>; TABS],
    shown: [Option<Assessment>; TABS],
    deleted: [Option<Assessment>; TABS],
    mirror: BTreeMap<String, String>,
    latest: Latest,
    changes: usize,
    now: u64,
}

impl Run {
    fn new() -> Self {
        let tabs = Tab::several::<TABS>();
        let libraries = std::array::from_fn(|at| AssessmentStore::new(tabs[at].clone(), format!("t{at}")));
        let mut run = Self {
            tabs,
            libraries,
            shown: Default::default(),
            deleted: Default::default(),
            mirror: BTreeMap::new(),
            latest: Latest::default(),
            changes: 0,
            now: NOW,
        };
        for library in &mut run.libraries {
            library.merge_mirror(Vec::new());
        }
        run.change(0, &fresh("one"), |one| one.title = "Begun".to_owned());
        run
    }

    fn change(&mut self, tab: usize, shown: &Assessment, change: impl FnOnce(&mut Assessment)) {
        let newest = match self.libraries[tab].get("one") {
            Some(StoredEntry::Readable(newest)) => newest.merged_with(shown),
            _ => shown.clone(),
        };
        let after = self.libraries[tab].change(shown, self.now, change);
        self.latest.note(&newest, &after);
        self.shown[tab] = Some(after);
        self.changes += 1;
    }

    /// One action of a person or of the browser in one tab.
    fn step(&mut self, chance: &mut Chance) {
        // Clocks sometimes stop or go back.
        self.now = (self.now + chance.below(4) as u64).saturating_sub(if chance.below(20) == 0 { 50 } else { 0 });
        let tab = chance.below(TABS);
        let shown = self.shown[tab].clone();
        let id = ids()[chance.below(5)];
        let number = chance.below(5);
        match (chance.below(14), shown) {
            (0..=3, _) => self.hear(tab),
            (4, _) => self.mirror(tab),
            (5, _) => {
                self.shown[tab] = self.libraries[tab].open("one").or(self.shown[tab].take());
            }
            (6, _) => {
                if let Some(deleted) = self.libraries[tab].delete("one", self.now) {
                    self.latest.deleted = self.latest.deleted.clone().max(tombstone(&self.tabs[tab]));
                    self.deleted[tab] = Some(deleted);
                    self.changes += 1;
                }
            }
            (7, _) => {
                if let Some(deleted) = self.deleted[tab].take() {
                    self.libraries[tab].merge(deleted);
                    self.latest.changed = self.latest.changed.clone().max(tombstone(&self.tabs[tab]));
                    self.changes += 1;
                }
            }
            (8 | 9, Some(shown)) => self.change(tab, &shown, |one| {
                one.respond(id, moment(), |response| response.value = Some(Answer::ALL[number]));
            }),
            (10, Some(shown)) => self.change(tab, &shown, |one| {
                one.respond(id, moment(), |response| response.value = None);
            }),
            (11, Some(shown)) => self.change(tab, &shown, |one| {
                one.respond(id, moment(), |response| response.note = format!("note {number}"));
            }),
            (12, Some(shown)) => self.change(tab, &shown, |one| {
                one.decide(id, moment(), |entry| entry.selected = number > 2);
            }),
            (13, Some(shown)) if number > 2 => self.change(tab, &shown, |one| {
                one.scope = if one.scope == Scope::Full { Scope::Essentials } else { Scope::Full };
            }),
            (13, Some(shown)) => self.change(tab, &shown, |one| one.title = format!("Team {number}")),
            _ => {}
        }
    }

    fn hear(&mut self, tab: usize) {
        let Some(write) = self.tabs[tab].hear() else { return };
        self.libraries[tab].storage_changed(Some(&write.key), write.text.as_deref());
        // As the page does: it shows the newest copy, or what it showed when that was deleted.
        if let (Some(_), Some(StoredEntry::Readable(newest))) = (&self.shown[tab], self.libraries[tab].get("one")) {
            self.shown[tab] = Some(*newest);
        }
    }

    /// One transaction of the mirror.
    fn mirror(&mut self, tab: usize) {
        let dirty = self.libraries[tab].next_batch();
        for id in dirty.ids() {
            let names = keys(id);
            let there = MirrorEntry { text: self.mirror.remove(&names[0]), tombstone: self.mirror.remove(&names[1]) };
            let shall = self.libraries[tab].merged_for_mirror(id, there);
            let [text, tombstone] = names;
            self.mirror.extend(shall.text.map(|shall| (text, shall)));
            self.mirror.extend(shall.tombstone.map(|shall| (tombstone, shall)));
        }
        self.libraries[tab].mark_mirrored(&dirty);
    }

    fn settle(&mut self) {
        for _ in 0..10_000 {
            let before: Vec<usize> = self.tabs.iter().map(|tab| tab.written()).collect();
            let mut is_quiet = true;
            for tab in 0..TABS {
                while let Some(write) = self.tabs[tab].hear() {
                    is_quiet = false;
                    self.libraries[tab].storage_changed(Some(&write.key), write.text.as_deref());
                }
            }
            if is_quiet && before[0] == self.tabs[0].written() {
                (0..TABS).for_each(|tab| self.mirror(tab));
                return;
            }
        }
        panic!("the tabs never stop writing");
    }
}

/// The stamp of the tombstone that the tab sees.
fn tombstone(tab: &Tab) -> Stamp {
    use mlops_maturity::state::library::store::TextStorage;
    let text = tab.read("mlops-maturity:life:one").unwrap().unwrap_or_default();
    let words: Vec<&str> = text.split(' ').collect();
    match words[..] {
        [_, at, by, _] => Stamp { at: at.parse().unwrap(), by: by.to_owned() },
        _ => Stamp::default(),
    }
}

#[test]
fn after_any_interleaving_all_copies_are_equal_and_have_the_latest_of_everything() {
    let (mut writes, mut changes, mut gone) = (0, 0, 0);
    for seed in 0..SEEDS {
        let mut chance = Chance(seed);
        let mut run = Run::new();
        (0..STEPS).for_each(|_| run.step(&mut chance));
        run.settle();
        let found: Vec<Option<Assessment>> = run
            .libraries
            .iter_mut()
            .map(|library| match library.get("one") {
                Some(StoredEntry::Readable(found)) => Some(*found),
                None => None,
                other => panic!("seed {seed}: {other:?}"),
            })
            .collect();
        assert!(found.iter().all(|one| *one == found[0]), "seed {seed}: the tabs disagree");
        let mirrored = run.mirror.get(&format!("{ASSESSMENT}one"));
        let mirrored = mirrored.map(|text| file::read_stored(text).unwrap());
        assert_eq!(mirrored, found[0], "seed {seed}: the mirror disagrees");
        assert!(run.libraries.iter().all(|library| library.status() != SaveStatus::Saving), "seed {seed}");
        // It exists exactly if it was changed or restored after its last deletion.
        assert_eq!(found[0].is_some(), run.latest.changed > run.latest.deleted, "seed {seed}");
        if let Some(found) = &found[0] {
            for (name, (_, value)) in &run.latest.things {
                assert_eq!(&says(found, name), value, "seed {seed}: the latest of {name} is lost");
            }
        }
        let written = run.tabs[0].written();
        assert!(written <= 12 * run.changes + 12, "seed {seed}: {written} writes for {} changes", run.changes);
        (writes, changes, gone) = (writes + written, changes + run.changes, gone + usize::from(found[0].is_none()));
    }
    println!("{changes} changes, {writes} writes, {gone} gone");
    assert!(changes > 5_000 && gone > 20 && gone < 300, "{changes} changes, {writes} writes, {gone} gone");
}

#[test]
fn nothing_that_is_saved_is_lost_when_the_browser_crashes_with_any_part_on_disk() {
    let mut crashes = 0;
    for seed in 1_000..1_000 + SEEDS {
        let mut chance = Chance(seed);
        let mut run = Run::new();
        let steps = chance.below(STEPS);
        (0..steps).for_each(|_| run.step(&mut chance));
        let is_said: Vec<bool> = run.libraries.iter().map(|library| library.status() == SaveStatus::Saved).collect();
        let said_saved: Vec<Option<Assessment>> =
            (0..TABS).map(|tab| run.shown[tab].clone().filter(|_| is_said[tab])).collect();
        // localStorage is written to disk late: any first part of the writes may be there.
        let disk: Memory = run.tabs[0].on_disk(chance.below(run.tabs[0].written() + 1));
        let mut after = AssessmentStore::new(disk, "after".to_owned());
        after.merge_mirror(run.mirror.into_iter().collect());
        let Some(StoredEntry::Readable(found)) = after.get("one") else {
            let may_be_gone = run.latest.deleted > Stamp::default() || said_saved.iter().all(Option::is_none);
            assert!(may_be_gone, "seed {seed}: it is gone and was never deleted");
            continue;
        };
        crashes += 1;
        for shown in said_saved.iter().flatten() {
            let lost: Vec<_> = found.differences(shown).into_iter().filter(|one| one.is_newer_there).collect();
            assert_eq!(lost, [], "seed {seed}");
        }
    }
    println!("{crashes} crashes with something to find");
    assert!(crashes > 200, "{crashes}");
}
