//! Handing a result on: as a link and as an invitation. Nothing but answers and day travels unasked.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::browser::{clipboard, page, share};
use crate::page::link_address::{
    NoAddress, copy_elsewhere, invite_address, is_only_here, remember_copy, result_address,
};
use crate::page::saving::offer_file;
use crate::page::whose::Whose;
use crate::route::Route;
use crate::state::{Session, local_day, now};
use crate::ui::control::{actions, button, field, link, tick};
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el, group, nothing, reactive, svg};
use mlops_core::link::{Including, LinkError, Outcomes, Respondent, Shared, about, invitation, outcomes};
use mlops_core::percent::encoded;
use mlops_core::report::Subject;
use mlops_core::words;
use mlops_core::words::respondents as say;

/// The field that holds the link.
const FIELD: &str = "share-link";

/// What is shared of an assessment, and where others find this page.
#[derive(Clone, Copy)]
struct Choice {
    title: RwSignal<bool>,
    about: RwSignal<bool>,
    notes: RwSignal<bool>,
    outcomes: RwSignal<bool>,
    invitation: RwSignal<bool>,
    name: RwSignal<String>,
    role: RwSignal<String>,
    copy: RwSignal<String>,
    said: RwSignal<String>,
}

impl Choice {
    fn new() -> Self {
        let (flag, text) = (|| RwSignal::new(false), || RwSignal::new(String::new()));
        Self {
            title: flag(),
            about: flag(),
            notes: flag(),
            outcomes: flag(),
            // Who answered an invitation is expected to say which one; it can be taken out.
            invitation: RwSignal::new(true),
            name: text(),
            role: text(),
            copy: RwSignal::new(copy_elsewhere()),
            said: text(),
        }
    }

    /// What is asked for; follows changes.
    fn including(self) -> Including {
        Including {
            title: self.title.get(),
            notes: self.notes.get(),
            from: Respondent { name: self.name.get(), role: self.role.get() },
            invitation: self.invitation.get(),
            about: self.about.get(),
            outcomes: self.outcomes.get(),
            ..Including::default()
        }
    }
}

/// Calls `look` with the open assessment as a subject that carries its link.
pub fn with_linked<T>(session: Session, including: &Including, look: impl FnOnce(&Subject) -> T) -> Option<T> {
    linked(session, including, &copy_elsewhere(), look)
}

fn linked<T>(session: Session, including: &Including, copy: &str, look: impl FnOnce(&Subject) -> T) -> Option<T> {
    session.with_subject(|subject| {
        let address = subject.assessment.and_then(|own| result_address(session.model, own, including, copy).ok());
        look(&Subject { link: address.as_deref(), ..*subject })
    })
}

/// The link as text: only on paper, where nothing can be pressed.
pub fn printed_link(whose: &Whose) -> Option<Element> {
    let address = untrack(|| whose.with(|subject| subject.link.map(str::to_owned)));
    Some(el("p").class("printed-link").child(words::result::open_at(&address.flatten()?)))
}

/// The address of the open assessment's result with nothing but answers and day; none where others could not open it.
#[must_use]
pub fn own_address(session: Session) -> Option<String> {
    untrack(|| with_linked(session, &Including::default(), |subject| subject.link.map(str::to_owned)).flatten())
}

/// The section on the result page.
#[must_use]
pub fn share_section(session: Session) -> Element {
    let choice = Choice::new();
    let current = move || current_address(session, choice);
    el("section")
        .class("share")
        .attr("aria-labelledby", "share")
        .child(el("h2").id("share").child(words::result::SHARE))
        .child(el("p").reactive_text(move || contains(session, choice)))
        .child(ticks(session, choice))
        .child(copy_field(choice))
        .child(link_field(session, choice))
        .child(trouble(session, choice))
        .child(buttons(session, choice))
        .child(el("p").attr("role", "status").reactive_text(move || choice.said.get()))
        .child(el("p").child(link(say::GATHER, Route::Gather.href())))
        .child(el("p").child(link(words::link::EMBED, Route::Embed.href())))
        .child(disclosure(
            "more",
            words::link::AS_QR,
            reactive(move || current().ok().map_or_else(nothing, |address| qr(&address))),
        ))
}

fn link_field(session: Session, choice: Choice) -> Element {
    let input = el("input")
        .id(FIELD)
        .attr("type", "text")
        .attr("readonly", "")
        .attr("spellcheck", "false")
        .value(move || current_address(session, choice).unwrap_or_default());
    el("label").class("field").child(el("span").child(words::link::FIELD)).child(input)
}

/// Why there is no link, and what to do instead; nothing where there is one.
fn trouble(session: Session, choice: Choice) -> AnyView {
    reactive(move || match current_address(session, choice) {
        Ok(_) => nothing(),
        Err(why) => {
            let file = move || session.current.with_untracked(|open| open.iter().for_each(offer_file));
            let offer = actions().child(button(words::saving::DOWNLOAD, file));
            let says = el("div").class("notice is-warning").attr("role", "alert");
            says.child(el("p").child(why.words())).child(offer).into_any()
        }
    })
}

/// What the link holds; follows changes.
fn contains(session: Session, choice: Choice) -> String {
    let including = choice.including();
    session.current.with(|open| {
        let shared = open.as_ref().map(|own| Shared::of(session.model, own, local_day(now()), &including));
        shared.as_ref().map(words::link::contains).unwrap_or_default()
    })
}

