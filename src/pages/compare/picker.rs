//! The choice of a result to compare: a saved assessment or one of its snapshots, a link, or a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::browser::file::{self, PickedFile};
use crate::components::{PageHeading, RedrawOnChange, TextField, set_text};
use crate::pages::compare::side::{Side, keep_file, payload_in};
use crate::pages::import::text_of;
use crate::route::{Route, saved_key, snapshot_key};
use crate::state::{Library, Navigation, OpenAssessment, local_day};
use mlops_core::assessment::file::MAX_BYTES;
use mlops_core::model::Model;
use mlops_core::words;
use mlops_core::words::compare as say;

/// The choice of the first result, or of the second one.
#[component]
pub fn ResultPicker(
    /// The result that was chosen first.
    first: Option<Side>,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let library = expect_context::<Library>();
    let navigation = expect_context::<Navigation>();
    let chosen = first.as_ref().map(|first| say::chosen(&first.record));
    let first_key = first.as_ref().map(|first| first.key.clone());
    let heading = if first.is_some() { say::SECOND } else { say::FIRST };
    let first = StoredValue::new(first);
    let error = RwSignal::new(None::<String>);
    let pick = Callback::new(move |key: Result<String, String>| {
        let next = key.and_then(|key| first.with_value(|first| route_with(model, library, first.as_ref(), &key)));
        match next {
            Ok(route) => navigation.navigate(&route),
            Err(why) => error.set(Some(why)),
        }
    });
    let notice = |error: Option<String>| {
        error.map(|why| view! { <div class="notice is-warning" role="alert"><p>{why}</p></div> })
    };
    view! {
        <PageHeading>{say::TITLE}</PageHeading>
        <p class="lead">{say::LEAD}</p>
        {chosen.map(|chosen| view! {
            <p class="notice">{chosen} " " <a href=Route::compare(&[]).href()>{say::CHOOSE_OTHERS}</a></p>
        })}
        <h2>{heading}</h2>
        <RedrawOnChange value=move || error.get() children=notice/>
        <SavedResults except=first_key pick/>
        <ResultsFromElsewhere pick/>
    }
}

/// The route to the comparison, with the older result first. Without a first result, the route to the choice of the
/// second one.
fn route_with(model: &Model, library: Library, first: Option<&Side>, key: &str) -> Result<Route, String> {
    let other = Side::find(model, library, key)?;
    Ok(match first {
        None => Route::compare(&[key]),
        Some(first) if first.record.day <= other.record.day => Route::compare(&[&first.key, key]),
        Some(first) => Route::compare(&[key, &first.key]),
    })
}

/// A result to pick.
struct SavedResult {
    key: String,
    name: String,
    /// Beside the name.
    about: String,
    class: &'static str,
}

/// Every saved assessment with its snapshots.
#[component]
fn SavedResults(
    /// The key of the result that was chosen first.
    except: Option<String>,
    pick: Callback<Result<String, String>>,
) -> impl IntoView {
    let library = expect_context::<Library>();
    let mut results = Vec::new();
    for assessment in library.all() {
        let title = words::title(&assessment.title).to_owned();
        let about = say::about(assessment.scope, local_day(assessment.answered_at()));
        results.push(SavedResult { key: saved_key(&assessment.id), name: title.clone(), about, class: "pick" });
        for snapshot in &assessment.snapshots {
            let key = snapshot_key(&assessment.id, snapshot.at);
            let name = say::snapshot_name(&snapshot.label, local_day(snapshot.at));
            results.push(SavedResult { key, name, about: title.clone(), class: "pick is-snapshot" });
        }
    }
    results.retain(|result| Some(&result.key) != except.as_ref());
    let is_empty = results.is_empty();
    let items = results.into_iter().map(|SavedResult { key, name, about, class }| {
        view! {
            <li class=class>
                <button type="button" class="in-text" on:click=move |_| pick.run(Ok(key.clone()))>{name}</button>
                <span class="quiet">" " {about}</span>
            </li>
        }
    });
    view! {
        <section>
            <h3>{say::SAVED}</h3>
            {is_empty.then(|| view! { <p class="quiet">{say::NONE_SAVED}</p> })}
            <ul class="plain picks">{items.collect_view()}</ul>
        </section>
    }
}

#[component]
fn ResultsFromElsewhere(pick: Callback<Result<String, String>>) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let typed = RwSignal::new(String::new());
    let use_link = move || pick.run(payload_in(model, &typed.get_untracked()));
    let read = move |files: Vec<PickedFile>| {
        let Some(file) = files.into_iter().next() else { return };
        spawn_local(async move {
            let most = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
            pick.run(match text_of(&file, most).await {
                Ok(text) => keep_file(model, &text, clock::now()),
                Err(why) => Err(why),
            });
        });
    };
    // Files may be dropped anywhere on the page while the choice is shown.
    file::on_drop(read);
    view! {
        <section>
            <h3>{say::FROM_A_LINK}</h3>
            <TextField value=typed max_length=20_000 on_input=set_text(typed) on_enter=move |()| use_link()>
                {say::LINK}
            </TextField>
            <div class="actions">
                <button type="button" on:click=move |_| use_link()>{say::USE_LINK}</button>
            </div>
            <h3>{say::FILE}</h3>
            <label class="field">
                <span>{say::FILE_LABEL}</span>
                <input
                    type="file"
                    accept=".json,application/json"
                    on:change=move |event| read(file::picked(&event))
                />
            </label>
        </section>
    }
}
