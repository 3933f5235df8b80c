//! What there is of a browser where there is none: nothing is stored, nowhere is gone to, no time passes.
#![allow(missing_docs, reason = "the same as in the browser's own modules")]

pub mod storage {
    pub use crate::browser::types::{StorageChange, StorageError};

    #[must_use]
    pub struct StorageListener;

    thread_local! {
        static IS_EMPTY: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }

    /// From now on, in this thread: as in a browser that stores, in which nothing is stored yet.
    pub fn be_empty() {
        IS_EMPTY.set(true);
    }
    pub fn available() -> Result<(), StorageError> {
        if IS_EMPTY.get() { Ok(()) } else { Err(StorageError::Blocked("no browser".to_owned())) }
    }
    pub fn read(_: &str) -> Result<Option<String>, StorageError> {
        available().map(|()| None)
    }
    pub fn write(_: &str, _: &str) -> Result<(), StorageError> {
        available()
    }
    pub fn remove(_: &str) -> Result<(), StorageError> {
        available()
    }
    pub fn keys(_: &str) -> Result<Vec<String>, StorageError> {
        available().map(|()| Vec::new())
    }
    pub fn on_change(_: impl Fn(StorageChange) + 'static) -> StorageListener {
        StorageListener
    }
}

pub mod indexed_db {
    pub use crate::browser::types::DatabaseError;

    #[must_use]
    pub const fn is_offered() -> bool {
        false
    }
    pub async fn is_there() -> bool {
        false
    }
    pub async fn all() -> Result<Vec<(String, String)>, DatabaseError> {
        Err(DatabaseError)
    }
    pub async fn read_apart(_: &str) -> Result<Option<String>, DatabaseError> {
        Err(DatabaseError)
    }
    pub async fn write_apart(_: &str, _: Option<&str>) -> Result<(), DatabaseError> {
        Err(DatabaseError)
    }
    pub async fn update(
        _: &[String],
        _: impl FnOnce(Vec<Option<String>>) -> Vec<Option<String>>,
    ) -> Result<(), DatabaseError> {
        Err(DatabaseError)
    }
}

pub mod late_style {
    pub async fn apply() {}
}

pub mod grid {
    use leptos::web_sys::Event;

    pub use crate::browser::types::InView;

    #[must_use]
    pub const fn in_view(_: &str) -> Option<InView> {
        None
    }
    pub const fn bring_into_view(_: &str, _: u32, _: u32) {}
    pub const fn activate(_: &str, _: &str) {}
    #[must_use]
    pub const fn is_its_own(_: &Event) -> bool {
        false
    }
    #[must_use]
    pub const fn pressed(_: &Event, _: &str) -> Option<String> {
        None
    }
}

pub mod sheet {
    pub const fn adopt(_: &'static str) {}
}

pub mod address {
    #[must_use]
    pub struct AddressListener;

    #[must_use]
    pub const fn fragment() -> String {
        String::new()
    }
    #[must_use]
    pub const fn query() -> String {
        String::new()
    }
    #[must_use]
    pub const fn page() -> String {
        String::new()
    }
    #[must_use]
    pub const fn origin() -> String {
        String::new()
    }
    #[must_use]
    pub const fn beside(_: &str) -> Option<String> {
        None
    }
    pub fn reload() {}
    pub fn go(_: &str) {}
    pub fn replace(_: &str) {}
    pub fn on_change(_: impl Fn() + 'static) -> AddressListener {
        AddressListener
    }
}

pub mod tab {
    #[must_use]
    pub const fn read(_: &str) -> Option<String> {
        None
    }
    #[must_use]
    pub const fn write(_: &str, _: &str) -> bool {
        false
    }
    pub const fn remove(_: &str) {}
}

pub mod assets {
    pub use crate::browser::types::MissingError;

    pub async fn text(_: &str) -> Result<String, MissingError> {
        Err(MissingError)
    }
    pub async fn is_page_replaced() -> bool {
        false
    }
}

pub mod clock {
    #[must_use]
    pub const fn now() -> u64 {
        0
    }
    #[must_use]
    pub const fn zone(_: u64) -> i32 {
        0
    }
    pub fn after(_: i32, _: impl FnOnce() + 'static) {}
    pub async fn pause() {}
    #[must_use]
    pub fn random_id() -> String {
        "00000000-0000-4000-8000-000000000000".to_owned()
    }
}

pub mod clipboard {
    pub use crate::browser::types::ClipboardError;

