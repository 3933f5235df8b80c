//! A scan: a folder is listed, the person sees what will be read, and then its files are read and searched in small
//! slices, so that the page stays responsive. Only paths, lines and the sentences of signals are stored.

use std::collections::HashMap;
use std::sync::OnceLock;

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::folder::{self, Item, OpenFile, PickError, PickedFolder};
use crate::browser::{clock, dom, file};
use crate::custom_model;
use crate::state::{OpenAssessment, ProposalStore, local_day, now};
use mlops_core::evidence::proposals::{KnownBy, Proposals};
use mlops_core::evidence::shown::ShownProposals;
use mlops_core::evidence::signals::{self, Signals};
use mlops_core::evidence::{FolderScan, GIT_HEAD, Listed, Scanner};
use mlops_core::model::Model;
use mlops_core::words::{evidence, scan as say};

/// How long files are listed or searched before the page may draw, in milliseconds.
const SLICE_MS: u64 = 30;
/// The number of files that are listed before the time is checked.
const LISTED_AT_ONCE: usize = 100;
/// The number of files that are read in parallel, which bounds the memory.
const BATCH_FILES: usize = 32;
const BATCH_BYTES: u64 = 1024 * 1024;
const MADE_BY: &str = concat!("mlops-maturity ", env!("CARGO_PKG_VERSION"));
const GIT_FOLDER: &str = ".git";

/// The step that the scan is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanStep {
    /// No folder is picked yet.
    Waiting,
    Listing,
    /// The person decides whether to read the listed files.
    Listed,
    Reading,
}

/// An error as sentences: what happened, what is safe, what to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorText {
    pub says: String,
    pub faults: Vec<String>,
}

/// A folder before it is read.
#[derive(Clone, Debug, Default)]
pub struct ListedFolder {
    pub name: String,
    pub says: String,
    pub skipped: Vec<String>,
}

/// A folder that was read, with a sentence about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScannedFolder {
    pub name: String,
    pub says: String,
}

/// A listed folder that can be read: its files by the ids of the listing.
struct Readable {
    name: String,
    scan: FolderScan<'static>,
    files: HashMap<usize, OpenFile>,
}

/// The state of a scan. Copies share the same signals.
#[derive(Clone, Copy)]
pub struct Scan {
    pub step: RwSignal<ScanStep>,
    /// The number of finished files, and of all files if that is known.
    pub progress: RwSignal<(usize, Option<usize>)>,
    pub error_text: RwSignal<Option<ErrorText>>,
    pub folders: RwSignal<Vec<ScannedFolder>>,
    /// Facts that the scan did not find, with their titles.
    pub missing_facts: RwSignal<Vec<(String, String)>>,
    /// The ids of facts that the person states.
    pub stated: RwSignal<Vec<String>>,
    /// Whether the browser lets this page open its directory picker.
    pub has_picker: RwSignal<bool>,
    /// The proposals file to download.
    file: RwSignal<Option<String>>,
    /// The number of the current run. An earlier run sees that its number is outdated and ends.
    run: StoredValue<u32>,
    readable: StoredValue<Option<Readable>, LocalStorage>,
    scanned: StoredValue<Vec<(String, FolderScan<'static>)>, LocalStorage>,
    assessment: OpenAssessment,
    store: ProposalStore,
}

/// The signals of the questionnaire in use, compiled once.
static SCANNER: OnceLock<Scanner> = OnceLock::new();

pub(super) async fn scanner(model: &Model) -> Result<&'static Scanner, ErrorText> {
    if let Some(scanner) = SCANNER.get() {
        return Ok(scanner);
    }
    let error_text = |says: &str, faults: Vec<String>| ErrorText { says: says.to_owned(), faults };
    let text = custom_model::signals().await.map_err(|_| error_text(say::SIGNALS_MISSING, Vec::new()))?;
    let signals = signals::read(&text, model)
        .map_err(|faults| error_text(say::SIGNALS_DAMAGED, faults.iter().map(ToString::to_string).collect()))?;
    // Parsing takes a while, and so does compiling: let the page draw in between.
    clock::pause().await;
    let scanner = Scanner::new(signals).map_err(|error| error_text(say::SIGNALS_DAMAGED, vec![error.to_string()]))?;
    clock::pause().await;
    Ok(SCANNER.get_or_init(|| scanner))
}

/// Focuses the next control if the focused one was removed.
fn offer(id: &'static str) {
    dom::after_frames(move || {
        if dom::is_focus_free() {
            dom::focus(id);
        }
    });
}

/// Lets the page draw from time to time.
struct Slice(u64);

impl Slice {
    fn new() -> Self {
        Self(clock::now())
    }

    async fn pause_if_due(&mut self) {
        if clock::now().saturating_sub(self.0) >= SLICE_MS {
            clock::pause().await;
            self.0 = clock::now();
        }
    }
}

