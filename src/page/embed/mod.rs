//! How to put the page into a wiki: what it should look like, a preview, a snippet for each kind of wiki, and what the page
//! around this one allows.

pub mod host;

use leptos::prelude::*;

use crate::browser::{address, clipboard, event, frame, storage};
use crate::custom_model;
use crate::page::missing::main_heading;
use crate::route::is_file;
use crate::ui::control::{actions, button, input, labelled};
use crate::ui::element::{Element, el, group};
use mlops_core::markup::escaped;
use mlops_core::percent;
use mlops_core::words::{pages, start, wiki as say};

/// The heights that can be chosen, in pixels.
const HEIGHTS: std::ops::RangeInclusive<u32> = 200..=4000;
/// How high the frame is until somebody says otherwise, in pixels.
const HEIGHT: u32 = 700;

/// What was chosen. Handles: copies share the same choices.
#[derive(Clone, Copy)]
struct Choices {
    scope: RwSignal<&'static str>,
    theme: RwSignal<&'static str>,
    title: RwSignal<String>,
    height: RwSignal<u32>,
}

/// What every snippet is made of.
struct Made {
    /// The page's address.
    base: String,
    /// The part of the query that names an own questionnaire, such as `model=own.json`.
    own: Option<String>,
    scope: &'static str,
    theme: &'static str,
    title: String,
    height: u32,
}

/// The page.
#[must_use]
pub fn embed_page() -> AnyView {
    let choices = Choices {
        scope: RwSignal::new("essentials"),
        theme: RwSignal::new(""),
        title: RwSignal::new(start::NAME.to_owned()),
        height: RwSignal::new(HEIGHT),
    };
    let said = RwSignal::new("");
    let snippets: Vec<Element> =
        SNIPPETS.into_iter().map(|(place, text)| snippet(choices, place, text, said)).collect();
    group()
        .child(main_heading(pages::EMBED))
        .child(el("p").class("lead").child(say::LEAD))
        .child(el("div").class("embedding").child(form(choices)).child(preview(choices)))
        .child(el("h2").child(say::TEXTS))
        .child(snippets)
        .child(el("p").attr("role", "status").reactive_text(move || said.get().to_owned()))
        .child(allowed())
        .into_any()
}

fn form(choices: Choices) -> Element {
    let Choices { scope, theme, title, height } = choices;
    let mut scopes = el("fieldset").class("choices").child(el("legend").child(say::OPENS_ON));
    for (word, name, says) in say::SCOPES {
        scopes = scopes.child(choice("opens-on", scope, word, name, Some(says)));
    }
    let mut themes = el("fieldset").class("choices themes").child(el("legend").child(say::THEME));
    for (word, name) in say::THEMES {
        themes = themes.child(choice("colours", theme, word, name, None));
    }
    let typed = move |text: String| {
        if let Some(number) = text.trim().parse().ok().filter(|number| HEIGHTS.contains(number)) {
            height.set(number);
        }
    };
    let [least, most] = [HEIGHTS.start(), HEIGHTS.end()].map(u32::to_string);
    let name = input("text", "120", move || title.get_untracked(), move |typed| title.set(typed));
    let number = input("number", "4", move || height.get_untracked().to_string(), typed);
    el("div")
        .child(scopes)
        .child(themes)
        .child(labelled(say::TITLE, name.attr("aria-describedby", "title-says")))
        .child(el("p").class("quiet").id("title-says").child(say::TITLE_SAYS))
        .child(labelled(
            say::HEIGHT,
            number.attr("min", least).attr("max", most).attr("step", "50").attr("aria-describedby", "height-says"),
        ))
        .child(el("p").class("quiet").id("height-says").child(say::HEIGHT_SAYS))
}

fn choice(
    group: &'static str,
    chosen: RwSignal<&'static str>,
    word: &'static str,
    name: &'static str,
    says: Option<&'static str>,
) -> Element {
    let radio = el("input")
        .attr("type", "radio")
        .attr("name", group)
        .attr("value", word)
        .checked(move || chosen.get() == word)
        .on("change", move |event| {
            if event::is_checked(&event) {
                chosen.set(word);
            }
        });
    let says = says.map(|says| el("span").class("quiet").child(says));
    let text = el("span").class("choice-text").child(el("strong").child(name)).child(says);
    el("label").class("choice").child(radio).child(text)
}

