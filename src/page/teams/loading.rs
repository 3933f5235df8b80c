//! Reads what was imported, a little at a time: the page draws and answers in between.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{address, assets, clock, upload::PickedFile};
use crate::page::import::unread;
use crate::page::teams::board::{ImportedText, Kept, Reading};
use crate::page::teams::keeping;
use crate::route::parameter;
use crate::state::{Session, local_day};
use mlops_core::history::portfolio::Gathering;
use mlops_core::history::record::Record;
use mlops_core::link::{Kind, encode};
use mlops_core::model::Model;
use mlops_core::words;
use mlops_core::words::teams as say;

/// How long it reads before the page may draw, in milliseconds: less than a frame.
const SLICE: u64 = 10;
/// How many lines are read between two looks at the clock.
const LINES: usize = 8;
/// The largest file that is read, in bytes: some 600,000 links.
const MAX_FILE_BYTES: u32 = 64 * 1024 * 1024;

/// A text as it is imported: one assessment file, or lines.
#[must_use]
pub fn imported(name: String, text: String) -> ImportedText {
    let first = text.trim_start();
    // Lines that are assessment files end with what they begin with.
    let is_file = first.starts_with('{') && !first.lines().next().unwrap_or_default().trim_end().ends_with('}');
    ImportedText { name, text, is_file }
}

/// Reads some texts after whatever is being read, and keeps them.
pub fn read(model: &'static Model, texts: Vec<ImportedText>) {
    Kept::get().is_new.set(true);
    enqueue(model, texts);
}

fn enqueue(model: &'static Model, texts: Vec<ImportedText>) {
    let kept = Kept::get();
    kept.waiting.update(|waiting| waiting.extend(texts));
    if kept.reading.with_untracked(Option::is_none) {
        kept.reading.set(Some(Reading::default()));
        leptos::task::spawn_local(read_waiting(model, kept));
    }
}

/// Reads files that were picked or dropped.
pub fn read_files(model: &'static Model, files: Vec<PickedFile>) {
    leptos::task::spawn_local(async move {
        let kept = Kept::get();
        let (mut texts, mut refused) = (Vec::new(), Vec::new());
        for file in files {
            match file.text(MAX_FILE_BYTES).await {
                Ok(text) => texts.push(imported(file.name(), text)),
                Err(error) => refused.push(unread(&file.name(), error)),
            }
        }
        kept.said.set(refused.join(" "));
        if !texts.is_empty() {
            read(model, texts);
        }
    });
}

/// Takes every assessment that is saved in this browser.
pub fn read_saved(session: Session) {
    let model = session.model;
    let mut text = String::new();
    for assessment in session.every_saved() {
        let payload = Record::of(model, &assessment, local_day(assessment.updated))
            .and_then(|record| encode(model, Kind::Result, &record.to_shared(model, false, false)).ok());
        if let Some(payload) = payload {
            text.push_str(&format!("{}\t{payload}\n", words::title(&assessment.title)));
        }
    }
    if text.is_empty() {
        Kept::get().said.set(say::NONE_SAVED.to_owned());
    } else {
        read(model, vec![ImportedText { name: String::new(), text, is_file: false }]);
    }
}

/// Reads what the address names, or else what this browser kept; once.
pub fn begin(model: &'static Model) {
    let kept = Kept::get();
    if kept.is_begun.get_untracked() {
        return;
    }
    kept.is_begun.set(true);
    leptos::task::spawn_local(async move {
        let Some(name) = parameter(&address::query(), "teams") else {
            let texts = keeping::kept(model).await;
            if !texts.is_empty() {
                kept.kept.set(say::KEPT);
                enqueue(model, texts);
            }
            return;
        };
        let Some(whole) = address::on_this_site(&name) else {
            kept.said.set(format!("{} {name}", say::ELSEWHERE));
            return;
        };
        match assets::text(&whole).await {
            Ok(text) => enqueue(model, vec![imported(name, text)]),
            Err(_) => kept.said.set(format!("{} {name}", say::MISSING)),
        }
    });
}

/// Ends the reading.
pub fn stop() {
    Kept::get().is_stopped.set(true);
}

/// Throws all teams away, here and in what is kept.
pub fn forget() {
    let kept = Kept::get();
    kept.teams.set(None);
    kept.imported.set(Vec::new());
    kept.query.set(Default::default());
    kept.kept.set("");
    kept.said.set(say::FORGOTTEN.to_owned());
    leptos::task::spawn_local(keeping::forget());
}

/// Reads everything that waits. What is read takes the place of the teams only once all of it is there.
async fn read_waiting(model: &'static Model, kept: Kept) {
    kept.is_stopped.set(false);
    // So that what is said of it is on the page before the work begins.
    clock::pause().await;
    let so_far = kept.teams.get_untracked();
    let mut gathering = so_far.map_or_else(|| Gathering::new(model), |teams| teams.gather_more());
    let mut read = Vec::new();
    loop {
        let next = kept.waiting.try_update(|waiting| (!waiting.is_empty()).then(|| waiting.remove(0))).flatten();
        let Some(next) = next else { break };
        if !gather(&kept, &mut gathering, &next).await {
            kept.waiting.set(Vec::new());
            kept.reading.set(None);
            kept.said.set(say::STOPPED.to_owned());
            return;
        }
        read.push(next);
    }
    let teams = Arc::new(gathering.finish());
    kept.said.set(words::history::gathered(&teams));
    kept.active.set((0, 0));
    kept.teams.set(Some(teams));
    kept.reading.set(None);
    kept.imported.update(|imported| imported.extend(read));
    if kept.is_new.get_untracked() {
        kept.is_new.set(false);
        let word = keeping::keep(model, kept.imported.get_untracked()).await;
        kept.kept.set(word);
    }
}

/// Reads one text; false where it was stopped.
async fn gather(kept: &Kept, gathering: &mut Gathering<'static>, imported: &ImportedText) -> bool {
    let ImportedText { name, text, is_file } = imported;
    if *is_file {
        gathering.push_file(name, text);
        return true;
    }
    gathering.begin(name);
    let mut at = 0;
    loop {
        let begun = clock::now();
        while at < text.len() && clock::now() < begun + SLICE {
            at = gathering.push_lines(text, at, LINES);
        }
        if at >= text.len() {
            return true;
        }
        kept.reading.set(Some(Reading {
            name: name.clone(),
            done: at,
            of: text.len(),
            results: gathering.loaded(),
            bad: gathering.refused(),
        }));
        clock::pause().await;
        if kept.is_stopped.get_untracked() {
            return false;
        }
    }
}
