//! The questions of one area, with the progress and the profile beside them.

mod aside;
pub mod old_evidence;
mod question;
pub mod what_counts;

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;

use crate::browser::dom;
use crate::browser::keyboard::KeyPress;
use crate::components::{ButtonLink, LiveText, PageHeading, SaveNotices, after_saving, lang_of, save_status};
use crate::lazy::{Lazy, LazyView};
use crate::pages::questions::aside::{ASIDE, Aside, AutoAdvance};
use crate::pages::questions::question::QuestionCard;
use crate::route::Route;
use crate::state::{Library, OpenAssessment};
use mlops_core::assessment::Response;
use mlops_core::link::invitation;
use mlops_core::model::answer::Answer;
use mlops_core::model::{AreaIx, CapabilityIx};
use mlops_core::scoring::profile::Fraction;
use mlops_core::words;
use mlops_core::words::{pages, questions as say};

pub use question::{QuestionNavigation, focus_question};

/// The page of an area, or of the first area with an open question.
#[component]
pub fn QuestionsPage(
    id: String,
    /// The area that the address names.
    area: Option<AreaIx>,
) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    // Computed again when the question set changes: an area may have no questions in another set.
    let shown = Memo::new(move |_| {
        let areas = assessment.question_set.with(|asked| asked.areas(assessment.model()));
        area.filter(|area| areas.contains(area)).or_else(|| untrack(|| assessment.first_open_area()))
    });
    // The questions are drawn again when the area asks other questions, not when one is answered.
    let asked = move || shown.get().map(|area| (area, assessment.questions_in(area)));
    let of_area = id.clone();
    let questions = move |(area, asked)| view! { <AreaQuestions id=of_area.clone() area asked/> };
    view! {
        <Bar id=id.clone() shown/>
        <SaveNotices/>
        <div class="with-aside">
            <div class="questions">
                <Show when=move || shown.get().is_none()>
                    <PageHeading>{say::NOTHING_ASKED}</PageHeading>
                </Show>
                <For each=asked key=Clone::clone children=questions/>
            </div>
            <Aside id shown/>
        </div>
    }
}

/// How many of these questions are answered. Follows changes.
fn answered(assessment: OpenAssessment, asked: &[CapabilityIx]) -> Fraction {
    Fraction { part: asked.iter().filter(|&&at| assessment.is_answered(at)).count(), of: asked.len() }
}

fn all_answered(assessment: OpenAssessment) -> Fraction {
    let asked: Vec<CapabilityIx> =
        assessment.question_set.with(|asked| asked.capabilities(assessment.model()).collect());
    answered(assessment, &asked)
}

/// The bar that stays visible: the progress, and a button to the next open question or a link to the result.
#[component]
fn Bar(id: String, shown: Memo<Option<AreaIx>>) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let title = move || assessment.title.with(|title| words::title(title).to_owned());
    let area = move || shown.get().map(|area| assessment.model().area(area).title.clone()).unwrap_or_default();
    let is_done = Memo::new(move |_| shown.get().and_then(|area| assessment.next_open(area, None)).is_none());
    let questions = QuestionNavigation::from_context();
    let to_next_open = move |_| {
        if let Some(area) = shown.get_untracked() {
            questions.go_to_next_open(area);
        }
    };
    let (result, result_says) = result_or_send(assessment, &id);
    let library = expect_context::<Library>();
    let status = after_saving(library, move || say::status(all_answered(assessment), save_status(library)));
    view! {
        <div class="bar is-questions">
            <p class="bar-title">
                <bdi>
                    <LiveText text=Signal::derive(title)/>
                </bdi>
            </p>
            // On a wide screen the areas are beside the questions; on a narrow one this button opens them.
            <button type="button" class="place" id="show-areas" popovertarget=ASIDE>
                <b>
                    <LiveText text=Signal::derive(move || words::fraction(all_answered(assessment)))/>
                </b>
                <span class="place-area">
                    <LiveText text=Signal::derive(area)/>
                </span>
            </button>
            <span class="saving">
                <LiveText text=Signal::derive(move || save_status(library).to_owned())/>
            </span>
            <Show
                when=move || !is_done.get()
                fallback=move || view! { <ButtonLink href=result.clone() primary=true>{result_says}</ButtonLink> }
            >
                <button type="button" class="is-primary" id="next-open" on:click=to_next_open>
                    {say::NEXT_OPEN}
                </button>
            </Show>
            // Announced once per answer, after saving has ended.
            <p class="sr-only" role="status">
                <LiveText text=Signal::derive(status)/>
            </p>
        </div>
    }
}

