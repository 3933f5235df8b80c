//! The page inside another page: what it tells the page around it, and what it hears from there.
//!
//! That it is there, how high it is, and that another place is shown may be told to anybody. Answers and results go to the
//! one origin that the address names (`?origin=`), and only that origin is listened to. Of what this browser kept from
//! before the visit it learns nothing, until the person answers in this frame or presses the button of [`offer`].

use std::mem::ManuallyDrop;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{address, frame, page, shown};
use crate::onward;
use crate::route::{Route, parameter};
use crate::state::Session;
use crate::ui::control::{actions, button};
use crate::ui::element::{el, nothing};
use mlops_core::message::{self, Heard};
use mlops_core::scoring::profile::{AreaProfile, TrackProfile};
use mlops_core::words::embed as words;

/// The element whose height the frame should have: as high as what it holds.
const CONTENT: &str = "app";
/// The button that gives the result away.
const SEND: &str = "send-result";
/// How long it has to be in view before it can be pressed.
const SEEN_MILLISECONDS: u64 = 500;

/// Begins to talk to the page around this one.
pub fn embed(session: Session) {
    frame::post(&message::ready(), "*").ok();
    // Observes for as long as the page is open.
    let _ = ManuallyDrop::new(frame::on_height(CONTENT, |height| {
        frame::post(&message::resize(height), "*").ok();
    }));
    Effect::new(move |before: Option<Route>| {
        let route = session.route.get();
        if before.is_some_and(|before| before != route) {
            frame::post(&message::navigate(), "*").ok();
        }
        route
    });
    let Some(origin) = named_origin() else { return };
    let told = origin.clone();
    Effect::new(move |_| {
        if !session.is_given_away() {
            return;
        }
        let told = told.clone();
        if let Some(message) = progress(session) {
            frame::post(&message, &told).ok();
        }
        spawn_local(async move {
            if let Some(message) = result(session).await {
                frame::post(&message, &told).ok();
            }
        });
    });
    frame::on_message(move |on_event| {
        if !on_event.from_parent || on_event.origin != origin {
            return;
        }
        match on_event.json.as_deref().and_then(message::read) {
            Some(Heard::Theme(theme)) => page::set_theme(theme),
            Some(Heard::GetResult) => {
                let asked = origin.clone();
                spawn_local(async move {
                    let given = result(session).await.unwrap_or_else(message::pending);
                    frame::post(&given, &asked).ok();
                });
            }
            None => {}
        }
    });
}

/// The origin that the address names.
fn named_origin() -> Option<String> {
    let named = parameter(&address::query(), "origin")?;
    message::origin(&named).map(str::to_owned)
}

/// The button that gives the shown result away, in a frame whose address names an origin. It cannot be pressed before a
/// person had the time to see it.
#[must_use]
pub fn offer(session: Session) -> AnyView {
    let Some(origin) = named_origin().filter(|_| frame::is_framed()) else { return nothing() };
    let is_ready = RwSignal::new(false);
    let listener = StoredValue::new_local(None);
    page::soon(move || {
        let on_event = move |is_shown| is_ready.set(is_shown);
        listener.try_set_value(Some(shown::on_visible(SEND, SEEN_MILLISECONDS, on_event)));
    });
    let says = origin.clone();
    let state = move || {
        if session.is_given_away() { words::sent_to(&says) } else { words::knows_nothing(&says) }
    };
    let send = button(words::send_to(&origin), move || {
        if is_ready.get_untracked() {
            session.give_away();
        }
    });
    el("div")
        .class("notice")
        .child(el("p").attr("role", "status").reactive_text(state))
        .child(
            actions().child(
                send.id(SEND)
                    .reactive_flag("disabled", move || !is_ready.get())
                    .reactive_flag("hidden", move || session.is_given_away()),
            ),
        )
        .into_any()
}

fn progress(session: Session) -> Option<String> {
    session.with_subject(|subject| {
        let case = subject.case;
        let asked = case.questionnaire.capabilities(case.model);
        let (answered, open): (Vec<_>, Vec<_>) = asked.partition(|&at| case.answer(at).is_some());
        message::progress(answered.len(), answered.len() + open.len())
    })
}

/// The result as it stands: of the assessment that is open. None where it is not to be given away, or has no link.
async fn result(session: Session) -> Option<String> {
    let link = onward::address(session).await?;
    untrack(|| session.is_given_away().then(|| told(session, &link)).flatten())
}

fn told(session: Session, link: &str) -> Option<String> {
    session.with_subject(|subject| {
        let model = subject.case.model;
        let area = |area: &AreaProfile| {
            (model.area(area.area).id.as_str(), area.range.low.number(), area.range.high.number())
        };
        let track = |track: &TrackProfile| {
            let floor = track.overall?;
            Some((model.track(track.track).id.as_str(), floor.low.number(), floor.high.number()))
        };
        let tracks = &subject.profile.tracks;
        let levels: Vec<_> = tracks.iter().flat_map(|track| &track.areas).map(area).collect();
        let overall: Vec<_> = tracks.iter().filter_map(track).collect();
        message::result(link, &levels, &overall)
    })
}
