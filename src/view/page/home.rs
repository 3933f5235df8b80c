//! The start page: what this is, a way to begin, and everything saved in this browser.
//!
//! `index.html` shows the same opening before WebAssembly has loaded; `tests/shell.rs` holds the two together.

use leptos::prelude::*;

use crate::browser::upload::{self, PickedFile};
use crate::codec::assessment_file::FileError;
use crate::codec::words;
use crate::domain::assessment::Assessment;
use crate::domain::case::{Case, Questionnaire, Scope};
use crate::domain::profile::profile_of;
use crate::route::{Route, Start};
use crate::session::Session;
use crate::session::library::{Brought, Held, SetAside};
use crate::view::part::asking::{amount, asking};
use crate::view::part::profile::small_profile;
use crate::view::part::saving::{offer_file, saving_trouble};

/// The largest file that is read at all, in bytes.
const MAX_FILE_BYTES: u32 = 4 * 1024 * 1024;

/// The start page.
#[must_use]
pub fn home_page(session: Session) -> AnyView {
    view! {
        {opening(session)}
        {saving_trouble(session)}
        {begin(session)}
        {saved(session)}
        {set_aside(session)}
        {bring(session)}
    }
    .into_any()
}

/// What it is, how long it takes, and where the answers stay.
fn opening(session: Session) -> AnyView {
    let essentials = Questionnaire::of(session.model, Scope::Core);
    view! {
        <h1 tabindex="-1">"MLOps Maturity Assessment"</h1>
        <p class="lead">
            "Find out where your team stands on Microsoft's five MLOps maturity levels, why, and what to do next."
        </p>
        <ul class="facts">
            <li>{words::capitalised(&amount(session.model, &essentials))}"; pause and come back whenever you like."</li>
            <li>"Your answers stay in this browser. No account, nothing is sent anywhere."</li>
            <li>"Every level is explained by the answers that give it."</li>
        </ul>
    }
    .into_any()
}

fn begin(session: Session) -> AnyView {
    let model = session.model;
    let asked = RwSignal::new(Questionnaire::of(model, Scope::Core));
    let title = RwSignal::new(String::new());
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let asked = asked.get_untracked();
        let tracks = asked.tracks.iter().map(|&track| model.track(track).id.clone()).collect();
        session.follow(Route::Start(Start { scope: asked.scope, tracks, title: title.get_untracked() }));
    };
    view! {
        <form class="begin" on:submit=start>
            {asking(model, "begin-scope", move || asked.get(), move |changed| asked.set(changed))}
            <label class="field">
                <span>"Team name " <span class="quiet">"(optional)"</span></span>
                <input
                    type="text"
                    maxlength="120"
                    autocomplete="off"
                    on:input=move |event| title.set(event_target_value(&event))
                />
            </label>
            <button class="button is-primary" type="submit">"Start"</button>
        </form>
    }
    .into_any()
}

fn saved(session: Session) -> AnyView {
    let list = move || {
        let mut entries: Vec<(String, Held)> = session.shelf.get().into_iter().collect();
        entries.sort_by_key(|(_, held)| match held {
            Held::Readable(assessment) => std::cmp::Reverse(assessment.updated.unix_seconds()),
            _ => std::cmp::Reverse(0),
        });
        let entries: Vec<AnyView> = entries
            .into_iter()
            .map(|(id, held)| match held {
                Held::Readable(assessment) => entry(session, &assessment),
                Held::Newer { version, raw } => {
                    let says = format!(
                        "Made by a newer version of this page (file version {version}). It is left as it is; reload the \
                         page to get the newer version."
                    );
                    unreadable(id, &says, raw)
                }
                Held::Unreadable { raw } => {
                    unreadable(id, "This one cannot be read, and there is no room to set it aside.", raw)
                }
            })
            .collect();
        (!entries.is_empty()).then(|| {
            view! {
                <section aria-labelledby="saved">
                    <h2 id="saved">"Your assessments"</h2>
                    <ul class="entries">{entries}</ul>
                </section>
            }
        })
    };
    view! { {list} }.into_any()
}

/// A title to show, also for one without a name.
#[must_use]
pub fn shown_title(title: &str) -> String {
    if title.is_empty() { "Untitled assessment".to_owned() } else { title.to_owned() }
}

