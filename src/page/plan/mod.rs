//! What to do: targets, steps in waves, what they would change, and the plan as a text and as files.
//!
//! What is ticked is the plan and the "what if" at once: today stands beside the result with the ticked steps in place.
//! Only what follows from a tick is drawn anew by it; the list stays where it is.

pub mod planned;
pub mod step;

use leptos::prelude::*;

use crate::page::export::{File, export, html_file, on_sheet};
use crate::page::missing::{absent_assessment, main_heading};
use crate::page::plan::step::plan_step;
use crate::page::saving::{saving_status, saving_trouble};
use crate::page::whose::Whose;
use crate::route::Route;
use crate::state::Session;
use crate::ui::chart;
use crate::ui::control::{actions, button, field, link};
use crate::ui::disclosure::disclosure;
use crate::ui::document::document;
use crate::ui::element::{Element, Group, el, group, nothing, reactive, theirs};
use mlops_core::advice::plan::{PlanStep, default_target};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, CapabilityIx, TrackIx};
use mlops_core::report::plan::{Planned, plan_document};
use mlops_core::report::result::about;
use mlops_core::report::{Subject, csv, markdown, tracker};
use mlops_core::words;

/// How many people are taken to work on a plan until somebody says otherwise.
const PEOPLE: u32 = 2;
/// The most people that a plan can be shared by.
const MOST_PEOPLE: u32 = 999;

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
    let people = RwSignal::new(PEOPLE);
    let result = Route::Result { id: id.to_owned() }.href();
    let bar = el("div")
        .class("bar")
        .child(el("p").class("bar-title").child(link("Back to the result", result)))
        .child(saving_status(session));
    let several = tracks.len() > 1;
    let plans: Vec<Element> = tracks.into_iter().map(|track| track_plan(session, track, several, people)).collect();
    group()
        .child(bar)
        .child(saving_trouble(session))
        .child(main_heading(group().child("Plan: ").child(theirs(title))))
        .child(el("p").class("quiet").child(about))
        .child(el("div").class("people").child(people_field(people)))
        .child(plans)
        .child(proposal(session, people))
        .child(exports(session, people))
        .into_any()
}

fn people_field(people: RwSignal<u32>) -> Element {
    let refused = RwSignal::new(String::new());
    let typed = move |text: String| match text.trim().parse() {
        Ok(number @ 1..=MOST_PEOPLE) => {
            refused.set(String::new());
            people.set(number);
        }
        _ => refused.set(words::proposal::people_refused(MOST_PEOPLE, people.get_untracked())),
    };
    let number = move || people.get_untracked().to_string();
    el("div")
        .child(field("People who work on it full time", "number", "3", number, typed))
        .child(el("p").class("quiet").attr("role", "status").live_text(move || refused.get()))
}

fn track_plan(session: Session, track: TrackIx, several: bool, people: RwSignal<u32>) -> Element {
    let title = session.model.track(track).title.as_str();
    // Follows answers, targets and the number of people, and not the ticks: those change nothing of the plan itself.
    let with_plan = move |look: &dyn Fn(&Subject, &Planned) -> AnyView| {
        session.standing.track();
        session.questionnaire.track();
        let people = people.get();
        let drawn = untrack(|| {
            session.with_subject(|subject| {
                let at = subject.profile.tracks.iter().position(|one| one.track == track)?;
                Planned::of(subject, people).get(at).map(|planned| look(subject, planned))
            })
        });
        drawn.flatten().unwrap_or_else(nothing)
    };
    let statement = reactive(move || {
        with_plan(&|_, Planned { targets, plan, people, .. }| {
            group().child(words::advice::scope_statement(session.model, targets, plan, *people)).into_any()
        })
    });
    let today = reactive(move || with_plan(&|subject, _| planned::today(subject, track)));
    // Turned over when all are ticked at once: a single tick is in its checkbox already.
    let anew = RwSignal::new(false);
    let list = reactive(move || {
        anew.track();
        with_plan(&|subject, planned| waves(session, subject, planned, anew))
    });
    el("section")
        .class("track")
        .attr("aria-label", title)
        .child(several.then(|| el("h2").child(title)))
        .child(targets(session, track))
        .child(el("p").class("verdict").attr("role", "status").child(statement))
        .child(el("h3").child("Today, and with the ticked steps"))
        .child(el("div").class("what-if").child(today).child(planned::planned(session, track)))
        .child(el("div").class("plan-list").child(list))
}