#[component]
fn AreaQuestions(id: String, area: AreaIx, asked: Vec<CapabilityIx>) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let model = assessment.model();
    let lang = lang_of(model);
    listen_to_keys(area, asked.first().copied());
    let has_old_evidence = assessment.current.with_untracked(|open| {
        open.as_ref().is_some_and(|open| open.responses.iter().any(|(_, said)| said.old_evidence().is_some()))
    });
    let card = |(position, &at): (usize, &CapabilityIx)| {
        let before = position.checked_sub(1).and_then(|before| asked.get(before)).copied();
        view! { <QuestionCard at before after=asked.get(position + 1).copied()/> }
    };
    let cards = asked.iter().enumerate().map(card).collect_view();
    view! {
        <PageHeading lang=lang.clone()>{model.area(area).title.as_str()}</PageHeading>
        <p class="why" lang=lang>
            {model.area(area).why.as_str()}
        </p>
        {has_old_evidence.then(|| view! { <Lazy view=LazyView::OldEvidence(area)/> })}
        {confirm_all(assessment, asked.clone())}
        {skip_area(assessment, area, asked.clone())}
        <AutoAdvance/>
        {cards}
        <MarkedQuestions area/>
        <AreaLinks id area/>
    }
}

/// Until a question has the focus, the keys 1 to 5 answer the question that is marked as next, and the down arrow
/// goes to the first.
fn listen_to_keys(area: AreaIx, first: Option<CapabilityIx>) {
    let assessment = expect_context::<OpenAssessment>();
    let questions = QuestionNavigation::from_context();
    let on_keydown = move |event: KeyboardEvent| {
        let Some(press) = KeyPress::of(&event) else { return };
        if press.is_command || press.is_repeat || !dom::is_heading_or_nothing_focused() {
            return;
        }
        let is_done = match (press.key.as_str(), first) {
            ("ArrowDown", Some(first)) => {
                focus_question(assessment, first);
                true
            }
            (key, _) => {
                untrack(|| assessment.first_open_in(area)).is_some_and(|next| questions.answer_by_key(next, key))
            }
        };
        if is_done {
            event.prevent_default();
        }
    };
    // An effect, because there is no window when the page is prerendered.
    Effect::new(move || {
        let listener = window_event_listener(ev::keydown, on_keydown);
        on_cleanup(move || listener.remove());
    });
}

/// The area of the next open question, compared with the current area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NextOpenArea {
    /// This area or a later one.
    Forward,
    /// An earlier area.
    Back,
    /// There is no open question.
    Done,
}

/// The links at the end: to the area before, and forward. The primary link leads to the next open question in any
/// area, and to the result if there is none.
#[component]
fn AreaLinks(id: String, area: AreaIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let questions = QuestionNavigation::from_context();
    let model = assessment.model();
    let areas = assessment.question_set.with_untracked(|asked| asked.areas(model));
    let position = areas.iter().position(|&one| one == area).unwrap_or(0);
    let of_area = |area: AreaIx| Route::Questions { id: id.clone(), area: Some(model.area(area).id.clone()) }.href();
    let before = position.checked_sub(1).and_then(|before| areas.get(before)).map(|&before| {
        view! { <ButtonLink id="area-before" href=of_area(before)>{say::area_before(&model.area(before).title)}</ButtonLink> }
    });
    let earlier: Vec<AreaIx> = areas[..position].to_vec();
    let ahead = Memo::new(move |_| match assessment.next_open(area, None).map(|next| model.capability(next).area) {
        None => NextOpenArea::Done,
        Some(area) if earlier.contains(&area) => NextOpenArea::Back,
        Some(_) => NextOpenArea::Forward,
    });
    let after = areas.get(position + 1).map(|&after| {
        view! {
            <a
                id="area-after"
                class="button"
                class:is-primary=move || ahead.get() == NextOpenArea::Forward
                href=of_area(after)
            >
                {say::next_area(&model.area(after).title)}
            </a>
        }
    });
    let is_last = after.is_none();
    let (result, result_says) = result_or_send(assessment, &id);
    let to_next_open = move |_| questions.go_to_next_open(area);
    let leads_to_open =
        move || ahead.get() == NextOpenArea::Back || (is_last && ahead.get() == NextOpenArea::Forward);
    view! {
        <p class="actions is-end">
            {before}
            <Show when=leads_to_open>
                <button type="button" class="is-primary" id="end-next-open" on:click=to_next_open>
                    {say::NEXT_OPEN}
                </button>
            </Show>
            {after}
            <Show when=move || is_last || ahead.get() == NextOpenArea::Done>
                <a href=result.clone() class="button" class:is-primary=move || ahead.get() == NextOpenArea::Done>
                    {result_says}
                </a>
            </Show>
        </p>
    }
}