fn entry(session: Session, assessment: &Assessment) -> AnyView {
    let model = session.model;
    let questionnaire = assessment.questionnaire(model);
    let answers = assessment.answers(model);
    let case = Case { model, questionnaire: &questionnaire, answers: &answers };
    let profile = profile_of(case);
    let small: Vec<AnyView> = profile.tracks.iter().map(|track| small_profile(case, track)).collect();
    let total = questionnaire.capabilities(model).count();
    let answered = questionnaire.capabilities(model).filter(|&at| answers.get(at).is_some()).count();
    let id = assessment.id.clone();
    let title = shown_title(&assessment.title);
    let renaming = RwSignal::new(false);
    let open = Route::Questions { id: id.clone(), area: None }.href();
    let result = Route::Result { id: id.clone() }.href();
    let copy = assessment.clone();
    let (name, new_title) = (assessment.title.clone(), RwSignal::new(assessment.title.clone()));
    let (for_rename, for_copy, for_delete) = (id.clone(), id.clone(), id);
    let copy_title = format!("{title} (copy)");
    let deleted_title = title.clone();
    let labelled = |verb: &str| format!("{verb} {title}");
    let verb = if answered == total { "Review" } else { "Continue" };
    let rename_form = move || {
        let (id, name) = (for_rename.clone(), name.clone());
        renaming.get().then(|| {
            let rename = move |event: leptos::ev::SubmitEvent| {
                event.prevent_default();
                session.rename(&id, &new_title.get_untracked());
            };
            view! {
                <form class="rename" on:submit=rename>
                    <label class="field">
                        <span>"New name"</span>
                        <input type="text" maxlength="120" value=name autofocus
                            on:input=move |event| new_title.set(event_target_value(&event))/>
                    </label>
                    <button type="submit">"Rename"</button>
                    <button type="button" on:click=move |_| renaming.set(false)>"Keep the name"</button>
                </form>
            }
        })
    };
    view! {
        <li class="entry">
            <div class="entry-head">
                <h3><a href=open.clone()>{title.clone()}</a></h3>
                <p class="quiet">
                    {format!(
                        "{}, {answered} of {total} answered, last changed {}",
                        words::scope(questionnaire.scope),
                        words::day(assessment.updated.day()),
                    )}
                </p>
            </div>
            {small}
            <p class="actions">
                <a class="button" href=open aria-label=labelled(verb)>{verb}</a>
                <a class="button" href=result aria-label=labelled("Result of")>"Result"</a>
                <button type="button" aria-label=labelled("Rename") on:click=move |_| renaming.update(|on| *on = !*on)>"Rename"</button>
                <button type="button" aria-label=labelled("Duplicate")
                    on:click=move |_| session.duplicate(&for_copy, copy_title.clone())>"Duplicate"</button>
                <button type="button" aria-label=labelled("Export") on:click=move |_| offer_file(&copy)>"Export"</button>
                <button type="button" aria-label=labelled("Delete")
                    on:click=move |_| session.delete(&for_delete, deleted_title.clone())>"Delete"</button>
            </p>
            {rename_form}
        </li>
    }
    .into_any()
}

fn unreadable(id: String, says: &str, raw: String) -> AnyView {
    let save = move |_| {
        crate::browser::download::save("mlops-maturity-raw.json", "application/json", raw.as_bytes()).ok();
    };
    view! {
        <li class="entry">
            <h3><code>{id}</code></h3>
            <p>{says.to_owned()}</p>
            <p class="actions"><button type="button" on:click=save>"Download it as it is"</button></p>
        </li>
    }
    .into_any()
}

fn set_aside(session: Session) -> AnyView {
    let item = move |SetAside { key, raw }: SetAside| {
        let name = format!("{}.txt", key.replace(':', "-"));
        let save = move |_| {
            crate::browser::download::save(&name, "text/plain", raw.as_bytes()).ok();
        };
        view! {
            <li class="actions">
                <code>{key.clone()}</code>
                <button type="button" on:click=save>"Download the raw text"</button>
                <button type="button" on:click=move |_| session.discard(&key)>"Throw it away"</button>
            </li>
        }
    };
    let section = move || {
        let texts = session.set_aside.get();
        (!texts.is_empty()).then(|| {
            view! {
                <section class="notice is-warning" aria-labelledby="set-aside">
                    <h2 id="set-aside">"Part of what was saved here was damaged"</h2>
                    <p>
                        "What could be read was kept and stands in the list above. The damaged text was set aside as it \
                         was found; nothing else was touched."
                    </p>
                    <ul class="plain">{texts.into_iter().map(item).collect_view()}</ul>
                </section>
            }
        })
    };
    view! { {section} }.into_any()
}

/// Something to say or ask about a file that was brought.
#[derive(Clone, Debug)]
enum Bringing {
    Nothing,
    Reading(String),
    Said(String),
    Refused(Vec<String>),
    Asked(Box<Assessment>, Box<Assessment>),
    Partly(Box<Assessment>, Vec<String>),
}

