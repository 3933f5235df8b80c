//! What crosses the rim: values and refusals, the same with a browser and without one.

use std::fmt;

/// Why something was not stored or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this page no storage; with its own words.
    Blocked(String),
    /// There is no room left.
    Full,
    /// Anything else; with the browser's own words.
    Failed(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked(reason) => write!(f, "expected storage, found it blocked: {reason}"),
            Self::Full => f.write_str("expected room in the storage, found it full"),
            Self::Failed(reason) => write!(f, "expected the storage to answer, found {reason}"),
        }
    }
}

impl std::error::Error for StorageError {}

/// There is no second storage, or it does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatabaseError;

impl fmt::Display for DatabaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a database, found none that answers")
    }
}

impl std::error::Error for DatabaseError {}

/// What another tab did to the storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorageChange {
    /// The key; none when everything was cleared.
    pub key: Option<String>,
    /// The new text; none when it was taken away.
    pub value: Option<String>,
}

/// A file beside the page could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingError;

impl fmt::Display for MissingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a file beside the page, found none")
    }
}

impl std::error::Error for MissingError {}

/// The browser would not copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClipboardError;

impl fmt::Display for ClipboardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a clipboard, found that the browser refuses it")
    }
}

impl std::error::Error for ClipboardError {}

/// The browser would not take the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DownloadError;

impl fmt::Display for DownloadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a download, found that the browser refuses it")
    }
}

impl std::error::Error for DownloadError {}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UploadError {
    /// It has more bytes than wanted.
    TooLarge {
        /// The most that is read, in bytes.
        most: u32,
    },
    /// Its bytes are not UTF-8.
    NotText,
    /// The browser could not read it.
    Unreadable,
}

impl fmt::Display for UploadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { most } => {
                let (most, unit) = if most >> 20 == 0 { (most >> 10, "KiB") } else { (most >> 20, "MiB") };
                write!(f, "expected at most {most} {unit}, found more")
            }
            Self::NotText => f.write_str("expected text in UTF-8, found other bytes"),
            Self::Unreadable => f.write_str("expected a file that can be read, found that the browser cannot"),
        }
    }
}

impl std::error::Error for UploadError {}

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureError {
    /// The browser cannot draw this SVG.
    Undrawable,
    /// It was drawn and not handed out: too large, of no size, or the browser protects its canvas.
    Withheld,
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Undrawable => "expected an SVG, found one that the browser cannot draw",
            Self::Withheld => "expected a picture, found that the browser does not hand it out",
        })
    }
}

impl std::error::Error for PictureError {}

/// Why nothing was shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// The person closed the sheet: no fault, nothing to say.
    Dismissed,
    /// The browser has no sheet, or would not open it.
    Refused,
}

impl fmt::Display for ShareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dismissed => "expected a choice, found the sheet closed",
            Self::Refused => "expected a way to share, found that the browser refuses it",
        })
    }
}

impl std::error::Error for ShareError {}

/// Why a message did not reach the page around this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameError {
    /// There is no page around this one.
    Unframed,
    /// What was to be sent is not JSON.
    NotJson,
    /// The origin it was meant for is none.
    BadOrigin,
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unframed => "expected a page around this one, found none",
            Self::NotJson => "expected JSON to send, found something else",
            Self::BadOrigin => "expected an origin such as https://wiki.example, found something else",
        })
    }
}

impl std::error::Error for FrameError {}

/// A message from another window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Where it comes from, such as `https://wiki.example`; `null` for a sandboxed frame or a file.
    pub origin: String,
    /// Whether it comes from the page around this one. Never so when there is none.
    pub from_parent: bool,
    /// Its data as JSON, at most 64 KiB; none for anything but an object.
    pub json: Option<String>,
}

/// A key that was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Press {
    /// What it types or is called, such as `1` or `ArrowDown`.
    pub key: String,
    /// Whether Control, Alt or the system key was held.
    pub is_command: bool,
}

/// What is in view of a scrolled element, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InView {
    /// How far it is scrolled.
    pub top: u32,
    /// How high the part is that can be seen.
    pub height: u32,
    /// How high all of it is.
    pub content: u32,
    /// How high the head of the table is, which sticks to the top.
    pub head: u32,
}
