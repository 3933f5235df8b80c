//! What the page says that puts this one into a wiki.

use crate::scoring::case::Scope;

/// Below the heading.
pub const LEAD: &str =
    "Choose how it should look, then take the text for your wiki. Answers stay in the browser of whoever answers.";
/// What the frame opens on.
pub const OPENS_ON: &str = "What it opens on";
/// Scopes, with what each opens on: the word of the address, its name, what it does.
pub const SCOPES: [(&str, &str, &str); 3] = [
    (
        Scope::Core.word(),
        super::scope(Scope::Core),
        "The first question of the essentials, and one's own work for those who come back.",
    ),
    ("full", super::scope(Scope::Full), "The same with all questions."),
    ("result", super::pages::RESULT, "The newest result in that browser; the start page where there is none."),
];
/// Which colours.
pub const THEME: &str = "Colours";
/// Themes: the word of the address (none for the reader's own), and the name.
pub const THEMES: [(&str, &str); 3] = [("", "As the reader's device"), ("light", "Light"), ("dark", "Dark")];
/// What screen readers call the frame.
pub const TITLE: &str = "Name of the frame";
/// Below [`TITLE`].
pub const TITLE_SAYS: &str = "Screen readers say it.";
/// How high the frame is.
pub const HEIGHT: &str = "Height in pixels";
/// Below [`HEIGHT`].
pub const HEIGHT_SAYS: &str =
    "From 200 to 4000. With the script of \"Pages of your own\" the frame takes its own height.";
/// Over the preview.
pub const PREVIEW: &str = "Preview";
/// Below [`PREVIEW`].
pub const PREVIEW_SAYS: &str = "It works: what you answer in it is kept in this browser.";
/// In place of the preview, where the page is a file or in a frame itself.
pub const NO_PREVIEW: &str = "No preview here: open this page from its site, and not in a frame.";
/// Over the snippets.
pub const TEXTS: &str = "The text for your wiki";
/// On the button that copies one.
pub const COPY: &str = "Copy";
/// Once it is copied.
pub const COPIED: &str = "Copied.";
/// Where the browser refuses.
pub const NOT_COPIED: &str = "The browser does not let this page copy: select the text instead.";

/// A kind of place: its name, and what to do there.
pub type Place = (&'static str, &'static str);

/// Places that take an address.
pub const ADDRESS: Place = (
    "Confluence, SharePoint, Notion and others that take an address",
    "Use the iframe or embed block, and give it this address. It may ask an administrator to allow this site.",
);
/// Places that take HTML.
pub const HTML: Place =
    ("MkDocs, Docusaurus, Backstage and others that take HTML", "The frame is as high as you say.");
/// Places that take a script.
pub const SCRIPT: Place =
    ("Pages of your own", "The frame takes its own height, follows the theme, and tells your page the result.");
/// Places that take no frame.
pub const LINK: Place = (
    "GitLab, GitHub, Azure DevOps wikis",
    "They take no frames. Link to the page, or paste a result with \"Copy as Markdown\".",
);
/// Places that take files.
pub const FILE: Place = ("Wikis that only take attachments", "Attach this one file: it is the whole page.");

/// What the text of a place is called.
#[must_use]
pub fn text_for(place: &str) -> String {
    format!("Text for {place}")
}

/// What the button beside it is called.
#[must_use]
pub fn copy_for(place: &str) -> String {
    format!("Copy the text for {place}")
}

/// Over what the place allows where this page is shown.
pub const ALLOWED: &str = "What this place allows";
/// Whether the page is in a frame: the name, yes, no.
pub const FRAME: [&str; 3] = ["Frame:", "this page is inside another one.", "this page stands alone."];
/// Whether answers are kept.
pub const STORAGE: [&str; 3] = [
    "Storage:",
    "answers are kept in this browser.",
    "blocked. Answers last for the visit; the page offers the link and the file.",
];
/// Whether it can copy.
pub const CLIPBOARD: [&str; 3] =
    ["Clipboard:", "the page may copy.", "not offered here. The page falls back to selecting the text."];
/// Whether it talks to the page around it.
pub const MESSAGES: [&str; 3] = [
    "Messages and height:",
    "sent to the page around this one; embed.js sets the height by them.",
    "only inside a frame.",
];