/// One select an area: the level that it is to reach.
fn targets(session: Session, track: TrackIx) -> Element {
    let areas = untrack(|| {
        session.with_case(|_, profile| {
            let of_track = profile.tracks.iter().find(|one| one.track == track);
            of_track.map(|track| track.areas.iter().map(|area| area.area).collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    let selects: Vec<Element> = areas.into_iter().map(|area| target(session, track, area)).collect();
    el("fieldset")
        .class("targets")
        .child(el("legend").child("Level to reach in each area"))
        .child(el("div").class("target-list").child(selects))
}

fn target(session: Session, track: TrackIx, area: AreaIx) -> Element {
    let title = session.model.area(area).title.as_str();
    let aimed_at = move || {
        let chosen = session.standing.with(|standing| standing.target.get(&session.model.area(area).id).copied());
        let default = || {
            session.standing.with(|standing| {
                let of_track = standing.profile.tracks.iter().find(|one| one.track == track);
                of_track.map(default_target)
            })
        };
        chosen.or_else(default)
    };
    // The name is the area alone: a label around a select would be read with all its options.
    let mut select = el("select").attr("aria-label", title).on("change", move |event| {
        let number = crate::browser::event::value(&event).parse().ok();
        if let Some(level) = number.and_then(Level::new) {
            session.aim(area, level);
        }
    });
    for level in Level::ASKED {
        let is_aim = move || aimed_at() == Some(level);
        select = select.child(
            el("option")
                .attr("value", level.to_string())
                .live_flag("selected", is_aim)
                .child(format!("Level {level}")),
        );
    }
    el("label").class("field").child(el("span").child(title)).child(select)
}

/// The steps wave by wave.
fn waves(session: Session, subject: &Subject, planned: &Planned, anew: RwSignal<bool>) -> AnyView {
    let all: Vec<CapabilityIx> = planned.plan.steps().chain(&planned.beyond).map(|step| step.capability).collect();
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
        anew.update(|turn| *turn = !*turn);
    };
    let mut drawn = group().child(el("h3").child("Steps")).child(
        actions()
            .child(button("Tick all", move || tick(&all, true)))
            .child(button("Untick all", move || tick(&none, false))),
    );
    for (number, wave) in planned.plan.waves.iter().enumerate() {
        let says = if number == 0 { "can begin now" } else { "builds on the waves before" };
        drawn = drawn.child(steps(session, subject, (format!("Wave {}", number + 1), says), wave));
    }
    if !planned.beyond.is_empty() {
        let title = ("Beyond the targets".to_owned(), "ticked, and not needed for them");
        drawn = drawn.child(steps(session, subject, title, &planned.beyond));
    }
    let picture = chart::plan::drawing(subject.case, &planned.plan).view("chart plan-chart");
    drawn.child(disclosure("more", "The plan as a picture", picture)).into_any()
}

fn steps(session: Session, subject: &Subject, (title, says): (String, &'static str), of: &[PlanStep]) -> Group {
    let steps: Vec<Element> = of.iter().map(|step| plan_step(session, subject, step)).collect();
    group()
        .child(el("h4").child(title).child(el("span").class("quiet").child(format!(" {says}"))))
        .child(el("ul").class("plan-steps").child(steps))
}

/// The text that can go into a proposal: written when it is opened, and kept up while it is.
fn proposal(session: Session, people: RwSignal<u32>) -> Element {
    let is_open = RwSignal::new(false);
    let text = reactive(move || {
        if !is_open.get() {
            return nothing();
        }
        let drawn = session.with_subject(|subject| {
            let written = plan_document(subject, &Planned::of(subject, people.get()));
            document(written.blocks.get(2..).unwrap_or_default()).into_any()
        });
        drawn.unwrap_or_else(nothing)
    });
    el("details")
        .class("more")
        .on("toggle", move |_| is_open.update(|open| *open = !*open))
        .child(el("summary").child("The plan as a text for a proposal"))
        .child(el("div").child(text))
}

fn exports(session: Session, people: RwSignal<u32>) -> Element {
    let written = move |subject: &Subject| plan_document(subject, &Planned::of(subject, people.get_untracked()));
    let page = move |subject: &Subject| Some(html_file(written(subject), picture(subject)));
    let mut buttons = actions()
        .child(button("Print", crate::browser::page::print))
        .child(export(Whose::Own(session), "Markdown", "plan.md", move |subject| {
            Some(File::Markdown(markdown::write(&written(subject))))
        }))
        .child(export(Whose::Own(session), "HTML", "plan.html", page))
        .child(export(Whose::Own(session), "Plan as SVG", "plan.svg", |subject| picture(subject).map(File::Svg)))
        .child(export(Whose::Own(session), "Plan as PNG", "plan.png", |subject| picture(subject).map(File::Png)));
    for tracker in tracker::Tracker::ALL {
        let rows = move |subject: &Subject| {
            let steps: Vec<_> = Planned::of(subject, 1).iter().flat_map(|planned| planned.chosen(subject)).collect();
            Some(File::Csv(csv::write(&tracker::rows(subject, &steps, tracker))))
        };
        buttons = buttons.child(export(Whose::Own(session), tracker.words(), tracker.file_name(), rows));
    }
    el("section")
        .class("exports")
        .attr("aria-labelledby", "take-away")
        .child(el("h2").id("take-away").child("Take it with you"))
        .child(buttons)
        .child(el("p").class("quiet").child("Files hold the ticked steps; all of them while none is ticked."))
}

/// The plan of the first track.
fn picture(subject: &Subject) -> Option<chart::drawing::Drawing> {
    let planned = Planned::of(subject, 1).into_iter().next()?;
    let track = subject.profile.tracks.first()?.track;
    let title = words::export::plan_of(&subject.case.model.track(track).title);
    Some(on_sheet(subject, title, &chart::plan::LEGEND, &chart::plan::drawing(subject.case, &planned.plan)))
}
