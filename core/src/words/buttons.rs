//! Buttons that several pages share.

/// Takes back what was just done.
pub const UNDO: &str = "Undo";
/// Opens what can be taken along, or hands an assessment over as a file.
pub const EXPORT: &str = "Export";
/// Leaves everything as it is.
pub const CANCEL: &str = "Cancel";
/// Prints the page.
pub const PRINT: &str = "Print";
/// A text as a file.
pub const HTML: &str = "HTML";
/// As [`HTML`].
pub const MARKDOWN: &str = "Markdown";
/// Deletes an assessment, or a state of it.
pub const DELETE: &str = "Delete";
/// Gives an assessment, or a state of it, another name.
pub const RENAME: &str = "Rename";
/// The field of another name.
pub const NEW_NAME: &str = "New name";
/// Takes the other name.
pub const SAVE_NAME: &str = "Save name";
/// Leaves the name as it is.
pub const KEEP_NAME: &str = CANCEL;
