//! What can be taken along of a result, by what it is for.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clipboard, page};
use crate::page::export::{File, export};
use crate::page::whose::Whose;
use crate::route::Route;
use crate::ui::chart;
use crate::ui::chart::drawing::Drawing;
use crate::ui::control::{actions, button, link};
use crate::ui::element::{Element, el};
use mlops_core::advice::button_map::button_map;
use mlops_core::report::result::result_document;
use mlops_core::report::{Subject, html, markdown};
use mlops_core::words::result as say;

/// The menu; `id` is one's own assessment, whose steps can go to a tracker.
#[must_use]
pub fn take_along(whose: &Whose, id: Option<&str>) -> Element {
    let markdown = |subject: &Subject| Some(File::Markdown(markdown::write(&result_document(subject, true))));
    let html = |subject: &Subject| {
        let document = result_document(subject, true);
        Some(File::Html(html::page(&document, subject.case.model.language())))
    };
    let svg = |name, ending, picture: fn(&Subject) -> Option<Drawing>| {
        export(whose.clone(), name, ending, move |subject| picture(subject).map(File::Svg))
    };
    let png = |name, ending, picture: fn(&Subject) -> Option<Drawing>| {
        export(whose.clone(), name, ending, move |subject| picture(subject).map(File::Png))
    };
    let said = RwSignal::new("");
    let written = {
        let whose = whose.clone();
        move || {
            untrack(|| {
                whose.with(|subject| {
                    let document = result_document(subject, false);
                    (html::write(&document), markdown::write(&document))
                })
            })
        }
    };
    let tell = move |done: bool, words: &'static str| said.set(if done { words } else { say::NOT_COPIED });
    let rich = written.clone();
    let copy_rich = move || {
        let Some((html, markdown)) = rich() else { return };
        spawn_local(async move {
            tell(clipboard::copy_rich(&html, &markdown).await.is_ok(), say::COPIED_FOR_WIKI);
        });
    };
    let copy_markdown = move || {
        let Some((_, markdown)) = written() else { return };
        spawn_local(async move { tell(clipboard::copy_text(&markdown).await.is_ok(), say::COPIED_MARKDOWN) });
    };
    let purpose = |title: &'static str, buttons: Element| el("section").child(el("h3").child(title)).child(buttons);
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
        .child(purpose(
            say::FOR_A_WIKI,
            actions().child(button(say::COPY_FOR_WIKI, copy_rich)).child(button(say::COPY_MARKDOWN, copy_markdown)),
        ))
        .child(tracker)
        .child(purpose(
            say::AS_A_FILE,
            actions().child(export(whose.clone(), say::HTML, "result.html", html)).child(export(
                whose.clone(),
                say::MARKDOWN,
                "result.md",
                markdown,
            )),
        ))
        .child(purpose(say::ON_PAPER, actions().child(button(say::PRINT, page::print))))
        .child(el("p").attr("role", "status").live_text(move || said.get().to_owned()))
        .child(el("p").class("quiet").child(say::WHAT_LEAVES))
}

fn profile_picture(subject: &Subject) -> Option<Drawing> {
    let track = subject.profile.tracks.first()?;
    Some(chart::profile::drawing(subject.case, track))
}

fn badge_picture(subject: &Subject) -> Option<Drawing> {
    chart::badge::drawing(subject.case.model, subject.profile.tracks.first()?)
}

fn map_picture(subject: &Subject) -> Option<Drawing> {
    let track = subject.profile.tracks.first()?.track;
    Some(chart::map::drawing(subject.case, &button_map(subject.case, track)))
}
