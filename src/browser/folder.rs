//! Folders that a person picks or drops. A folder is read one step at a time, so that a page can stop between steps
//! and decide which folders to enter.
//!
//! Browsers have three ways to give a folder: a field lists all its files at once, the directory picker and a drop
//! give a tree.

use std::collections::VecDeque;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryHandle, FileSystemDirectoryReader,
    FileSystemEntry, FileSystemFileEntry, FileSystemFileHandle, FileSystemHandle, FileSystemHandleKind,
    HtmlInputElement,
};

use super::file::PickedFile;
use super::window;

/// The function of the window that opens the directory picker.
const PICKER: &str = "showDirectoryPicker";
/// The number of files of a list that one step returns.
const STEP: u32 = 500;
/// Deeper folders are not entered: they contain no code of interest, and a linked tree may be endless.
const MAX_DEPTH: usize = 64;

/// A folder with none of its content read yet.
#[derive(Clone, Debug)]
pub struct PickedFolder {
    name: String,
    tree: Tree,
}

#[derive(Clone, Debug)]
enum Tree {
    /// All files with their paths.
    List(FileList),
    Handle(FileSystemDirectoryHandle),
    Entry(FileSystemEntry),
}

/// Why no folder was picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickError {
    /// The person closed the picker.
    Cancelled,
    /// The browser does not let this page open the picker, for example in a frame of another site.
    Refused,
}

/// Whether the browser has a directory picker. Unlike a field, it does not list folders that the page never enters.
#[must_use]
pub fn has_picker() -> bool {
    window().is_some_and(|window| Reflect::get(&window, &PICKER.into()).is_ok_and(|it| it.is_function()))
}

/// Lets the person pick a folder.
///
/// # Errors
///
/// See [`PickError`].
pub async fn pick() -> Result<PickedFolder, PickError> {
    let window = window().ok_or(PickError::Refused)?;
    let open: Function =
        Reflect::get(&window, &PICKER.into()).ok().and_then(|open| open.dyn_into().ok()).ok_or(PickError::Refused)?;
    let opened = open.call0(&window).map_err(|_| PickError::Refused)?;
    match JsFuture::from(Promise::resolve(&opened)).await {
        Ok(handle) => {
            let handle: FileSystemDirectoryHandle = handle.unchecked_into();
            Ok(PickedFolder { name: handle.name(), tree: Tree::Handle(handle) })
        }
        Err(error) => {
            let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
            Err(if name.as_deref() == Some("AbortError") { PickError::Cancelled } else { PickError::Refused })
        }
    }
}

/// The folder of a changed field. The field is not emptied: that would also empty the list of its files.
#[must_use]
pub fn picked(event: &Event) -> Option<PickedFolder> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let list = input.files()?;
    let path = relative_path(&list.get(0)?);
    let name = path.split('/').next().unwrap_or_default().to_owned();
    Some(PickedFolder { name, tree: Tree::List(list) })
}

/// The path of a file of a field. It starts with the picked folder and ends with the file's name.
fn relative_path(file: &File) -> String {
    let path = Reflect::get(file, &"webkitRelativePath".into()).ok();
    path.and_then(|path| path.as_string()).filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
}

impl PickedFile {
    /// The dropped folder; `None` if a file was dropped.
    #[must_use]
    pub fn folder(&self) -> Option<PickedFolder> {
        let entry = self.folder.clone()?;
        Some(PickedFolder { name: entry.name(), tree: Tree::Entry(entry) })
    }
}

impl PickedFolder {
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    #[must_use]
    pub fn walk(self) -> Walk {
        let step = match self.tree {
            Tree::List(list) => Step::List(list, 0),
            Tree::Handle(handle) => Step::Handle(String::new(), handle),
            Tree::Entry(entry) => Step::Entry(String::new(), entry.unchecked_into()),
        };
        Walk { steps: VecDeque::from([step]) }
    }
}

/// A file or folder found in a folder. Paths start at the picked folder.
#[derive(Debug)]
pub enum Item {
    File(FolderFile),
    Folder(InnerFolder),
    Unreadable,
}

/// A file with nothing read yet, not even its size.
#[derive(Debug)]
pub struct FolderFile {
    pub path: String,
    source: FileSource,
}

#[derive(Debug)]
enum FileSource {
    File(File),
    Handle(FileSystemFileHandle),
    Entry(FileSystemFileEntry),
}

/// A folder inside another one. It is read only if it is passed to [`Walk::enter`].
#[derive(Debug)]
pub struct InnerFolder {
    pub path: String,
    pub name: String,
    tree: Tree,
}

/// A file whose content can be read.
#[derive(Clone, Debug)]
pub struct OpenFile(File);

#[derive(Debug)]
pub struct Walk {
    steps: VecDeque<Step>,
}

#[derive(Debug)]
enum Step {
    /// A list of files, read from this position on.
    List(FileList, u32),
    Handle(String, FileSystemDirectoryHandle),
    Entry(String, FileSystemDirectoryEntry),
}

