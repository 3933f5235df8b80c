//! Where a team stands, why, and what would change it.
//!
//! Everything below the heading is drawn from a [`Case`]: the same for one's own assessment and for one from a link.

pub mod advice;

use leptos::prelude::*;

use crate::browser::page;
use crate::page::embed::host::offer;
use crate::page::export::{File, export, html_file, on_sheet, profile_picture};
use crate::page::missing::{absent_assessment, main_heading};
use crate::page::profile::{level_heads, profile_chart};
use crate::page::result::advice::{button_section, stall_section, step_section};
use crate::page::saving::{saving_status, saving_trouble};
use crate::page::share::{share_section, with_linked};
use crate::route::Route;
use crate::state::Session;
use crate::ui::chart;
use crate::ui::chart::drawing::Drawing;
use crate::ui::chart::profile::Room;
use crate::ui::control::{actions, button, link};
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el, group, nothing, reactive, theirs};
use crate::ui::external_link::external_link;
use crate::ui::table::{cell, row, table};
use mlops_core::advice::button_map::button_map;
use mlops_core::advice::next_steps::Advice;
use mlops_core::link::Including;
use mlops_core::model::{CapabilityIx, Cover, Crosswalk, CrosswalkRow};
use mlops_core::report::result::result_document;
use mlops_core::report::{self, Subject, markdown};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::{AreaProfile, LevelResult, Share, TrackProfile};
use mlops_core::words;

/// What a result is drawn from.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// What a report of it would be about.
    pub subject: &'a Subject<'a>,
    /// One's own assessment to go back to; none for a result from elsewhere.
    pub id: Option<&'a str>,
}

/// The result of one's own assessment.
#[must_use]
pub fn result_page(session: Session, id: &str) -> AnyView {
    let id = id.to_owned();
    reactive(move || {
        let drawn = session.with_subject(|subject| own_result(session, Shown { subject, id: Some(&id) }));
        drawn.unwrap_or_else(|| absent_assessment(session, &id))
    })
}

fn own_result(session: Session, shown: Shown) -> AnyView {
    let Some(id) = shown.id else { return nothing() };
    let questions = Route::Questions { id: id.to_owned(), area: None }.href();
    let unknown_capability_ids =
        shown.subject.assessment.map_or(0, |own| own.unknown_capability_ids(shown.subject.case.model).len());
    let unknown_capability_ids = (unknown_capability_ids > 0).then(|| {
        let count = words::count(unknown_capability_ids, "answer belongs", "answers belong");
        let says = format!("{count} to questions that this model does not have: kept, and not scored.");
        el("p").class("notice").child(says)
    });
    group()
        .child(
            el("div")
                .class("bar")
                .child(el("p").class("bar-title").child(link("Back to the questions", questions)))
                .child(saving_status(session)),
        )
        .child(saving_trouble(session))
        .child(heading(shown.subject))
        .child(offer(session))
        .child(unknown_capability_ids)
        .child(result_body(shown))
        .child(share_section(session))
        .child(exports(session))
        .child(printed_link(session))
        .into_any()
}

/// The link as text: only on paper, where nothing can be pressed.
fn printed_link(session: Session) -> Option<Element> {
    let link = untrack(|| with_linked(session, &Including::default(), |subject| subject.link.map(str::to_owned)));
    Some(el("p").class("printed-link").child(format!("Open this result: {}", link.flatten()?)))
}

/// The title of a result with what it is a result of.
#[must_use]
pub fn heading(subject: &Subject) -> AnyView {
    group()
        .child(main_heading(theirs(subject.title.to_owned())))
        .child(el("p").class("quiet").child(report::result::about(subject)))
        .into_any()
}

/// Everything a result says.
#[must_use]
pub fn result_body(shown: Shown) -> AnyView {
    let subject = shown.subject;
    let tracks: Vec<Element> = subject.profile.tracks.iter().map(|track| track_result(shown, track)).collect();
    let credit = el("p")
        .class("quiet")
        .child(format!("{} ", subject.case.model.source().note))
        .child(link("How this works", Route::Model.href()));
    group().child(tracks).child(crosswalks(subject.case)).child(credit).into_any()
}

/// The result as files and on paper.
fn exports(session: Session) -> Element {
    let markdown = |subject: &Subject| Some(File::Markdown(markdown::write(&result_document(subject, true))));
    let html = |subject: &Subject| Some(html_file(result_document(subject, true), profile_picture(subject)));
    el("section")
        .class("exports")
        .attr("aria-labelledby", "take-away")
        .child(el("h2").id("take-away").child("Take it with you"))
        .child(
            actions()
                .child(button("Print", page::print))
                .child(export(session, "Markdown", "result.md", markdown))
                .child(export(session, "HTML", "result.html", html))
                .child(export(session, "Profile as SVG", "profile.svg", |s| profile_picture(s).map(File::Svg)))
                .child(export(session, "Profile as PNG", "profile.png", |s| profile_picture(s).map(File::Png)))
                .child(export(session, "Badge as SVG", "badge.svg", |s| badge_picture(s).map(File::Svg)))
                .child(export(session, "Badge as PNG", "badge.png", |s| badge_picture(s).map(File::Png)))
                .child(export(session, "Map as SVG", "map.svg", |s| map_picture(s).map(File::Svg)))
                .child(export(session, "Map as PNG", "map.png", |s| map_picture(s).map(File::Png))),
        )
        .child(el("p").class("quiet").child("Texts contain your notes and evidence links; pictures do not."))
}

