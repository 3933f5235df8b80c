//! All open proposals in one list, which can be used by keyboard alone.

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::{Disclosure, KeyList, LiveText, RedrawOnChange};
use crate::pages::evidence::proposal::{InList, ProposalCard, card_id, status};
use crate::pages::evidence::scan::Scan;
use crate::state::{OpenAssessment, ProposalStore};
use mlops_core::evidence::shown::{ShownProposal, ShownProposals, Status};
use mlops_core::model::CapabilityIx;
use mlops_core::moment::Day;
use mlops_core::words::{evidence, questions, scan as say};

/// The proposals for questions that are asked, with their number; nothing before a scan.
#[component]
pub fn ProposalList(scan: Scan) -> impl IntoView {
    let store = expect_context::<ProposalStore>();
    let shown = Memo::new(move |_| store.text().and_then(|text| ShownProposals::read(&text)));
    let list = move |shown: Option<ShownProposals>| shown.map(|shown| view! { <Undecided shown scan/> });
    view! { <RedrawOnChange value=move || shown.get() let:shown>{list(shown)}</RedrawOnChange> }
}

#[component]
fn Undecided(shown: ShownProposals, scan: Scan) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let model = assessment.model();
    let ShownProposals { made, proposals } = shown;
    let all = proposals.len();
    let asked: Vec<CapabilityIx> =
        untrack(|| assessment.question_set.with(|asked| asked.capabilities(model).collect()));
    let find = |proposal: ShownProposal| {
        let at = model.find_capability(&proposal.capability).filter(|at| asked.contains(at))?;
        Some((at, proposal))
    };
    let found: Vec<(CapabilityIx, ShownProposal)> = proposals.into_iter().filter_map(find).collect();
    let not_asked = all - found.len();
    let of = |wanted: fn(Status) -> bool| -> Vec<(CapabilityIx, ShownProposal)> {
        found.iter().filter(|(_, proposal)| wanted(untrack(|| status(assessment, proposal)))).cloned().collect()
    };
    let undecided = of(|status| matches!(status, Status::Open | Status::Conflict(_) | Status::Used));
    let ignored = of(|status| status == Status::Ignored);
    let number = {
        let found = found.clone();
        move || {
            let count = |wanted: fn(Status) -> bool| {
                found.iter().filter(|(_, proposal)| wanted(status(assessment, proposal))).count()
            };
            say::number(count(|status| status == Status::Open), count(|status| matches!(status, Status::Conflict(_))))
        }
    };
    let first = undecided.first().map(|(_, proposal)| card_id(&proposal.signal));
    let go_through = first.map(|first| {
        view! {
            <div class="actions">
                <button type="button" id="review-proposals" on:click=move |_| dom::focus(&first)>
                    {say::GO_THROUGH}
                </button>
            </div>
            <Disclosure class="keys" summary=|| questions::KEYS>
                <KeyList keys=&say::KEYS_DO/>
            </Disclosure>
        }
    });
    let ignored = (!ignored.is_empty()).then(|| {
        let ignored = StoredValue::new(ignored);
        view! {
            <Disclosure class="more" id="ignored-proposals" summary=|| say::SHOW_IGNORED>
                <Cards proposals=ignored.get_value() made/>
            </Disclosure>
        }
    });
    view! {
        <section aria-labelledby="proposals">
            <h2 id="proposals">{say::PROPOSALS}</h2>
            <p role="status">
                <b><LiveText text=Signal::derive(number)/></b>
            </p>
            <p class="quiet">{evidence::NOT_COUNTED}</p>
            {(not_asked > 0).then(|| view! { <p>{say::not_asked(not_asked)}</p> })}
            {go_through}
            <Cards proposals=undecided made/>
            {ignored}
            <div class="actions">
                <button type="button" id="forget-proposals" on:click=move |_| scan.forget()>
                    {say::FORGET}
                </button>
            </div>
        </section>
    }
}

#[component]
fn Cards(proposals: Vec<(CapabilityIx, ShownProposal)>, made: Day) -> impl IntoView {
    let ids: Vec<String> = proposals.iter().map(|(_, proposal)| card_id(&proposal.signal)).collect();
    let card = |(position, (at, proposal)): (usize, (CapabilityIx, ShownProposal))| {
        let before = position.checked_sub(1).and_then(|before| ids.get(before)).cloned();
        let in_list = Some(InList { before, after: ids.get(position + 1).cloned() });
        view! { <ProposalCard at proposal made in_list/> }
    };
    proposals.into_iter().enumerate().map(card).collect_view()
}
