//! Results and plans as files: texts, rows for issue trackers, pictures.

use leptos::prelude::*;

use crate::browser::{dom, file, picture};
use crate::components::charts::drawing::Drawing;
use crate::components::charts::profile;
use crate::components::charts::slide::{Caption, LegendItem, on_slide};
use crate::state::result::ResultSource;
use mlops_core::by_id::ById;
use mlops_core::percent;
use mlops_core::report::document::Document;
use mlops_core::report::{self, Subject, html, markdown};
use mlops_core::words::{self, pages, report as say, result};

/// A file to download.
#[derive(Clone, Debug)]
pub enum ExportFile {
    Markdown(String),
    Html(String),
    Csv(String),
    /// A picture made of shapes.
    Svg(Drawing),
    /// The same picture made of pixels.
    Png(Drawing),
}

/// Makes a file of a result or of its plan; `None` if there is nothing to export.
pub type MakeFile = Box<dyn Fn(&Subject) -> Option<ExportFile>>;

/// The exports for one purpose, under a heading.
#[component]
pub fn ExportSection(
    /// The heading.
    title: &'static str,
    /// Buttons and links.
    children: Children,
) -> impl IntoView {
    view! {
        <section>
            <h3>{title}</h3>
            {children()}
        </section>
    }
}

/// A button that downloads a file of the result as it is when the button is pressed.
#[component]
pub fn ExportButton(
    source: ResultSource,
    /// The end of the file name. The title comes before it.
    file_name: &'static str,
    /// Makes the file.
    make: MakeFile,
    children: Children,
) -> impl IntoView {
    let export = move |_| {
        let made = untrack(|| {
            source.with_subject(|subject| {
                let file = make(subject)?;
                let name = self::file_name(subject.title, file_name);
                Some((name, file, subject.link.map(str::to_owned)))
            })
        });
        if let Some((name, file, link)) = made.flatten() {
            save_file(name, file, link.as_deref());
        }
    };
    view! { <button type="button" on:click=export>{children()}</button> }
}

/// Buttons that download or print a document.
#[component]
pub fn DocumentPurposes(
    /// Makes the document when a button is pressed, with the end of its file names; `None` if there is nothing to
    /// export.
    #[prop(into)]
    document: Callback<(), Option<(String, Document)>>,
) -> impl IntoView {
    let save = move |ending: &str, file: fn(Document) -> ExportFile| {
        if let Some((name, document)) = document.run(()) {
            save_file(file_name(&name, ending), file(document), None);
        }
    };
    let html = move |_| save("html", |document| html_file(document, None));
    let markdown = move |_| save("md", |document| ExportFile::Markdown(markdown::write(&document)));
    view! {
        <ExportSection title=result::AS_A_FILE>
            <div class="actions">
                <button type="button" on:click=html>{pages::HTML}</button>
                <button type="button" on:click=markdown>{pages::MARKDOWN}</button>
            </div>
        </ExportSection>
        <PrintSection/>
    }
}

/// A button that prints the page.
#[component]
pub fn PrintSection() -> impl IntoView {
    view! {
        <ExportSection title=result::ON_PAPER>
            <div class="actions">
                <button type="button" on:click=|_| dom::print()>{pages::PRINT}</button>
            </div>
        </ExportSection>
    }
}

/// A picture as a slide with the title, team, date and link of the result.
#[must_use]
pub fn slide_of(subject: &Subject, title: String, legend: &'static [LegendItem], drawing: &Drawing) -> Drawing {
    let about = report::result::about(subject);
    on_slide(drawing, &Caption { title, team: subject.title, about, legend, link: subject.link })
}

/// The profile of the first track as a slide; `None` without tracks.
#[must_use]
pub fn profile_slide(subject: &Subject) -> Option<Drawing> {
    let (track, model) = (subject.profile.tracks.first()?, subject.case.model);
    let title = say::profile_of(&model.track(track.track).title);
    let rows = profile::rows(subject.case, track, &ById::new());
    let drawing = profile::drawing(&rows, profile::alt(model, track));
    Some(slide_of(subject, title, &profile::LEGEND, &drawing))
}

/// A document as an HTML file, with a picture below its title.
#[must_use]
pub fn html_file(mut document: Document, picture: Option<Drawing>) -> ExportFile {
    if let Some(drawing) = picture {
        let address = format!("data:image/svg+xml,{}", percent::encoded(&drawing.to_svg(None)));
        document.open_with_picture(drawing.alt, address);
    }
    ExportFile::Html(html::page(&document, words::LANGUAGE))
}

/// Pixels of a PNG per unit of its drawing: two, for sharp screens and paper.
const PNG_SCALE: u32 = 2;

/// Width and height of a picture in pixels.
#[must_use]
pub fn pixels(drawing: &Drawing) -> (u32, u32) {
    let size = |length: i32| u32::try_from(length).unwrap_or_default() * PNG_SCALE;
    (size(drawing.width), size(drawing.height))
}

/// Downloads a file. An SVG file leads to `link`.
pub fn save_file(name: String, file: ExportFile, link: Option<&str>) {
    match file {
        ExportFile::Markdown(text) => save_text(&name, "text/markdown", &text),
        ExportFile::Html(text) => save_text(&name, "text/html", &text),
        ExportFile::Csv(text) => save_text(&name, "text/csv", &text),
        ExportFile::Svg(drawing) => save_text(&name, "image/svg+xml", &drawing.to_svg(link)),
        ExportFile::Png(drawing) => leptos::task::spawn_local(save_pixels(name, drawing)),
    }
}

/// A file name that every system accepts: the letters and digits of the title, then the ending.
#[must_use]
pub fn file_name(title: &str, ending: &str) -> String {
    let mut name = String::new();
    for letter in title.chars().take(60) {
        if letter.is_ascii_alphanumeric() || !letter.is_ascii() {
            name.push(letter.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { ending.to_owned() } else { format!("{name}.{ending}") }
}

pub fn save_text(name: &str, mime: &str, text: &str) {
    // A browser that blocks a download reports that itself.
    file::save(name, mime, text.as_bytes()).ok();
}

async fn save_pixels(name: String, drawing: Drawing) {
    let svg = drawing.to_svg(None);
    let (width, height) = pixels(&drawing);
    match picture::png_of_svg(&svg, width, height).await {
        Ok(png) => {
            file::save(&name, "image/png", &png).ok();
        }
        // Some browsers block reading pixels from a canvas: save the SVG instead.
        Err(_) => save_text(&name.replace(".png", ".svg"), "image/svg+xml", &svg),
    }
}
