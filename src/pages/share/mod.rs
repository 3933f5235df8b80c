//! Shares a result: as a link, as an invitation to answer the same questions, and as an answer to such an invitation.
//! Only answers and date are shared, unless a person chooses more.

mod choices;
mod invitation;
mod qr;
mod take_along;

use leptos::prelude::*;

pub use self::invitation::{InvitationPage, UnreadableLink, start_route};
pub use self::take_along::TakeAlong;

use crate::browser::share;
use crate::components::download_assessment;
use crate::components::{Checkbox, Disclosure, ErrorNotice, LiveText, RedrawOnChange, TextField, set_text};
use crate::pages::share::choices::LinkChoices;
use crate::pages::share::qr::QrPicture;
use crate::route::Route;
use crate::state::OpenAssessment;
use crate::state::result::ResultSource;
use crate::state::share_link::{NoAddress, invite_address, is_local_file, remember_copy};
use mlops_core::assessment::Outcomes;
use mlops_core::link::{about, invitation, outcomes};
use mlops_core::percent::encoded;
use mlops_core::words;
use mlops_core::words::respondents as say;

/// The id of the field with the link.
const LINK_FIELD: &str = "share-link";

/// The link to a result as text, for print.
#[component]
pub fn PrintedLink(source: ResultSource) -> impl IntoView {
    let address = untrack(|| source.address());
    address.map(|address| view! { <p class="printed-link">{words::result::open_at(&address)}</p> })
}

/// The link to the result of the open assessment: its content, and the ways to share it.
#[component]
pub fn ShareSection() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let choices = LinkChoices::new();
    let copy_invitation = move |_| {
        let invitation = untrack(|| {
            let (including, copy) = (choices.including(), choices.published_copy.get());
            assessment
                .current
                .with(|open| Some(invite_address(assessment.model(), open.as_ref()?, &including, &copy)))
        });
        match invitation {
            Some(Ok((shared, address))) => {
                choices.copy_text(LINK_FIELD, address, words::link::invite_copied(&shared));
            }
            Some(Err(why)) => choices.message.set(why.words()),
            None => {}
        }
    };
    view! {
        <section class="share" aria-labelledby="share">
            <h2 id="share">{words::result::SHARE}</h2>
            <p><LiveText text=move || choices.contents(assessment)/></p>
            <ContentChoices choices/>
            <LinkField choices/>
            <div class="actions">
                <CopyLink choices/>
                <ShareWithApp choices/>
                <button type="button" on:click=copy_invitation>{words::link::COPY_INVITE}</button>
            </div>
            <p role="status"><LiveText text=choices.message/></p>
            <p><a href=Route::CombineAnswers.href()>{say::COMBINE}</a></p>
            <p><a href=Route::Embed.href()>{words::link::EMBED}</a></p>
            <Disclosure class="more" summary=|| words::link::AS_QR>
                {move || choices.address(assessment).ok().map(|address| view! { <QrPicture address/> })}
            </Disclosure>
        </section>
    }
}

/// The answer to an invitation: fields for name and role, and the ways to send it.
#[component]
pub fn SendSection() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let choices = LinkChoices::new();
    let mail = move || {
        let link = choices.address(assessment).unwrap_or_default();
        format!("mailto:?subject={}&body={}", encoded(say::MAIL_SUBJECT), encoded(&say::mail(&link)))
    };
    view! {
        <div class="send">
            <SenderFields choices/>
            <Checkbox checked=choices.notes on_change=move |is_checked| choices.notes.set(is_checked)>
                {words::link::WITH_NOTES}
            </Checkbox>
            <LinkField choices/>
            <p class="quiet"><LiveText text=move || choices.contents(assessment)/></p>
            <div class="actions">
                <CopyLink choices/>
                <a class="button" href=mail hidden=move || choices.address(assessment).is_err()>{say::BY_MAIL}</a>
                <ShareWithApp choices/>
            </div>
            <p role="status"><LiveText text=choices.message/></p>
        </div>
    }
}

