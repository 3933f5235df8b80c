//! Somebody's result in a link, and an invitation to answer. Nothing that is saved here is touched by opening one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{address, clock, page};
use crate::onward;
use crate::page::compare::place;
use crate::page::missing::main_heading;
use crate::page::result::assessed::told;
use crate::page::result::{EXPORT, Shown, bar, heading, opens, result_body, sheet};
use crate::page::scope_picker::amount;
use crate::page::whose::{Linked, Whose};
use crate::route::{Route, Start};
use crate::state::{Session, now};
use crate::ui::control::{actions, button, button_link, field, link};
use crate::ui::element::{Element, el, group, theirs};
use mlops_core::assessment::clean_title;
use mlops_core::link::{Kind, LinkError, Opened, decode};
use mlops_core::model::Model;
use mlops_core::scoring::profile::Profile;
use mlops_core::words;
use mlops_core::words::buttons;

/// A result from a link, read-only.
#[must_use]
pub fn shared_page(session: Session, payload: &str) -> AnyView {
    let opened = match decode(session.model, Kind::Result, payload) {
        Ok(opened) => opened,
        Err(error) => return unreadable(words::link::NO_RESULT, error),
    };
    let model = session.model;
    let shared = &opened.shared;
    let assessment = shared.to_assessment(model, String::new(), now());
    let title = if shared.title.is_empty() { words::link::SHARED } else { &shared.title };
    let address = Route::Shared { payload: payload.to_owned() }.address(&address::page(), &address::query());
    let linked = Linked { model, assessment, title: title.to_owned(), day: shared.day, address };
    let compare = button_link(words::compare::WITH_MINE, place(&[payload]).href());
    let whose = Whose::Linked(Arc::new(linked.clone()));
    linked.with(|subject| {
        let shown = Shown { subject, id: None };
        group()
            .child(bar(shown, None, group().child(compare).child(opens(buttons::EXPORT, EXPORT)).into_any()))
            .child(offer(session, &opened, subject.profile))
            .child(heading(subject, told(subject)))
            .child(result_body(shown))
            .child(sheet(EXPORT, buttons::EXPORT, onward::of_result(session, whose.clone(), None)))
            .child(onward::printed(session, whose))
            .into_any()
    })
}

/// What can be done with it: first of all, all of it is said to be read-only.
fn offer(session: Session, opened: &Opened, profile: &Profile) -> Element {
    let shared = opened.shared.clone();
    let start = start(session.model, opened, None);
    // Several copies without a name, or of several people under one, could not be told apart.
    let is_unnamed = shared.title.is_empty() || !shared.from.is_empty();
    let name = RwSignal::new(words::link::name_for(&shared, profile));
    let whose = words::link::whose(&shared);
    let save = move || {
        let mut assessment = shared.to_assessment(session.model, clock::random_id(), now());
        if is_unnamed {
            assessment.title = clean_title(&name.get_untracked());
        }
        session.put(&assessment);
        address::go(&Route::Result { id: assessment.id }.to_string());
    };
    let name_field = is_unnamed
        .then(|| field(words::link::NAME_OF_COPY, "text", "120", move || name.get(), move |typed| name.set(typed)));
    el("div")
        .class("notice offer")
        .child(el("p").child(words::link::READ_ONLY))
        .child(whose.map(|says| el("p").child(says)))
        .child(
            words::link::differences(opened, Kind::Result, session.model.revision()).map(|says| el("p").child(says)),
        )
        .child(
            actions()
                .child(name_field)
                .child(button(words::link::SAVE_COPY, save).class("is-primary"))
                .child(button_link(words::link::ANSWER_YOURSELF, start.href()))
                .child(button(buttons::PRINT, page::print)),
        )
}

/// An assessment of one's own with the same questions; as an answer to an invitation, if that is what the link is.
fn start(model: &Model, opened: &Opened, invitation: Option<u32>) -> Route {
    let asked = &opened.shared.questionnaire;
    Route::Start(Start {
        scope: asked.scope,
        tracks: asked.tracks.iter().map(|&track| model.track(track).id.clone()).collect(),
        title: opened.shared.title.clone(),
        about: opened.shared.about.clone(),
        invitation,
    })
}

/// An invitation: what is asked, and a way to begin.
#[must_use]
pub fn invite_page(session: Session, payload: &str) -> AnyView {
    let opened = match decode(session.model, Kind::Invite, payload) {
        Ok(opened) => opened,
        Err(error) => return unreadable(words::link::NO_INVITATION, error),
    };
    let model = session.model;
    let title = match opened.shared.title.as_str() {
        "" => group().child(words::link::INVITED),
        title => group().child(words::link::INVITED_FOR).child(theirs(title.to_owned())),
    };
    let amount = amount(model, &opened.shared.questionnaire);
    let start = start(model, &opened, opened.shared.invitation);
    let differences = words::link::differences(&opened, Kind::Invite, model.revision());
    let about = opened.shared.about;
    group()
        .child(main_heading(title))
        .child((!about.is_empty()).then(|| el("p").child(words::link::assessed(&about))))
        .child(el("p").class("lead").child(words::link::asks(opened.shared.questionnaire.scope, &amount)))
        .child(differences.map(|says| el("p").class("notice").child(says)))
        .child(actions().child(link(words::start::START, start.href()).class("button is-primary")))
        .child(el("p").class("notice").child(words::respondents::SEND_BACK))
        .into_any()
}

fn unreadable(title: &'static str, error: LinkError) -> AnyView {
    group()
        .child(main_heading(title))
        .child(el("p").child(words::link::trouble(error)))
        .child(el("p").child(words::link::UNTOUCHED))
        .child(actions().child(button_link(words::frame::TO_START, "#/")))
        .into_any()
}
