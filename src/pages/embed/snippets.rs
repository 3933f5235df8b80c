//! The texts that embed the page, one for each kind of wiki.

use crate::browser::location;
use crate::custom_model;
use crate::route::page_for_others;
use crate::state::share_link::published_copy;
use mlops_core::markup::{escaped, js_string};
use mlops_core::percent;
use mlops_core::words::{embed as say, start};

/// A way to embed.
pub struct Snippet {
    pub place: say::Place,
    /// Makes the text to paste.
    pub text: fn(&EmbedOptions) -> String,
}

/// All ways that this copy of the page supports. The one-file build has no script next to it.
#[must_use]
pub fn snippets() -> Vec<Snippet> {
    type Text = fn(&EmbedOptions) -> String;
    let all: [(say::Place, Text); 7] = [
        (say::ADDRESS, EmbedOptions::address),
        (say::HTML, EmbedOptions::frame),
        (say::JSX, EmbedOptions::jsx),
        (say::BACKSTAGE, EmbedOptions::backstage),
        (say::SCRIPT, EmbedOptions::script),
        (say::LINK, EmbedOptions::link),
        (say::FILE, EmbedOptions::file),
    ];
    let is_one_file = one_file(&base()).is_some();
    let snippets = all.into_iter().map(|(place, text)| Snippet { place, text });
    snippets.filter(|snippet| !is_one_file || snippet.place != say::SCRIPT).collect()
}

/// The address of this copy for other people. A local file has none, so it is a placeholder to fill in.
fn base() -> String {
    let (page, copy) = (location::page(), published_copy());
    page_for_others(&page, &copy).map_or_else(|| say::YOUR_COPY.to_owned(), str::to_owned)
}

/// The file name in an address, if that file is the one-file build.
fn one_file(base: &str) -> Option<&str> {
    let name = base.rsplit('/').next().unwrap_or_default();
    (name.ends_with(".html") && name != "index.html").then_some(name)
}

/// Whether a frame with this scope shows a result instead of questions.
#[must_use]
pub fn shows_result(scope: &str) -> bool {
    matches!(scope, "result" | "profile")
}

/// The options that every text contains.
pub struct EmbedOptions {
    /// The address of the page.
    base: String,
    /// The parameter that names an organisation's own questionnaire, such as `model=own.json`.
    model: Option<String>,
    scope: String,
    /// The ids of tracks, separated by commas; empty for those that are always asked.
    tracks: String,
    /// The name of a published result; empty for none.
    result: String,
    theme: String,
    title: String,
    height: u32,
}

impl EmbedOptions {
    /// Options for this page and its questionnaire.
    #[must_use]
    pub fn new((scope, tracks, result): (String, String, String), theme: String, title: String, height: u32) -> Self {
        let result = if shows_result(&scope) { result.trim().to_owned() } else { String::new() };
        let model = custom_model::name_in_address().map(|name| format!("model={}", percent::encoded(&name)));
        let title = if title.trim().is_empty() { start::NAME.to_owned() } else { title };
        Self { base: base(), model, scope, tracks, result, theme, title, height }
    }

    /// The address of the frame.
    #[must_use]
    pub fn address(&self) -> String {
        let model = self.model.as_ref().map(|model| format!("{model}&")).unwrap_or_default();
        let also =
            |name: &str, value: &str| if value.is_empty() { String::new() } else { format!("&{name}={value}") };
        let (tracks, theme) = (also("tracks", &self.tracks), also("theme", &self.theme));
        let result = also("result", &self.encoded_result());
        format!("{}?{model}embed={}{tracks}{result}{theme}", self.base, self.scope)
    }

    /// The name of the published result, encoded for a query.
    fn encoded_result(&self) -> String {
        percent::encoded(&self.result).replace("%2F", "/")
    }

    /// The address of the page outside a frame.
    fn page(&self) -> String {
        let result = (!self.result.is_empty()).then(|| format!("result={}", self.encoded_result()));
        let query = self.model.iter().cloned().chain(result).collect::<Vec<_>>().join("&");
        if query.is_empty() { self.base.clone() } else { format!("{}?{query}", self.base) }
    }

    /// The folder with the page's other files.
    fn folder(&self) -> &str {
        self.base.rfind('/').map_or("", |end| &self.base[..=end])
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

    /// The frame as a JSX element, whose attributes are JavaScript values.
    fn jsx(&self) -> String {
        format!(
            "<iframe src={{{}}} title={{{}}} width=\"100%\" height={{{}}} style={{{{ border: 0 }}}} loading=\"lazy\" \
             allow=\"clipboard-write\" />",
            js_string(&self.address()),
            js_string(&self.title),
            self.height
        )
    }

    /// The frame, and the configuration that allows it.
    fn backstage(&self) -> String {
        let host = self.base.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
        format!(
            "# app-config.yaml\ntechdocs:\n  sanitizer:\n    allowedIframeHosts:\n      - {host}\n\n{}",
            self.frame()
        )
    }

    fn script(&self) -> String {
        let query: Vec<String> = self.model.iter().cloned().chain(self.tracks_in_query()).collect();
        let href = if query.is_empty() { String::new() } else { format!(" href=\"?{}\"", escaped(&query.join("&"))) };
        let theme = if self.theme.is_empty() { String::new() } else { format!(" theme=\"{}\"", self.theme) };
        let result =
            if self.result.is_empty() { String::new() } else { format!(" result=\"{}\"", escaped(&self.result)) };
        let title = escaped(&self.title);
        format!(
            "<script type=\"module\" src=\"{}embed.js\"></script>\n<mlops-maturity scope=\"{}\"{result}{href}{theme} \
             title=\"{title}\"><a href=\"{}\">{title}</a></mlops-maturity>",
            escaped(self.folder()),
            self.scope,
            escaped(&self.page())
        )
    }

    fn tracks_in_query(&self) -> Option<String> {
        (!self.tracks.is_empty()).then(|| format!("tracks={}", self.tracks))
    }

    fn link(&self) -> String {
        // A bracket would end the text of the link.
        let title = self.title.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
        format!("[{title}]({})", self.page())
    }

    fn file(&self) -> String {
        one_file(&self.base).map_or_else(|| format!("{}mlops-maturity.html", self.folder()), |_| self.base.clone())
    }
}
