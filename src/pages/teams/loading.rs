//! Reads imported texts in small slices, so that the page stays responsive.

use std::collections::VecDeque;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{assets, clock, dom, file::PickedFile, location};
use crate::pages::import::text_of;
use crate::pages::teams::import::UNDO;
use crate::pages::teams::storage;
use crate::route::parameter;
use crate::state::published;
use crate::state::teams::{ForgottenTeams, ImportedText, Progress, Teams};
use crate::state::{Library, local_day, now};
use mlops_core::history::record::Record;
use mlops_core::link::{LinkKind, LinkOptions, encode};
use mlops_core::model::Model;
use mlops_core::portfolio::{PortfolioReader, is_one_file, lines_with_ends, published_line};
use mlops_core::words;
use mlops_core::words::teams as say;

/// How long lines are read before the page may draw, in milliseconds. Less than one frame.
const SLICE_MS: u64 = 10;
/// The number of lines that are read before the time is checked.
const LINES: usize = 8;
/// The largest file that is read, in bytes. It has room for about 600,000 links.
const MAX_FILE_BYTES: u32 = 64 * 1024 * 1024;

impl ImportedText {
    /// A pasted text, or the text of a file.
    #[must_use]
    pub fn new(name: String, text: String) -> Self {
        let is_file = is_one_file(&text);
        Self { name, text, is_file }
    }
}

impl Teams {
    /// Reads texts after those that are being read, and stores them.
    pub fn import(self, model: &'static Model, texts: Vec<ImportedText>) {
        self.is_unsaved.set_value(true);
        self.enqueue(model, texts);
    }

    fn enqueue(self, model: &'static Model, texts: Vec<ImportedText>) {
        self.undo.set(None);
        self.queue.update_value(|queue| queue.extend(texts));
        if self.progress.with_untracked(Option::is_none) {
            self.progress.set(Some(Progress::default()));
            spawn_local(self.read_queue(model));
        }
    }

    /// Reads files that were picked or dropped.
    pub fn import_files(self, model: &'static Model, files: Vec<PickedFile>) {
        let forgotten = self.forgotten.get_value();
        spawn_local(async move {
            let (mut texts, mut errors) = (Vec::new(), Vec::new());
            for file in files {
                match text_of(&file, MAX_FILE_BYTES).await {
                    Ok(text) => texts.push(ImportedText::new(file.name(), text)),
                    Err(why) => errors.push(why),
                }
            }
            if self.is_forgotten_since(forgotten) {
                return;
            }
            self.message.set(errors.join(" "));
            if !texts.is_empty() {
                self.import(model, texts);
            }
        });
    }

    /// Adds every assessment that is saved in this browser.
    pub fn import_saved(self, model: &'static Model, library: Library) {
        // The title is in the line. The other parts are not shown for many teams.
        let parts = LinkOptions { business_unit: true, ..LinkOptions::default() };
        let mut text = String::new();
        for assessment in library.all() {
            let payload = Record::of(model, &assessment, local_day(assessment.answered_at()))
                .and_then(|record| encode(model, LinkKind::Result, &record.to_shared(model, &parts)).ok());
            if let Some(payload) = payload {
                text.push_str(&format!("{}\t{payload}\n", words::title(&assessment.title)));
            }
        }
        if text.is_empty() {
            self.message.set(say::NONE_SAVED.to_owned());
        } else {
            self.import(model, vec![ImportedText { name: String::new(), text, is_file: false }]);
        }
    }

    /// Reads the file that the address names, or else the stored teams. Does so only once.
    pub fn start(self, model: &'static Model) {
        if self.is_started.get_value() {
            return;
        }
        self.is_started.set_value(true);
        let forgotten = self.forgotten.get_value();
        spawn_local(async move {
            let Some(name) = parameter(&location::query(), "teams") else {
                let texts = storage::load(model).await;
                if !texts.is_empty() && !self.is_forgotten_since(forgotten) {
                    self.storage_message.set(say::KEPT.to_owned());
                    self.enqueue(model, texts);
                }
                return;
            };
            let Some(url) = location::on_this_site(&name) else {
                self.message.set(format!("{} {name}", say::ELSEWHERE));
                return;
            };
            match assets::text(&url).await {
                Ok(_) if self.is_forgotten_since(forgotten) => {}
                Ok(text) => self.enqueue(model, vec![ImportedText::new(name, text)]),
                Err(_) => self.message.set(format!("{} {name}", say::MISSING)),
            }
        });
    }

    /// Stops reading. Nothing of the texts that are being read is added.
    pub fn stop(self) {
        self.is_stopped.set_value(true);
    }

