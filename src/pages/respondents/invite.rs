//! The invitation to answer the same questions, and the combined answers stored in this browser.

use leptos::prelude::*;

use crate::browser::{clipboard, dom};
use crate::components::{Checkbox, LiveText, UserText};
use crate::route::Route;
use crate::state::share_link::{invite_address, published_copy};
use crate::state::{Library, OpenAssessment};
use mlops_core::assessment::Assessment;
use mlops_core::history::combined::{cohort, is_combined};
use mlops_core::link::{LinkOptions, about};
use mlops_core::words::{self, link, respondents as say};

/// The id of the field with the invitation.
const INVITATION: &str = "invitation";

/// The choice of the saved assessment whose questions people are invited to answer, and the link for them.
#[component]
pub fn Invite(
    /// The saved assessments, without those of combined answers.
    saved: StoredValue<Vec<Assessment>>,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let chosen = RwSignal::new(0_usize);
    let (with_title, with_about) = (RwSignal::new(false), RwSignal::new(false));
    let message = RwSignal::new(String::new());
    let of_chosen = move |read: fn(&Assessment) -> String| {
        let at = chosen.get();
        saved.with_value(|saved| saved.get(at).map(read).unwrap_or_default())
    };
    let has_about = Memo::new(move |_| !of_chosen(about).is_empty());
    let invitation = move || {
        let including = LinkOptions { title: with_title.get(), about: with_about.get(), ..LinkOptions::default() };
        let at = chosen.get();
        saved.with_value(|saved| Some(invite_address(model, saved.get(at)?, &including, &published_copy())))
    };
    let address = move || match invitation() {
        Some(Ok((_, address))) => address,
        _ => String::new(),
    };
    let error_text = move || match invitation() {
        Some(Err(why)) => why.words(),
        _ => String::new(),
    };
    let copy = move |_| {
        let Some(Ok((shared, address))) = untrack(invitation) else { return };
        leptos::task::spawn_local(async move {
            let is_copied = clipboard::copy_text(&address).await.is_ok();
            if !is_copied {
                dom::select(INVITATION);
            }
            message.set(if is_copied { link::invite_copied(&shared) } else { link::NOT_COPIED.to_owned() });
        });
    };
    let options = saved.with_value(|saved| {
        let option = |(at, own): (usize, &Assessment)| {
            view! { <option value=at.to_string()>{words::title(&own.title).to_owned()}</option> }
        };
        saved.iter().enumerate().map(option).collect_view()
    });
    let content = if saved.with_value(Vec::is_empty) {
        view! { <p>{say::NONE_TO_INVITE_TO} " " <a href=Route::Home.href()>{words::pages::TO_START}</a></p> }
            .into_any()
    } else {
        view! {
            <label class="field">
                <span>{say::QUESTIONS_OF}</span>
                // Named on its own: the label around it contains all options too.
                <select
                    aria-label=say::QUESTIONS_OF
                    on:change:target=move |event| chosen.set(event.target().value().parse().unwrap_or_default())
                >
                    {options}
                </select>
            </label>
            <Checkbox checked=with_title on_change=move |is| with_title.set(is)>{link::WITH_TITLE}</Checkbox>
            <Show when=move || has_about.get()>
                <Checkbox checked=with_about on_change=move |is| with_about.set(is)>{link::WITH_ABOUT}</Checkbox>
            </Show>
            <label class="field">
                <span>{say::INVITATION_LINK}</span>
                <input id=INVITATION type="text" readonly spellcheck="false" translate="no" prop:value=address/>
            </label>
            <p role="alert"><LiveText text=Signal::derive(error_text)/></p>
            <div class="actions">
                <button type="button" on:click=copy>{link::COPY_INVITE}</button>
            </div>
            <p role="status"><LiveText text=message/></p>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="invite">
            <h2 id="invite">{say::INVITE}</h2>
            <p class="quiet">{say::ABOUT_INVITE}</p>
            {content}
        </section>
    }
}

/// The combined answers in this browser, each with the number of open differences.
#[component]
pub fn CombinedHere() -> impl IntoView {
    let library = expect_context::<Library>();
    let model = expect_context::<OpenAssessment>().model();
    let all = library.all();
    let combined: Vec<&Assessment> = all.iter().filter(|own| is_combined(own)).collect();
    let item = |own: &&Assessment| {
        let state = cohort(model, own)
            .map(|cohort| say::people_and_open(cohort.respondents().len(), cohort.open_to_discussion()));
        view! {
            <li>
                <a href=Route::CombinedAnswers { id: own.id.clone() }.href()>
                    <UserText text=words::title(&own.title).to_owned()/>
                </a>
                <span class="quiet">{state.unwrap_or_default()}</span>
            </li>
        }
    };
    let items = combined.iter().map(item).collect_view();
    (!combined.is_empty()).then(|| {
        view! {
            <section aria-labelledby="combined-here">
                <h2 id="combined-here">{say::COMBINED_HERE}</h2>
                <ul class="people-list">{items}</ul>
            </section>
        }
    })
}
