//! A step of the plan: the tick, what it takes, who does it and by when.

use crate::browser::event;
use crate::state::Session;
use crate::ui::control::field;
use crate::ui::disclosure::disclosure;
use crate::ui::document::line;
use crate::ui::element::{Element, el, group};
use mlops_core::advice::plan::PlanStep;
use mlops_core::model::CapabilityIx;
use mlops_core::moment::Day;
use mlops_core::report::{Subject, advice};
use mlops_core::words;

/// The longest name of an owner, in characters.
const OWNER_CHARS: &str = "120";

/// One step with its tick.
#[must_use]
pub fn plan_step(session: Session, subject: &Subject, step: &PlanStep) -> Element {
    let at = step.capability;
    let capability = session.model.capability(at);
    let language = session.model.language();
    let entry = subject.entry(at).cloned().unwrap_or_default();
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("data-plan-step", capability.id.as_str())
        .flag("checked", entry.chosen)
        .on("change", move |event| {
            let is_ticked = event::is_checked(&event);
            session.decide(at, |entry| entry.chosen = is_ticked);
        });
    let effort = words::advice::half_days(step.effort);
    let find_out = if step.find_out { ", find out first" } else { "" };
    let area = words::inside(&session.model.area(capability.area).title);
    let about = el("span").class("quiet").child(format!("Level {}, {area}, {effort}{find_out}", capability.level));
    let text =
        el("span").class("choice-text").child(el("strong").lang(language).child(capability.name())).child(about);
    let details = advice::details(subject.case, at, &effort);
    let details: Vec<Element> = details.iter().map(|detail| line("li", detail)).collect();
    let due_day = entry.due.map(|day| day.to_string()).unwrap_or_default();
    let more = group()
        .child(el("p").lang(language).child(capability.next.action.as_str()))
        .child(el("ul").lang(language).child(details))
        .child(el("div").class("decided").child(owner(session, at, entry.owner)).child(due(session, at, due_day)));
    let summary = group()
        .child("What, who and when")
        .child(el("span").class("sr-only").child(format!(": {}", capability.name())));
    el("li")
        .class("plan-step")
        .child(el("label").class("choice").child(tick).child(text))
        .child(disclosure("more", summary, more))
}

fn owner(session: Session, at: CapabilityIx, owner: String) -> Element {
    field(
        "Owner",
        "text",
        OWNER_CHARS,
        move || owner.clone(),
        move |typed| session.decide(at, |entry| entry.owner = typed),
    )
}

fn due(session: Session, at: CapabilityIx, due: String) -> Element {
    field(
        "Due",
        "date",
        "10",
        move || due.clone(),
        move |typed| session.decide(at, |entry| entry.due = Day::parse(&typed)),
    )
}
