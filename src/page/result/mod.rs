//! Where a team stands, why, and what would change it.
//!
//! The first screen is the answer; below it stand the map, the next steps and the areas. Everything is drawn from a
//! [`Subject`]: the same for one's own assessment and for one from a link.

pub mod advice;
pub mod answer;
pub mod areas;
pub mod assessed;
pub mod take_along;

use leptos::prelude::*;

use crate::browser::page;
use crate::onward;
use crate::page::compare::place;
use crate::page::compare::side::own;
use crate::page::embed::host::offer;
use crate::page::missing::{absent_assessment, main_heading};
use crate::page::result::advice::{extend_section, map_section, step_section};
use crate::page::result::answer::answer;
use crate::page::result::areas::area_section;
use crate::page::result::assessed::without_what_is_typed;
use crate::page::saving::saving_trouble;
use crate::page::whose::Whose;
use crate::route::Route;
use crate::state::Session;
use crate::ui::control::{button, link};
use crate::ui::document::document;
use crate::ui::element::{Child, Element, Group, el, group, nothing, reactive, theirs};
use mlops_core::history::gathered::is_gathered;
use mlops_core::history::snapshots::to_confirm;
use mlops_core::link::invitation;
use mlops_core::model::{Model, TrackIx};
use mlops_core::report::Subject;
use mlops_core::report::crosswalk::crosswalks;
use mlops_core::report::track::TrackResult;
use mlops_core::scoring::profile::TrackProfile;
use mlops_core::words::{buttons, pages, respondents, result as say, rounds};

/// What a result is drawn from.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// What a report of it would be about.
    pub subject: &'a Subject<'a>,
    /// One's own assessment to go back to; none for a result from elsewhere.
    pub id: Option<&'a str>,
}

/// The result of one's own assessment.
#[must_use]
pub fn result_page(session: Session, id: &str) -> AnyView {
    let id = id.to_owned();
    // What is typed on this very page leaves the rest of it as it is: an open cell stays open.
    let drawn_from = Memo::new(move |_| session.current.with(|open| open.as_ref().map(without_what_is_typed)));
    let is_here = Memo::new(move |_| drawn_from.with(Option::is_some));
    let drawn = reactive(move || {
        drawn_from.track();
        let own = |subject: &Subject| own_result(session, Shown { subject, id: Some(&id) });
        untrack(|| session.with_subject(own)).unwrap_or_else(|| absent_assessment(session, &id))
    });
    let typed = reactive(move || if is_here.get() { assessed::fields(session).into_any() } else { nothing() });
    group().child(drawn).child(typed).into_any()
}

fn own_result(session: Session, shown: Shown) -> AnyView {
    let Some(id) = shown.id else { return nothing() };
    let model = shown.subject.case.model;
    let unknown = shown.subject.assessment.map_or(0, |own| own.unknown_capability_ids(model).len());
    let unknown = (unknown > 0).then(|| el("p").class("notice").child(say::not_of_this_model(unknown)));
    let acts = group()
        .child(link(pages::PLAN, Route::Plan { id: id.to_owned() }.href()).class("button is-primary"))
        .child(opens(say::SHARE, SHARE))
        .child(opens(buttons::EXPORT, EXPORT));
    let to = |words: &'static str, route: Route| link(words, route.href());
    let is_gathered = shown.subject.assessment.is_some_and(is_gathered);
    let more = group()
        .child(to(pages::QUESTIONS, Route::Questions { id: id.to_owned(), area: None }))
        .child(to(pages::COMPARE, place(&[&own(id)])))
        .child(to(pages::HISTORY, Route::History { id: id.to_owned() }))
        .child(is_gathered.then(|| to(pages::TOGETHER, Route::Together { id: id.to_owned() })));
    let carried = shown.subject.assessment.map_or(0, |own| to_confirm(model, own));
    let carried = (carried > 0).then(|| {
        let confirm = to(rounds::CONFIRM, Route::Questions { id: id.to_owned(), area: None });
        el("p").class("notice").child(rounds::to_confirm(carried)).child(" ").child(confirm)
    });
    let is_invited = shown.subject.assessment.is_some_and(|own| invitation(own).is_some());
    let invited = is_invited.then(|| {
        let send = to(pages::SEND_RESULT, Route::Send { id: id.to_owned() });
        el("p").class("notice").child(respondents::INVITED).child(" ").child(send)
    });
    let whose = Whose::Own(session);
    group()
        .child(bar(shown, Some(more), acts))
        .child(saving_trouble(session))
        .child(heading(shown.subject, assessed::told_of_own(session)))
        .child(offer(session))
        .child(unknown)
        .child(carried)
        .child(invited)
        .child(result_body(shown))
        .child(sheet(SHARE, say::SHARE, onward::links(session)))
        .child(sheet(EXPORT, buttons::EXPORT, onward::of_result(session, whose.clone(), Some(id))))
        .child(onward::printed(session, whose))
        .into_any()
}

