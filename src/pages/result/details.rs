//! The details of a result: what was assessed, the business unit, and the delivery metrics. Shown at its head, edited
//! at its end.

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::{LineText, NumberField, RedrawOnChange, TextField};
use crate::state::{OpenAssessment, local_day, now};
use mlops_core::assessment::{MAX_MODELS, clean_line, clean_title};
use mlops_core::link::MAX_ABOUT_CHARS;
use mlops_core::moment::Day;
use mlops_core::report::Subject;
use mlops_core::report::assessed::{assessed, business_unit, outcomes};
use mlops_core::report::document::Line;
use mlops_core::words::{self, result as say};

/// The id of the fields.
const FIELDS: &str = "details";
/// The largest number that a link can contain.
const MOST: u32 = 268_435_455;

/// The details in words, one line each.
#[must_use]
pub fn detail_lines(subject: &Subject) -> Vec<Line> {
    [assessed(subject), business_unit(subject), outcomes(subject)].into_iter().flatten().collect()
}

/// The details of a result.
#[component]
pub fn DetailLines(lines: Vec<Line>) -> impl IntoView {
    lines.into_iter().map(|line| view! { <p><LineText line/></p> }).collect_view()
}

/// The details of the open assessment, with a link to their fields. Follows what is typed there.
#[component]
pub fn Details() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let lines = Memo::new(move |_| assessment.with_subject(detail_lines).unwrap_or_default());
    view! {
        <RedrawOnChange value=move || lines.get() let:lines>
            <DetailLines lines/>
        </RedrawOnChange>
        <p class="to-fields">
            <button type="button" class="in-text" on:click=move |_| dom::reveal(FIELDS)>{say::EDIT_DETAILS}</button>
        </p>
    }
}

/// The fields of the details, folded.
#[component]
pub fn DetailFields() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let (about, outcomes) = (assessment.about.get_untracked(), assessment.outcomes.get_untracked());
    let set_about = move |typed: String| {
        assessment.change(|open| open.about = clean_line(&typed, MAX_ABOUT_CHARS));
    };
    let (unit, models) = assessment
        .current
        .with_untracked(|open| open.as_ref().map(|own| (own.business_unit.clone(), own.models)).unwrap_or_default());
    let set_unit = move |typed: String| assessment.change(|open| open.business_unit = clean_title(&typed));
    let set_models = move |number: Option<u32>| assessment.change(|open| open.models = number);
    let set_release = move |typed: String| {
        assessment.change(|open| open.outcomes.last_release = Day::parse(&typed));
    };
    let set_days = move |days| assessment.change(|open| open.outcomes.days_to_live = days);
    let set_hours = move |hours| assessment.change(|open| open.outcomes.hours_to_restore = hours);
    let released = outcomes.last_release.map(|day| day.to_string()).unwrap_or_default();
    view! {
        <details class="more assessed-fields" id=FIELDS>
            <summary>{say::EDIT_DETAILS}</summary>
            <p>{say::ABOUT_DETAILS}</p>
            <TextField value=about max_length=200 on_input=set_about>{words::start::ABOUT}</TextField>
            <TextField value=unit on_input=set_unit>{say::BUSINESS_UNIT}</TextField>
            <NumberField id="models" value=models range=1..=MAX_MODELS optional=true on_change=set_models>
                {say::MODELS}
            </NumberField>
            <div class="decided">
                <NumberField
                    id="days-to-live"
                    value=outcomes.days_to_live
                    range=0..=MOST
                    optional=true
                    on_change=set_days
                >
                    {say::DAYS_TO_LIVE}
                </NumberField>
                <TextField kind="date" max_length=10 max=local_day(now()).to_string() value=released on_input=set_release>
                    {say::LAST_RELEASE}
                </TextField>
                <NumberField
                    id="hours-to-restore"
                    value=outcomes.hours_to_restore
                    range=0..=MOST
                    optional=true
                    on_change=set_hours
                >
                    {say::HOURS_TO_RESTORE}
                </NumberField>
            </div>
        </details>
    }
}
