//! Files that a person picks or drops.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement, window};

use super::listener::Listener;
pub use super::types::UploadError;

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

/// The files of an input that changed. The input is emptied, so that the same file can be picked again.
#[must_use]
pub fn picked(event: &Event) -> Vec<PickedFile> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let files = all(input.as_ref().and_then(HtmlInputElement::files));
    if let Some(input) = input {
        input.set_value("");
    }
    files
}

/// Listens to files being dropped until it is dropped itself.
#[must_use]
pub struct DropListener(#[allow(dead_code, reason = "held for its drop")] [Option<Listener>; 2]);

/// Calls `heard` with the files that are dropped anywhere on the page. Without a listener the browser would leave the
/// page and show the file.
pub fn on_drop(heard: impl Fn(Vec<PickedFile>) + 'static) -> DropListener {
    let Some(window) = window() else { return DropListener([None, None]) };
    let over = Listener::new(&window, "dragover", |event| event.prevent_default());
    let drop = Listener::new(&window, "drop", move |event| {
        event.prevent_default();
        let dropped = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        heard(all(dropped.and_then(|data| data.files())));
    });
    DropListener([Some(over), Some(drop)])
}