impl Walk {
    /// The files and folders of one folder, or some of a list; `None` at the end.
    pub async fn next(&mut self) -> Option<Vec<Item>> {
        Some(match self.steps.pop_front()? {
            Step::List(list, from) => {
                let end = list.length().min(from.saturating_add(STEP));
                let items = (from..end).filter_map(|at| list.get(at)).map(|file| {
                    let path = relative_path(&file);
                    let path = path.split_once('/').map_or(path.clone(), |(_, inside)| inside.to_owned());
                    Item::File(FolderFile { path, source: FileSource::File(file) })
                });
                let items = items.collect();
                if end < list.length() {
                    self.steps.push_front(Step::List(list, end));
                }
                items
            }
            Step::Handle(path, folder) => of_handle(&path, &folder).await,
            Step::Entry(path, folder) => of_entry(&path, &folder.create_reader()).await,
        })
    }

    /// Adds a folder to those that are read later.
    pub fn enter(&mut self, folder: InnerFolder) {
        if folder.path.matches('/').count() >= MAX_DEPTH {
            return;
        }
        self.steps.push_back(match folder.tree {
            Tree::Handle(handle) => Step::Handle(folder.path, handle),
            Tree::Entry(entry) => Step::Entry(folder.path, entry.unchecked_into()),
            Tree::List(list) => Step::List(list, 0),
        });
    }
}

fn inside(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

async fn of_handle(path: &str, folder: &FileSystemDirectoryHandle) -> Vec<Item> {
    let mut items = Vec::new();
    let values = folder.values();
    loop {
        let Ok(next) = values.next() else { break };
        let Ok(next) = JsFuture::from(next).await else {
            items.push(Item::Unreadable);
            break;
        };
        let value = |name: &str| Reflect::get(&next, &name.into()).unwrap_or(JsValue::UNDEFINED);
        if value("done").is_truthy() {
            break;
        }
        let handle: FileSystemHandle = value("value").unchecked_into();
        let name = handle.name();
        let path = inside(path, &name);
        items.push(if handle.kind() == FileSystemHandleKind::Directory {
            Item::Folder(InnerFolder { path, name, tree: Tree::Handle(handle.unchecked_into()) })
        } else {
            Item::File(FolderFile { path, source: FileSource::Handle(handle.unchecked_into()) })
        });
    }
    items
}

async fn of_entry(path: &str, reader: &FileSystemDirectoryReader) -> Vec<Item> {
    let mut items = Vec::new();
    // A reader returns some entries at a time, and an empty list at the end.
    loop {
        let read = promise(|resolve, reject| reader.read_entries_with_callback_and_callback(resolve, reject));
        let Ok(entries) = JsFuture::from(read).await else {
            items.push(Item::Unreadable);
            break;
        };
        let entries = Array::from(&entries);
        if entries.length() == 0 {
            break;
        }
        for entry in entries.iter() {
            let entry: FileSystemEntry = entry.unchecked_into();
            let name = entry.name();
            let path = inside(path, &name);
            items.push(if entry.is_directory() {
                Item::Folder(InnerFolder { path, name, tree: Tree::Entry(entry) })
            } else {
                Item::File(FolderFile { path, source: FileSource::Entry(entry.unchecked_into()) })
            });
        }
    }
    items
}

/// Turns a function with a success and an error callback into a promise.
fn promise<E>(begin: impl Fn(&Function, &Function) -> Result<(), E>) -> Promise {
    Promise::new(&mut |resolve, reject| {
        if begin(&resolve, &reject).is_err() {
            reject.call0(&JsValue::UNDEFINED).ok();
        }
    })
}

/// Opens files in parallel; `None` for each that the browser cannot open.
pub async fn open_all(files: Vec<FolderFile>) -> Vec<Option<OpenFile>> {
    let opening = files.into_iter().map(|file| match file.source {
        FileSource::File(file) => Promise::resolve(&JsValue::from(file)),
        FileSource::Handle(handle) => handle.get_file(),
        FileSource::Entry(entry) => promise(|resolve, reject| {
            entry.file_with_callback_and_callback(resolve, reject);
            Ok::<(), ()>(())
        }),
    });
    settled(opening).await.into_iter().map(|file| Some(OpenFile(file?.dyn_into().ok()?))).collect()
}

impl OpenFile {
    /// The size in bytes.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and above 0")]
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }
}

/// Reads files in parallel; `None` for each that the browser cannot read or that no longer exists.
pub async fn read_all(files: &[Option<OpenFile>]) -> Vec<Option<Vec<u8>>> {
    let reading = files.iter().map(|file| match file {
        Some(OpenFile(file)) => file.array_buffer(),
        None => Promise::resolve(&JsValue::UNDEFINED),
    });
    let bytes = |buffer: JsValue| buffer.is_object().then(|| Uint8Array::new(&buffer).to_vec());
    settled(reading).await.into_iter().map(|buffer| buffer.and_then(bytes)).collect()
}

/// The values of promises; `None` for each that failed.
async fn settled(promises: impl Iterator<Item = Promise>) -> Vec<Option<JsValue>> {
    let promises: Array = promises.collect();
    let Ok(settled) = JsFuture::from(Promise::all_settled(&promises)).await else { return Vec::new() };
    let value = |outcome: JsValue| {
        let part = |name: &str| Reflect::get(&outcome, &name.into()).ok();
        part("value").filter(|_| part("status").is_some_and(|status| status == "fulfilled"))
    };
    Array::from(&settled).iter().map(value).collect()
}
