//! A proposal: the answer, its reasons with their places, and the decision of the person.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::dom;
use crate::browser::keyboard::KeyPress;
use crate::components::{ExternalLink, LiveText, UserText, lang_of};
use crate::pages::questions::focus_question;
use crate::route::Route;
use crate::state::{Navigation, OpenAssessment, ProposalStore};
use mlops_core::evidence::shown::{PROPOSED, ShownPlace, ShownProposal, ShownProposals, Status};
use mlops_core::model::CapabilityIx;
use mlops_core::moment::Day;
use mlops_core::words::{evidence, files, pages, scan as say};

/// The open proposals above the answers of a question. A decided proposal stays in place, so that an answer moves
/// nothing.
#[component]
pub fn QuestionProposals(at: CapabilityIx) -> impl IntoView {
    let store = expect_context::<ProposalStore>();
    let assessment = expect_context::<OpenAssessment>();
    let id = &assessment.model().capability(at).id;
    let found = store.text().and_then(|text| ShownProposals::read(&text));
    found.map(|ShownProposals { made, proposals }| {
        let is_shown = |proposal: &ShownProposal| {
            proposal.capability == *id
                && matches!(
                    untrack(|| status(assessment, proposal)),
                    Status::Open | Status::Conflict(_) | Status::Used
                )
        };
        let shown = proposals.into_iter().filter(is_shown);
        shown.map(|proposal| view! { <ProposalCard at proposal made/> }).collect_view()
    })
}

/// The status of a proposal for the open assessment. Follows changes.
#[must_use]
pub fn status(assessment: OpenAssessment, proposal: &ShownProposal) -> Status {
    assessment.current.with(|open| {
        let open = open.as_ref();
        let response = open.and_then(|open| open.responses.get(&proposal.capability));
        proposal.status(response, open.map_or(&[], |open| &open.ignored))
    })
}

/// The element id of a proposal in the list.
#[must_use]
pub fn card_id(signal: &str) -> String {
    format!("proposal-{signal}")
}

/// The position of a proposal in the list.
#[derive(Clone, Debug)]
pub struct InList {
    /// The element ids of the proposals above and below it.
    pub before: Option<String>,
    pub after: Option<String>,
}