/// Checkboxes for the content of the link: one for each part that the assessment has. Follows what is typed on this
/// page.
#[component]
fn ContentChoices(choices: LinkChoices) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let has =
        move |has: fn(&_) -> bool| Memo::new(move |_| assessment.current.with(|open| open.as_ref().is_some_and(has)));
    let has_about = has(|own| !about(own).is_empty());
    let has_unit = has(|own| !own.business_unit.is_empty());
    let has_models = has(|own| own.model_count() != 1);
    let has_dates = has(|own| own.responses.iter().any(|(_, response)| response.evidence_date.is_some()));
    let has_outcomes = has(|own| outcomes(own) != Outcomes::default());
    let is_answer = has(|own| invitation(own).is_some());
    let checkbox = |label: &'static str, choice: RwSignal<bool>| {
        view! { <Checkbox checked=choice on_change=move |is_checked| choice.set(is_checked)>{label}</Checkbox> }
    };
    view! {
        {checkbox(words::link::WITH_TITLE, choices.title)}
        <Show when=move || has_about.get()>{checkbox(words::link::WITH_ABOUT, choices.about)}</Show>
        <Show when=move || has_unit.get()>{checkbox(words::link::WITH_BUSINESS_UNIT, choices.business_unit)}</Show>
        <Show when=move || has_models.get()>{checkbox(words::link::WITH_MODELS, choices.models)}</Show>
        {checkbox(words::link::WITH_NOTES, choices.notes)}
        <Show when=move || has_dates.get()>{checkbox(words::link::WITH_EVIDENCE_DATES, choices.evidence_dates)}</Show>
        <Show when=move || has_outcomes.get()>{checkbox(words::link::WITH_OUTCOMES, choices.outcomes)}</Show>
        <Show when=move || is_answer.get()>
            {checkbox(words::link::WITH_INVITATION, choices.invitation)}
            <SenderFields choices/>
        </Show>
    }
}

/// Fields for the name and role of the person who answered.
#[component]
fn SenderFields(choices: LinkChoices) -> impl IntoView {
    view! {
        <TextField value=choices.name on_input=set_text(choices.name)>{say::YOUR_NAME}</TextField>
        <TextField value=choices.role on_input=set_text(choices.role)>{say::YOUR_ROLE}</TextField>
    }
}

/// The link; if there is none, why, and what to do instead.
#[component]
fn LinkField(choices: LinkChoices) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let set_copy = move |typed: String| {
        remember_copy(&typed);
        choices.published_copy.set(typed);
    };
    let copy = is_local_file().then(|| {
        view! {
            <TextField kind="url" max_length=500 value=choices.published_copy on_input=set_copy>
                {words::link::COPY_ELSEWHERE}
            </TextField>
        }
    });
    let error_text = Memo::new(move |_| choices.address(assessment).err());
    let download = move |_| assessment.current.with_untracked(|open| open.iter().for_each(download_assessment));
    let notice = move |error_text: Option<NoAddress>| {
        error_text.map(|why| {
            view! {
                <ErrorNotice title=why.words()>
                    <div class="actions">
                        <button type="button" on:click=download>{words::saving::DOWNLOAD}</button>
                    </div>
                </ErrorNotice>
            }
        })
    };
    view! {
        {copy}
        <label class="field">
            <span>{words::link::FIELD}</span>
            <input
                id=LINK_FIELD
                type="text"
                readonly
                spellcheck="false"
                translate="no"
                prop:value=move || choices.address(assessment).unwrap_or_default()
            />
        </label>
        <RedrawOnChange value=move || error_text.get() let:error_text>{notice(error_text)}</RedrawOnChange>
    }
}

#[component]
fn CopyLink(choices: LinkChoices) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let copy = move |_| {
        if let Ok(address) = untrack(|| choices.address(assessment)) {
            choices.copy_text(LINK_FIELD, address, words::link::COPIED.to_owned());
        }
    };
    view! { <button type="button" class="is-primary" on:click=copy>{words::link::COPY}</button> }
}

/// Shares the link with another app on the device; nothing if the browser has no such dialog.
#[component]
fn ShareWithApp(choices: LinkChoices) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let share = move |_| {
        let Ok(address) = untrack(|| choices.address(assessment)) else { return };
        leptos::task::spawn_local(async move {
            // Closing the dialog without sharing is no error.
            share::share(words::link::SUBJECT, "", &address).await.ok();
        });
    };
    share::can_share().then(|| view! { <button type="button" on:click=share>{words::link::SHARE_BY}</button> })
}
