//! The questions of one area, with the progress and the profile beside them.

pub mod question;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{address, event, page};
use crate::page::missing::main_heading;
use crate::page::profile::small_profile;
use crate::page::questions::question::{Neighbours, focus_question, question_card, what_keys_do};
use crate::page::saving::{saving_trouble, saving_word};
use crate::page::scope_picker::{Choosing, asking};
use crate::route::Route;
use crate::state::Session;
use crate::ui::control::{actions, button, button_link, field, link};
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el, group, reactive};
use mlops_core::assessment::clean_title;
use mlops_core::model::{AreaIx, CapabilityIx};
use mlops_core::scoring::profile::Share;
use mlops_core::words;

/// The area that is shown; follows changes of what is asked.
type Shown = Arc<dyn Fn() -> Option<AreaIx> + Send + Sync>;

/// The page of one area, or of the one to continue with.
#[must_use]
pub fn questions_page(session: Session, id: &str, area: Option<&str>) -> AnyView {
    let model = session.model;
    let id = id.to_owned();
    let wanted = area.map(str::to_owned);
    let wanted = wanted.as_deref().and_then(|id| model.find_area(id));
    // Looked up again when the questions change: an area may have none in the other scope.
    let area = move || {
        let areas = session.questionnaire.with(|asked| asked.areas(model));
        wanted.filter(|area| areas.contains(area)).or_else(|| untrack(|| session.area_to_continue()))
    };
    let area: Shown = Arc::new(area);
    let aside = aside(session, &id, Arc::clone(&area));
    let title = move || {
        session.current.with(|open| open.as_ref().map(|one| words::title(&one.title).to_owned()).unwrap_or_default())
    };
    let questions = reactive(move || match area() {
        Some(area) => area_questions(session, &id, area),
        None => main_heading("Nothing is asked in this scope").into_any(),
    });
    group()
        .child(el("div").class("bar").child(el("p").class("bar-title").child(el("bdi").live_text(title))).child(saving_word(session)))
        .child(saving_trouble(session))
        .child(
            el("div").class("with-aside").child(el("div").class("questions").child(questions)).child(
                el("aside")
                    .class("aside")
                    .attr("aria-label", "Progress and profile")
                    .child(profile_so_far(session))
                    .child(el("div").class("beside").child(aside)),
            ),
        )
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
    let cards: Vec<Element> =
        asked.iter().enumerate().map(|(position, &one)| question_card(session, one, neighbours(position))).collect();
    let first = asked.first().copied();
    let to_first = move |event: leptos::ev::Event| {
        let is_down = event::press(&event).is_some_and(|press| press.key == "ArrowDown" && !press.is_command);
        if let (true, Some(first)) = (is_down, first) {
            event.prevent_default();
            focus_question(session, first);
        }
    };
    let areas = session.questionnaire.with(|asked| asked.areas(model));
    let position = areas.iter().position(|&one| one == at).unwrap_or(0);
    let to = |verb: &str, to: AreaIx| {
        let href = Route::Questions { id: id.to_owned(), area: Some(model.area(to).id.clone()) }.href();
        link(format!("{verb} {}", words::inside(&model.area(to).title)), href)
    };
    let before = position.checked_sub(1).and_then(|before| areas.get(before));
    let before = before.map(|&before| to("Back to", before).class("button"));
    let after = match areas.get(position + 1) {
        Some(&after) => to("Next:", after),
        None => link("See the result", Route::Result { id: id.to_owned() }.href()),
    };
    group()
        .child(main_heading(area.title.as_str()).lang(model.language()).on("keydown", to_first))
        .child(el("p").class("lead").lang(model.language()).child(area.why.as_str()))
        .child(cards)
        .child(el("p").class("actions is-end").child(before).child(after.class("button is-primary")))
        .into_any()
}

/// The next question without an answer from this area on, going round once.
fn next_open(session: Session, from: Option<AreaIx>) -> Option<CapabilityIx> {
    session.with_case(|case, _| {
        let asked: Vec<CapabilityIx> = case.questionnaire.capabilities(case.model).collect();
        let start = asked.iter().position(|&at| Some(case.model.capability(at).area) == from).unwrap_or(0);
        let (before, after) = asked.split_at(start);
        after.iter().chain(before).copied().find(|&at| case.answer(at).is_none())
    })
}

