//! An answer to an invitation goes back to whoever sent it.

use leptos::prelude::*;

use crate::page::missing::{absent_assessment, main_heading};
use crate::page::saving::{saving_status, saving_trouble};
use crate::page::share::send_part;
use crate::route::Route;
use crate::state::Session;
use crate::ui::control::{actions, button_link, link};
use crate::ui::element::{el, group};
use mlops_core::words::{pages, questions, respondents as say};

/// The page.
#[must_use]
pub fn send_page(session: Session, id: &str) -> AnyView {
    if session.current.with_untracked(Option::is_none) {
        return absent_assessment(session, id);
    }
    let open = untrack(|| {
        session
            .questionnaire
            .with(|asked| asked.capabilities(session.model).filter(|&at| !session.is_answered(at)).count())
    });
    let questions = Route::Questions { id: id.to_owned(), area: None }.href();
    let bar = el("div")
        .class("bar")
        .child(el("p").class("bar-title").child(link(questions::BACK, questions)))
        .child(saving_status(session));
    group()
        .child(bar)
        .child(saving_trouble(session))
        .child(main_heading(pages::SEND_RESULT))
        .child(el("p").class("lead").child(say::ABOUT_SEND))
        .child((open > 0).then(|| el("p").class("notice").child(say::still_open(open))))
        .child(send_part(session))
        .child(actions().child(button_link(say::SEE_OWN, Route::Result { id: id.to_owned() }.href())))
        .into_any()
}
