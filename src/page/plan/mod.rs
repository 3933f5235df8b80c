//! What to do: targets, steps in waves, what the ticked ones would change, and the plan as a text and as files.
//!
//! What is ticked is the plan and the "what if" at once, and whatever leaves the page follows the ticks. Only what follows
//! from a tick is drawn anew by it; the list stays where it is.

pub mod settings;
pub mod step;
pub mod take_along;
pub mod what_if;

use leptos::prelude::*;

use crate::page::missing::{absent_assessment, main_heading};
use crate::page::plan::settings::{people_field, targets};
use crate::page::plan::step::plan_step;
use crate::page::plan::take_along::take_along;
use crate::page::plan::what_if::{Told, told, what_if};
use crate::page::result::{EXPORT, opens, sheet};
use crate::page::saving::{once_settled, saving_shown, saving_trouble, saving_word};
use crate::route::Route;
use crate::state::Session;
use crate::ui::chart;
use crate::ui::control::{actions, button, link};
use crate::ui::document::document;
use crate::ui::element::{Element, el, group, nothing, reactive};
use mlops_core::advice::plan::PlanStep;
use mlops_core::model::{CapabilityIx, TrackIx};
use mlops_core::report::Subject;
use mlops_core::report::document::Block;
use mlops_core::report::plan::{Planned, not_planned_lines, plan_document, together};
use mlops_core::report::result::about;
use mlops_core::words::{self, buttons, pages, plan as say};

/// The plan of an assessment.
#[must_use]
pub fn plan_page(session: Session, id: &str) -> AnyView {
    let drawn = untrack(|| {
        session.with_subject(|subject| {
            let tracks: Vec<TrackIx> = subject.profile.tracks.iter().map(|track| track.track).collect();
            (subject.title.to_owned(), about(subject), tracks)
        })
    });
    let Some((title, about, tracks)) = drawn else { return absent_assessment(session, id) };
    let told = told(session);
    let several = tracks.len() > 1;
    let plans: Vec<Element> = tracks.into_iter().map(|track| track_plan(session, track, several, told)).collect();
    group()
        .child(bar(session, id, told))
        .child(saving_trouble(session))
        .child(
            el("div")
                .class("plan-head")
                .child(el("div").child(main_heading(say::heading(&title))).child(el("p").class("quiet").child(about)))
                .child(people_field(session)),
        )
        .child(plans)
        .child(opening("picture", say::PICTURE, move || picture(session)))
        .child(opening("proposal", say::PROPOSAL, move || proposal(session)))
        .child(sheet(EXPORT, buttons::EXPORT, take_along(session)))
        .into_any()
}

/// The line that stays in view: what the ticks come to.
fn bar(session: Session, id: &str, told: Memo<Told>) -> Element {
    let in_short = Memo::new(move |_| told.with(|told| told.in_short.clone()));
    el("div")
        .class("bar is-plan")
        .child(link(pages::RESULT, Route::Result { id: id.to_owned() }.href()).class("button"))
        .child(el("p").class("in-short").attr("aria-hidden", "true").reactive_text(move || in_short.get()))
        .child(saving_shown(session))
        .child(opens(buttons::EXPORT, EXPORT))
        // Said once for each tick, and with whether it is saved.
        .child(
            el("p")
                .class("sr-only")
                .attr("role", "status")
                .reactive_text(once_settled(session, move || say::status(&in_short.get(), saving_word(session)))),
        )
}

