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
use mlops_core::words::{self, plan as say};

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
        .checked(move || session.entry(at, |entry| entry.chosen).unwrap_or_default())
        .on("change", move |event| {
            let is_ticked = event::is_checked(&event);
            session.decide(at, |entry| entry.chosen = is_ticked);
        });
    let about = el("span").class("quiet").child(say::step(subject.case, step));
    let text =
        el("span").class("choice-text").child(el("strong").lang(language).child(capability.name())).child(about);
    let effort = el("span").class("effort").child(words::advice::person_days(step.effort));
    let details: Vec<Element> = advice::details(subject.case, at).iter().map(|detail| line("li", detail)).collect();
    let due_day = entry.due.map(|day| day.to_string()).unwrap_or_default();
    let more = group()
        .child(el("p").lang(language).child(capability.next.action.as_str()))
        .child(el("ul").lang(language).child(details))
        .child(el("div").class("decided").child(owner(session, at, entry.owner)).child(due(session, at, due_day)));
    let summary = group()
        .child(say::WHAT_WHO_WHEN)
        .child(el("span").class("sr-only").child(format!(": {}", capability.name())));
    el("li")
        .class("plan-step")
        .child(el("label").class("choice").child(tick).child(text).child(effort))
        .child(
            el("p").class("decided-says").reactive_text(move || session.entry(at, say::decided).unwrap_or_default()),
        )
        .child(disclosure("more", summary, more))
}

fn owner(session: Session, at: CapabilityIx, owner: String) -> Element {
    field(
        words::export::OWNER,
        "text",
        OWNER_CHARS,
        move || owner.clone(),
        move |typed| session.decide(at, |entry| entry.owner = typed),
    )
}

fn due(session: Session, at: CapabilityIx, due: String) -> Element {
    field(
        words::export::DUE,
        "date",
        "10",
        move || due.clone(),
        move |typed| session.decide(at, |entry| entry.due = Day::parse(&typed)),
    )
}