fn badge_picture(subject: &Subject) -> Option<Drawing> {
    chart::badge::drawing(subject.case.model, subject.profile.tracks.first()?)
}

fn map_picture(subject: &Subject) -> Option<Drawing> {
    let track = subject.profile.tracks.first()?.track;
    let title = words::export::map_of(&subject.case.model.track(track).title);
    let drawing = chart::map::drawing(subject.case, &button_map(subject.case, track), Room::Wide);
    Some(on_sheet(subject, title, &chart::map::LEGEND, &drawing))
}

fn track_result(shown: Shown, track: &TrackProfile) -> Element {
    let subject = shown.subject;
    let case = subject.case;
    let title = case.model.track(track.track).title.clone();
    let Share { part, of } = track.confidence;
    let settled = format!("{part} of {of} questions are settled ({}).", words::percent(track.confidence));
    let told = Advice::of(case, track, subject.stalls);
    let areas: Vec<Element> = track.areas.iter().map(|area| area_result(shown, area)).collect();
    el("section")
        .class("track")
        .attr("aria-label", title.clone())
        .child(el("h2").lang(case.model.language()).child(title))
        .child(el("p").class("verdict").child(words::verdict(case.model, track)))
        .child(el("p").class("quiet").child(settled))
        .child(profile_chart(case, track))
        .child(button_section(subject, &told))
        .child(stall_section(subject, &told))
        .child(step_section(subject, &told, shown.id.map(to_plan)))
        .child(still_open(subject, track))
        .child(el("h3").child("Area by area"))
        .child(areas)
        .child(el("h3").child("Through three lenses"))
        .child(lenses(case, track))
}

fn to_plan(id: &str) -> Element {
    actions().child(link("Make a plan", Route::Plan { id: id.to_owned() }.href()).class("button is-primary"))
}

/// Everything that is open.
fn still_open(subject: &Subject, track: &TrackProfile) -> AnyView {
    let case = subject.case;
    let is_unknown = |at: &CapabilityIx| case.answer(*at).is_some();
    let open = case.capabilities().filter(|&at| case.is_open(at) && case.model.track_of(at) == track.track);
    let (unknown, unanswered): (Vec<_>, Vec<_>) = open.partition(is_unknown);
    if unknown.is_empty() && unanswered.is_empty() {
        return nothing();
    }
    let questions = |of: &[CapabilityIx]| {
        let item = |&at: &CapabilityIx| el("li").child(case.model.capability(at).question.clone());
        el("ul").child(of.iter().map(item).collect::<Vec<_>>())
    };
    let asked = (!unknown.is_empty()).then(|| {
        let count = words::count(unknown.len(), "question", "questions");
        group()
            .child(el("p").child(format!("Nobody knows yet, so ask around: {count}.")))
            .child(questions(&unknown))
            .into_any()
    });
    let left = (!unanswered.is_empty()).then(|| {
        let count = words::count(unanswered.len(), "question is not answered yet", "questions are not answered yet");
        disclosure("more", count, questions(&unanswered))
    });
    group().child(el("h3").child("Still open")).child(asked).child(left).into_any()
}

fn area_result(shown: Shown, area: &AreaProfile) -> Element {
    let model = shown.subject.case.model;
    let about = model.area(area.area);
    let range = area.range;
    let to_questions = shown.id.map(|id| {
        let href = Route::Questions { id: id.to_owned(), area: Some(about.id.clone()) }.href();
        link("Questions", href).attr("aria-label", format!("Questions on {}", words::inside(&about.title)))
    });
    let ahead = (!area.ahead.is_empty()).then(|| {
        let says = "Ahead: in place already, though the levels below are not complete";
        group().child(el("p").class("sub").child(says)).child(names(shown.subject.case, &area.ahead)).into_any()
    });
    let levels: Vec<AnyView> = area.levels.iter().map(|level_result| checklist(shown, level_result)).collect();
    let badge = el("span").class(format!("badge l{}", range.low)).child(words::level(area));
    let stands = format!("{}: {}. ", words::capitalised(&words::range(range)), model.level_text(range.low).name);
    el("article")
        .class("area")
        .attr("data-area", about.id.clone())
        .attr("data-level", range.low.to_string())
        .attr("data-low", range.low.to_string())
        .attr("data-high", range.high.to_string())
        .child(el("h4").child(badge).child(" ").child(about.title.clone()))
        .child(
            el("p").child(el("strong").child(stands)).child(words::why(model, area)).child(" ").child(to_questions),
        )
        .child(area.next_level().map(|level_result| blocking(shown.subject.case, level_result)))
        .child(ahead)
        .child(disclosure("more", "Every answer behind this level", levels))
}

