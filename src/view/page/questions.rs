//! The questions of one area, with the progress and the profile beside them.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::home::shown_title;
use super::missing::absent_assessment;
use super::question::{Neighbours, focus_question, question_card, what_keys_do};
use crate::browser::address;
use crate::codec::words;
use crate::domain::model::{AreaIx, CapabilityIx};
use crate::domain::profile::Share;
use crate::route::Route;
use crate::session::Session;
use crate::view::part::asking::asking;
use crate::view::part::disclosure::disclosure;
use crate::view::part::profile::small_profile;
use crate::view::part::saving::{saving_trouble, saving_word};

/// The page of one area, or of the one to continue with.
#[must_use]
pub fn questions_page(session: Session, id: &str, area: Option<&str>) -> AnyView {
    if session.current.with(Option::is_none) {
        return absent_assessment();
    }
    let model = session.model;
    let id = id.to_owned();
    let wanted = area.map(str::to_owned);
    // The area is looked up again when the questions change: an area may have none in the other scope.
    let area = Memo::new(move |_| {
        let areas = session.questionnaire.with(|asked| asked.areas(model));
        let named = wanted.as_deref().and_then(|id| model.find_area(id)).filter(|area| areas.contains(area));
        named.or_else(|| untrack(|| session.area_to_continue()))
    });
    let for_nav = id.clone();
    view! {
        <div class="bar">
            <p class="bar-title">{move || session.current.with(|open| open.as_ref().map(|one| shown_title(&one.title)))}</p>
            {saving_word(session)}
        </div>
        {saving_trouble(session)}
        <div class="with-aside">
            <div class="questions">
                {move || match area.get() {
                    Some(area) => area_questions(session, &id, area),
                    None => view! { <h1 tabindex="-1">"Nothing is asked"</h1><p>"This model asks nothing in this scope."</p> }.into_any(),
                }}
            </div>
            <aside class="aside" aria-label="Progress and profile">{move || aside(session, &for_nav, area.get())}</aside>
        </div>
    }
    .into_any()
}

fn asked_in(session: Session, area: AreaIx) -> Vec<CapabilityIx> {
    let in_area = |at: &CapabilityIx| session.model.capability(*at).area == area;
    session.questionnaire.with(|asked| asked.capabilities(session.model).filter(in_area).collect())
}

fn area_questions(session: Session, id: &str, at: AreaIx) -> AnyView {
    let model = session.model;
    let area = model.area(at);
    let asked = asked_in(session, at);
    let neighbours = |position: usize| Neighbours {
        before: position.checked_sub(1).and_then(|before| asked.get(before)).copied(),
        after: asked.get(position + 1).copied(),
    };
    let cards: Vec<AnyView> =
        asked.iter().enumerate().map(|(position, &one)| question_card(session, one, neighbours(position))).collect();
    let first = asked.first().copied();
    let to_first = move |event: KeyboardEvent| {
        if let ("ArrowDown", Some(first)) = (event.key().as_str(), first) {
            event.prevent_default();
            focus_question(session, first);
        }
    };
    let areas = session.questionnaire.with(|asked| asked.areas(model));
    let position = areas.iter().position(|&one| one == at).unwrap_or(0);
    let link = |to: AreaIx, words: String, class: &'static str| {
        let href = Route::Questions { id: id.to_owned(), area: Some(model.area(to).id.clone()) }.href();
        view! { <a class=class href=href>{words}</a> }.into_any()
    };
    let before = position
        .checked_sub(1)
        .and_then(|before| areas.get(before))
        .map(|&before| link(before, format!("Back to {}", words::inside(&model.area(before).title)), "button"));
    let result = Route::Result { id: id.to_owned() }.href();
    let after = match areas.get(position + 1) {
        Some(&after) => {
            link(after, format!("Next: {}", words::inside(&model.area(after).title)), "button is-primary")
        }
        None => view! { <a class="button is-primary" href=result>"See the result"</a> }.into_any(),
    };
    view! {
        <h1 tabindex="-1" on:keydown=to_first>{area.title.clone()}</h1>
        <p class="lead">{area.why.clone()}</p>
        {cards}
        <p class="actions is-end">{before}{after}</p>
    }
    .into_any()
}

