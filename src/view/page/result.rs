//! Where a team stands, why, and what would change it.
//!
//! Everything below the heading is drawn from a [`Case`]: the same for one's own assessment and for one from a link.

use leptos::prelude::*;

use super::home::shown_title;
use super::missing::{absent_assessment, main_heading};
use crate::codec::words;
use crate::domain::assessment::Assessment;
use crate::domain::case::Case;
use crate::domain::model::{CapabilityIx, Cover, Crosswalk, CrosswalkRow};
use crate::domain::profile::{AreaProfile, Profile, Rung, Share, TrackProfile};
use crate::route::Route;
use crate::session::Session;
use crate::view::element::{Element, el, group, live, nothing};
use crate::view::part::control::link;
use crate::view::part::disclosure::disclosure;
use crate::view::part::outward::outward;
use crate::view::part::profile::{level_heads, profile_chart};
use crate::view::part::saving::{saving_trouble, saving_word};
use crate::view::part::table::{cell, row, table};

/// What a result is drawn from.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// Model, questions and answers.
    pub case: Case<'a>,
    /// What follows from them.
    pub profile: &'a Profile,
    /// Notes and evidence, where they may be shown.
    pub assessment: Option<&'a Assessment>,
    /// One's own assessment to go back to; none for a result from elsewhere.
    pub id: Option<&'a str>,
}

/// The result of one's own assessment.
#[must_use]
pub fn result_page(session: Session, id: &str) -> AnyView {
    let id = id.to_owned();
    live(move || {
        session.current.with(|open| match open {
            None => absent_assessment(),
            Some(assessment) => session.with_case(|case, profile| {
                own_result(session, Shown { case, profile, assessment: Some(assessment), id: Some(&id) }, assessment)
            }),
        })
    })
}

fn own_result(session: Session, shown: Shown, assessment: &Assessment) -> AnyView {
    let questions = Route::Questions { id: assessment.id.clone(), area: None }.href();
    let strangers = assessment.strangers(shown.case.model).len();
    let strangers = (strangers > 0).then(|| {
        let count = words::count(strangers, "answer belongs", "answers belong");
        let says = format!("{count} to questions that this model does not have: kept, and not scored.");
        el("p").class("notice").child(says)
    });
    group()
        .child(
            el("div")
                .class("bar")
                .child(el("p").class("bar-title").child(link("Back to the questions", questions)))
                .child(saving_word(session)),
        )
        .child(saving_trouble(session))
        .child(heading(shown.case, &assessment.title, &words::day(assessment.updated.day())))
        .child(strangers)
        .child(result_body(shown))
        .draw()
}

/// The title of a result with what it is a result of.
#[must_use]
pub fn heading(case: Case, title: &str, day: &str) -> AnyView {
    let model = case.model;
    let about = format!(
        "{day}. {}: {}. Model \"{}\", revision {}.",
        words::scope(case.questionnaire.scope),
        words::count(case.questionnaire.capabilities(model).count(), "question", "questions"),
        model.title(),
        model.revision(),
    );
    group().child(main_heading(shown_title(title))).child(el("p").class("quiet").child(about)).draw()
}

/// Everything a result says.
#[must_use]
pub fn result_body(shown: Shown) -> AnyView {
    let tracks: Vec<Element> = shown.profile.tracks.iter().map(|track| track_result(shown, track)).collect();
    let credit = el("p")
        .class("quiet")
        .child(
            "Levels, areas and the essential questions of MLOps are Microsoft's; where the supporting ones stand, every \
             score and every threshold are ours: Microsoft gives none. ",
        )
        .child(link("How this works", Route::Model.href()));
    group().child(tracks).child(crosswalks(shown.case)).child(credit).draw()
}

