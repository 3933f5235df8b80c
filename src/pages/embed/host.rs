//! Messages to and from the page that embeds this one, the host.
//!
//! Every host receives messages that the page is loaded, how high it is, and that it navigates. Answers and results
//! are sent only to the origin that the address names (`?origin=`), and only messages from that origin are read. It
//! receives nothing that this browser stored before the visit, until the person answers in this frame or presses the
//! button of [`SendToHost`].

use std::mem::ManuallyDrop;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::{dom, frame, visibility};
use crate::components::LiveText;
use crate::route::Route;
use crate::state::result::ResultSource;
use crate::state::{Embedding, Navigation, OpenAssessment};
use mlops_core::message::{self, HostMessage};
use mlops_core::report::Subject;
use mlops_core::scoring::profile::{AreaProfile, TrackProfile};
use mlops_core::words::embed as say;

/// The id of the element that determines the height of the frame.
const CONTENT: &str = "app";
/// The id of the button that sends the result to the host.
const SEND: &str = "send-result";
/// How long the button has to be visible before it can be pressed.
const SEEN: Duration = Duration::from_millis(500);

/// Starts to exchange messages with the host.
pub fn connect(assessment: OpenAssessment, navigation: Navigation, embedding: Embedding) {
    frame::post(&message::ready(), "*").ok();
    // Observes until the page is closed.
    let _ = ManuallyDrop::new(frame::on_height(CONTENT, |height| {
        frame::post(&message::resize(height), "*").ok();
    }));
    Effect::new(move |before: Option<Route>| {
        let route = navigation.route.get();
        if before.is_some_and(|before| before != route) {
            frame::post(&message::navigate(), "*").ok();
        }
        route
    });
    let Some(origin) = embedding.origin() else { return };
    let host = origin.clone();
    Effect::new(move |_| {
        if assessment.is_shared_with_host() {
            for message in [progress(assessment), result(assessment)].into_iter().flatten() {
                frame::post(&message, &host).ok();
            }
        }
    });
    frame::on_message(move |message| {
        if !message.from_parent || message.origin != origin {
            return;
        }
        match message.json.as_deref().and_then(message::read) {
            Some(HostMessage::Theme(theme)) => dom::set_theme(theme),
            Some(HostMessage::GetResult) => {
                let reply = untrack(|| result(assessment)).unwrap_or_else(message::pending);
                frame::post(&reply, &origin).ok();
            }
            None => {}
        }
    });
}

/// The button that sends the result to the host, in a frame whose address names an origin. It is disabled until a
/// person had time to see it.
#[component]
pub fn SendToHost() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let origin = expect_context::<Embedding>().origin()?;
    let is_seen = RwSignal::new(false);
    let listener = StoredValue::new_local(None);
    dom::next_frame(move || {
        listener.try_set_value(Some(visibility::on_visible(SEND, SEEN, move |is_shown| is_seen.set(is_shown))));
    });
    let label = say::send_to(&origin);
    let status = move || {
        if assessment.is_shared_with_host() { say::sent_to(&origin) } else { say::knows_nothing(&origin) }
    };
    let send = move |_| {
        if is_seen.get_untracked() {
            assessment.share_with_host();
        }
    };
    Some(view! {
        <div class="notice">
            <p role="status"><LiveText text=Signal::derive(status)/></p>
            <div class="actions">
                <button
                    type="button"
                    id=SEND
                    disabled=move || !is_seen.get()
                    hidden=move || assessment.is_shared_with_host()
                    on:click=send
                >
                    {label}
                </button>
            </div>
        </div>
    })
}

fn progress(assessment: OpenAssessment) -> Option<String> {
    assessment.with_subject(|subject| {
        let case = subject.case;
        let asked = case.question_set.capabilities(case.model);
        let (answered, open): (Vec<_>, Vec<_>) = asked.partition(|&at| assessment.is_answered(at));
        message::progress(answered.len(), answered.len() + open.len())
    })
}

/// The message with the result of the open assessment; `None` if it is not shared with the host, or has no link.
/// Follows changes.
fn result(assessment: OpenAssessment) -> Option<String> {
    if !assessment.is_shared_with_host() {
        return None;
    }
    let message = |subject: &Subject| {
        let link = subject.link?;
        let model = subject.case.model;
        let area = |area: &AreaProfile| {
            (model.area(area.area).id.as_str(), area.range.low.number(), area.range.high.number())
        };
        let track = |track: &TrackProfile| {
            let overall = track.overall?;
            Some((model.track(track.track).id.as_str(), overall.low.number(), overall.high.number()))
        };
        let tracks = &subject.profile.tracks;
        let levels: Vec<_> = tracks.iter().flat_map(|track| &track.areas).map(area).collect();
        let overall: Vec<_> = tracks.iter().filter_map(track).collect();
        Some(message::result(link, &levels, &overall))
    };
    ResultSource::Open(assessment).with_subject(message).flatten()
}
