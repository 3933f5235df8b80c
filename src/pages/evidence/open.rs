//! Opens what is dropped on the page of a scan or picked in its file field: a folder, or a proposals file of another
//! scanner.

use leptos::task::spawn_local;

use crate::browser::file::PickedFile;
use crate::pages::evidence::scan::{ErrorText, Scan, ScanStep, scanner};
use crate::pages::import::text_of;
use leptos::prelude::*;
use mlops_core::evidence::proposals::{self, MAX_BYTES};
use mlops_core::words::scan as say;

/// The largest file that is read, in bytes.
#[allow(clippy::cast_possible_truncation, reason = "2 MiB")]
const MOST: u32 = MAX_BYTES as u32;

impl Scan {
    /// Opens a folder or a proposals file.
    pub fn open_dropped(self, files: Vec<PickedFile>) {
        let Some(first) = files.into_iter().next() else { return };
        match first.folder() {
            Some(folder) => self.open_folder(folder),
            None => spawn_local(self.open_file(first)),
        }
    }

    async fn open_file(self, file: PickedFile) {
        let run = self.begin();
        self.step.set(ScanStep::Waiting);
        let text = text_of(&file, MOST).await;
        let scanner = scanner(self.model()).await;
        if self.is_over(run) {
            return;
        }
        let read = match (text, scanner) {
            (Err(says), _) => Err(ErrorText { says, faults: Vec::new() }),
            (_, Err(error_text)) => Err(error_text),
            (Ok(text), Ok(scanner)) => proposals::read(&text, self.model())
                .map(|read| (scanner, read))
                .map_err(|error| ErrorText { says: say::refused(&error), faults: Vec::new() }),
        };
        let (scanner, (proposals, faults)) = match read {
            Ok(read) => read,
            Err(error_text) => return self.fail(error_text),
        };
        self.forget_folders();
        self.show(scanner.signals(), proposals);
        if !faults.is_empty() {
            let faults = faults.iter().map(ToString::to_string).collect();
            self.fail(ErrorText { says: say::LEFT_OUT.to_owned(), faults });
        }
    }
}