/// An answer to an invitation, to be sent back: who it is from as far as they say, and the ways it can go.
#[must_use]
pub fn send_part(session: Session) -> Element {
    let choice = Choice::new();
    let current = move || current_address(session, choice);
    let by_mail = move || {
        let link = current().unwrap_or_default();
        format!("mailto:?subject={}&body={}", encoded(say::MAIL_SUBJECT), encoded(&say::mail(&link)))
    };
    let mail = link(say::BY_MAIL, "mailto:").class("button").prop("href", by_mail);
    let text = |label, signal: RwSignal<String>| {
        field(label, "text", "120", move || signal.get(), move |typed| signal.set(typed))
    };
    el("div")
        .class("send")
        .child(text(say::YOUR_NAME, choice.name))
        .child(text(say::YOUR_ROLE, choice.role))
        .child(tick(words::link::WITH_NOTES, choice.notes))
        .child(copy_field(choice))
        .child(link_field(session, choice))
        .child(el("p").class("quiet").reactive_text(move || contains(session, choice)))
        .child(trouble(session, choice))
        .child(
            actions()
                .child(copy_button(session, choice))
                .child(mail.reactive_flag("hidden", move || current().is_err()))
                .child(share_button(session, choice)),
        )
        .child(el("p").attr("role", "status").reactive_text(move || choice.said.get()))
}

fn current_address(session: Session, choice: Choice) -> Result<String, NoAddress> {
    let (including, copy) = (choice.including(), choice.copy.get());
    let address =
        session.current.with(|open| open.as_ref().map(|own| result_address(session.model, own, &including, &copy)));
    address.unwrap_or(Err(NoAddress::Link(LinkError::Empty)))
}

/// What may go into the link: each part that there is something to say in, also once it was typed on this page.
fn ticks(session: Session, choice: Choice) -> AnyView {
    let there = Memo::new(move |_| {
        session.current.with(|open| match open {
            Some(own) => [!about(own).is_empty(), outcomes(own) != Outcomes::default(), invitation(own).is_some()],
            None => [false; 3],
        })
    });
    reactive(move || ticks_for(there.get(), choice))
}

fn ticks_for([has_about, has_outcomes, is_answer]: [bool; 3], choice: Choice) -> AnyView {
    let text = |label, signal: RwSignal<String>| {
        field(label, "text", "120", move || signal.get(), move |typed| signal.set(typed))
    };
    group()
        .child(tick(words::link::WITH_TITLE, choice.title))
        .child(has_about.then(|| tick(words::link::WITH_ABOUT, choice.about)))
        .child(tick(words::link::WITH_NOTES, choice.notes))
        .child(has_outcomes.then(|| tick(words::link::WITH_OUTCOMES, choice.outcomes)))
        .child(is_answer.then(|| tick(words::link::WITH_INVITATION, choice.invitation)))
        .child(is_answer.then(|| text(say::YOUR_NAME, choice.name)))
        .child(is_answer.then(|| text(say::YOUR_ROLE, choice.role)))
        .into_any()
}

/// Where a copy of this page lies that others can open: asked only where this one is a file.
fn copy_field(choice: Choice) -> Option<Element> {
    let typed = move |typed: String| {
        remember_copy(&typed);
        choice.copy.set(typed);
    };
    is_only_here().then(|| field(words::link::COPY_ELSEWHERE, "url", "500", move || choice.copy.get(), typed))
}

fn copy_button(session: Session, choice: Choice) -> Element {
    let copy_link = move || {
        let address = untrack(|| current_address(session, choice).ok());
        copy(choice, words::link::COPIED.to_owned(), address);
    };
    button(words::link::COPY, copy_link).class("is-primary")
}

fn share_button(session: Session, choice: Choice) -> Option<Element> {
    let hand_on = move || {
        let Ok(address) = untrack(|| current_address(session, choice)) else { return };
        leptos::task::spawn_local(async move {
            share::share(words::link::SUBJECT, "", &address).await.ok();
        });
    };
    share::can_share().then(|| button(words::link::SHARE_BY, hand_on))
}

fn buttons(session: Session, choice: Choice) -> Element {
    let copy_invite = move || {
        let invite = untrack(|| {
            let (including, copy) = (choice.including(), choice.copy.get());
            session.current.with(|open| Some(invite_address(session.model, open.as_ref()?, &including, &copy)))
        });
        match invite {
            Some(Ok((shared, address))) => copy(choice, words::link::invite_copied(&shared), Some(address)),
            Some(Err(why)) => choice.said.set(why.words()),
            None => {}
        }
    };
    actions()
        .child(copy_button(session, choice))
        .child(share_button(session, choice))
        .child(button(words::link::COPY_INVITE, copy_invite))
}

fn said(done: bool, words: &str) -> String {
    if done { words.to_owned() } else { words::link::NOT_COPIED.to_owned() }
}

fn copy(choice: Choice, words: String, text: Option<String>) {
    let Some(text) = text else { return };
    leptos::task::spawn_local(async move {
        let done = clipboard::copy_text(&text).await.is_ok();
        if !done {
            page::select(FIELD);
        }
        choice.said.set(said(done, &words));
    });
}

/// Empty modules around a code, as its standard asks.
const QUIET: i32 = 4;

/// A link as a picture for a phone's camera: always dark on light, in every theme.
fn qr(link: &str) -> AnyView {
    let Ok(code) = QrCode::encode_text(link, QrCodeEcc::Low) else {
        return el("p").child(words::link::NO_QR).into_any();
    };
    let size = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|&x| code.get_module(x, y)) {
            path.push_str(&format!("M{},{}h1v1h-1z", x + QUIET, y + QUIET));
        }
    }
    let picture = svg("svg")
        .attr("viewBox", format!("0 0 {size} {size}"))
        .attr("role", "img")
        .attr("aria-label", words::link::QR)
        .child(svg("rect").class("qr-ground").attr("width", size.to_string()).attr("height", size.to_string()))
        .child(svg("path").class("qr-ink").attr("d", path));
    el("div").class("qr").child(picture).into_any()
}
