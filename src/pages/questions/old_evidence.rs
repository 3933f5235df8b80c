//! In a new round: the answers with evidence older than the round, which should be confirmed or changed first.

use leptos::prelude::*;

use crate::components::LiveText;
use crate::pages::questions::question::QuestionNavigation;
use crate::state::OpenAssessment;
use mlops_core::history::snapshots::old_evidence;
use mlops_core::model::{AreaIx, CapabilityIx};
use mlops_core::moment::Day;
use mlops_core::words::questions as say;

/// The list as it is at first. A confirmed answer is marked and keeps its place, so that nothing below it moves.
#[component]
pub fn OldEvidenceList(area: AreaIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let questions = QuestionNavigation::from_context();
    let model = assessment.model();
    let found = assessment.current.with_untracked(|open| open.as_ref().map(|open| old_evidence(model, open)))?;
    if found.is_empty() {
        return None;
    }
    let of: Vec<CapabilityIx> = found.iter().map(|&(at, _)| at).collect();
    let left = move || say::older_than_round(of.iter().filter(|&&at| assessment.old_evidence(at).is_some()).count());
    let item = move |(at, day): (CapabilityIx, Day)| {
        let state = move || if assessment.old_evidence(at).is_some() { "" } else { say::CONFIRMED }.to_owned();
        view! {
            <li>
                <button type="button" class="in-text" on:click=move |_| questions.go_to(area, at)>
                    {model.capability(at).name()}
                </button>
                " "
                <span class="quiet">{say::evidence_of(day)} <LiveText text=Signal::derive(state)/></span>
            </li>
        }
    };
    Some(view! {
        <section class="come-back" aria-labelledby="check-first">
            <h2 id="check-first">{say::CHECK_FIRST}</h2>
            <p><LiveText text=Signal::derive(left)/></p>
            <ol class="plain">{found.into_iter().map(item).collect_view()}</ol>
        </section>
    })
}