impl Scan {
    #[must_use]
    pub fn new() -> Self {
        Self {
            step: RwSignal::new(ScanStep::Waiting),
            progress: RwSignal::new((0, None)),
            error_text: RwSignal::new(None),
            folders: RwSignal::new(Vec::new()),
            missing_facts: RwSignal::new(Vec::new()),
            stated: RwSignal::new(Vec::new()),
            has_picker: RwSignal::new(folder::has_picker()),
            file: RwSignal::new(None),
            run: StoredValue::new(0),
            readable: StoredValue::new_local(None),
            scanned: StoredValue::new_local(Vec::new()),
            assessment: expect_context(),
            store: expect_context(),
        }
    }

    pub(super) fn model(self) -> &'static Model {
        self.assessment.model()
    }

    /// Ends the current run and begins a new one. Returns its number.
    pub(super) fn begin(self) -> u32 {
        self.readable.set_value(None);
        self.error_text.set(None);
        self.run.update_value(|run| *run += 1);
        self.run.get_value()
    }

    /// Whether another run has begun since, or the page was closed.
    pub(super) fn is_over(self, run: u32) -> bool {
        self.run.try_get_value() != Some(run)
    }

    pub(super) fn fail(self, error_text: ErrorText) {
        self.error_text.set(Some(error_text));
        self.step.set(ScanStep::Waiting);
    }

    fn fail_saying(self, says: &str) {
        self.fail(ErrorText { says: says.to_owned(), faults: Vec::new() });
    }

    /// Stops the current run. None of it is proposed.
    pub fn stop(self) {
        let was_busy = self.step.get_untracked() != ScanStep::Waiting;
        self.begin();
        if was_busy {
            self.fail_saying(say::STOPPED);
        }
    }

    /// Opens the directory picker of the browser.
    pub fn pick(self) {
        spawn_local(async move {
            match folder::pick().await {
                Ok(folder) => self.list(folder).await,
                Err(PickError::Cancelled) => {}
                Err(PickError::Refused) => {
                    self.has_picker.try_set(false);
                }
            }
        });
    }

    /// Opens the folder of a changed field.
    pub fn open_field(self, event: &Event) {
        match folder::picked(event) {
            Some(folder) => self.open_folder(folder),
            None => self.fail_saying(say::NOTHING_TO_READ),
        }
    }

    pub(super) fn open_folder(self, folder: PickedFolder) {
        spawn_local(self.list(folder));
    }

    /// Lists a folder: the files that have to be read, and their sizes.
    async fn list(self, folder: PickedFolder) {
        if self.run.try_get_value().is_none() {
            return;
        }
        let run = self.begin();
        self.progress.set((0, None));
        self.step.set(ScanStep::Listing);
        let scanner = scanner(self.model()).await;
        if self.is_over(run) {
            return;
        }
        let scanner = match scanner {
            Ok(scanner) if scanner.signals().signals.is_empty() => return self.fail_saying(say::NO_SIGNALS),
            Ok(scanner) => scanner,
            Err(error_text) => return self.fail(error_text),
        };
        let name = folder.name().to_owned();
        let mut listing = scanner.list(&name);
        let (mut walk, mut files, mut slice) = (folder.walk(), HashMap::new(), Slice::new());
        let (mut is_full, mut is_first) = (false, true);
        while let Some(items) = walk.next().await.filter(|_| !is_full) {
            if self.is_over(run) {
                return;
            }
            if std::mem::take(&mut is_first) && matches!(items[..], [Item::Unreadable]) {
                return self.fail_saying(say::UNREADABLE_FOLDER);
            }
            // One folder may contain very many files.
            let mut items = items.into_iter().peekable();
            while items.peek().is_some() && !is_full {
                let (mut ids, mut wanted) = (Vec::new(), Vec::new());
                for item in items.by_ref().take(LISTED_AT_ONCE) {
                    match item {
                        Item::Unreadable => listing.unreadable(),
                        Item::Folder(inner) => {
                            if inner.path == GIT_FOLDER {
                                listing.add(GIT_HEAD, 0);
                            }
                            if listing.enters(&inner.name) {
                                walk.enter(inner);
                            } else {
                                listing.skip(&inner.path);
                            }
                        }
                        Item::File(file) => match listing.add_path(&file.path) {
                            Listed::Full => is_full = true,
                            Listed::Noted => {}
                            Listed::Wanted(id) => {
                                ids.push(id);
                                wanted.push(file);
                            }
                        },
                    }
                }
                for (id, file) in ids.into_iter().zip(folder::open_all(wanted).await) {
                    // A file that the browser cannot open now counts as unreadable later.
                    if let Some(file) = file {
                        listing.set_size(id, file.size());
                        files.insert(id, file);
                    }
                }
                slice.pause_if_due().await;
                if self.is_over(run) {
                    return;
                }
                self.progress.set((listing.looked().files, None));
            }
        }
        let scan = listing.close();
        if scan.wanted().is_empty() && scan.looked().files == 0 {
            return self.fail_saying(say::NOTHING_TO_READ);
        }
        self.readable.set_value(Some(Readable { name, scan, files }));
        self.step.set(ScanStep::Listed);
        offer("scan-read");
    }

    /// The listed folder, in words.
    #[must_use]
    pub fn listed_folder(self) -> ListedFolder {
        self.readable.with_value(|readable| {
            readable.as_ref().map_or_else(ListedFolder::default, |Readable { name, scan, .. }| ListedFolder {
                name: name.clone(),
                says: evidence::to_read(scan.looked(), scan.wanted().len(), scan.wanted_bytes()),
                skipped: scan.looked().skipped.clone(),
            })
        })
    }

    /// Reads and searches the listed files, and proposes answers.
    pub fn read(self) {
        let Some(readable) = self.readable.try_update_value(Option::take).flatten() else { return };
        let run = self.begin();
        self.progress.set((0, Some(readable.scan.wanted().len())));
        self.step.set(ScanStep::Reading);
        offer("scan-cancel");
        spawn_local(self.read_files(run, readable));
    }

    async fn read_files(self, run: u32, readable: Readable) {
        let Readable { name, mut scan, mut files } = readable;
        let (mut slice, of, mut at) = (Slice::new(), scan.wanted().len(), 0);
        while at < of {
            let mut bytes = 0;
            let batch = scan.wanted()[at..].iter().take(BATCH_FILES).take_while(|file| {
                let is_first = bytes == 0;
                bytes += file.size.max(1);
                is_first || bytes <= BATCH_BYTES
            });
            let batch: Vec<Option<OpenFile>> = batch.map(|file| files.remove(&file.id)).collect();
            for content in folder::read_all(&batch).await {
                match content {
                    Some(content) => scan.read(at, &content),
                    None => scan.unreadable(),
                }
                at += 1;
                slice.pause_if_due().await;
                if self.is_over(run) {
                    return;
                }
            }
            self.progress.set((at, Some(of)));
        }
        clock::pause().await;
        if self.is_over(run) {
            return;
        }
        self.scanned.update_value(|scanned| {
            scanned.retain(|(other, _)| *other != name);
            scanned.push((name, scan));
        });
        self.propose();
        self.step.set(ScanStep::Waiting);
        offer("review-proposals");
    }

    /// Adds or removes a fact that the person states about the code.
    pub fn state_fact(self, id: &str, is_stated: bool) {
        self.stated.update(|facts| {
            facts.retain(|fact| fact != id);
            if is_stated {
                facts.push(id.to_owned());
            }
        });
        self.propose();
    }

    /// Proposes answers from the findings in all folders that were scanned on this page.
    fn propose(self) {
        let Some(scanner) = SCANNER.get() else { return };
        let stated = self.stated.get_untracked();
        let findings =
            self.scanned.with_value(|scanned| scanned.iter().map(|(_, scan)| scan.findings(&stated)).collect());
        let proposals = Proposals::of(self.model(), scanner.signals(), now(), MADE_BY, findings);
        let found = |fact: &str| {
            proposals
                .folders
                .iter()
                .flat_map(|folder| &folder.facts)
                .any(|one| one.id == fact && one.by == KnownBy::Found)
        };
        let facts = scanner.signals().scan.facts.iter().filter(|fact| !found(&fact.id));
        self.missing_facts.set(facts.map(|fact| (fact.id.clone(), fact.title.clone())).collect());
        self.show(scanner.signals(), proposals);
    }

    /// Shows proposals in the order of how much they narrow the levels of this assessment.
    pub(super) fn show(self, signals: &Signals, mut proposals: Proposals) {
        untrack(|| self.assessment.with_case(|case, _| proposals.order(case)));
        let has_proposals =
            |at| proposals.proposals.iter().flat_map(|one| &one.evidence).any(|place| place.folder == at);
        let folders = proposals.folders.iter().enumerate().map(|(at, folder)| ScannedFolder {
            name: folder.name.clone(),
            says: evidence::scanned(signals, folder, has_proposals(at)),
        });
        self.folders.set(folders.collect());
        let shown = ShownProposals::of(signals, &proposals, local_day(proposals.made));
        let capabilities: Vec<&str> = shown.proposals.iter().map(|one| one.capability.as_str()).collect();
        self.store.replace(&capabilities, &shown.write());
        self.file.set(Some(proposals.write()));
    }

    /// Removes every proposal. No answer is changed.
    pub fn forget(self) {
        self.begin();
        self.scanned.set_value(Vec::new());
        self.folders.set(Vec::new());
        self.missing_facts.set(Vec::new());
        self.stated.set(Vec::new());
        self.file.set(None);
        self.store.remove();
    }

    /// Removes the scanned folders, because a proposals file replaces them.
    pub(super) fn forget_folders(self) {
        self.scanned.set_value(Vec::new());
        self.missing_facts.set(Vec::new());
        self.stated.set(Vec::new());
    }

    /// Whether there is a proposals file to download. Follows changes.
    #[must_use]
    pub fn can_download(self) -> bool {
        self.file.with(Option::is_some)
    }

    pub fn download(self) {
        if let Some(text) = self.file.get_untracked() {
            // A browser that blocks a download reports that itself.
            file::save("proposals.json", "application/json", text.as_bytes()).ok();
        }
    }
}
