//! Handing a result on: as a link, as an invitation, for a wiki page. Title and notes travel only when asked to.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::browser::{address, clipboard, clock, page, share};
use crate::route::Route;
use crate::state::{Session, now};
use crate::ui::control::{actions, button, link};
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el, nothing, reactive, svg};
use mlops_core::assessment::Assessment;
use mlops_core::link::{Including, Kind, LinkError, Shared, encode};
use mlops_core::model::Model;
use mlops_core::report::result::result_document;
use mlops_core::report::{Subject, html, markdown};
use mlops_core::words;

/// The field that holds the link.
const FIELD: &str = "share-link";

/// What is shared of an assessment.
#[derive(Clone, Copy)]
struct Choice {
    title: RwSignal<bool>,
    notes: RwSignal<bool>,
    said: RwSignal<String>,
}

/// The address of a result.
///
/// # Errors
///
/// It would be too long.
pub fn result_address(model: &Model, assessment: &Assessment, title: bool, notes: bool) -> Result<String, LinkError> {
    let shared = Shared::of(model, assessment, now().day(), &Including { title, notes, ..Including::default() });
    let payload = encode(model, Kind::Result, &shared)?;
    Ok(Route::Shared { payload }.address(&address::page(), &address::query()))
}

fn invite_address(model: &Model, assessment: &Assessment) -> Result<String, LinkError> {
    let shared = Shared::invitation(model, assessment, now().day(), invitation_number(), &Including::default());
    let payload = encode(model, Kind::Invite, &shared)?;
    Ok(Route::Invite { payload }.address(&address::page(), &address::query()))
}

/// A number that nobody has used before, as far as chance goes: the first digits of a random id.
fn invitation_number() -> u32 {
    clock::random_id().get(..8).and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or_default()
}

/// Calls `look` with the open assessment as a subject that carries its link.
pub fn with_linked<T>(session: Session, title: bool, notes: bool, look: impl FnOnce(&Subject) -> T) -> Option<T> {
    session.with_subject(|subject| {
        let address = subject.assessment.and_then(|own| result_address(session.model, own, title, notes).ok());
        look(&Subject { link: address.as_deref(), ..*subject })
    })
}

/// The section on the result page.
#[must_use]
pub fn share_section(session: Session) -> Element {
    let choice =
        Choice { title: RwSignal::new(false), notes: RwSignal::new(false), said: RwSignal::new(String::new()) };
    let current = move || {
        let link = session.current.with(|open| {
            open.as_ref().map(|own| result_address(session.model, own, choice.title.get(), choice.notes.get()))
        });
        link.unwrap_or(Err(LinkError::Empty))
    };
    let trouble = reactive(move || match current() {
        Ok(_) => nothing(),
        Err(error) => {
            el("p").class("notice is-warning").attr("role", "alert").child(words::link::trouble(error)).into_any()
        }
    });
    let field = el("label").class("field").child(el("span").child("Link to this result")).child(
        el("input")
            .id(FIELD)
            .attr("type", "text")
            .attr("readonly", "")
            .attr("spellcheck", "false")
            .value(move || current().unwrap_or_default()),
    );
    el("section")
        .class("share")
        .attr("aria-labelledby", "share")
        .child(el("h2").id("share").child("Share"))
        .child(el("p").live_text(move || {
            session
                .current
                .with(|open| {
                    let including =
                        Including { title: choice.title.get(), notes: choice.notes.get(), ..Including::default() };
                    let assessment = open.as_ref()?;
                    Some(words::link::contains(&Shared::of(session.model, assessment, now().day(), &including)))
                })
                .unwrap_or_default()
        }))
        .child(tick("Put the team's name in", choice.title))
        .child(tick("Put notes and evidence links in", choice.notes))
        .child(field)
        .child(trouble)
        .child(buttons(session, choice))
        .child(el("p").attr("role", "status").live_text(move || choice.said.get()))
        .child(el("p").child(link("Put the questions into your wiki", Route::Embed.href())))
        .child(disclosure(
            "more",
            "As a QR code",
            reactive(move || current().ok().map_or_else(nothing, |address| qr(&address))),
        ))
}

fn tick(says: &'static str, state: RwSignal<bool>) -> Element {
    let input = el("input")
        .attr("type", "checkbox")
        .checked(move || state.get())
        .on("change", move |event| state.set(crate::browser::event::is_checked(&event)));
    el("label").class("choice").child(input).child(el("span").class("choice-text").child(says))
}

fn buttons(session: Session, choice: Choice) -> Element {
    let address = move || {
        untrack(|| {
            session.current.with(|open| {
                let own = open.as_ref()?;
                result_address(session.model, own, choice.title.get(), choice.notes.get()).ok()
            })
        })
    };
    let copy_link = move || copy(choice, "The link is copied.", address());
    let copy_invite = move || {
        let invite = untrack(|| {
            session.current.with(|open| open.as_ref().and_then(|own| invite_address(session.model, own).ok()))
        });
        copy(choice, "The invitation is copied: it holds the questions and the team's name, and no answers.", invite);
    };
    let written = move || {
        untrack(|| {
            with_linked(session, choice.title.get(), choice.notes.get(), |subject| {
                let document = result_document(subject, choice.notes.get());
                (html::write(&document), markdown::write(&document))
            })
        })
    };
    let copy_rich = move || {
        let Some((html, markdown)) = written() else { return };
        leptos::task::spawn_local(async move {
            let done = clipboard::copy_rich(&html, &markdown).await.is_ok();
            choice.said.set(said(done, "The result is copied: paste it into the wiki page."));
        });
    };
    let copy_markdown =
        move || copy(choice, "The result is copied as Markdown.", written().map(|(_, markdown)| markdown));
    let hand_on = move || {
        let Some(address) = address() else { return };
        leptos::task::spawn_local(async move {
            share::share("MLOps maturity", "", &address).await.ok();
        });
    };
    actions()
        .child(button("Copy the link", copy_link).class("is-primary"))
        .child(share::can_share().then(|| button("Share\u{2026}", hand_on)))
        .child(button("Copy an invitation", copy_invite))
        .child(button("Copy for a wiki", copy_rich))
        .child(button("Copy as Markdown", copy_markdown))
}

fn said(done: bool, words: &str) -> String {
    if done {
        words.to_owned()
    } else {
        "The browser does not let this page copy. The link is selected: copy it with Ctrl+C or \u{2318}C.".to_owned()
    }
}

fn copy(choice: Choice, words: &'static str, text: Option<String>) {
    let Some(text) = text else { return };
    leptos::task::spawn_local(async move {
        let done = clipboard::copy_text(&text).await.is_ok();
        if !done {
            page::select(FIELD);
        }
        choice.said.set(said(done, words));
    });
}

/// Empty modules around a code, as its standard asks.
const QUIET: i32 = 4;

/// A link as a picture for a phone's camera: always dark on light, in every theme.
fn qr(link: &str) -> AnyView {
    let Ok(code) = QrCode::encode_text(link, QrCodeEcc::Low) else {
        return el("p").child("The link is too long for a QR code.").into_any();
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
        .attr("aria-label", "QR code of the link to this result")
        .child(svg("rect").class("qr-ground").attr("width", size.to_string()).attr("height", size.to_string()))
        .child(svg("path").class("qr-ink").attr("d", path));
    el("div").class("qr").child(picture).into_any()
}
