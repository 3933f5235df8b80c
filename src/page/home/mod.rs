//! The start page: for somebody new what this is and a way to begin, for those who come back their work first.

pub mod entry_menu;
pub mod opening;
pub mod unlisted;

use leptos::prelude::*;

use crate::browser::upload;
use crate::page::home::opening::{begin, home_opening};
use crate::page::missing::{main_heading, once_here};
use crate::page::profile::small_profile;
use crate::page::saving::saving_trouble;
use crate::route::Route;
use crate::state::late_part::{LatePart, Later};
use crate::state::library::StoredEntry;
use crate::state::{Session, local_day};
use crate::ui::control::{actions, button, button_link, labelled, link};
use crate::ui::disclosure::opens_to;
use crate::ui::element::{Element, el, group, nothing, reactive, theirs};
use mlops_core::assessment::Assessment;
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::{Share, profile_of};
use mlops_core::words;
use mlops_core::words::{files, pages, start as say};

/// The start page.
#[must_use]
pub fn home_page(session: Session) -> AnyView {
    // Only this is followed here: a form that is being filled in stays while the list changes.
    let is_known = Memo::new(move |_| session.saved_list.with(|saved| saved.newest().is_some()));
    group()
        .child(reactive(move || if is_known.get() { returning(session) } else { home_opening(session) }))
        .child(saving_trouble(session))
        .child(reactive(move || {
            if let LatePart::Loaded(later) = session.late_part.get() { (later.unlisted)(session) } else { nothing() }
        }))
        .child(open_file(session))
        .child(el("p").child(link(say::GATHER, Route::Gather.href())))
        .child(el("p").child(link(words::teams::LINK, Route::Teams.href())))
        .child(el("p").child(link(pages::EMBED, Route::Embed.href())))
        .into_any()
}

/// For those who come back.
fn returning(session: Session) -> AnyView {
    group()
        .child(main_heading(say::YOURS))
        .child(saved(session))
        .child(el("h2").child(say::START_ANOTHER))
        .child(begin(session).class("begin"))
        .into_any()
}

/// The field that takes files.
pub const FILE: &str = "file";

/// The way in for files. It stands here from the beginning, because a browser lets nobody but the person open its dialog;
/// what reads them is fetched once there is something to read.
fn open_file(session: Session) -> Element {
    let input = el("input")
        .id(FILE)
        .attr("type", "file")
        .flag("multiple", true)
        .attr("accept", ".json,application/json")
        .on("change", move |event| session.import(upload::picked(&event)));
    el("section")
        .child(el("h2").child(files::OPEN))
        .child(el("p").class("quiet").child(files::TAKES))
        .child(labelled(files::FIELD, input))
}

fn saved(session: Session) -> AnyView {
    reactive(move || {
        let saved_list = session.saved_list.with(|saved_list| saved_list.entries.clone());
        let mut list: Vec<Element> = Vec::new();
        for (_, held) in saved_list {
            match held {
                StoredEntry::Readable(assessment) if session.is_asked_here(&assessment) => {
                    list.push(entry(session, *assessment, list.is_empty()));
                }
                _ => {}
            }
        }
        el("div").child(el("ul").class("entries").child(list)).child(more(session)).into_any()
    })
}

/// A way to the rest of a long list.
fn more(session: Session) -> Option<Element> {
    let more = session.saved_list.with(|saved_list| saved_list.more);
    (more > 0).then(|| actions().child(button(words::saving::show_more(more), move || session.list_more())))
}

/// One of them; the newest one's button is the one that most people come for.
fn entry(session: Session, assessment: Assessment, is_newest: bool) -> Element {
    let model = session.model;
    let questionnaire = assessment.questionnaire(model);
    let answers = assessment.answers(model);
    let case = Case::new(model, &questionnaire, &answers);
    let profile = profile_of(case);
    let small: Vec<AnyView> = profile.tracks.iter().map(|track| small_profile(case, track)).collect();
    let total = questionnaire.capabilities(model).count();
    let answered =
        questionnaire.capabilities(model).filter(|&at| assessment.is_answered(&model.capability(at).id)).count();
    let changed = local_day(assessment.updated);
    let about = say::entry(questionnaire.scope, Share { part: answered, of: total }, changed);
    let id = assessment.id.clone();
    let title = words::title(&assessment.title).to_owned();
    let open = Route::Questions { id: id.clone(), area: None }.href();
    let result = Route::Result { id: id.clone() }.href();
    let labelled = |verb: &str, element: Element| element.attr("aria-label", format!("{verb} {title}"));
    let verb = if answered == total { say::REVIEW } else { say::CONTINUE };
    let go_on = button_link(verb, open.clone());
    let go_on = if is_newest { go_on.class("button is-primary") } else { go_on };
    let menu = move || {
        let draw = |later: Later| (later.entry_menu)(session, &assessment);
        once_here(session, draw)
    };
    let more = group().child(say::MORE).child(el("span").class("sr-only").child(say::of_entry(&title)));
    let buttons = actions()
        .child(labelled(verb, go_on))
        .child(labelled(say::RESULT_OF, button_link(pages::RESULT, result)))
        .child(opens_to(more, RwSignal::new(false), menu).class("menu"));
    el("li")
        .class("entry")
        .child(el("h2").child(link(theirs(title.clone()), open)))
        .child(el("p").class("quiet").child(about))
        .child(el("div").class("levels").child(small))
        .child(buttons)
}