fn track_result(shown: Shown, track: &TrackProfile) -> Element {
    let case = shown.case;
    let title = case.model.track(track.track).title.clone();
    let Share { part, of } = track.confidence;
    let settled = format!("{part} of {of} questions are settled ({}).", words::percent(track.confidence));
    let areas: Vec<Element> = track.areas.iter().map(|area| area_result(shown, area)).collect();
    el("section")
        .class("track")
        .attr("aria-label", title.clone())
        .child(el("h2").child(title))
        .child(el("p").class("verdict").child(words::verdict(case.model, track)))
        .child(el("p").class("quiet").child(settled))
        .child(profile_chart(case, track))
        .child(find_out_first(case, track))
        .child(el("h3").child("Area by area"))
        .child(areas)
        .child(el("h3").child("Through three lenses"))
        .child(lenses(case, track))
}

/// What is open: the cheapest way to a surer result.
fn find_out_first(case: Case, track: &TrackProfile) -> AnyView {
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
            .draw()
    });
    let left = (!unanswered.is_empty()).then(|| {
        let count = words::count(unanswered.len(), "question is not answered yet", "questions are not answered yet");
        disclosure("more", count, questions(&unanswered))
    });
    group().child(el("h3").child("Find out first")).child(asked).child(left).draw()
}

fn area_result(shown: Shown, area: &AreaProfile) -> Element {
    let model = shown.case.model;
    let about = model.area(area.area);
    let range = area.range;
    let to_questions = shown.id.map(|id| {
        let href = Route::Questions { id: id.to_owned(), area: Some(about.id.clone()) }.href();
        link("Questions", href).attr("aria-label", format!("Questions on {}", words::inside(&about.title)))
    });
    let ahead = (!area.ahead.is_empty()).then(|| {
        let says = "Ahead: in place already, though the levels below are not complete";
        group().child(el("p").class("sub").child(says)).child(names(shown.case, &area.ahead)).draw()
    });
    let rungs: Vec<AnyView> = area.rungs.iter().map(|rung| checklist(shown, rung)).collect();
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
        .child(area.next_rung().map(|rung| blocking(shown.case, rung)))
        .child(ahead)
        .child(disclosure("more", "Every answer behind this level", rungs))
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
fn blocking(case: Case, rung: &Rung) -> AnyView {
    let list = |of: &[CapabilityIx]| {
        el("ul").class("checklist").child(of.iter().map(|&at| answered(case, at)).collect::<Vec<_>>())
    };
    let core = (!rung.core_missing.is_empty()).then(|| {
        let says = format!("Level {} cannot be held without", rung.level);
        group().child(el("p").class("sub").child(says)).child(list(&rung.core_missing)).draw()
    });
    let support = (rung.support_short > 0).then(|| {
        let says = format!("Level {} needs some of these", rung.level);
        group().child(el("p").class("sub").child(says)).child(list(&rung.support_missing)).draw()
    });
    group().child(core).child(support).draw()
}

fn checklist(shown: Shown, rung: &Rung) -> AnyView {
    let level = &shown.case.model.level_text(rung.level).name;
    let state = if rung.capabilities.is_empty() {
        "asks nothing here"
    } else if rung.held {
        "held"
    } else {
        "not held"
    };
    let items: Vec<Element> = rung.capabilities.iter().map(|&at| checked(shown, at)).collect();
    group()
        .child(el("p").class("sub").child(format!("Level {}, {level}: {state}", rung.level)))
        .child(el("ul").class("checklist").child(items))
        .draw()
}

/// A question with its answer and what was said to it.
fn checked(shown: Shown, at: CapabilityIx) -> Element {
    let capability = shown.case.model.capability(at);
    let mut item = answered(shown.case, at);
    if !capability.core {
        item = item.child(el("span").class("noted").child("Supporting"));
    }
    let Some(response) = shown.assessment.and_then(|assessment| assessment.responses.get(&capability.id)) else {
        return item;
    };
    if !response.note.is_empty() {
        item = item.child(el("span").class("noted").child(response.note.clone()));
    }
    if !response.evidence.is_empty() {
        item = item.child(el("span").class("noted").child(outward(&response.evidence, &response.evidence)));
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
        .attr("aria-labelledby", "beside")
        .child(el("h2").id("beside").child("Beside other models"))
        .child(others)
        .draw()
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
        .child(el("p").child(other.note.clone()).child(" ").child(outward(&other.address, "Source")))
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
