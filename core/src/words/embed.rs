//! The page about embedding, and the texts of a page that is embedded.

use crate::scoring::case::Scope;

/// The name of an origin in a sentence: `wiki.example`; with `http://` if the connection is not encrypted.
#[must_use]
pub fn site(origin: &str) -> &str {
    origin.strip_prefix("https://").unwrap_or(origin)
}

/// Button that sends the result to the embedding page.
#[must_use]
pub fn send_to(origin: &str) -> String {
    format!("Send this result to {}", site(origin))
}

/// Above that button.
#[must_use]
pub fn knows_nothing(origin: &str) -> String {
    format!("This page is embedded in {}, which has not received this result.", site(origin))
}

/// After the button was pressed.
#[must_use]
pub fn sent_to(origin: &str) -> String {
    format!("Sent. {} will also receive later changes.", site(origin))
}

/// Below the heading.
pub const LEAD: &str =
    "Choose how the page should look, then copy the text for your wiki. Answers stay in each person's browser.";
/// Heading above the choice of what the frame shows first.
pub const OPENS_ON: &str = "First page shown";
/// What the frame can show first: the word in the address, the name, and an explanation.
pub const SCOPES: [(&str, &str, &str); 4] = [
    (
        Scope::Essentials.word(),
        super::scope(Scope::Essentials),
        "Starts at the first essential question. Returning visitors see their own assessments.",
    ),
    (
        "full",
        super::scope(Scope::Full),
        "Starts at the first question of the full set. Returning visitors see their own assessments.",
    ),
    ("result", super::pages::RESULT, "Each reader's own newest result, or the start page if there is none."),
    ("profile", "Profile only", "Only the profile chart of the result, about 300 pixels high."),
];

/// Checkbox for an optional track.
#[must_use]
pub fn with_track(title: &str) -> String {
    format!("Include {title} questions")
}
/// Label of the field for the name of a published result.
pub const RESULT_FILE: &str = "Published result (optional)";
/// Below [`RESULT_FILE`].
pub const RESULT_FILE_SAYS: &str = "A file next to this page, such as teams/fraud.json: an exported assessment, or a \
    text with a link. Each visit shows the file as it is then.";
/// Heading above the choice of a theme.
pub const THEME: &str = "Theme";
/// Themes: the word in the address (empty for the reader's own theme), and the name.
pub const THEMES: [(&str, &str); 3] = [("", "Same as device"), ("light", "Light"), ("dark", "Dark")];
/// Label of the field for the accessible name of the frame.
pub const TITLE: &str = "Frame name";
/// Below [`TITLE`].
pub const TITLE_SAYS: &str = "Read out by screen readers.";
/// Label of the field for the height of the frame.
pub const HEIGHT: &str = "Height in pixels";
/// Below [`HEIGHT`].
pub const HEIGHT_SAYS: &str =
    "From 200 to 4,000. With the script for \"Your own web page\", the frame sets its own height.";
/// Heading above the preview.
pub const PREVIEW: &str = "Preview";
/// Below [`PREVIEW`].
pub const PREVIEW_SAYS: &str = "The preview works: answers that you give in it are saved in this browser.";
/// In place of the preview, if the page is a local file or is in a frame itself.
pub const NO_PREVIEW: &str = "No preview here. Open this page from its own site, outside a frame.";
/// Heading above the snippets.
pub const TEXTS: &str = "Text for your wiki";
/// Button that copies a snippet.
pub const COPY: &str = "Copy";
/// After a snippet was copied.
pub const COPIED: &str = "Copied.";
/// If the browser blocks copying.
pub const NOT_COPIED: &str = "Your browser blocked copying. Select the text instead.";

/// A kind of wiki.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub name: &'static str,
    /// What to do there.
    pub note: &'static str,
}

/// Wikis that accept an address.
pub const ADDRESS: Place = Place {
    name: "Confluence, SharePoint, Notion and other tools that accept an address",
    note: "Use the iframe or embed block with this address. An administrator may have to allow this site.",
};
/// Wikis that accept HTML.
pub const HTML: Place = Place { name: "MkDocs and others that take HTML", note: "The frame has a fixed height." };
/// Wikis that accept JSX.
pub const JSX: Place =
    Place { name: "Docusaurus and others that take MDX", note: "In MDX a frame is written as JSX." };
/// Wikis that accept only frames of sites named in their configuration.
pub const BACKSTAGE: Place = Place {
    name: "Backstage TechDocs",
    note: "Add the first lines to app-config.yaml: they allow frames of this site. Put the iframe into the page.",
};
/// Pages that accept a script.
pub const SCRIPT: Place = Place {
    name: "Your own web page",
    note: "The frame sets its own height, follows the theme, and sends your page the result.",
};
/// Wikis that accept no frame.
pub const LINK: Place = Place {
    name: "GitLab, GitHub and Azure DevOps wikis",
    note: "They do not allow frames. Link to the page, or paste a result that you copied with \"Copy as Markdown\".",
};
/// Wikis that accept files.
pub const FILE: Place = Place {
    name: "Wikis that accept only attachments",
    note: "Download this file and attach it to your wiki page. It contains the whole page.",
};

/// Placeholder for the address of a published copy.
pub const YOUR_COPY: &str = "https://your-site.example/mlops-maturity.html";
/// Above the snippets, if the page is a local file.
pub const PUT_ONLINE_FIRST: &str = "This page is a file on your computer, and others cannot open it. Put it on a site, then \
    replace the address in these texts.";

/// Label of the field with a snippet.
#[must_use]
pub fn text_for(place: &str) -> String {
    format!("Text for {place}")
}

/// Accessible name of the button that copies a snippet.
#[must_use]
pub fn copy_for(place: &str) -> String {
    format!("Copy the text for {place}")
}

/// Heading above what the embedding page allows.
pub const ALLOWED: &str = "What this browser allows";
/// What a page may do or may not.
pub struct Permission {
    pub name: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
}

/// Whether the page is in a frame.
pub const FRAME: Permission =
    Permission { name: "Frame:", yes: "this page is inside another page.", no: "this page is not embedded." };
/// Whether answers can be saved.
pub const STORAGE: Permission = Permission {
    name: "Storage:",
    yes: "answers are saved in this browser.",
    no: "blocked. Answers are lost when you close the page. Save a link or a file first.",
};
/// Whether the page can copy.
pub const CLIPBOARD: Permission =
    Permission { name: "Clipboard:", yes: "copying works.", no: "not available. The page selects the text instead." };
/// Whether the page exchanges messages with the embedding page.
pub const MESSAGES: Permission = Permission {
    name: "Messages and height:",
    yes: "sent to the surrounding page. embed.js uses them to set the height.",
    no: "only inside a frame.",
};