#[component]
pub fn ProposalCard(
    at: CapabilityIx,
    proposal: ShownProposal,
    /// The day of the scan.
    made: Day,
    /// Its position in the list; `None` above its question.
    #[prop(optional_no_strip)]
    in_list: Option<InList>,
) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let capability = assessment.model().capability(at);
    let (id, is_in_list) = (in_list.is_some().then(|| card_id(&proposal.signal)), in_list.is_some());
    let reasons = proposal.places.iter().map(|place| view! { <Place place=place.clone()/> }).collect_view();
    let more = (proposal.more > 0).then(|| view! { <li class="quiet">{evidence::more(proposal.more)}</li> });
    let check =
        (!proposal.check.is_empty()).then(|| view! { <p class="quiet">{evidence::to_check(&proposal.check)}</p> });
    let proposal = StoredValue::new(proposal);
    let status = Memo::new(move |_| proposal.with_value(|proposal| status(assessment, proposal)));
    let store = expect_context::<ProposalStore>();
    let use_or_undo = move || {
        let proposal = proposal.get_value();
        if status.get_untracked() == Status::Used {
            let earlier = store.earlier_response(&proposal.signal);
            assessment.respond(at, |response| proposal.take_back(response, &earlier, made));
        } else {
            store.keep_response(&proposal.signal, untrack(|| assessment.response(at)));
            assessment.respond(at, |response| proposal.answer(response, made));
        }
        assessment.share_with_host();
    };
    let ignore_or_undo = move || {
        let is_ignored = status.get_untracked() == Status::Ignored;
        assessment.change(|open| {
            proposal
                .with_value(|proposal| if is_ignored { proposal.show_again(open) } else { proposal.ignore(open) });
        });
    };
    let on_keydown = move |event: KeyboardEvent| {
        let Some(InList { before, after }) = &in_list else { return };
        let Some(press) = KeyPress::of(&event).filter(|press| !press.is_command) else { return };
        match press.key.as_str() {
            "ArrowDown" | "ArrowUp" => {
                let next = if press.key == "ArrowDown" { after } else { before };
                next.iter().for_each(|next| dom::focus(next));
            }
            "u" if !press.is_repeat && status.get_untracked() != Status::Ignored => use_or_undo(),
            "i" if !press.is_repeat && status.get_untracked() != Status::Used => ignore_or_undo(),
            _ => return,
        }
        event.prevent_default();
    };
    let head = move || match status.get() {
        Status::Open => say::proposed(PROPOSED),
        Status::Conflict(given) => say::conflict(given),
        Status::Agrees => say::AGREES.to_owned(),
        Status::Used => say::USED.to_owned(),
        Status::Ignored => say::IGNORED.to_owned(),
    };
    let labelled = |is_done: Status, label: &'static str| {
        move || if status.get() == is_done { pages::UNDO } else { label }.to_owned()
    };
    let name = say::of_practice(capability.name());
    view! {
        <div
            class="proposal"
            class:is-conflict=move || matches!(status.get(), Status::Conflict(_))
            class:is-used=move || status.get() == Status::Used
            class:is-ignored=move || status.get() == Status::Ignored
            class:is-agreeing=move || !is_in_list && status.get() == Status::Agrees
            data-proposal=capability.id.as_str()
            id=id
            tabindex=is_in_list.then_some("-1")
            on:keydown=on_keydown
        >
            {is_in_list.then(|| view! { <QuestionLink at/> })}
            <p class="proposal-head" role="status">
                <LiveText text=Signal::derive(head)/>
            </p>
            <div class="proposal-why">
                <ul class="plain">{reasons} {more}</ul>
                {check}
            </div>
            <div class="actions">
                <button
                    type="button"
                    class:is-unavailable=move || matches!(status.get(), Status::Ignored | Status::Agrees)
                    on:click=move |_| use_or_undo()
                >
                    <LiveText text=Signal::derive(labelled(Status::Used, say::USE))/>
                    <span class="sr-only">{name.clone()}</span>
                </button>
                <button
                    type="button"
                    class:is-unavailable=move || status.get() == Status::Used
                    on:click=move |_| ignore_or_undo()
                >
                    <LiveText text=Signal::derive(labelled(Status::Ignored, say::IGNORE))/>
                    <span class="sr-only">{name.clone()}</span>
                </button>
            </div>
        </div>
    }
}

#[component]
fn Place(place: ShownPlace) -> impl IntoView {
    let ShownPlace { reason, place, address, .. } = place;
    let place = match address {
        Some(href) => view! { <ExternalLink href>{place}</ExternalLink> }.into_any(),
        None => view! { <UserText text=place/> }.into_any(),
    };
    view! {
        <li>
            <bdi>{reason}</bdi>
            ": "
            <code>{place}</code>
        </li>
    }
}

/// The question of a proposal, and a link to it.
#[component]
fn QuestionLink(at: CapabilityIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let navigation = expect_context::<Navigation>();
    let model = assessment.model();
    let capability = model.capability(at);
    let go = move |_| {
        let Some(id) = assessment.id.get_untracked() else { return };
        navigation.navigate(&Route::Questions { id, area: Some(model.area(capability.area).id.clone()) });
        dom::after_frames(move || focus_question(assessment, at));
    };
    view! {
        <h3 lang=lang_of(model)>
            <button type="button" class="in-text" on:click=go>{capability.question.as_str()}</button>
        </h3>
    }
}

/// The explanation for a person who opens a proposals file on another page, with a link to the page that reads it.
#[component]
pub fn OpenProposalsThere() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let there = assessment.id.get_untracked().map(|id| Route::Evidence { id }.href());
    view! {
        <p>
            <strong>{files::NOT_OPENED}</strong>
            {say::OPEN_IT_THERE}
        </p>
        {there.map(|href| view! { <p><a href=href>{pages::EVIDENCE}</a></p> })}
    }
}
