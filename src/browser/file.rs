//! Files: those that a person picks or drops, and those that the page offers for download.

use std::cell::Cell;
use std::time::Duration;

use js_sys::{Array, Reflect, Uint8Array};
use leptos::ev;
use leptos::prelude::{on_cleanup, set_timeout, window_event_listener};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, DragEvent, Event, File, FileList, FileSystemEntry, HtmlAnchorElement,
    HtmlInputElement, Url,
};

use super::window;

/// How long a download stays available for a browser that asks where to save it.
const DOWNLOAD_LIFETIME: Duration = Duration::from_secs(60);

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFileError {
    TooLarge {
        /// The largest size that is read, in bytes.
        most: u32,
    },
    /// What was dropped is a folder.
    Folder,
    Unreadable,
}

/// A file that was picked or dropped, with none of its content read yet.
#[derive(Clone, Debug)]
pub struct PickedFile {
    pub(super) file: File,
    /// The entry, if what was dropped is a folder.
    pub(super) folder: Option<FileSystemEntry>,
}

impl PickedFile {
    #[must_use]
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// The content of the file, if it has at most `most` bytes.
    ///
    /// # Errors
    ///
    /// See [`ReadFileError`].
    pub async fn bytes(&self, most: u32) -> Result<Vec<u8>, ReadFileError> {
        if self.folder.is_some() {
            return Err(ReadFileError::Folder);
        }
        if self.file.size() > f64::from(most) {
            return Err(ReadFileError::TooLarge { most });
        }
        let bytes = JsFuture::from(self.file.array_buffer()).await.map_err(|_| ReadFileError::Unreadable)?;
        // Not `File::text`, which replaces every byte that is not UTF-8: the replacement characters would be stored
        // in answers.
        Ok(Uint8Array::new(&bytes).to_vec())
    }
}

fn all(files: Option<FileList>) -> Vec<PickedFile> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.get(at)).map(|file| PickedFile { file, folder: None }).collect()
}

/// The files of a drop. A dropped folder looks like a file that cannot be read; only its entry says that it is a
/// folder.
fn dropped(data: &DataTransfer) -> Vec<PickedFile> {
    let items = data.items();
    let files = (0..items.length()).filter_map(|at| items.get(at)).filter(|item| item.kind() == "file");
    let folders = files.map(|item| item.webkit_get_as_entry().ok().flatten().filter(FileSystemEntry::is_directory));
    let folders: Vec<Option<FileSystemEntry>> = folders.collect();
    let mut found = all(data.files());
    for (file, folder) in found.iter_mut().zip(folders) {
        file.folder = folder;
    }
    found
}

/// Takes the files out of an input and empties it, so that the same files can be picked again.
fn take(input: Option<HtmlInputElement>) -> Vec<PickedFile> {
    let files = all(input.as_ref().and_then(HtmlInputElement::files));
    if let Some(input) = input {
        input.set_value("");
    }
    files
}

/// The files of a changed input. Empties the input.
#[must_use]
pub fn picked(event: &Event) -> Vec<PickedFile> {
    take(event.target().and_then(|target| target.dyn_into().ok()))
}

/// The files that were picked in an input, or dropped on the document, before the program started. The boot script
/// collects dropped files until then: the browser would otherwise leave the page and open them.
#[must_use]
pub fn picked_before_start(input_id: &str) -> Vec<PickedFile> {
    let Some(window) = window() else { return Vec::new() };
    let input = window.document().and_then(|document| document.get_element_by_id(input_id));
    let mut found = take(input.and_then(|input| input.dyn_into().ok()));
    let dropped = Reflect::get(&window, &BOOT_DROPPED.into()).ok();
    found.extend(all(dropped.and_then(|dropped| dropped.dyn_into::<FileList>().ok())));
    found
}

/// The property of the window in which the boot script collects dropped files.
const BOOT_DROPPED: &str = "droppedFiles";

thread_local! {
    /// The number of pages that handle drops themselves.
    static HANDLERS: Cell<usize> = const { Cell::new(0) };
}

/// Calls `on_event` with the files that are dropped anywhere on the page, until the current owner is cleaned up.
pub fn on_drop(on_event: impl Fn(Vec<PickedFile>) + 'static) {
    if window().is_none() {
        return;
    }
    HANDLERS.set(HANDLERS.get() + 1);
    let listener = window_event_listener(ev::drop, move |event| on_event(accept(&event)));
    on_cleanup(move || {
        listener.remove();
        HANDLERS.set(HANDLERS.get().saturating_sub(1));
    });
}

/// Calls `on_event` with dropped files that no page handles. Without this listener the browser would leave the page
/// and open the file.
pub fn on_other_drop(on_event: impl Fn(Vec<PickedFile>) + 'static) {
    if window().is_none() {
        return;
    }
    let over = window_event_listener(ev::dragover, |event| event.prevent_default());
    let listener = window_event_listener(ev::drop, move |event| {
        let files = accept(&event);
        if HANDLERS.get() == 0 {
            on_event(files);
        }
    });
    on_cleanup(move || {
        over.remove();
        listener.remove();
    });
}

fn accept(event: &DragEvent) -> Vec<PickedFile> {
    event.prevent_default();
    event.data_transfer().map(|data| dropped(&data)).unwrap_or_default()
}

/// The browser refuses the download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DownloadError;

/// Offers bytes for download as a file of this name.
///
/// # Errors
///
/// The browser refuses.
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), DownloadError> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(|_| DownloadError)?;
    let address = Url::create_object_url_with_blob(&blob).map_err(|_| DownloadError)?;
    let document = window().and_then(|window| window.document()).ok_or(DownloadError)?;
    let link = document.create_element("a").map_err(|_| DownloadError)?;
    let link: HtmlAnchorElement = link.dyn_into().map_err(|_| DownloadError)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Safari reads the bytes only after this function returns.
    let revoke = move || {
        Url::revoke_object_url(&address).ok();
    };
    set_timeout(revoke, DOWNLOAD_LIFETIME);
    Ok(())
}
