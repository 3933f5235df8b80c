//! One question of the combined answers, shown large in a meeting: first the question, then the answers, then the
//! choice of the agreed answer.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser::dom;
use crate::browser::keyboard::KeyPress;
use crate::components::{
    ButtonLink, Disclosure, KeyList, LiveText, PageHeading, SaveIndicator, SaveNotices, TextArea, UnknownPage,
    UserText, lang_of,
};
use crate::pages::respondents::answers::{AnswerBars, AnswersByPerson, by_role_and_by_name};
use crate::pages::respondents::combined::cohort;
use crate::route::Route;
use crate::state::{Navigation, OpenAssessment};
use mlops_core::history::combined::people;
use mlops_core::history::respondents::{AgreedAnswer, Cohort};
use mlops_core::model::CapabilityIx;
use mlops_core::model::answer::Answer;
use mlops_core::words::{self, questions, respondents as say};

/// The id of the note on an agreed answer.
const NOTE: &str = "why";
/// The id of the answers.
const ANSWERS: &str = "said";

/// The number of a question in the meeting, and the questions before and after it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Position {
    /// Whether it is open to discussion, or was before people agreed on an answer.
    is_difference: bool,
    number: usize,
    of: usize,
    previous: Option<Route>,
    next: Option<Route>,
    overview: Route,
}

impl Position {
    /// Questions that are open to discussion come first, the widest spread first; then all others.
    fn of(cohort: &Cohort, id: &str, at: CapabilityIx) -> Option<Self> {
        let model = cohort.model();
        let mut order: Vec<CapabilityIx> = cohort.to_discuss().iter().map(|one| one.capability).collect();
        let to_discuss = order.len();
        let rest: Vec<_> = cohort.question_set().capabilities(model).filter(|at| !order.contains(at)).collect();
        order.extend(rest);
        let place = order.iter().position(|&one| one == at)?;
        let route =
            |at: &CapabilityIx| Route::Discuss { id: id.to_owned(), capability: model.capability(*at).id.clone() };
        let is_difference = place < to_discuss;
        let before = if is_difference { 0 } else { to_discuss };
        Some(Self {
            is_difference,
            number: place + 1 - before,
            of: if is_difference { to_discuss } else { order.len() - to_discuss },
            previous: place.checked_sub(1).and_then(|previous| order.get(previous)).map(route),
            next: order.get(place + 1).map(route),
            overview: Route::CombinedAnswers { id: id.to_owned() },
        })
    }
}

/// The page of one question.
#[component]
pub fn DiscussPage(
    #[prop(into)] id: String,
    /// The id of the question's capability.
    #[prop(into)]
    capability: String,
) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let found = assessment.model().find_capability(&capability).and_then(|at| {
        let cohort = untrack(|| cohort(assessment))?;
        let position = Position::of(&cohort, &id, at)?;
        Some(view! { <Question cohort at position/> })
    });
    match found {
        Some(question) => question.into_any(),
        None => view! { <UnknownPage fragment=Route::Discuss { id, capability }.to_string()/> }.into_any(),
    }
}

#[component]
fn Question(cohort: Cohort<'static>, at: CapabilityIx, position: Position) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let navigation = expect_context::<Navigation>();
    let model = assessment.model();
    let capability = model.capability(at);
    let agreement = cohort.agreement(at);
    let is_shown = RwSignal::new(false);
    let agreed = Memo::new(move |_| self::cohort(assessment).and_then(|cohort| cohort.agreed(at).cloned()));
    let area = model.area(capability.area).title.clone();
    let place = format!("{}, {area}", say::place(position.is_difference, position.number, position.of));
    let show = move || if is_shown.get() { say::HIDE } else { say::SHOW }.to_owned();
    let link = |text: &'static str, route: Option<&Route>| {
        route.map(|route| view! { <ButtonLink href=route.href()>{text}</ButtonLink> })
    };
    let previous = link(say::BEFORE, position.previous.as_ref());
    let next = link(say::NEXT, position.next.as_ref());
    let overview = position.overview.href();
    view! {
        <div class="talk" tabindex="-1" on:keydown=keys(assessment, navigation, at, position, is_shown, agreed)>
            <p class="quiet talk-place">
                {place}
                <SaveIndicator/>
            </p>
            <SaveNotices/>
            <PageHeading lang=lang_of(model)>{capability.question.as_str()}</PageHeading>
            <p class="quiet" lang=lang_of(model)>{questions::help(capability)}</p>
            <p>{say::answered(&agreement)}</p>
            <div class="actions">
                <button
                    type="button"
                    class="is-primary"
                    aria-expanded=move || is_shown.get().to_string()
                    aria-controls=ANSWERS
                    on:click=move |_| is_shown.update(|shown| *shown = !*shown)
                >
                    <LiveText text=Signal::derive(show)/>
                </button>
            </div>
            <div class="talk-said" id=ANSWERS hidden=move || !is_shown.get()>
                <PeopleAnswers cohort at/>
                <Agree at agreed/>
            </div>
            <div class="actions is-end">
                {previous}
                <ButtonLink href=overview>{say::OVERVIEW}</ButtonLink>
                {next}
            </div>
            <Disclosure class="keys" summary=|| questions::KEYS>
                <KeyList keys=&say::KEYS_DO/>
            </Disclosure>
        </div>
    }
}

