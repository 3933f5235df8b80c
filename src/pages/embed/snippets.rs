//! The texts that embed the page, a text for each kind of place.

use crate::browser::location;
use crate::custom_model;
use mlops_core::markup::escaped;
use mlops_core::percent;
use mlops_core::words::{embed as say, start};

/// A way to embed: what it is for, and what makes the text to paste.
pub type Snippet = (say::Place, fn(&EmbedOptions) -> String);

/// All ways.
pub const SNIPPETS: [Snippet; 5] = [
    (say::ADDRESS, EmbedOptions::address),
    (say::HTML, EmbedOptions::frame),
    (say::SCRIPT, EmbedOptions::script),
    (say::LINK, EmbedOptions::link),
    (say::FILE, EmbedOptions::file),
];

/// What every text is made of.
pub struct EmbedOptions {
    /// The page's address.
    base: String,
    /// The part of the query that names an own questionnaire, such as `model=own.json`.
    model: Option<String>,
    scope: String,
    theme: String,
    title: String,
    height: u32,
}

impl EmbedOptions {
    /// These options for this page with its questionnaire.
    #[must_use]
    pub fn new(scope: String, theme: String, title: String, height: u32) -> Self {
        let model = custom_model::named().map(|name| format!("model={}", percent::encoded(&name)));
        let title = if title.trim().is_empty() { start::NAME.to_owned() } else { title };
        Self { base: location::page(), model, scope, theme, title, height }
    }

    /// The address of the frame.
    #[must_use]
    pub fn address(&self) -> String {
        let model = self.model.as_ref().map(|model| format!("{model}&")).unwrap_or_default();
        let theme = if self.theme.is_empty() { String::new() } else { format!("&theme={}", self.theme) };
        format!("{}?{model}embed={}{theme}", self.base, self.scope)
    }

    /// The address of the page by itself.
    fn page(&self) -> String {
        self.model.as_ref().map_or_else(|| self.base.clone(), |model| format!("{}?{model}", self.base))
    }

    /// The folder of the page's other files.
    fn folder(&self) -> &str {
        self.base.trim_end_matches("index.html")
    }

    fn frame(&self) -> String {
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{}\" style=\"border:0\" loading=\"lazy\" \
             allow=\"clipboard-write\"></iframe>",
            escaped(&self.address()),
            escaped(&self.title),
            self.height
        )
    }

    fn script(&self) -> String {
        let href = self.model.as_ref().map(|model| format!(" href=\"?{}\"", escaped(model))).unwrap_or_default();
        let theme = if self.theme.is_empty() { String::new() } else { format!(" theme=\"{}\"", self.theme) };
        let title = escaped(&self.title);
        format!(
            "<script type=\"module\" src=\"{}embed.js\"></script>\n<mlops-maturity scope=\"{}\"{href}{theme} \
             title=\"{title}\"><a href=\"{}\">{title}</a></mlops-maturity>",
            escaped(self.folder()),
            self.scope,
            escaped(&self.page())
        )
    }

    fn link(&self) -> String {
        // A bracket would end the text of the link.
        let title = self.title.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
        format!("[{title}]({})", self.page())
    }

    fn file(&self) -> String {
        format!("{}mlops-maturity.html", self.folder())
    }
}