/// The page as it will look, in a frame.
fn preview(choices: Choices) -> Element {
    let is_offered = !is_file(&address::page()) && !frame::is_framed();
    // A frame that is asked for the same address again begins anew: it is asked only when the address changed.
    let source = Memo::new(move |_| Made::of(choices).address());
    let shown = is_offered.then(|| {
        el("iframe")
            .prop("title", move || choices.title.get())
            .prop("height", move || choices.height.get().to_string())
            .prop("src", move || source.get())
    });
    el("section")
        .class("preview")
        .attr("aria-labelledby", "preview")
        .child(el("h2").id("preview").child(say::PREVIEW))
        .child(el("p").class("quiet").child(if is_offered { say::PREVIEW_SAYS } else { say::NO_PREVIEW }))
        .child(shown)
}

impl Made {
    fn of(choices: Choices) -> Self {
        let own = custom_model::named().map(|name| format!("model={}", percent::encoded(&name)));
        let Choices { scope, theme, title, height } = choices;
        let title = Some(title.get()).filter(|title| !title.trim().is_empty());
        Self {
            base: address::page(),
            own,
            scope: scope.get(),
            theme: theme.get(),
            title: title.unwrap_or_else(|| start::NAME.to_owned()),
            height: height.get(),
        }
    }

    /// The address of the frame.
    fn address(&self) -> String {
        let own = self.own.as_ref().map(|own| format!("{own}&")).unwrap_or_default();
        let theme = if self.theme.is_empty() { String::new() } else { format!("&theme={}", self.theme) };
        format!("{}?{own}embed={}{theme}", self.base, self.scope)
    }

    /// The address of the page by itself.
    fn page(&self) -> String {
        self.own.as_ref().map_or_else(|| self.base.clone(), |own| format!("{}?{own}", self.base))
    }

    /// Where the page's other files lie.
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
        let href = self.own.as_ref().map(|own| format!(" href=\"?{}\"", escaped(own))).unwrap_or_default();
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

/// A way to embed: what it is for, and what makes the text to paste.
type Snippet = (say::Place, fn(&Made) -> String);

const SNIPPETS: [Snippet; 5] = [
    (say::ADDRESS, Made::address),
    (say::HTML, Made::frame),
    (say::SCRIPT, Made::script),
    (say::LINK, Made::link),
    (say::FILE, Made::file),
];

fn snippet(
    choices: Choices,
    (title, says): say::Place,
    text: fn(&Made) -> String,
    said: RwSignal<&'static str>,
) -> Element {
    let copy = move || {
        let text = untrack(|| text(&Made::of(choices)));
        leptos::task::spawn_local(async move {
            let is_done = clipboard::copy_text(&text).await.is_ok();
            said.set(if is_done { say::COPIED } else { say::NOT_COPIED });
        });
    };
    el("section")
        .class("snippet")
        .attr("aria-label", title)
        .child(el("h3").child(title))
        .child(el("p").child(says))
        .child(
            el("pre")
                .attr("tabindex", "0")
                .attr("aria-label", say::text_for(title))
                .child(el("code").reactive_text(move || text(&Made::of(choices)))),
        )
        .child(actions().child(button(say::COPY, copy).attr("aria-label", say::copy_for(title))))
}

/// What the place where this page is shown allows.
fn allowed() -> Element {
    let is_framed = frame::is_framed();
    let line = |[name, yes, no]: [&'static str; 3], is: bool| {
        el("li").child(el("strong").child(name)).child(" ").child(if is { yes } else { no })
    };
    el("section")
        .class("allowed")
        .attr("aria-labelledby", "allowed")
        .child(el("h2").id("allowed").child(say::ALLOWED))
        .child(
            el("ul")
                .child(line(say::FRAME, is_framed))
                .child(line(say::STORAGE, storage::available().is_ok()))
                .child(line(say::CLIPBOARD, clipboard::is_allowed()))
                .child(line(say::MESSAGES, is_framed)),
        )
}
