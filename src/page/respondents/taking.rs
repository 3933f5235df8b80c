//! Links and files of other people, pasted, picked or dropped, any number at once.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::event;
use crate::browser::upload::{self, PickedFile};
use crate::page::import::unread;
use crate::ui::control::{actions, button};
use crate::ui::element::{Element, el, nothing, reactive};
use crate::ui::faults::fault_list;
use mlops_core::history::gathered::{Found, find};
use mlops_core::model::Model;
use mlops_core::words::respondents as say;

/// The largest file that is read at all, in bytes.
const MAX_FILE_BYTES: u32 = 4 * 1024 * 1024;

/// What was read at once.
#[derive(Clone, Debug, Default)]
pub struct ReadAnswers {
    /// Whose answers are in it.
    pub found: Found,
    /// What of it could not be read, in words.
    pub faults: Vec<String>,
}

impl ReadAnswers {
    fn read(&mut self, model: &Model, source: &str, text: &str) {
        let mut found = find(model, text);
        let told = found.faults.drain(..).map(|(number, error)| say::fault(source, number, &error));
        self.faults.extend(told);
        self.found.join(found);
    }
}

/// A field for links and one for files. `on_read` gets what was read from either.
pub fn taking(model: &'static Model, on_read: impl Fn(ReadAnswers) + 'static) -> Element {
    let on_read: Rc<dyn Fn(ReadAnswers)> = Rc::new(on_read);
    let text = RwSignal::new(String::new());
    let pasted = Rc::clone(&on_read);
    let read = move || {
        let mut answers = ReadAnswers::default();
        answers.read(model, "", &text.get_untracked());
        if answers.faults.is_empty() {
            text.set(String::new());
        }
        pasted(answers);
    };
    let read_files = move |files: Vec<PickedFile>| {
        let on_read = Rc::clone(&on_read);
        leptos::task::spawn_local(async move {
            let mut answers = ReadAnswers::default();
            for file in files {
                let name = file.name();
                match file.text(MAX_FILE_BYTES).await {
                    Ok(text) => answers.read(model, &name, &text),
                    Err(error) => answers.faults.push(unread(&name, error)),
                }
            }
            on_read(answers);
        });
    };
    let picked = read_files.clone();
    // Dropped files may land anywhere on the page, for as long as this part of it is there.
    upload::on_drop(read_files);
    let area = el("textarea")
        .id("links")
        .attr("rows", "4")
        .attr("spellcheck", "false")
        .value(move || text.get())
        .on("input", move |typed| text.set(event::value(&typed)));
    let input = el("input")
        .id("people-files")
        .attr("type", "file")
        .flag("multiple", true)
        .attr("accept", ".json,.jsonl,.txt,application/json,text/plain")
        .on("change", move |event| picked(upload::picked(&event)));
    el("div")
        .class("taking")
        .child(el("label").class("field").child(el("span").child(say::PASTE)).child(area))
        .child(actions().child(button(say::READ, read)))
        .child(el("label").class("field").child(el("span").child(say::FILES)).child(input))
}

/// What could not be read, and why; nothing where all could.
#[must_use]
pub fn fault_notice(faults: RwSignal<Vec<String>>) -> AnyView {
    reactive(move || {
        let told = faults.get();
        if told.is_empty() {
            return nothing();
        }
        el("div").class("notice is-warning").attr("role", "alert").child(fault_list(told)).into_any()
    })
}
