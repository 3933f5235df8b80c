//! The saved assessments, each with a small profile and a menu.

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::{
    ButtonLink, Disclosure, LiveText, SmallProfile, TextField, UNDO_DELETE, UserText, download_assessment, lang_of,
    set_text,
};
use crate::route::Route;
use crate::state::{Library, OpenAssessment, local_day};
use mlops_core::assessment::Assessment;
use mlops_core::history::snapshots::to_confirm;
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::{Fraction, profile_of};
use mlops_core::words;
use mlops_core::words::{pages, start as say};

/// The list, newest first.
#[component]
pub fn Entries() -> impl IntoView {
    let library = expect_context::<Library>();
    let entries = move || {
        let saved = library.saved.with(|saved| saved.assessments().cloned().collect::<Vec<_>>());
        saved.into_iter().enumerate().map(|(position, assessment)| (position == 0, assessment)).collect::<Vec<_>>()
    };
    let more = Memo::new(move |_| library.saved.with(|saved| saved.more));
    view! {
        <div>
            <ul class="entries">
                <For
                    each=entries
                    key=|(is_newest, assessment)| (*is_newest, assessment.id.clone(), assessment.updated)
                    children=|(is_newest, assessment)| view! { <Entry assessment is_newest/> }
                />
            </ul>
            <Show when=move || { more.get() > 0 }>
                <div class="actions">
                    <button type="button" on:click=move |_| library.list_more()>
                        <LiveText text=Signal::derive(move || words::saving::show_more(more.get()))/>
                    </button>
                </div>
            </Show>
        </div>
    }
}

#[component]
fn Entry(
    assessment: Assessment,
    /// The button of the newest assessment is the primary one.
    is_newest: bool,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let question_set = assessment.question_set(model);
    let answers = assessment.answers(model);
    let profile = profile_of(Case::new(model, &question_set, &answers));
    let profiles = profile.tracks.into_iter().map(|track| {
        let areas = track.areas.into_iter().map(|area| (model.area(area.area).title.clone(), area)).collect();
        view! { <SmallProfile areas lang=lang_of(model)/> }
    });
    let profiles = profiles.collect_view();
    let asked: Vec<_> = question_set.capabilities(model).map(|at| &model.capability(at).id).collect();
    let share = Fraction { part: asked.iter().filter(|id| assessment.is_answered(id)).count(), of: asked.len() };
    let is_later_round = to_confirm(model, &assessment) > 0;
    let about = say::entry(question_set.scope, share, is_later_round, local_day(assessment.updated));
    let title = words::title(&assessment.title).to_owned();
    let questions = Route::Questions { id: assessment.id.clone(), area: None }.href();
    let result = Route::Result { id: assessment.id.clone() }.href();
    let verb = if share.part == share.of { say::REVIEW } else { say::CONTINUE };
    let of_entry = say::of_entry(&title);
    let summary = move || {
        view! {
            {say::MORE}
            <span class="sr-only">{of_entry}</span>
        }
    };
    let title_link = title_id(&assessment.id);
    let menu = move || view! { <EntryMenu assessment=assessment.clone()/> };
    view! {
        <li class="entry">
            <h2>
                <a href=questions.clone() id=title_link.clone()>
                    <UserText text=title.clone()/>
                </a>
            </h2>
            <p class="quiet">{about}</p>
            <div class="levels">{profiles}</div>
            <div class="actions">
                <ButtonLink href=questions primary=is_newest aria_label=format!("{verb} {title}")>
                    {verb}
                </ButtonLink>
                <ButtonLink href=result aria_label=format!("{} {title}", say::RESULT_OF)>
                    {pages::RESULT}
                </ButtonLink>
                <Disclosure class="menu" summary=summary>
                    {menu()}
                </Disclosure>
            </div>
        </li>
    }
}

/// The menu of an assessment. While it is renamed, a field replaces the menu.
#[component]
fn EntryMenu(assessment: Assessment) -> impl IntoView {
    let is_renaming = RwSignal::new(false);
    let renamed = assessment.clone();
    let form = move || view! { <RenameAssessment id=renamed.id.clone() title=renamed.title.clone() is_renaming/> };
    view! {
        <div>
            <Show when=move || is_renaming.get() fallback=move || view! { <EntryActions assessment=assessment.clone() is_renaming/> }>
                {form()}
            </Show>
        </div>
    }
}

#[component]
fn EntryActions(assessment: Assessment, is_renaming: RwSignal<bool>) -> impl IntoView {
    let library = expect_context::<Library>();
    let title = words::title(&assessment.title).to_owned();
    let named = |verb: &str| format!("{verb} {title}");
    let labels = [pages::RENAME, say::DUPLICATE, pages::EXPORT, pages::DELETE].map(named);
    let [rename_label, duplicate_label, export_label, delete_label] = labels;
    let id = StoredValue::new(assessment.id.clone());
    let title = StoredValue::new(title);
    let rename = move |_| {
        is_renaming.set(true);
        dom::focus_next_frame(&name_id(&id.get_value()));
    };
    let duplicate = move |_| library.duplicate(&id.get_value(), say::copy_of(&title.get_value()));
    let delete = move |_| {
        library.delete(&id.get_value(), title.get_value());
        dom::focus_next_frame(UNDO_DELETE);
    };
    view! {
        <button type="button" aria-label=rename_label on:click=rename>
            {pages::RENAME}
        </button>
        <button type="button" aria-label=duplicate_label on:click=duplicate>
            {say::DUPLICATE}
        </button>
        <button type="button" aria-label=export_label on:click=move |_| download_assessment(&assessment)>
            {pages::EXPORT}
        </button>
        <button type="button" aria-label=delete_label on:click=delete>
            {pages::DELETE}
        </button>
    }
}

/// The id of the link with the title of an assessment.
fn title_id(id: &str) -> String {
    format!("title-{id}")
}

fn name_id(id: &str) -> String {
    format!("name-{id}")
}

#[component]
fn RenameAssessment(id: String, title: String, is_renaming: RwSignal<bool>) -> impl IntoView {
    let library = expect_context::<Library>();
    let (field, id) = (name_id(&id), StoredValue::new(id));
    let title = RwSignal::new(title);
    // The open menu would cover the next entry.
    let close = move || {
        dom::close_around(&name_id(&id.get_value()));
        is_renaming.try_set(false);
        dom::focus_next_frame(&title_id(&id.get_value()));
    };
    let rename = move || {
        // With a new name the list is drawn again, and the form with it; with the same name it has to be closed.
        library.rename(&id.get_value(), &title.get_untracked());
        close();
    };
    view! {
        <div class="rename">
            <TextField
                id=field
                value=title.get_untracked()
                on_input=set_text(title)
                on_enter=move |()| rename()
            >
                {pages::NEW_NAME}
            </TextField>
            <button type="button" on:click=move |_| rename()>
                {pages::SAVE_NAME}
            </button>
            <button type="button" on:click=move |_| close()>
                {pages::KEEP_NAME}
            </button>
        </div>
    }
}
