//! Files that a person picks or drops.

use std::cell::Cell;
use std::mem::forget;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

use super::listener::Listener;
pub use super::types::UploadError;
use super::window;

/// What some editors on Windows begin a file with.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// A file that was picked; nothing of it is read yet.
#[derive(Clone, Debug)]
pub struct PickedFile(File);

impl PickedFile {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its text, if it has at most this many bytes; without the mark that some editors put first.
    ///
    /// # Errors
    ///
    /// It is larger, is no UTF-8, or cannot be read.
    pub async fn text(&self, most: u32) -> Result<String, UploadError> {
        if self.0.size() > f64::from(most) {
            return Err(UploadError::TooLarge { most });
        }
        let bytes = JsFuture::from(self.0.array_buffer()).await.map_err(|_| UploadError::Unreadable)?;
        // Not `File::text`: that makes replacement characters of whatever is no UTF-8, and they would be kept as answers.
        let text = String::from_utf8(Uint8Array::new(&bytes).to_vec()).map_err(|_| UploadError::NotText)?;
        Ok(match text.strip_prefix(BYTE_ORDER_MARK) {
            Some(text) => text.to_owned(),
            None => text,
        })
    }
}

fn all(files: Option<FileList>) -> Vec<PickedFile> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.get(at)).map(PickedFile).collect()
}

/// Takes the files out of an input, so that the same ones can be picked again.
fn taken(input: Option<HtmlInputElement>) -> Vec<PickedFile> {
    let files = all(input.as_ref().and_then(HtmlInputElement::files));
    if let Some(input) = input {
        input.set_value("");
    }
    files
}

/// The files of an input that changed, which is empty then.
#[must_use]
pub fn picked(event: &Event) -> Vec<PickedFile> {
    taken(event.target().and_then(|target| target.dyn_into().ok()))
}

/// The files that were picked in an input of the document, or dropped on it, before this program was here. Until then the
/// script in the document keeps what is dropped, so that the browser does not leave the page for it.
#[must_use]
pub fn waiting(input_id: &str) -> Vec<PickedFile> {
    let Some(window) = window() else { return Vec::new() };
    let input = window.document().and_then(|document| document.get_element_by_id(input_id));
    let mut found = taken(input.and_then(|input| input.dyn_into().ok()));
    let dropped = Reflect::get(&window, &DROPPED.into()).ok();
    found.extend(all(dropped.and_then(|dropped| dropped.dyn_into::<FileList>().ok())));
    found
}

/// Where the script in the document keeps what is dropped.
const DROPPED: &str = "droppedFiles";

thread_local! {
    /// How many listeners there are that want what is dropped for themselves.
    static WANTED: Cell<usize> = const { Cell::new(0) };
}

/// Listens to files being dropped until it is dropped itself.
#[must_use]
pub struct DropListener(#[allow(dead_code, reason = "held for its drop")] Option<Listener>);

impl Drop for DropListener {
    fn drop(&mut self) {
        WANTED.set(WANTED.get().saturating_sub(1));
    }
}

/// Calls `on_event` with the files that are dropped anywhere on the page, and nobody else for as long as it listens.
pub fn on_drop(on_event: impl Fn(Vec<PickedFile>) + 'static) -> DropListener {
    WANTED.set(WANTED.get() + 1);
    DropListener(listener(on_event))
}

/// Calls `on_event`, for as long as the program runs, with the files that are dropped on a page that has no use of its own for
/// them. Without a listener the browser would leave the page and show the file.
pub fn on_other_drop(on_event: impl Fn(Vec<PickedFile>) + 'static) {
    let over = window().map(|window| Listener::new(&window, "dragover", |event| event.prevent_default()));
    let dropped = listener(move |files| {
        if WANTED.get() == 0 {
            on_event(files);
        }
    });
    forget((over, dropped));
}

fn listener(on_event: impl Fn(Vec<PickedFile>) + 'static) -> Option<Listener> {
    let window = window()?;
    Some(Listener::new(&window, "drop", move |event| {
        event.prevent_default();
        let dropped = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        on_event(all(dropped.and_then(|data| data.files())));
    }))
}
