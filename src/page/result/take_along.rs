//! What can be taken along of a result, by what it is for.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clipboard, page, picture};
use crate::page::export::{File, export, html_file, on_sheet, pixels, profile_picture, purpose};
use crate::page::whose::Whose;
use crate::route::Route;
use crate::ui::chart::drawing::Drawing;
use crate::ui::chart::{self, FILE_STYLE};
use crate::ui::control::{actions, button, link};
use crate::ui::element::{Element, el};
use mlops_core::advice::stage_map::stage_map;
use mlops_core::report::document::Document;
use mlops_core::report::result::result_document;
use mlops_core::report::{Subject, html, markdown};
use mlops_core::words::{buttons, export as of_file, result as say};

/// The menu; `id` is one's own assessment, whose steps can go to a tracker.
#[must_use]
pub fn take_along(whose: &Whose, id: Option<&str>) -> Element {
    let markdown = |subject: &Subject| Some(File::Markdown(markdown::write(&result_document(subject, true))));
    let html = |subject: &Subject| Some(html_file(result_document(subject, true), profile_picture(subject)));
    let svg = |name, ending, picture: fn(&Subject) -> Option<Drawing>| {
        export(whose.clone(), name, ending, move |subject| picture(subject).map(File::Svg))
    };
    let png = |name, ending, picture: fn(&Subject) -> Option<Drawing>| {
        export(whose.clone(), name, ending, move |subject| picture(subject).map(File::Png))
    };
    let said = RwSignal::new("");
    let tracker = id.map(|id| {
        let plan = link(say::TRACKER_BY_PLAN, Route::Plan { id: id.to_owned() }.href());
        purpose(say::FOR_A_TRACKER, el("p").child(plan))
    });
    el("div")
        .child(purpose(
            say::FOR_A_SLIDE,
            actions()
                .child(png(say::PROFILE_PNG, "profile.png", profile_picture))
                .child(png(say::MAP_PNG, "map.png", map_picture))
                .child(png(say::BADGE_PNG, "badge.png", badge_picture))
                .child(svg(say::PROFILE_SVG, "profile.svg", profile_picture))
                .child(svg(say::MAP_SVG, "map.svg", map_picture))
                .child(svg(say::BADGE_SVG, "badge.svg", badge_picture)),
        ))
        .child(purpose(say::FOR_A_WIKI, for_a_wiki(whose, said)))
        .child(tracker)
        .child(purpose(
            say::AS_A_FILE,
            actions().child(export(whose.clone(), buttons::HTML, "result.html", html)).child(export(
                whose.clone(),
                buttons::MARKDOWN,
                "result.md",
                markdown,
            )),
        ))
        .child(purpose(say::ON_PAPER, actions().child(button(buttons::PRINT, page::print))))
        .child(el("p").attr("role", "status").reactive_text(move || said.get().to_owned()))
        .child(el("p").class("quiet").child(say::WHAT_LEAVES))
}

/// What can be pasted into a wiki page.
fn for_a_wiki(whose: &Whose, said: RwSignal<&'static str>) -> Element {
    let tell = move |done: bool, words: &'static str| said.set(if done { words } else { say::NOT_COPIED });
    // Made when the button is about to be pressed: after a wait no browser has to let the page copy.
    let picture = RwSignal::new(None::<WikiPicture>);
    let prepare = {
        let whose = whose.clone();
        move || {
            let Some(drawing) = untrack(|| whose.with(profile_picture)).flatten() else { return };
            spawn_local(async move {
                picture.try_set(wiki_picture(drawing).await);
            });
        }
    };
    let copy_rich = {
        let whose = whose.clone();
        move || {
            let Some((mut document, drawing)) =
                untrack(|| whose.with(|subject| (written(subject), profile_picture(subject))))
            else {
                return;
            };
            spawn_local(async move {
                let ready = picture.get_untracked().filter(|ready| drawing.as_ref() == Some(&ready.drawing));
                let ready = match (ready, drawing) {
                    (None, Some(drawing)) => wiki_picture(drawing).await,
                    (ready, _) => ready,
                };
                let markdown = markdown::write(&document);
                if let Some(WikiPicture { drawing, address }) = ready {
                    document.open_with_picture(drawing.alt, address);
                }
                tell(clipboard::copy_rich(&html::write(&document), &markdown).await.is_ok(), say::COPIED_FOR_WIKI);
            });
        }
    };
    let copy_markdown = {
        let whose = whose.clone();
        move || {
            let Some(document) = untrack(|| whose.with(written)) else { return };
            let markdown = markdown::write(&document);
            spawn_local(async move { tell(clipboard::copy_text(&markdown).await.is_ok(), say::COPIED_MARKDOWN) });
        }
    };
    let focused = prepare.clone();
    let rich =
        button(say::COPY_FOR_WIKI, copy_rich).on("pointerenter", move |_| prepare()).on("focus", move |_| focused());
    actions().child(rich).child(button(say::COPY_MARKDOWN, copy_markdown))
}

fn written(subject: &Subject) -> Document {
    result_document(subject, false)
}

/// A picture as wikis take it: as pixels.
#[derive(Clone)]
struct WikiPicture {
    drawing: Drawing,
    address: String,
}

/// None where the browser does not hand out pixels: then the copy goes without.
async fn wiki_picture(drawing: Drawing) -> Option<WikiPicture> {
    let (width, height) = pixels(&drawing);
    let svg = drawing.to_file(FILE_STYLE, None);
    let address = picture::png_address_of_svg(&svg, width, height).await.ok()?;
    Some(WikiPicture { drawing, address })
}

fn badge_picture(subject: &Subject) -> Option<Drawing> {
    chart::badge::drawing(subject.case.model, subject.profile.tracks.first()?)
}

fn map_picture(subject: &Subject) -> Option<Drawing> {
    let track = subject.profile.tracks.first()?.track;
    let title = of_file::map_of(&subject.case.model.track(track).title);
    let drawing = chart::map::drawing(subject.case, &stage_map(subject.case, track));
    Some(on_sheet(subject, title, &chart::map::LEGEND, &drawing))
}
