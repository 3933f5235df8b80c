//! Files that a person picks or drops.

use std::fmt;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// A file that was picked; nothing of it is read yet.
#[derive(Clone, Debug)]
pub struct PickedFile(File);

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadError {
    /// It has more bytes than wanted.
    TooLarge {
        /// The most that is read, in bytes.
        most: u32,
    },
    /// The browser could not read it.
    Unreadable,
}

impl fmt::Display for UploadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { most } => write!(f, "expected at most {} MiB, found more", most >> 20),
            Self::Unreadable => f.write_str("expected a file that can be read, found that the browser cannot"),
        }
    }
}

impl PickedFile {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its text, if it has at most this many bytes.
    ///
    /// # Errors
    ///
    /// It is larger, or cannot be read.
    pub async fn text(&self, most: u32) -> Result<String, UploadError> {
        if self.0.size() > f64::from(most) {
            return Err(UploadError::TooLarge { most });
        }
        let text = JsFuture::from(self.0.text()).await.map_err(|_| UploadError::Unreadable)?;
        text.as_string().ok_or(UploadError::Unreadable)
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

/// The files that were dropped.
#[must_use]
pub fn dropped(event: &Event) -> Vec<PickedFile> {
    let event = event.dyn_ref::<DragEvent>();
    all(event.and_then(DragEvent::data_transfer).and_then(|data| data.files()))
}
