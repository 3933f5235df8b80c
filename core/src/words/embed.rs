//! Embedding: the page about it, and what the page says inside another one.

use crate::scoring::case::Scope;

/// How an origin is called in a sentence: `wiki.example`; with `http://` where nothing keeps others from reading along.
#[must_use]
pub fn site(origin: &str) -> &str {
    origin.strip_prefix("https://").unwrap_or(origin)
}

/// On the button that gives a result away.
#[must_use]
pub fn send_to(origin: &str) -> String {
    format!("Send this result to {}", site(origin))
}

/// Before that button.
#[must_use]
pub fn knows_nothing(origin: &str) -> String {
    format!("This page is embedded in {}, which has not received this result.", site(origin))
}

/// Once it was pressed.
#[must_use]
pub fn sent_to(origin: &str) -> String {
    format!("Sent. {} will also receive later changes.", site(origin))
}

/// Below the heading.
pub const LEAD: &str =
    "Choose how the page should look, then copy the text for your wiki. Answers stay in each person's browser.";
/// What the frame opens on.
pub const OPENS_ON: &str = "First page shown";
/// Scopes, with what each opens on: the word of the address, its name, what it does.
pub const SCOPES: [(&str, &str, &str); 4] = [
    (
        Scope::Essentials.word(),
        super::scope(Scope::Essentials),
        "The first essential question. Returning visitors see their own assessments.",
    ),
    (
        "full",
        super::scope(Scope::Full),
        "The first question of the full set. Returning visitors see their own assessments.",
    ),
    ("result", super::pages::RESULT, "Each reader's own newest result, or the start page if there is none."),
    ("profile", "Profile only", "As the result, but only its profile: about 300 pixels high."),
];

/// Asks the optional tracks too.
#[must_use]
pub fn with_track(title: &str) -> String {
    format!("Ask {title} too")
}
/// The field of a published result.
pub const RESULT_FILE: &str = "Published result (optional)";
/// Below [`RESULT_FILE`].
pub const RESULT_FILE_SAYS: &str = "A file next to this page, such as teams/fraud.json: an exported assessment, or a \
    text with a link. Each visit shows the file as it is then.";
/// Which colours.
pub const THEME: &str = "Theme";
/// Themes: the word of the address (none for the reader's own), and the name.
pub const THEMES: [(&str, &str); 3] = [("", "Same as device"), ("light", "Light"), ("dark", "Dark")];
/// What screen readers call the frame.
pub const TITLE: &str = "Frame name";
/// Below [`TITLE`].
pub const TITLE_SAYS: &str = "Read out by screen readers.";
/// How high the frame is.
pub const HEIGHT: &str = "Height in pixels";
/// Below [`HEIGHT`].
pub const HEIGHT_SAYS: &str =
    "From 200 to 4,000. With the script for \"Your own web page\", the frame sets its own height.";
/// Over the preview.
pub const PREVIEW: &str = "Preview";
/// Below [`PREVIEW`].
pub const PREVIEW_SAYS: &str = "The preview works: answers that you give in it are saved in this browser.";
/// In place of the preview, where the page is a file or in a frame itself.
pub const NO_PREVIEW: &str = "No preview here. Open this page from its own site, outside a frame.";
/// Over the snippets.
pub const TEXTS: &str = "Text for your wiki";
/// On the button that copies one.
pub const COPY: &str = "Copy";
/// Once it is copied.
pub const COPIED: &str = "Copied.";
/// Where the browser refuses.
pub const NOT_COPIED: &str = "Your browser blocked copying. Select the text instead.";

/// A kind of place: its name, and what to do there.
pub type Place = (&'static str, &'static str);

/// Places that take an address.
pub const ADDRESS: Place = (
    "Confluence, SharePoint, Notion and other tools that accept an address",
    "Use the iframe or embed block with this address. An administrator may have to allow this site.",
);
/// Places that take HTML.
pub const HTML: Place = ("MkDocs and others that take HTML", "The frame has a fixed height.");
/// Places that take JSX.
pub const JSX: Place = ("Docusaurus and others that take MDX", "In MDX a frame is written as JSX.");
/// Places that take only frames of sites that their configuration names.
pub const BACKSTAGE: Place = (
    "Backstage TechDocs",
    "The first lines belong in the configuration. They allow frames of this site. The frame goes into the page.",
);
/// Places that take a script.
pub const SCRIPT: Place =
    ("Your own web page", "The frame sets its own height, follows the theme, and sends your page the result.");
/// Places that take no frame.
pub const LINK: Place = (
    "GitLab, GitHub and Azure DevOps wikis",
    "They do not allow frames. Link to the page, or paste a result that you copied with \"Copy as Markdown\".",
);
/// Places that take files.
pub const FILE: Place = ("Wikis that accept only attachments", "Attach this file. It contains the whole page.");

/// In place of the address of a copy that is a file on this computer.
pub const YOUR_COPY: &str = "https://your-site.example/mlops-maturity.html";
/// Over the texts where the page is a file on this computer.
pub const PUT_ONLINE_FIRST: &str = "This page is a file on your computer, and others cannot open it. Put it on a site, then \
    replace the address in these texts.";

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
pub const ALLOWED: &str = "What is allowed here";
/// Whether the page is in a frame: the name, yes, no.
pub const FRAME: [&str; 3] = ["Frame:", "this page is inside another page.", "this page is not in a frame."];
/// Whether answers are kept.
pub const STORAGE: [&str; 3] = [
    "Storage:",
    "answers are saved in this browser.",
    "blocked. Answers are lost when you close the page. Save a link or a file first.",
];
/// Whether it can copy.
pub const CLIPBOARD: [&str; 3] =
    ["Clipboard:", "the page may copy.", "not available. The page selects the text instead."];
/// Whether it talks to the page around it.
pub const MESSAGES: [&str; 3] = [
    "Messages and height:",
    "sent to the surrounding page. embed.js uses them to set the height.",
    "only inside a frame.",
];