/// The ids of what opens over the page.
const SHARE: &str = "share-sheet";
/// As [`SHARE`].
pub const EXPORT: &str = "export-sheet";
const GO_TO: &str = "go-to";

/// A button that opens a sheet over the page, and closes it.
pub fn opens(words: &'static str, sheet: &'static str) -> Element {
    el("button").attr("type", "button").attr("popovertarget", sheet).child(words)
}

/// What opens over the page. A browser without popovers shows it where it stands: at the end.
pub fn sheet(id: &'static str, title: &'static str, content: impl Child) -> Element {
    el("div").class("sheet").id(id).attr("popover", "").attr("role", "group").attr("aria-label", title).child(content)
}

/// The line that stays in view: what is on the page, and what can be done with it.
pub fn bar(shown: Shown, more: Option<Group>, acts: impl Child) -> Element {
    let model = shown.subject.case.model;
    let tracks = &shown.subject.profile.tracks;
    let mut list = el("nav").class("bar-nav").id(GO_TO).attr("popover", "").attr("aria-label", say::ON_THIS_PAGE);
    let to = |words: &str, id: String| button(words.to_owned(), move || page::show(&id)).class("in-bar");
    if let Some(first) = tracks.first() {
        for (words, part) in [(say::PROFILE, PROFILE), (say::MAP, MAP), (say::STEPS, STEPS), (say::AREAS, AREAS)] {
            list = list.child(to(words, part_id(model, first.track, part)));
        }
    }
    for other in tracks.iter().skip(1) {
        list = list.child(to(&model.track(other.track).title, part_id(model, other.track, PROFILE)));
    }
    el("div")
        .class("bar is-result")
        .child(opens(say::GO_TO, GO_TO).class("place-menu"))
        .child(list.child(more))
        .child(acts)
}

/// The parts of a track's result that the bar leads to.
const PROFILE: &str = "profile";
const MAP: &str = "map";
const STEPS: &str = "steps";
const AREAS: &str = "areas";

fn part_id(model: &Model, track: TrackIx, part: &str) -> String {
    format!("{}-{part}", model.track(track).id)
}

/// The title of a result with what it is a result of; `told` is what the team says of that.
#[must_use]
pub fn heading(subject: &Subject, told: AnyView) -> AnyView {
    el("div")
        .class("result-head")
        .child(main_heading(theirs(subject.title.to_owned())))
        .child(el("p").class("quiet").child(say::basis(subject)))
        .child(told)
        .into_any()
}

/// Everything a result says.
#[must_use]
pub fn result_body(shown: Shown) -> AnyView {
    let subject = shown.subject;
    let several = subject.profile.tracks.len() > 1;
    let tracks: Vec<Element> =
        subject.profile.tracks.iter().map(|track| track_result(shown, track, several)).collect();
    let credit = el("p")
        .class("quiet")
        .child(format!("{} ", subject.case.model.source().note))
        .child(link(pages::HOW, Route::Model { part: None }.href()));
    let beside = crosswalks(subject.case);
    let beside = (!beside.is_empty()).then(|| {
        el("section")
            .class("crosswalks")
            .attr("aria-labelledby", "beside")
            .child(el("h2").id("beside").child(say::BESIDE))
            .child(document(&beside))
    });
    group().child(tracks).child(beside).child(credit).into_any()
}

fn track_result(shown: Shown, track: &TrackProfile, several: bool) -> Element {
    let subject = shown.subject;
    let model = subject.case.model;
    let title = model.track(track.track).title.as_str();
    let result = TrackResult::of(subject, track);
    let id = |part| part_id(model, track.track, part);
    el("section")
        .class("track")
        .attr("aria-label", title.to_owned())
        .child(several.then(|| el("p").class("track-title").child(title.to_owned())))
        .child(answer(shown, &result, id(PROFILE)))
        .child(map_section(subject, &result, id(MAP)))
        .child(step_section(subject, &result, id(STEPS)))
        .child(extend_section(subject, &result, part_id(model, track.track, "extend")))
        .child(area_section(shown, track, id(AREAS)))
}
