//! What was assessed and the outcome numbers: shown at the head of a result, and filled in at its end.

use leptos::prelude::*;

use crate::browser::page;
use crate::state::{Session, local_day, now};
use crate::ui::control::{button, field, input, labelled};
use crate::ui::document::line;
use crate::ui::element::{Element, el, group, nothing, reactive};
use mlops_core::assessment::{Assessment, Outcomes, clean_line};
use mlops_core::by_id::ById;
use mlops_core::link::MAX_ABOUT_CHARS;
use mlops_core::moment::{Day, Moment};
use mlops_core::report::Subject;
use mlops_core::report::assessed::{assessed, outcomes};
use mlops_core::words::outcomes as say;

/// The id of the fields.
const FIELDS: &str = "assessed";
/// The most that a link holds of a number.
const MOST: u32 = 268_435_455;

/// What a result says of it.
#[must_use]
pub fn told(subject: &Subject) -> AnyView {
    let lines = [assessed(subject), outcomes(subject)].into_iter().flatten().map(|says| line("p", &says));
    group().child(lines.collect::<Vec<_>>()).into_any()
}

/// The same of the open assessment, with the way to its fields. Follows what is typed there.
#[must_use]
pub fn told_of_own(session: Session) -> AnyView {
    group()
        .child(reactive(move || session.with_subject(told).unwrap_or_else(nothing)))
        .child(el("p").class("to-fields").child(button(say::CHANGE, || page::reveal(FIELDS)).class("in-text")))
        .into_any()
}

/// An assessment but for what is typed on the result, and the day of its last change: what the rest of the page follows.
#[must_use]
pub fn without_what_is_typed(assessment: &Assessment) -> (Assessment, Day) {
    let mut rest = assessment.clone();
    rest.about = String::new();
    rest.outcomes = Outcomes::default();
    rest.changed = ById::new();
    // Of the moment only the day is shown.
    rest.updated = Moment::default();
    (rest, local_day(assessment.updated))
}

/// The fields, folded.
#[must_use]
pub fn fields(session: Session) -> Element {
    let open = session.current.get_untracked();
    let (about, outcomes) = open.map(|open| (open.about, open.outcomes)).unwrap_or_default();
    let number = |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
    let text = {
        let typed = move |typed: String| {
            session.change(|assessment| assessment.about = clean_line(&typed, MAX_ABOUT_CHARS));
        };
        field(say::ABOUT, "text", "240", move || about.clone(), typed)
    };
    let days = number_field(session, say::DAYS_TO_LIVE, number(outcomes.days_to_live), |own, value| {
        own.days_to_live = value;
    });
    let hours = number_field(session, say::HOURS_TO_RESTORE, number(outcomes.hours_to_restore), |own, value| {
        own.hours_to_restore = value;
    });
    let released = outcomes.last_release.map(|day| day.to_string()).unwrap_or_default();
    let release = {
        let typed = move |typed: String| {
            session.change(|assessment| assessment.outcomes.last_release = Day::parse(&typed));
        };
        let day = input("date", "10", move || released.clone(), typed).attr("max", local_day(now()).to_string());
        labelled(say::LAST_RELEASE, day)
    };
    el("details")
        .class("more assessed-fields")
        .id(FIELDS)
        .child(el("summary").child(say::EDIT))
        .child(el("p").child(say::WHY))
        .child(text)
        .child(el("div").class("decided").child(days).child(release).child(hours))
}

/// A whole number that may be left out; anything else changes nothing.
fn number_field(
    session: Session,
    label: &'static str,
    value: String,
    put: impl Fn(&mut Outcomes, Option<u32>) + Copy + 'static,
) -> Element {
    let typed = move |typed: String| {
        let value = typed.parse().ok().filter(|&value| value <= MOST);
        if typed.is_empty() || value.is_some() {
            session.change(|assessment| put(&mut assessment.outcomes, value));
        }
    };
    let number = input("number", "9", move || value.clone(), typed);
    labelled(label, number.attr("min", "0").attr("step", "1").attr("inputmode", "numeric"))
}
