//! What there is of a browser where there is none: nothing is stored, nowhere is gone to, no time passes.
#![allow(missing_docs, reason = "the same as in the browser's own modules")]

pub mod storage {
    use std::fmt;

    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum StorageError {
        Blocked(String),
        Full,
        Failed(String),
    }

    impl fmt::Display for StorageError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("no browser")
        }
    }

    pub fn available() -> Result<(), StorageError> {
        Err(StorageError::Blocked("no browser".to_owned()))
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
}

pub mod address {
    pub fn go(_: &str) {}
    pub fn replace(_: &str) {}
    #[must_use]
    pub const fn page() -> String {
        String::new()
    }
}

pub mod clock {
    #[must_use]
    pub const fn now_seconds() -> i64 {
        0
    }
    #[must_use]
    pub fn random_id() -> String {
        "00000000-0000-4000-8000-000000000000".to_owned()
    }
}

pub mod download {
    #[derive(Clone, Copy, Debug)]
    pub struct DownloadError;
    pub const fn save(_: &str, _: &str, _: &[u8]) -> Result<(), DownloadError> {
        Err(DownloadError)
    }
}

pub mod page {
    pub fn set_title(_: &str) {}
    pub fn focus(_: &str) {}
    pub fn focus_soon(_: &str) {}
    pub fn focus_first_heading() {}
    pub fn scroll_to_top() {}
    pub fn scroll_into_view(_: &str) {}
    pub fn print() {}
    pub fn later(_: impl FnOnce() + 'static) {}
    pub fn soon(_: impl FnOnce() + 'static) {}
}

pub mod upload {
    use leptos::ev::Event;

    #[derive(Clone, Debug)]
    pub struct PickedFile;

    impl PickedFile {
        #[must_use]
        pub const fn name(&self) -> String {
            String::new()
        }
        pub async fn text(&self, _: u32) -> Result<String, &'static str> {
            Err("no browser")
        }
    }

    #[must_use]
    pub const fn picked(_: &Event) -> Vec<PickedFile> {
        Vec::new()
    }
    #[must_use]
    pub const fn dropped(_: &Event) -> Vec<PickedFile> {
        Vec::new()
    }
}

pub mod event {
    use leptos::ev::Event;

    #[derive(Clone, Debug)]
    pub struct Press {
        pub key: String,
        pub is_command: bool,
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
