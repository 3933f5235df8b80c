//! How to put the page into a wiki: a snippet for each kind, and what the page around this one allows.

pub mod host;

use leptos::prelude::*;

use crate::browser::{address, clipboard, frame, storage};
use crate::custom_model;
use crate::page::missing::main_heading;
use crate::ui::control::{actions, button};
use crate::ui::element::{Element, el, group};
use mlops_core::percent;

/// A way to embed: what it is for, and the text to paste.
struct Snippet {
    title: &'static str,
    says: &'static str,
    text: String,
}

/// The page.
#[must_use]
pub fn embed_page() -> AnyView {
    let own = custom_model::named().map(|name| format!("model={}", percent::encoded(&name)));
    let said = RwSignal::new(String::new());
    let snippets: Vec<Element> =
        snippets(&address::page(), own.as_deref()).into_iter().map(|snippet| shown(snippet, said)).collect();
    group()
        .child(main_heading("Put it into your wiki"))
        .child(
            el("p")
                .class("lead")
                .child("Each of these works as it is. Answers stay in the browser of whoever answers."),
        )
        .child(snippets)
        .child(el("p").attr("role", "status").live_text(move || said.get()))
        .child(allowed())
        .into_any()
}

/// The snippets for the page at this address, with the part of the query that names an own questionnaire.
fn snippets(base: &str, own: Option<&str>) -> Vec<Snippet> {
    let mut page = base.to_owned();
    let mut query = "embed=core".to_owned();
    let mut href = String::new();
    if let Some(own) = own {
        page = format!("{base}?{own}");
        query = format!("{own}&embed=core");
        href = format!(" href=\"?{own}\"");
    }
    let frame = |query: &str| {
        format!(
            "<iframe src=\"{base}?{query}\" title=\"MLOps Maturity Assessment\" width=\"100%\" height=\"900\" \
             style=\"border:0\" loading=\"lazy\"></iframe>"
        )
    };
    let script = base.trim_end_matches("index.html");
    vec![
        Snippet {
            title: "Confluence, SharePoint, Notion and others that take an address",
            says: "Use the iframe or embed block, and give it this address. It may ask an administrator to allow this site.",
            text: format!("{base}?{query}"),
        },
        Snippet {
            title: "MkDocs, Docusaurus, Backstage and others that take HTML",
            says: "The frame is as high as you say.",
            text: frame(&query.replace('&', "&amp;")),
        },
        Snippet {
            title: "Pages of your own",
            says: "The frame takes its own height, follows the theme, and tells your page the result.",
            text: format!(
                "<script type=\"module\" src=\"{script}embed.js\"></script>\n<mlops-maturity scope=\"core\"{href}>\
                 <a href=\"{page}\">MLOps Maturity Assessment</a></mlops-maturity>"
            ),
        },
        Snippet {
            title: "GitLab, GitHub, Azure DevOps wikis",
            says: "They take no frames. Link to the page, or paste a result with \"Copy as Markdown\".",
            text: format!("[MLOps Maturity Assessment]({page})"),
        },
        Snippet {
            title: "Wikis that only take attachments",
            says: "Attach this one file: it is the whole page.",
            text: format!("{script}mlops-maturity.html"),
        },
    ]
}

fn shown(snippet: Snippet, said: RwSignal<String>) -> Element {
    let Snippet { title, says, text } = snippet;
    let copied = text.clone();
    let copy = move || {
        let text = copied.clone();
        leptos::task::spawn_local(async move {
            let done = clipboard::copy_text(&text).await.is_ok();
            let words =
                if done { "Copied." } else { "The browser does not let this page copy: select the text instead." };
            said.set(words.to_owned());
        });
    };
    el("section")
        .class("snippet")
        .attr("aria-label", title)
        .child(el("h2").child(title))
        .child(el("p").child(says))
        .child(
            el("pre")
                .attr("tabindex", "0")
                .attr("aria-label", format!("Text for {title}"))
                .child(el("code").child(text)),
        )
        .child(actions().child(button("Copy", copy).attr("aria-label", format!("Copy the text for {title}"))))
}

/// What the place where this page is shown allows.
fn allowed() -> Element {
    let yes_or_no = |is: bool, yes: &'static str, no: &'static str| if is { yes } else { no };
    let line =
        |name: &'static str, says: &'static str| el("li").child(el("strong").child(name)).child(format!(" {says}"));
    let framed = frame::is_framed();
    el("section")
        .class("allowed")
        .attr("aria-labelledby", "allowed")
        .child(el("h2").id("allowed").child("What this place allows"))
        .child(
            el("ul")
                .child(line(
                    "Frame:",
                    yes_or_no(framed, "this page is inside another one.", "this page stands alone."),
                ))
                .child(line(
                    "Storage:",
                    yes_or_no(
                        storage::available().is_ok(),
                        "answers are kept in this browser.",
                        "blocked. Answers last for the visit; the page offers the link and the file.",
                    ),
                ))
                .child(line(
                    "Clipboard:",
                    yes_or_no(
                        clipboard::is_allowed(),
                        "the page may copy.",
                        "not offered here. The page falls back to selecting the text.",
                    ),
                ))
                .child(line(
                    "Messages and height:",
                    yes_or_no(
                        framed,
                        "sent to the page around this one; embed.js sets the height by them.",
                        "only inside a frame.",
                    ),
                )),
        )
}