/// The link after the questions: to the result, or for an invited person to the page that sends it.
fn result_or_send(assessment: OpenAssessment, id: &str) -> (String, &'static str) {
    let is_invited =
        assessment.current.with_untracked(|open| open.as_ref().is_some_and(|own| invitation(own).is_some()));
    let id = id.to_owned();
    if is_invited {
        (Route::SendAnswers { id }.href(), pages::SEND_RESULT)
    } else {
        (Route::Result { id }.href(), say::SEE_RESULT)
    }
}

/// Answers a whole area with "Not applicable", for areas that may not apply to a team. Can be undone.
fn skip_area(assessment: OpenAssessment, area: AreaIx, asked: Vec<CapabilityIx>) -> Option<impl IntoView + use<>> {
    let says = assessment.model().area(area).skip_if.as_deref()?;
    let of = Callback::new(move |()| asked.clone());
    let skip = |response: &mut Response| response.say(Some(Answer::NotApplicable));
    Some(view! { <RespondToAll of says offer=say::SKIP done=say::skipped change=skip/> })
}

/// In a new round: confirms all answers of an area that are not confirmed yet. Can be undone.
fn confirm_all(assessment: OpenAssessment, asked: Vec<CapabilityIx>) -> Option<impl IntoView + use<>> {
    let open =
        move || untrack(|| asked.iter().copied().filter(|&at| assessment.is_to_confirm(at)).collect::<Vec<_>>());
    (!open().is_empty()).then(|| {
        let of = Callback::new(move |()| open());
        let confirm = |response: &mut Response| response.later = false;
        view! { <RespondToAll of says=say::FROM_BEFORE offer=say::ALL_STILL_CORRECT done=say::confirmed change=confirm/> }
    })
}

/// A button that changes several responses at once, and restores them when it is pressed again.
#[component]
fn RespondToAll(
    of: Callback<(), Vec<CapabilityIx>>,
    /// When the button applies.
    says: &'static str,
    /// The label of the button.
    offer: &'static str,
    /// A sentence on what was done, for this number of questions.
    done: fn(usize) -> String,
    /// Changes one response.
    change: fn(&mut Response),
) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let before = RwSignal::new(None::<Vec<(CapabilityIx, Response)>>);
    let press = move |_| match before.get_untracked() {
        Some(responses) => {
            before.set(None);
            assessment.respond_all(&responses);
        }
        None => {
            let now: Vec<_> = of.run(()).into_iter().map(|one| (one, untrack(|| assessment.response(one)))).collect();
            let mut changed = now.clone();
            changed.iter_mut().for_each(|(_, response)| change(response));
            before.set(Some(now));
            assessment.respond_all(&changed);
        }
    };
    let says = move || before.with(|before| before.as_ref().map_or(says.to_owned(), |all| done(all.len())));
    let offer = move || before.with(|before| if before.is_some() { pages::UNDO } else { offer }.to_owned());
    view! {
        <p class="skip-area">
            <span role="status">
                <LiveText text=Signal::derive(says)/>
            </span>
            <button type="button" on:click=press>
                <LiveText text=Signal::derive(offer)/>
            </button>
        </p>
    }
}

/// Links to the questions in all areas that are marked to come back to. `area` is the area on the page.
#[component]
fn MarkedQuestions(area: AreaIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let questions = QuestionNavigation::from_context();
    let marked = Memo::new(move |_| {
        let asked: Vec<CapabilityIx> =
            assessment.question_set.with(|asked| asked.capabilities(assessment.model()).collect());
        asked.into_iter().filter(|&at| assessment.is_later(at)).collect::<Vec<_>>()
    });
    let item = move |at: CapabilityIx| {
        view! {
            <li>
                <button type="button" class="in-text" on:click=move |_| questions.go_to(area, at)>
                    {assessment.model().capability(at).question.as_str()}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || marked.with(|marked| !marked.is_empty())>
            <section class="come-back" aria-labelledby="come-back">
                <h2 id="come-back">{say::TO_COME_BACK_TO}</h2>
                <ul>
                    <For each=move || marked.get() key=|at| *at children=item/>
                </ul>
            </section>
        </Show>
    }
}
