//! The page for several people's answers: it invites, shows who has replied, and combines.

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::{LiveText, PageHeading, SaveNotices, TextField, UserText, set_text};
use crate::pages::respondents::import::{ImportAnswers, ImportErrors, ReadAnswers};
use crate::pages::respondents::invite::{CombinedHere, Invite};
use crate::route::Route;
use crate::state::{Library, Navigation, OpenAssessment, local_day, now};
use mlops_core::assessment::Assessment;
use mlops_core::history::combined::{FoundPeople, Person, invitations, is_combined, repeated_names, title};
use mlops_core::history::respondents::{LEAST, MOST};
use mlops_core::link::invitation_number;
use mlops_core::words::{self, respondents as say};

/// The id of the heading above the found people.
const FOUND: &str = "found-people";

/// Collects answers and combines them.
#[component]
pub fn CombinePage() -> impl IntoView {
    let library = expect_context::<Library>();
    let saved: Vec<Assessment> = library.all().into_iter().filter(|own| !is_combined(own)).collect();
    let saved = StoredValue::new(saved);
    let found = RwSignal::new(FoundPeople::default());
    let errors = RwSignal::new(Vec::new());
    let name = RwSignal::new(String::new());
    let has_people = Memo::new(move |_| found.with(|found| !found.people.is_empty()));
    let add = move |answers: ReadAnswers| {
        // Counts only repetitions within this import, because a corrected text is pasted again as a whole.
        let same = answers.found.same;
        found.update(|found| {
            found.join(answers.found);
            found.same = same;
        });
        errors.set(answers.faults);
        if name.with_untracked(String::is_empty) {
            name.set(found.with_untracked(|found| title(&found.people)));
        }
        dom::focus_next_frame(FOUND);
    };
    view! {
        <SaveNotices/>
        <PageHeading>{words::pages::COMBINE}</PageHeading>
        <p class="lead">{say::ABOUT_GATHER}</p>
        <div class="columns">
            <Invite saved/>
            <section aria-labelledby="replies">
                <h2 id="replies">{say::REPLIES}</h2>
                <ImportAnswers on_read=add/>
                <ImportErrors errors/>
            </section>
        </div>
        <Show when=move || has_people.get()>
            <FoundList found name saved/>
        </Show>
        <CombinedHere/>
    }
}

/// The people whose answers were found, and the button that combines the answers.
#[component]
fn FoundList(
    found: RwSignal<FoundPeople>,
    name: RwSignal<String>,
    /// The saved assessments with invitations that people may have answered.
    saved: StoredValue<Vec<Assessment>>,
) -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let navigation = expect_context::<Navigation>();
    let error = RwSignal::new(String::new());
    let combine = move |_| {
        let people = found.with_untracked(|found| found.people.clone());
        let typed = name.get_untracked();
        let title = if typed.trim().is_empty() { say::title(people.len(), local_day(now())) } else { typed };
        match assessment.combine(&people, &title) {
            Ok(id) => navigation.navigate(&Route::CombinedAnswers { id }),
            Err(why) => error.set(words::respondents::cohort_error_text(why)),
        }
    };
    let summary = move || found.with(|found| say::found(found, invitations(&found.people)));
    // The people who answered an invitation of this browser, by invitation.
    let replied = move || {
        let replies = |own: &Assessment| {
            let number = Some(invitation_number(own));
            found.with(|found| found.people.iter().filter(|one| one.respondent.invitation == number).count())
        };
        let says = |own: &Assessment| say::replied(replies(own), words::title(&own.title));
        saved.with_value(|saved| saved.iter().filter(|own| replies(own) > 0).map(says).collect::<Vec<_>>().join(" "))
    };
    let same_name =
        move || found.with(|found| say::repeated_names(&repeated_names(&found.people)).unwrap_or_default());
    let has_wrong_number = move || found.with(|found| !(LEAST..=MOST).contains(&found.people.len()));
    let people = move || found.with(|found| found.people.clone());
    view! {
        <section aria-labelledby=FOUND>
            <h2 id=FOUND tabindex="-1">{say::PEOPLE}</h2>
            <p role="status">
                <LiveText text=Signal::derive(summary)/>
                " "
                <LiveText text=Signal::derive(replied)/>
            </p>
            <ul class="people-list">
                <For each=people key=|person| person.payload.clone() let:person>
                    <FoundPerson person found/>
                </For>
            </ul>
            <p role="status">
                <LiveText text=Signal::derive(same_name)/>
            </p>
            <TextField value=name on_input=set_text(name)>{say::TITLE}</TextField>
            <div class="actions">
                <button type="button" class="is-primary" disabled=has_wrong_number on:click=combine>
                    {say::PUT_TOGETHER}
                </button>
            </div>
            <p role="alert">
                <LiveText text=error/>
            </p>
        </section>
    }
}

#[component]
fn FoundPerson(person: Person, found: RwSignal<FoundPeople>) -> impl IntoView {
    let name = say::person(&person);
    let leave_out = move |_| {
        found.update(|found| found.people.retain(|one| one.payload != person.payload));
        dom::focus_next_frame(FOUND);
    };
    view! {
        <li>
            <UserText text=name.clone()/>
            <button type="button" class="is-plain" on:click=leave_out>
                {say::LEAVE_OUT}
                <span class="sr-only">{format!(" {name}")}</span>
            </button>
        </li>
    }
}