/// What stands beside the questions. Only what changes is drawn anew: a control that is in use stays where it is.
fn aside(session: Session, id: &str, area: Shown) -> AnyView {
    let (shown, next_from) = (Arc::clone(&area), Arc::clone(&area));
    let model = session.model;
    let result = Route::Result { id: id.to_owned() }.href();
    let for_links = id.to_owned();
    let areas = reactive(move || {
        let areas = session.questionnaire.with(|asked| asked.areas(model));
        let items: Vec<Element> = areas.iter().map(|&one| area_link(session, &for_links, one, shown())).collect();
        el("ul").class("areas").child(items).into_any()
    });
    let id = id.to_owned();
    let to_next = move || {
        let area = untrack(|| area());
        let Some(next) = untrack(|| next_open(session, area)) else { return };
        let to = model.capability(next).area;
        if Some(to) == area {
            focus_question(session, next);
        } else {
            // The other area is drawn first and its heading takes the focus; then the question takes it.
            address::go(&Route::Questions { id: id.clone(), area: Some(model.area(to).id.clone()) }.to_string());
            page::later(move || focus_question(session, next));
        }
    };
    group()
        .child(el("nav").attr("aria-label", "Areas").child(areas))
        .child(el("p").class("progress-text").live_text(move || whole_progress(session)))
        .child(
            actions()
                .child(
                    button("Next unanswered", to_next)
                        .live_flag("disabled", move || next_open(session, next_from()).is_none()),
                )
                .child(button_link("Result", result)),
        )
        .child(what_keys_do())
        .child(change_asking(session))
        .into_any()
}

/// The profile as it stands: beside the questions where there is room, at the lower edge of a phone.
fn profile_so_far(session: Session) -> Element {
    let live_profile = reactive(move || {
        session.with_case(|case, profile| {
            let tracks: Vec<AnyView> = profile.tracks.iter().map(|track| small_profile(case, track)).collect();
            group().child(tracks).into_any()
        })
    });
    el("details")
        .class("live")
        .flag("open", page::is_wide())
        .child(el("summary").child("Profile so far"))
        .child(live_profile)
}

fn progress(session: Session, asked: &[CapabilityIx]) -> Share {
    Share { part: asked.iter().filter(|&&at| session.answer_to(at).is_some()).count(), of: asked.len() }
}

fn whole_progress(session: Session) -> String {
    let model = session.model;
    let asked: Vec<CapabilityIx> = session.questionnaire.with(|asked| asked.capabilities(model).collect());
    let share = progress(session, &asked);
    if share.part == share.of {
        return format!("All {} answered", words::count(share.of, "question", "questions"));
    }
    let open = |&&at: &&CapabilityIx| session.answer_to(at).is_none();
    let seconds = asked.iter().filter(open).map(|&at| words::seconds_to_answer(model.capability(at))).sum();
    format!("{} answered, {} left", words::share(share), words::minutes(seconds))
}

fn area_link(session: Session, id: &str, one: AreaIx, shown: Option<AreaIx>) -> Element {
    let area = session.model.area(one);
    let href = Route::Questions { id: id.to_owned(), area: Some(area.id.clone()) }.href();
    let asked = asked_in(session, one);
    let count = asked.len();
    let for_bar = asked.clone();
    let bar = el("progress")
        .attr("max", count.to_string())
        .value(move || progress(session, &for_bar).part.to_string())
        .attr("aria-hidden", "true");
    let number = el("span")
        .class("count")
        .live_text(move || progress(session, &asked).part.to_string())
        .child(el("span").attr("aria-hidden", "true").child("/"))
        .child(el("span").class("sr-only").child(" of "))
        .child(count.to_string());
    let link = el("a").attr("href", href).child(el("span").lang(session.model.language()).child(area.title.as_str())).child(number).child(bar);
    el("li").child(if Some(one) == shown { link.attr("aria-current", "page") } else { link })
}

fn change_asking(session: Session) -> AnyView {
    let choosing = Choosing {
        name: "change-scope",
        chosen: Arc::new(move || session.questionnaire.get()),
        choose: Arc::new(move |changed| session.ask(&changed)),
    };
    let title = move || session.current.with_untracked(|open| open.as_ref().map(|one| one.title.clone()));
    let name = field(
        "Team name",
        "text",
        "120",
        move || title().unwrap_or_default(),
        move |typed| session.change(|assessment| assessment.title = clean_title(&typed)),
    );
    let content = el("div")
        .child(asking(session.model, choosing))
        .child(name)
        .child(el("p").class("quiet").child("No answer is lost by a change: what is not asked any more is kept."));
    disclosure("change-asking", "Change what is asked", content)
}