/// The next question without an answer after this area's first, going round once.
fn next_open(session: Session, from: Option<AreaIx>) -> Option<CapabilityIx> {
    session.with_case(|case| {
        let asked: Vec<CapabilityIx> = case.questionnaire.capabilities(case.model).collect();
        let start = asked.iter().position(|&at| Some(case.model.capability(at).area) == from).unwrap_or(0);
        let (before, after) = asked.split_at(start);
        after.iter().chain(before).copied().find(|&at| case.answer(at).is_none())
    })
}

fn aside(session: Session, id: &str, area: Option<AreaIx>) -> AnyView {
    let model = session.model;
    let areas = session.questionnaire.with(|asked| asked.areas(model));
    let items: Vec<AnyView> = areas.iter().map(|&one| area_link(session, id, one, area)).collect();
    let result = Route::Result { id: id.to_owned() }.href();
    let id = id.to_owned();
    let to_next = move |_| {
        let Some(next) = next_open(session, area) else { return };
        let to = model.capability(next).area;
        if Some(to) != area {
            address::go(&Route::Questions { id: id.clone(), area: Some(model.area(to).id.clone()) }.to_string());
            // The other area's page is drawn first; then its question takes the focus.
            leptos::prelude::set_timeout(move || focus_question(session, next), std::time::Duration::from_millis(60));
            return;
        }
        focus_question(session, next);
    };
    let is_done = move || next_open(session, area).is_none();
    let live = move || {
        session.with_case(|case| {
            let profile = session.profile.get();
            profile.tracks.iter().map(|track| small_profile(case, track)).collect::<Vec<_>>()
        })
    };
    let profile = view! { <details class="live" open><summary>"Profile so far"</summary>{live}</details> };
    view! {
        <nav aria-label="Areas"><ul class="areas">{items}</ul></nav>
        <p class="progress-text">{move || whole_progress(session)}</p>
        <p class="actions">
            <button type="button" on:click=to_next disabled=is_done>"Next unanswered"</button>
            <a class="button" href=result>"Result"</a>
        </p>
        {profile}
        {what_keys_do()}
        {change_asking(session)}
    }
    .into_any()
}

fn progress(session: Session, asked: &[CapabilityIx]) -> Share {
    session.answers.with(|answers| Share {
        part: asked.iter().filter(|&&at| answers.get(at).is_some()).count(),
        of: asked.len(),
    })
}

fn whole_progress(session: Session) -> String {
    let model = session.model;
    let asked: Vec<CapabilityIx> = session.questionnaire.with(|asked| asked.capabilities(model).collect());
    let share = progress(session, &asked);
    if share.part == share.of {
        return format!("All {} answered", words::count(share.of, "question", "questions"));
    }
    let open = |&&at: &&CapabilityIx| session.answers.with(|answers| answers.get(at).is_none());
    let seconds = asked.iter().filter(open).map(|&at| words::seconds_to_answer(model.capability(at))).sum();
    format!("{} answered, {} left", words::share(share), words::minutes(seconds))
}

fn area_link(session: Session, id: &str, one: AreaIx, shown: Option<AreaIx>) -> AnyView {
    let area = session.model.area(one);
    let href = Route::Questions { id: id.to_owned(), area: Some(area.id.clone()) }.href();
    let asked = asked_in(session, one);
    let count = asked.len();
    let done = Memo::new(move |_| progress(session, &asked).part);
    view! {
        <li>
            <a href=href aria-current=(Some(one) == shown).then_some("page")>
                <span>{area.title.clone()}</span>
                <span class="count">
                    {move || done.get()}<span aria-hidden="true">"/"</span><span class="sr-only">" of "</span>{count}
                </span>
                <progress max=count value=move || done.get() aria-hidden="true"></progress>
            </a>
        </li>
    }
    .into_any()
}

fn change_asking(session: Session) -> AnyView {
    let id = move || session.current.with_untracked(|open| open.as_ref().map(|one| one.id.clone()));
    let title = session.current.with_untracked(|open| open.as_ref().map(|one| one.title.clone()));
    let rename = move |event| {
        let title = event_target_value(&event);
        if id().is_some() {
            session.change(|assessment| assessment.title = crate::domain::assessment::clean_title(&title));
        }
    };
    disclosure(
        "change-asking",
        "Change what is asked",
        view! {
            {asking(
                session.model,
                "change-scope",
                move || session.questionnaire.get(),
                move |changed| session.ask(&changed),
            )}
            <label class="field">
                <span>"Team name"</span>
                <input type="text" maxlength="120" autocomplete="off" value=title on:change=rename/>
            </label>
            <p class="quiet">"No answer is lost by a change: what is not asked any more is kept."</p>
        },
    )
}
