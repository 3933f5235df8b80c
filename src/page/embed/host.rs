//! The page inside another page: what it tells the page around it, and what it hears from there.
//!
//! That it is there, and how high it is, may be told to anybody. Answers and results go to the one origin that the
//! address names (`?origin=`), and only that origin is listened to.

use std::mem::ManuallyDrop;

use leptos::prelude::*;

use crate::browser::{address, frame, page};
use crate::page::link_address::{copy_elsewhere, result_address};
use crate::route::parameter;
use crate::state::Session;
use mlops_core::link::Including;
use mlops_core::message::{self, Heard};
use mlops_core::scoring::profile::{AreaProfile, TrackProfile};

/// The element whose height the frame should have: as high as what it holds.
const CONTENT: &str = "app";

/// Begins to talk to the page around this one.
pub fn embed(session: Session) {
    frame::post(&message::ready(), "*").ok();
    // Both listen for as long as the page lives.
    let _ = ManuallyDrop::new(frame::on_height(CONTENT, |height| {
        frame::post(&message::resize(height), "*").ok();
    }));
    let named = parameter(&address::query(), "origin");
    let Some(origin) = named.as_deref().and_then(message::origin).map(str::to_owned) else { return };
    let told = origin.clone();
    Effect::new(move |_| {
        for message in progress(session).into_iter().chain(result(session)) {
            frame::post(&message, &told).ok();
        }
    });
    let _ = ManuallyDrop::new(frame::on_message(move |heard| {
        if !heard.from_parent || heard.origin != origin {
            return;
        }
        match heard.json.as_deref().and_then(message::read) {
            Some(Heard::Theme(theme)) => page::set_theme(theme),
            Some(Heard::GetResult) => {
                if let Some(result) = untrack(|| result(session)) {
                    frame::post(&result, &origin).ok();
                }
            }
            None => {}
        }
    }));
}

fn progress(session: Session) -> Option<String> {
    session.with_subject(|subject| {
        let case = subject.case;
        let asked = case.questionnaire.capabilities(case.model);
        let (answered, open): (Vec<_>, Vec<_>) = asked.partition(|&at| case.answer(at).is_some());
        message::progress(answered.len(), answered.len() + open.len())
    })
}

/// The result as it stands: of the assessment that is open.
fn result(session: Session) -> Option<String> {
    let told = session.with_subject(|subject| {
        let model = subject.case.model;
        let link = result_address(model, subject.assessment?, &Including::default(), &copy_elsewhere()).ok()?;
        let area = |area: &AreaProfile| {
            (model.area(area.area).id.as_str(), area.range.low.number(), area.range.high.number())
        };
        let track = |track: &TrackProfile| {
            let floor = track.floor?;
            Some((model.track(track.track).id.as_str(), floor.low.number(), floor.high.number()))
        };
        let tracks = &subject.profile.tracks;
        let levels: Vec<_> = tracks.iter().flat_map(|track| &track.areas).map(area).collect();
        let overall: Vec<_> = tracks.iter().filter_map(track).collect();
        Some(message::result(&link, &levels, &overall))
    });
    told.flatten()
}
