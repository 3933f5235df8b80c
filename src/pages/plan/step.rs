//! A step of the plan: whether it is selected, what it takes, who does it and by when.

use leptos::prelude::*;

use crate::components::{LineText, LiveText, TextField, lang_of};
use crate::state::OpenAssessment;
use mlops_core::advice::plan::PlanStep;
use mlops_core::assessment::PlanEntry;
use mlops_core::moment::Day;
use mlops_core::report::document::Line;
use mlops_core::report::{Subject, advice};
use mlops_core::words::{self, plan as say};

/// The texts of a step, without the decisions of the person.
#[derive(Clone, Debug)]
pub struct StepTexts {
    about: String,
    details: Vec<Line>,
}

impl StepTexts {
    #[must_use]
    pub fn of(subject: &Subject, step: &PlanStep) -> Self {
        Self { about: say::step(subject.case, step), details: advice::details(subject.case, step.capability) }
    }
}

#[component]
pub fn PlanStepItem(step: PlanStep, texts: StepTexts) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let (model, at) = (assessment.model(), step.capability);
    let capability = model.capability(at);
    let entry = Memo::new(move |_| assessment.plan_entry(at).unwrap_or_default());
    let is_selected = move || entry.with(|entry| entry.selected);
    let decided = move || entry.with(say::decided);
    let PlanEntry { owner, due, .. } = entry.get_untracked();
    let due = due.map(|day| day.to_string()).unwrap_or_default();
    let set_owner = move |typed: String| assessment.decide(at, |entry| entry.owner = typed);
    let set_due = move |typed: String| assessment.decide(at, |entry| entry.due = Day::parse(&typed));
    let detail = |line| view! { <li><LineText line/></li> };
    view! {
        <li class="plan-step">
            <label class="choice">
                <input
                    type="checkbox"
                    data-plan-step=capability.id.as_str()
                    prop:checked=is_selected
                    on:change:target=move |event| {
                        let is_selected = event.target().checked();
                        assessment.decide(at, |entry| entry.selected = is_selected);
                    }
                />
                <span class="choice-text">
                    <strong lang=lang_of(model)>{capability.name()}</strong>
                    <span class="quiet">{texts.about}</span>
                </span>
                <span class="effort">{words::advice::person_days(step.effort)}</span>
            </label>
            <p class="decided-says"><LiveText text=decided/></p>
            <details class="more">
                <summary>
                    {say::WHAT_WHO_WHEN}
                    <span class="sr-only">{format!(": {}", capability.name())}</span>
                </summary>
                <p lang=lang_of(model)>{capability.next.action.as_str()}</p>
                <ul lang=lang_of(model)>{texts.details.into_iter().map(detail).collect_view()}</ul>
                <div class="decided">
                    <TextField value=owner on_input=set_owner>{words::report::OWNER}</TextField>
                    <TextField kind="date" max_length=10 value=due on_input=set_due>{words::report::DUE}</TextField>
                </div>
            </details>
        </li>
    }
}