fn track_plan(session: Session, track: TrackIx, several: bool, told: Memo<Told>) -> Element {
    let title = session.model.track(track).title.as_str();
    let of_track = move |subject: &Subject| Planned::of(subject).into_iter().find(|planned| planned.track == track);
    let statement = Memo::new(move |_| {
        let said = session.with_subject(|subject| {
            let Planned { targets, plan, people, .. } = of_track(subject)?;
            Some(words::plan::scope_statement(session.model, &targets, &plan, people))
        });
        said.flatten().unwrap_or_default()
    });
    // Follows answers and targets, and neither ticks nor people: those change nothing of the list. Read and not just
    // tracked: a memo that nobody has read yet follows nothing.
    let list = reactive(move || {
        session.evaluation.with(|_| ());
        session.questionnaire.with(|_| ());
        let drawn = untrack(|| {
            session.with_subject(|subject| of_track(subject).map(|planned| waves(session, subject, &planned)))
        });
        drawn.flatten().unwrap_or_else(nothing)
    });
    el("section")
        .class("track")
        .attr("aria-label", title)
        .child(several.then(|| el("h2").child(title)))
        .child(targets(session, track))
        .child(el("p").class("statement").attr("role", "status").reactive_text(move || statement.get()))
        .child(
            el("div")
                .class("plan-columns")
                .child(what_if(session, told, track))
                .child(el("div").class("plan-list").child(list)),
        )
}

/// The steps wave by wave.
fn waves(session: Session, subject: &Subject, planned: &Planned) -> AnyView {
    let all: Vec<CapabilityIx> = planned.listed().map(|step| step.capability).collect();
    if all.is_empty() {
        return nothing();
    }
    let none = all.clone();
    let tick = move |of: &[CapabilityIx], chosen: bool| {
        let ids: Vec<String> = of.iter().map(|&at| session.model.capability(at).id.clone()).collect();
        session.change(|assessment| {
            for id in &ids {
                assessment.decide(id, crate::state::now(), |entry| entry.chosen = chosen);
            }
        });
    };
    let heading = el("div").class("plan-steps-head").child(el("h3").child(say::STEPS)).child(
        actions()
            .child(button(say::TICK_ALL, move || tick(&all, true)))
            .child(button(say::UNTICK_ALL, move || tick(&none, false))),
    );
    let waves = planned.plan.waves.iter().enumerate().map(|(at, wave)| (say::wave(at + 1), wave));
    let beyond = ((say::BEYOND.to_owned(), say::BEYOND_SAYS), &planned.beyond);
    let beyond = (!planned.beyond.is_empty()).then_some(beyond);
    let waves: Vec<Element> = waves.chain(beyond).map(|(title, wave)| steps(session, subject, title, wave)).collect();
    let not_planned = not_planned_lines(subject.case, planned);
    let not_planned = (!not_planned.is_empty()).then(|| {
        let lines = Block::List(not_planned);
        group().child(el("h4").child(say::NOT_PLANNED)).child(document(&[lines]))
    });
    let note = words::advice::effort_note(subject.case.models);
    group().child(heading).child(waves).child(not_planned).child(el("p").class("quiet").child(note)).into_any()
}

fn steps(session: Session, subject: &Subject, (title, says): (String, &'static str), of: &[PlanStep]) -> Element {
    let steps: Vec<Element> = of.iter().map(|step| plan_step(session, subject, step)).collect();
    el("section")
        .class("wave")
        .child(el("h4").child(title).child(el("span").class("quiet").child(format!(" {says}"))))
        .child(el("ul").class("plan-steps").child(steps))
}

/// Something that is drawn when it is opened, and kept up while it is.
fn opening(class: &'static str, summary: &'static str, view: impl Fn() -> AnyView + Send + 'static) -> Element {
    let is_open = RwSignal::new(false);
    el("details")
        .class(format!("more plan-{class}"))
        .on("toggle", move |_| is_open.update(|open| *open = !*open))
        .child(el("summary").child(summary))
        .child(el("div").child(reactive(move || if is_open.get() { view() } else { nothing() })))
}

/// The chosen steps as a picture.
fn picture(session: Session) -> AnyView {
    let drawn = session.with_subject(|subject| {
        let plans = Planned::of(subject);
        let plan = together(plans.iter().map(Planned::chosen));
        chart::plan::drawing(subject.case, &plan).view("chart plan-chart")
    });
    drawn.unwrap_or_else(nothing)
}

/// The text that can go into a proposal.
fn proposal(session: Session) -> AnyView {
    let drawn = session.with_subject(|subject| {
        let written = plan_document(subject, &Planned::of(subject));
        // The heading and what it is about stand on the page already.
        document(written.blocks.get(2..).unwrap_or_default()).into_any()
    });
    drawn.unwrap_or_else(nothing)
}