    fn is_forgotten_since(self, forgotten: u32) -> bool {
        self.forgotten.get_value() != forgotten
    }

    /// Removes all teams from the page and from the storage, and those that are still being read.
    pub fn forget(self) {
        self.forgotten.update_value(|forgotten| *forgotten += 1);
        self.queue.update_value(VecDeque::clear);
        self.progress.set(None);
        let imported = self.imported.try_update_value(std::mem::take).unwrap_or_default();
        let forgotten = self.portfolio.get_untracked().map(|portfolio| ForgottenTeams { portfolio, imported });
        self.undo.set(forgotten);
        self.portfolio.set(None);
        self.query.set(Default::default());
        self.storage_message.set(String::new());
        self.message.set(say::FORGOTTEN.to_owned());
        spawn_local(storage::clear());
        // The pressed button is removed.
        dom::focus_next_frame(UNDO);
    }

    /// Reads everything in the queue. The page shows the new teams only when all of them are read.
    async fn read_queue(self, model: &'static Model) {
        let forgotten = self.forgotten.get_value();
        self.is_stopped.set_value(false);
        // Draws the progress before reading begins.
        clock::pause().await;
        let known = self.portfolio.get_untracked().filter(|portfolio| !portfolio.is_empty());
        let mut reader = known.map_or_else(|| PortfolioReader::new(model), |portfolio| portfolio.reader());
        let mut read = Vec::new();
        while let Some(next) = self.queue.try_update_value(|queue| queue.pop_front()).flatten() {
            let is_read = self.read(&mut reader, &next, forgotten).await;
            if self.is_forgotten_since(forgotten) {
                return;
            }
            if !is_read {
                self.queue.update_value(|queue| queue.clear());
                self.progress.set(None);
                self.message.set(say::STOPPED.to_owned());
                return;
            }
            read.push(next);
        }
        let portfolio = Arc::new(reader.finish());
        let ahead = words::teams::dated_ahead(portfolio.dated_after(local_day(now())));
        let says = std::iter::once(words::teams::were_read(&portfolio)).chain(ahead).collect::<Vec<_>>();
        self.message.set(says.join(" "));
        self.active.set((0, 0));
        self.portfolio.set(Some(portfolio));
        self.progress.set(None);
        // The page with teams has replaced the one with the pressed button.
        dom::after_frames(|| {
            if dom::is_focus_free() {
                dom::focus_first_heading();
            }
        });
        if !untrack(|| self.has_some()) {
            return;
        }
        self.imported.update_value(|imported| imported.extend(read));
        if self.is_unsaved.get_value() {
            self.is_unsaved.set_value(false);
            let imported = self.imported.get_value();
            let stored = storage::store(model, &imported).await;
            if self.is_forgotten_since(forgotten) {
                return storage::clear().await;
            }
            self.storage_message.set(stored.to_owned());
        }
    }

    /// Restores the teams that were forgotten last, on the page and in the storage.
    pub fn undo_forget(self, model: &'static Model) {
        let Some(ForgottenTeams { portfolio, imported }) = self.undo.try_update(Option::take).flatten() else {
            return;
        };
        self.message.set(words::teams::were_read(&portfolio));
        self.portfolio.set(Some(portfolio));
        self.imported.set_value(imported.clone());
        dom::focus_first_heading();
        spawn_local(async move { self.storage_message.set(storage::store(model, &imported).await.to_owned()) });
    }

    /// Reads one text. Returns `false` if the person stopped it or forgot the teams.
    async fn read(self, reader: &mut PortfolioReader<'static>, imported: &ImportedText, forgotten: u32) -> bool {
        let ImportedText { name, text, is_file } = imported;
        if text.trim().is_empty() {
            reader.push_empty(name);
            return true;
        }
        if *is_file {
            reader.push_file(name, text);
            return true;
        }
        reader.begin(name);
        let mut at = 0;
        loop {
            let begun = clock::now();
            while at < text.len() && clock::now() < begun + SLICE_MS {
                let line = lines_with_ends(&text[at..]).next().unwrap_or_default();
                if let Some(published) = published_line(line) {
                    at += line.len();
                    let found = published::read_line(reader.model(), &published).await;
                    reader.push_published(published, found.as_ref().map_err(Clone::clone));
                } else {
                    at = reader.push_lines(text, at, LINES);
                }
            }
            if at >= text.len() {
                return true;
            }
            self.progress.set(Some(Progress {
                name: name.clone(),
                bytes: at,
                all_bytes: text.len(),
                results: reader.loaded(),
                bad_lines: reader.refused(),
            }));
            clock::pause().await;
            if self.is_stopped.get_value() || self.is_forgotten_since(forgotten) {
                return false;
            }
        }
    }
}