fn bring(session: Session) -> AnyView {
    let state = RwSignal::new(Bringing::Nothing);
    let picked = move |files: Vec<PickedFile>| {
        for file in files {
            leptos::task::spawn_local(async move { read_file(session, state, file).await });
        }
    };
    let dragging = |event: leptos::ev::DragEvent| event.prevent_default();
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        picked(upload::dropped(&event));
    };
    view! {
        <section class="bring" aria-labelledby="bring" on:dragover=dragging on:drop=dropped>
            <h2 id="bring">"Open a file"</h2>
            <p class="quiet">"An assessment that you or somebody else exported. Nothing of yours is overwritten without asking."</p>
            <label class="field">
                <span>"Assessment file"</span>
                <input type="file" accept=".json,application/json" on:change=move |event| picked(upload::picked(&event))/>
            </label>
            <div role="status">{move || bringing(session, state)}</div>
        </section>
    }
    .into_any()
}

async fn read_file(session: Session, state: RwSignal<Bringing>, file: PickedFile) {
    let name = file.name();
    state.set(Bringing::Reading(name.clone()));
    let text = match file.text(MAX_FILE_BYTES).await {
        Ok(text) => text,
        Err(error) => {
            state.set(Bringing::Refused(vec![format!("{name} could not be read: {error}. Nothing was changed.")]));
            return;
        }
    };
    match session.look_at(&text) {
        Some(Brought::New(file)) => {
            session.keep(&file);
            state.set(Bringing::Said(format!("\"{}\" is now in your list.", shown_title(&file.title))));
        }
        Some(Brought::Known { file, own }) if file == own => {
            state.set(Bringing::Said(format!("\"{}\" is already here, and the same.", shown_title(&file.title))));
        }
        Some(Brought::Known { file, own }) => state.set(Bringing::Asked(file, own)),
        Some(Brought::Damaged { readable, faults }) => {
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            state.set(match readable {
                Some(readable) => Bringing::Partly(readable, faults),
                None => Bringing::Refused(faults),
            });
        }
        Some(Brought::Refused(error)) => {
            state.set(Bringing::Refused(vec![format!("{name}: {}", refusal(&error))]));
        }
        None => state.set(Bringing::Nothing),
    }
}

fn refusal(error: &FileError) -> String {
    format!("{error}. Nothing was changed.")
}

fn bringing(session: Session, state: RwSignal<Bringing>) -> AnyView {
    match state.get() {
        Bringing::Nothing => ().into_any(),
        Bringing::Reading(name) => view! { <p>"Reading "{name}"\u{2026}"</p> }.into_any(),
        Bringing::Said(words) => view! { <p>{words}</p> }.into_any(),
        Bringing::Refused(faults) => view! {
            <p><strong>"This file was not opened. "</strong>"Your assessments are untouched."</p>
            {fault_list(&faults)}
        }
        .into_any(),
        Bringing::Partly(readable, faults) => {
            let keep = move |_| {
                session.keep_as_new((*readable).clone());
                state.set(Bringing::Said("What could be read is now in your list, as a copy of its own.".to_owned()));
            };
            view! {
                <p><strong>"Part of this file cannot be read:"</strong></p>
                {fault_list(&faults)}
                <p class="actions">
                    <button type="button" on:click=keep>"Keep what can be read"</button>
                    <button type="button" on:click=move |_| state.set(Bringing::Nothing)>"Leave it"</button>
                </p>
            }
            .into_any()
        }
        Bringing::Asked(file, own) => {
            let done = move |words: &str| state.set(Bringing::Said(words.to_owned()));
            let title = shown_title(&own.title);
            let (for_both, for_replace) = (file.clone(), file.clone());
            let merged = own.merged_with(&file);
            let both = move |_| {
                session.keep_as_new((*for_both).clone());
                done("Both are in your list now.");
            };
            let replace = move |_| {
                session.keep(&for_replace);
                done("The file stands in place of what was here.");
            };
            let merge = move |_| {
                session.keep(&merged);
                done("The newer answer of each question was kept.");
            };
            view! {
                <p>
                    {format!(
                        "You already have \"{title}\", changed {}. The file was changed {}. What shall happen?",
                        words::day(own.updated.day()), words::day(file.updated.day()),
                    )}
                </p>
                <p class="actions">
                    <button type="button" on:click=both>"Keep both"</button>
                    <button type="button" on:click=replace>"Replace mine"</button>
                    <button type="button" on:click=merge>"Merge newer answers"</button>
                    <button type="button" on:click=move |_| state.set(Bringing::Nothing)>"Leave it"</button>
                </p>
            }
            .into_any()
        }
    }
}

fn fault_list(faults: &[String]) -> AnyView {
    const SHOWN: usize = 10;
    let more = faults.len().saturating_sub(SHOWN);
    let items: Vec<_> = faults.iter().take(SHOWN).map(|fault| view! { <li>{fault.clone()}</li> }).collect();
    view! {
        <ul>{items}</ul>
        {(more > 0).then(|| view! { <p>{format!("And {more} more.")}</p> })}
    }
    .into_any()
}
