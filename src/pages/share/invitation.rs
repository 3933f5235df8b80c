//! The page of an invitation to answer, and of links that cannot be read.

use leptos::prelude::*;

use crate::components::questions_and_minutes;
use crate::components::{ButtonLink, PageHeading, UserText};
use crate::route::{Route, Start};
use crate::state::{Library, OpenAssessment};
use mlops_core::link::{DecodedLink, LinkError, LinkKind, decode};
use mlops_core::model::Model;
use mlops_core::scoring::profile::Fraction;
use mlops_core::words;

/// The page of an invitation: what is asked, and a button to begin.
#[component]
pub fn InvitationPage(
    /// The part of the link that contains the invitation.
    payload: String,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let library = expect_context::<Library>();
    let opened = match decode(model, LinkKind::Invite, &payload) {
        Ok(opened) => opened,
        Err(error) => return view! { <UnreadableLink title=words::link::NO_INVITATION error/> }.into_any(),
    };
    let start = start_route(model, &opened, opened.shared.invitation).href();
    let differences = words::link::differences(&opened, LinkKind::Invite, model.revision());
    let shared = opened.shared;
    // A person who opens the invitation again continues with their saved answers.
    let begun =
        library.all().into_iter().filter(|own| shared.invitation.is_some() && own.invitation == shared.invitation);
    let begun = begun.max_by_key(|own| own.updated).map(|own| {
        let asked: Vec<_> = own.question_set(model).capabilities(model).map(|at| &model.capability(at).id).collect();
        let answered = asked.iter().filter(|id| own.is_answered(id)).count();
        let share = Fraction { part: answered, of: asked.len() };
        let href = Route::Questions { id: own.id.clone(), area: None }.href();
        view! {
            <p class="notice">{words::respondents::BEGUN} " " <UserText text=words::title(&own.title).to_owned()/></p>
            <div class="actions">
                <ButtonLink href=href primary=true>{words::respondents::go_on(share)}</ButtonLink>
                <ButtonLink href=start.clone()>{words::respondents::FOR_SOMEBODY_ELSE}</ButtonLink>
            </div>
        }
    });
    let begin = || view! { <div class="actions"><ButtonLink href=start.clone() primary=true>{words::start::START}</ButtonLink></div> };
    let begin = match begun {
        Some(begun) => begun.into_any(),
        None => begin().into_any(),
    };
    let asks = words::link::asks(shared.question_set.scope, &questions_and_minutes(model, &shared.question_set));
    let heading = if shared.title.is_empty() {
        words::link::INVITED.into_any()
    } else {
        view! { {words::link::INVITED_FOR} <UserText text=shared.title/> }.into_any()
    };
    view! {
        <PageHeading>{heading}</PageHeading>
        {(!shared.about.is_empty()).then(|| view! { <p>{words::link::assessed(&shared.about)}</p> })}
        <p class="lead">{asks}</p>
        {differences.map(|text| view! { <p class="notice">{text}</p> })}
        {begin}
        <p class="notice">{words::respondents::SEND_BACK}</p>
    }
    .into_any()
}

/// The address that begins an assessment with the questions of a link. `invitation` is the number of the answered
/// invitation.
#[must_use]
pub fn start_route(model: &Model, opened: &DecodedLink, invitation: Option<u32>) -> Route {
    let asked = &opened.shared.question_set;
    Route::Start(Start {
        scope: asked.scope,
        tracks: asked.tracks.iter().map(|&track| model.track(track).id.clone()).collect(),
        title: opened.shared.title.clone(),
        about: opened.shared.about.clone(),
        invitation,
        ..Start::default()
    })
}

/// The page for a link that cannot be read: why, and that nothing was changed by it.
#[component]
pub fn UnreadableLink(
    /// A title that says what the link is not.
    title: &'static str,
    /// Why the link cannot be read.
    error: LinkError,
) -> impl IntoView {
    view! {
        <PageHeading>{title}</PageHeading>
        <p>{words::link::error_text(error)}</p>
        <p>{words::link::ASSESSMENTS_SAFE}</p>
        <div class="actions"><ButtonLink href="#/">{words::pages::TO_START}</ButtonLink></div>
    }
}
