//! Results and plans as files: texts, rows for issue trackers, pictures.

use leptos::prelude::*;

use crate::browser::{download, picture};
use crate::page::saving::file_name;
use crate::page::whose::Whose;
use crate::ui::chart::drawing::Drawing;
use crate::ui::chart::sheet::{Caption, Key, sheet};
use crate::ui::chart::{self, FILE_STYLE};
use crate::ui::control::button;
use crate::ui::element::{Element, el};
use mlops_core::percent;
use mlops_core::report::document::Document;
use mlops_core::report::{self, Subject, html};
use mlops_core::words::{self, export as say};

/// A kind of file with what goes into it.
pub enum File {
    /// Markdown.
    Markdown(String),
    /// A whole HTML page.
    Html(String),
    /// Rows of cells.
    Csv(String),
    /// A picture of lines and shapes.
    Svg(Drawing),
    /// The same picture as pixels.
    Png(Drawing),
}

/// What can be taken along for one purpose.
pub fn purpose(title: &'static str, buttons: Element) -> Element {
    el("section").child(el("h3").child(title)).child(buttons)
}

/// A picture that stands alone, as one that shows a subject.
#[must_use]
pub fn on_sheet(subject: &Subject, title: String, legend: &'static [Key], drawing: &Drawing) -> Drawing {
    let about = report::result::about(subject);
    sheet(drawing, &Caption { title, team: subject.title, about, legend, link: subject.link })
}

/// The profile of the first track.
#[must_use]
pub fn profile_picture(subject: &Subject) -> Option<Drawing> {
    let track = subject.profile.tracks.first()?;
    let title = say::profile_of(&subject.case.model.track(track.track).title);
    let drawing = chart::profile::drawing(subject.case, track);
    Some(on_sheet(subject, title, &chart::profile::LEGEND, &drawing))
}

/// A document as an HTML file, with a picture under its title.
#[must_use]
pub fn html_file(mut document: Document, picture: Option<Drawing>) -> File {
    if let Some(drawing) = picture {
        let svg = drawing.to_file(FILE_STYLE, None);
        document.open_with_picture(drawing.alt, format!("data:image/svg+xml,{}", percent::encoded(&svg)));
    }
    File::Html(html::page(&document, words::LANGUAGE))
}

/// The size of a picture in pixels: twice that on the page, for sharp screens and paper.
#[must_use]
pub fn pixels(drawing: &Drawing) -> (u32, u32) {
    let size = |length: i32| u32::try_from(length).unwrap_or_default() * PNG_SCALE;
    (size(drawing.width), size(drawing.height))
}

/// How much larger a PNG is than the picture on the page.
const PNG_SCALE: u32 = 2;

/// A button that makes a file of what is shown when it is pressed, and hands it over under a name that begins with the
/// title and ends with `ending`.
pub fn export(
    whose: Whose,
    words: &'static str,
    ending: &'static str,
    make: impl Fn(&Subject) -> Option<File> + 'static,
) -> Element {
    button(words, move || {
        let made = untrack(|| {
            whose.with(|subject| {
                make(subject).map(|file| (file_name(subject.title, ending), file, subject.link.map(str::to_owned)))
            })
        });
        if let Some((name, file, link)) = made.flatten() {
            save(name, file, link.as_deref());
        }
    })
}

/// Hands a file over; `link` leads from a picture of shapes to the result.
pub fn save(name: String, file: File, link: Option<&str>) {
    match file {
        File::Markdown(text) => save_text(&name, "text/markdown", &text),
        File::Html(text) => save_text(&name, "text/html", &text),
        File::Csv(text) => save_text(&name, "text/csv", &text),
        File::Svg(drawing) => save_text(&name, "image/svg+xml", &drawing.to_file(FILE_STYLE, link)),
        File::Png(drawing) => leptos::task::spawn_local(save_pixels(name, drawing)),
    }
}

/// Hands a text over.
pub fn save_text(name: &str, mime: &str, text: &str) {
    // A browser that refuses a download shows that itself.
    download::save(name, mime, text.as_bytes()).ok();
}

async fn save_pixels(name: String, drawing: Drawing) {
    let svg = drawing.to_file(FILE_STYLE, None);
    let (width, height) = pixels(&drawing);
    match picture::png_of_svg(&svg, width, height).await {
        Ok(png) => {
            download::save(&name, "image/png", &png).ok();
        }
        // Where the browser does not hand out pixels, the shapes are still a picture.
        Err(_) => save_text(&name.replace(".png", ".svg"), "image/svg+xml", &svg),
    }
}