fn names(case: Case, of: &[CapabilityIx]) -> Element {
    let mut list = el("ul");
    for &at in of {
        let capability = case.model.capability(at);
        let level = el("span").class("quiet").child(format!(" level {}", capability.level));
        list = list.child(el("li").child(capability.name().to_owned()).child(level));
    }
    list
}

/// A question with the answer it got.
fn answered(case: Case, at: CapabilityIx) -> Element {
    el("li")
        .child(el("span").class("given").child(words::answer_or_open(case.answer(at))))
        .child(el("span").class("asked").child(case.model.capability(at).question.clone()))
}

/// What stands between an area and its next level.
fn blocking(case: Case, level_result: &LevelResult) -> AnyView {
    let list = |of: &[CapabilityIx]| {
        el("ul").class("checklist").child(of.iter().map(|&at| answered(case, at)).collect::<Vec<_>>())
    };
    let core = (!level_result.core_missing.is_empty()).then(|| {
        let says = format!("Level {} cannot be held without", level_result.level);
        group().child(el("p").class("sub").child(says)).child(list(&level_result.core_missing)).into_any()
    });
    let support = (level_result.support_short > 0).then(|| {
        let says = format!("Level {} needs some of these", level_result.level);
        group().child(el("p").class("sub").child(says)).child(list(&level_result.support_missing)).into_any()
    });
    group().child(core).child(support).into_any()
}

fn checklist(shown: Shown, level_result: &LevelResult) -> AnyView {
    let level = &shown.subject.case.model.level_text(level_result.level).name;
    let state = if level_result.capabilities.is_empty() {
        "asks nothing here"
    } else if level_result.held {
        "held"
    } else {
        "not held"
    };
    let items: Vec<Element> = level_result.capabilities.iter().map(|&at| checked(shown, at)).collect();
    group()
        .child(el("p").class("sub").child(format!("Level {}, {level}: {state}", level_result.level)))
        .child(el("ul").class("checklist").child(items))
        .into_any()
}

/// A question with its answer and what was said to it.
fn checked(shown: Shown, at: CapabilityIx) -> Element {
    let capability = shown.subject.case.model.capability(at);
    let mut item = answered(shown.subject.case, at);
    if !capability.core {
        item = item.child(el("span").class("noted").child("Supporting"));
    }
    let Some(response) = shown.subject.assessment.and_then(|assessment| assessment.responses.get(&capability.id))
    else {
        return item;
    };
    if !response.note.is_empty() {
        item = item.child(el("span").class("noted").child(response.note.clone()));
    }
    if !response.evidence.is_empty() {
        item = item.child(el("span").class("noted").child(external_link(&response.evidence, &response.evidence)));
    }
    item
}

fn lenses(case: Case, track: &TrackProfile) -> AnyView {
    let mut rows = Vec::new();
    for profile in &track.lenses {
        let mut shown = row(case.model.lens(profile.lens).title.clone());
        for &share in &profile.levels {
            shown = shown.child(if share.of == 0 {
                cell("\u{2013}")
            } else {
                let bar = el("progress")
                    .attr("max", share.of.to_string())
                    .attr("value", share.part.to_string())
                    .attr("aria-hidden", "true");
                cell(words::share(share)).child(bar)
            });
        }
        rows.push(shown);
    }
    let title = &case.model.track(track.track).title;
    table(format!("{title}: capabilities in place, by lens and level"), &level_heads(&["Lens"]), rows)
}

fn crosswalks(case: Case) -> AnyView {
    let others: Vec<AnyView> = case.model.crosswalk().iter().map(|other| crosswalk(case, other)).collect();
    if others.is_empty() {
        return nothing();
    }
    el("section")
        .class("crosswalks")
        .attr("aria-labelledby", "beside")
        .child(el("h2").id("beside").child("Beside other models"))
        .child(others)
        .into_any()
}

fn crosswalk(case: Case, other: &Crosswalk) -> AnyView {
    let line = |line: &CrosswalkRow| {
        let name = match &line.group {
            Some(group) => format!("{group}: {}", line.name),
            None => line.name.clone(),
        };
        row(name).child(cell(line.relates.clone())).child(cell(in_place(case, line)))
    };
    let rows = other.rows.iter().map(line).collect();
    let heads = ["There", "Here", "In place"].map(str::to_owned);
    let content = el("div")
        .child(el("p").child(other.note.clone()).child(" ").child(external_link(&other.address, "Source")))
        .child(table(other.title.clone(), &heads, rows));
    disclosure("more", other.title.clone(), content)
}

/// How much of a line of another model is in place.
fn in_place(case: Case, line: &CrosswalkRow) -> String {
    let asked: Vec<CapabilityIx> = line.capabilities.iter().copied().filter(|&at| case.in_scope(at)).collect();
    let have = asked.iter().filter(|&&at| case.has(at)).count();
    match (line.cover, asked.len()) {
        _ if line.capabilities.is_empty() => "not asked here".to_owned(),
        (_, 0) => "not in this scope".to_owned(),
        (Cover::Weak, all) => format!("{have} of {all}, covered in part"),
        (_, all) => format!("{have} of {all}"),
    }
}