    #[must_use]
    pub const fn is_allowed() -> bool {
        false
    }
    pub async fn copy_text(_: &str) -> Result<(), ClipboardError> {
        Err(ClipboardError)
    }
    pub async fn copy_rich(_: &str, _: &str) -> Result<(), ClipboardError> {
        Err(ClipboardError)
    }
}

pub mod download {
    pub use crate::browser::types::DownloadError;

    pub const fn save(_: &str, _: &str, _: &[u8]) -> Result<(), DownloadError> {
        Err(DownloadError)
    }
}

pub mod shown {
    #[must_use]
    pub struct ShownListener;

    pub fn on_shown(_: &str, _: i32, _: impl Fn(bool) + 'static) -> ShownListener {
        ShownListener
    }
}

pub mod page {
    #[must_use]
    pub struct LeaveListener;

    pub fn set_title(_: &str) {}
    pub fn set_theme(_: Option<&str>) {}
    pub fn focus(_: &str) {}
    #[must_use]
    pub const fn is_checked(_: &str) -> bool {
        false
    }
    #[must_use]
    pub const fn typed(_: &str) -> String {
        String::new()
    }
    pub fn select(_: &str) {}
    pub fn reveal(_: &str) {}
    pub fn show(_: &str) {}
    pub fn toggle(_: &str) {}
    pub fn focus_first_heading() {}
    pub fn focus_soon(_: &str) {}
    #[must_use]
    pub const fn may_take_focus() -> bool {
        true
    }
    #[must_use]
    pub const fn is_focus_free() -> bool {
        true
    }
    pub fn reload() {}
    pub fn scroll_to_top() {}
    pub fn scroll_into_view(_: &str) {}
    pub fn click(_: &str) {}
    #[must_use]
    pub const fn is_wide() -> bool {
        true
    }
    pub fn print() {}
    pub fn later(_: impl FnOnce() + 'static) {}
    pub fn soon(_: impl FnOnce() + 'static) {}
    #[must_use]
    pub struct PrintListener;
    pub fn on_print(_: impl Fn(bool) + Copy + 'static) -> PrintListener {
        PrintListener
    }
    pub fn on_leave(_: impl Fn() -> bool + 'static) -> LeaveListener {
        LeaveListener
    }
}

pub mod frame {
    pub use crate::browser::types::{FrameError, Message};

    #[must_use]
    pub struct MessageListener;
    #[must_use]
    pub struct HeightListener;

    #[must_use]
    pub const fn is_framed() -> bool {
        false
    }
    pub const fn post(_: &str, _: &str) -> Result<(), FrameError> {
        Err(FrameError::Unframed)
    }
    pub fn on_message(_: impl Fn(Message) + 'static) -> MessageListener {
        MessageListener
    }
    pub fn on_height(_: &str, _: impl Fn(u32) + 'static) -> HeightListener {
        HeightListener
    }
}

pub mod picture {
    pub use crate::browser::types::PictureError;

    pub async fn png_of_svg(_: &str, _: u32, _: u32) -> Result<Vec<u8>, PictureError> {
        Err(PictureError::Undrawable)
    }
    pub async fn png_address_of_svg(_: &str, _: u32, _: u32) -> Result<String, PictureError> {
        Err(PictureError::Undrawable)
    }
}

pub mod share {
    pub use crate::browser::types::ShareError;

    #[must_use]
    pub const fn can_share() -> bool {
        false
    }
    pub async fn share(_: &str, _: &str, _: &str) -> Result<(), ShareError> {
        Err(ShareError::Refused)
    }
}

pub mod upload {
    use leptos::ev::Event;

    pub use crate::browser::types::UploadError;

    #[derive(Clone, Debug)]
    pub struct PickedFile;

    impl PickedFile {
        #[must_use]
        pub const fn name(&self) -> String {
            String::new()
        }
        pub async fn text(&self, _: u32) -> Result<String, UploadError> {
            Err(UploadError::Unreadable)
        }
    }

    #[must_use]
    pub const fn picked(_: &Event) -> Vec<PickedFile> {
        Vec::new()
    }

    #[must_use]
    pub struct DropListener;

    pub fn on_drop(_: impl Fn(Vec<PickedFile>) + 'static) -> DropListener {
        DropListener
    }
}

pub mod event {
    use leptos::ev::Event;

    pub use crate::browser::types::Press;

    #[must_use]
    pub const fn is_pointer(_: &Event) -> bool {
        false
    }
    #[must_use]
    pub const fn is_checked(_: &Event) -> bool {
        false
    }
    #[must_use]
    pub const fn press(_: &Event) -> Option<Press> {
        None
    }
    #[must_use]
    pub const fn value(_: &Event) -> String {
        String::new()
    }
}