/// The answers of roles and named people, and the notes.
#[component]
fn PeopleAnswers(cohort: Cohort<'static>, at: CapabilityIx) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let agreement = cohort.agreement(at);
    let combined = say::together(&agreement);
    let [roles, named] = by_role_and_by_name(&cohort, at);
    let everybody =
        assessment.current.with_untracked(|open| open.as_ref().map(|own| people(assessment.model(), own).0));
    let notes: Vec<(String, String)> = everybody
        .into_iter()
        .flatten()
        .filter_map(|person| {
            let note = person.notes.into_iter().find(|note| note.capability == at && !note.note.is_empty())?;
            Some((person.respondent.name, note.note))
        })
        .collect();
    view! {
        <AnswerBars agreement/>
        <p>{combined}</p>
        <div class="by-whom">
            <AnswersByPerson roles people=named/>
            <Notes notes/>
        </div>
    }
}

#[component]
fn Notes(
    /// The notes, each with the name of the person, which may be empty.
    notes: Vec<(String, String)>,
) -> impl IntoView {
    let is_empty = notes.is_empty();
    let items = notes.into_iter().map(|(name, note)| {
        let name = (!name.is_empty()).then(|| {
            view! {
                <strong class="is-names">
                    <UserText text=name/>
                    ": "
                </strong>
            }
        });
        view! {
            <li>
                {name}
                <UserText text=note/>
            </li>
        }
    });
    let items = items.collect_view();
    (!is_empty).then(|| {
        view! {
            <div>
                <p class="sub">{say::NOTES}</p>
                <ul class="plain">{items}</ul>
            </div>
        }
    })
}

/// The answers to choose the agreed one from, and the note on it.
#[component]
fn Agree(at: CapabilityIx, agreed: Memo<Option<AgreedAnswer>>) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let choice = |answer: Answer| {
        let is_agreed = move || agreed.with(|agreed| agreed.as_ref().is_some_and(|one| one.answer == answer));
        view! {
            <button
                type="button"
                aria-pressed=move || is_agreed().to_string()
                on:click=move |_| agree_on(assessment, at, answer, agreed)
            >
                {words::answer(answer)}
            </button>
        }
    };
    let choices = Answer::ALL.into_iter().map(choice).collect_view();
    let says = move || agreed.with(|agreed| agreed.as_ref().map(|one| say::agreed(one.answer)).unwrap_or_default());
    let is_agreed = Memo::new(move |_| agreed.with(Option::is_some));
    view! {
        <div class="agree" role="group" aria-label=say::AGREE>
            <p class="sub">{say::AGREE}</p>
            <div class="actions">{choices}</div>
            <p role="status">
                <LiveText text=Signal::derive(says)/>
            </p>
            <Show when=move || is_agreed.get()>
                <AgreedNote at agreed/>
            </Show>
        </div>
    }
}

/// The note on the agreed answer, and the button that removes that answer.
#[component]
fn AgreedNote(at: CapabilityIx, agreed: Memo<Option<AgreedAnswer>>) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let note = move || agreed.with(|agreed| agreed.as_ref().map(|one| one.note.clone()).unwrap_or_default());
    let write = move |typed: String| {
        if let Some(answer) = agreed.with_untracked(|agreed| agreed.as_ref().map(|one| one.answer)) {
            assessment.agree_on(at, answer, &typed);
        }
    };
    let take_back = move |_| {
        assessment.reopen(at);
        dom::focus_first_heading();
    };
    // Keys typed here are text, not shortcuts; only Esc leads back to the question.
    let keydown = |event: KeyboardEvent| {
        event.stop_propagation();
        if KeyPress::of(&event).is_some_and(|press| press.key == "Escape") {
            dom::focus_first_heading();
        }
    };
    view! {
        <div on:keydown=keydown>
            <TextArea id=NOTE value=Signal::derive(note) on_input=write>{say::WHY}</TextArea>
        </div>
        <button type="button" class="is-plain" on:click=take_back>{say::REOPEN}</button>
    }
}

/// Stores an agreed answer, and keeps its note.
fn agree_on(assessment: OpenAssessment, at: CapabilityIx, answer: Answer, agreed: Memo<Option<AgreedAnswer>>) {
    let note = agreed.with_untracked(|agreed| agreed.as_ref().map(|one| one.note.clone()).unwrap_or_default());
    assessment.agree_on(at, answer, &note);
}

fn keys(
    assessment: OpenAssessment,
    navigation: Navigation,
    at: CapabilityIx,
    position: Position,
    is_shown: RwSignal<bool>,
    agreed: Memo<Option<AgreedAnswer>>,
) -> impl Fn(KeyboardEvent) + 'static {
    let go = move |route: &Option<Route>| route.iter().for_each(|route| navigation.navigate(route));
    move |event| {
        let Some(press) = KeyPress::of(&event).filter(|press| !press.is_command) else { return };
        let answer = press.key.parse::<usize>().ok().and_then(|number| Answer::ALL.get(number.checked_sub(1)?));
        match (press.key.as_str(), answer) {
            ("ArrowRight", _) => go(&position.next),
            ("ArrowLeft", _) => go(&position.previous),
            // Shortcuts act once while a key is held.
            ("s" | "n" | "Escape", _) | (_, Some(_)) if press.is_repeat => {}
            ("s", _) => is_shown.update(|shown| *shown = !*shown),
            ("n", _) if is_shown.get_untracked() => dom::focus(NOTE),
            ("Escape", _) => navigation.navigate(&position.overview),
            (_, Some(&answer)) if is_shown.get_untracked() => agree_on(assessment, at, answer, agreed),
            _ => return,
        }
        event.prevent_default();
    }
}
