//! The page that explains how to embed this page into a wiki: options, a preview, snippets for each kind of wiki, and
//! what the embedding page allows.

pub mod host;
mod snippets;

use leptos::prelude::*;

use crate::browser::{clipboard, frame, location, storage};
use crate::components::{Checkbox, LiveText, NumberField, PageHeading};
use crate::pages::embed::snippets::{EmbedOptions, Snippet, shows_result, snippets};
use crate::route::is_file;
use crate::state::OpenAssessment;
use mlops_core::model::Model;
use mlops_core::scoring::case::Scope;
use mlops_core::words::{self, embed as say, pages, start};

/// The accepted heights, in pixels.
const HEIGHTS: std::ops::RangeInclusive<u32> = 200..=4000;
/// The height before another one is typed, in pixels.
const HEIGHT: u32 = 700;

/// The chosen options. Copies share the same signals.
#[derive(Clone, Copy)]
struct Choices {
    /// The word for what the frame shows first: a question set, `result` or `profile`.
    scope: RwSignal<String>,
    /// Whether the optional tracks are asked too.
    all_tracks: RwSignal<bool>,
    /// The name of a published result.
    result: RwSignal<String>,
    theme: RwSignal<String>,
    title: RwSignal<String>,
    height: RwSignal<u32>,
    model: &'static Model,
}

impl Choices {
    /// The ids of all tracks, or an empty text for only those that are always asked. Follows the choices.
    fn tracks(self) -> String {
        let ids: Vec<&str> = self.model.tracks().iter().map(|track| track.id.as_str()).collect();
        if self.all_tracks.get() { ids.join(",") } else { String::new() }
    }

    /// The options of the snippets. Follows the choices.
    fn options(self) -> EmbedOptions {
        let opens_on = (self.scope.get(), self.tracks(), self.result.get());
        EmbedOptions::new(opens_on, self.theme.get(), self.title.get(), self.height.get())
    }
}

#[component]
pub fn EmbedPage() -> impl IntoView {
    let choices = Choices {
        model: expect_context::<OpenAssessment>().model(),
        all_tracks: RwSignal::new(false),
        scope: RwSignal::new(Scope::Essentials.word().to_owned()),
        result: RwSignal::new(String::new()),
        theme: RwSignal::new(String::new()),
        title: RwSignal::new(start::NAME.to_owned()),
        height: RwSignal::new(HEIGHT),
    };
    let message = RwSignal::new("");
    view! {
        <PageHeading>{pages::EMBED}</PageHeading>
        <p class="lead">{say::LEAD}</p>
        <div class="embedding">
            <ChoiceForm choices/>
            <Preview choices/>
        </div>
        <h2>{say::TEXTS}</h2>
        {is_file(&location::page()).then(|| view! { <p class="notice">{say::PUT_ONLINE_FIRST}</p> })}
        {snippets().into_iter().map(|snippet| view! { <SnippetText choices snippet message/> }).collect_view()}
        <p role="status"><LiveText text=move || message.get().to_owned()/></p>
        <HostPermissions/>
    }
}

#[component]
fn ChoiceForm(choices: Choices) -> impl IntoView {
    let Choices { scope, result, theme, title, height, all_tracks, model } = choices;
    let optional = model.tracks().iter().filter(|track| track.optional).map(|track| track.title.as_str());
    let optional = words::list(&optional.collect::<Vec<_>>());
    let track_choice = (!optional.is_empty()).then(|| {
        view! {
            <Checkbox checked=all_tracks on_change=move |is| all_tracks.set(is)>{say::with_track(&optional)}</Checkbox>
        }
    });
    let scopes =
        say::SCOPES.map(|(value, name, note)| view! { <RadioChoice group="opens-on" chosen=scope value name note/> });
    let themes = say::THEMES.map(|(value, name)| view! { <RadioChoice group="colours" chosen=theme value name/> });
    let set_height = move |number: Option<u32>| number.into_iter().for_each(|number| height.set(number));
    view! {
        <div>
            <fieldset class="choices">
                <legend>{say::OPENS_ON}</legend>
                {scopes.collect_view()}
            </fieldset>
            {track_choice}
            <Show when=move || scope.with(|scope| shows_result(scope))>
                <label class="field">
                    <span>{say::RESULT_FILE}</span>
                    <input type="text" maxlength="200" autocomplete="off" aria-describedby="result-note" bind:value=result/>
                </label>
                <p class="quiet" id="result-note">{say::RESULT_FILE_SAYS}</p>
            </Show>
            <fieldset class="choices themes">
                <legend>{say::THEME}</legend>
                {themes.collect_view()}
            </fieldset>
            <label class="field">
                <span>{say::TITLE}</span>
                <input type="text" maxlength="120" autocomplete="off" aria-describedby="title-note" bind:value=title/>
            </label>
            <p class="quiet" id="title-note">{say::TITLE_SAYS}</p>
            <NumberField id="frame-height" value=Some(HEIGHT) range=HEIGHTS on_change=set_height>
                {say::HEIGHT}
            </NumberField>
            <p class="quiet">{say::HEIGHT_SAYS}</p>
        </div>
    }
}

#[component]
fn RadioChoice(
    group: &'static str,
    chosen: RwSignal<String>,
    value: &'static str,
    name: &'static str,
    #[prop(optional)] note: Option<&'static str>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="radio" name=group value=value bind:group=chosen/>
            <span class="choice-text">
                <strong>{name}</strong>
                {note.map(|note| view! { <span class="quiet">{note}</span> })}
            </span>
        </label>
    }
}

/// The embedded page in a frame.
#[component]
fn Preview(choices: Choices) -> impl IntoView {
    let is_offered = !is_file(&location::page()) && !frame::is_framed();
    // Setting the same address again would reload the frame, so it is set only when it changes.
    let source = Memo::new(move |_| choices.options().address());
    let frame = is_offered.then(|| {
        view! {
            <iframe
                title=move || choices.title.get()
                height=move || choices.height.get().to_string()
                src=move || source.get()
            ></iframe>
        }
    });
    view! {
        <section class="preview" aria-labelledby="preview">
            <h2 id="preview">{say::PREVIEW}</h2>
            <p class="quiet">{if is_offered { say::PREVIEW_SAYS } else { say::NO_PREVIEW }}</p>
            {frame}
        </section>
    }
}

/// A text to paste, with a button that copies it.
#[component]
fn SnippetText(
    choices: Choices,
    snippet: Snippet,
    /// The outcome of the last attempt to copy.
    message: RwSignal<&'static str>,
) -> impl IntoView {
    let Snippet { place: say::Place { name: title, note }, text } = snippet;
    let copy = move |_| {
        let text = untrack(|| text(&choices.options()));
        leptos::task::spawn_local(async move {
            let is_done = clipboard::copy_text(&text).await.is_ok();
            message.set(if is_done { say::COPIED } else { say::NOT_COPIED });
        });
    };
    view! {
        <section class="snippet" aria-label=title>
            <h3>{title}</h3>
            <p>{note}</p>
            <pre tabindex="0" aria-label=say::text_for(title)>
                <code translate="no"><LiveText text=move || text(&choices.options())/></code>
            </pre>
            <div class="actions">
                <button type="button" aria-label=say::copy_for(title) on:click=copy>{say::COPY}</button>
            </div>
        </section>
    }
}

/// What the page that embeds this one allows.
#[component]
fn HostPermissions() -> impl IntoView {
    let is_framed = frame::is_framed();
    let permission = |(say::Permission { name, yes, no }, is_allowed): (say::Permission, bool)| {
        view! { <li><strong>{name}</strong> " " {if is_allowed { yes } else { no }}</li> }
    };
    let permissions = [
        (say::FRAME, is_framed),
        (say::STORAGE, storage::available().is_ok()),
        (say::CLIPBOARD, clipboard::is_allowed()),
        (say::MESSAGES, is_framed),
    ];
    view! {
        <section class="allowed" aria-labelledby="allowed">
            <h2 id="allowed">{say::ALLOWED}</h2>
            <ul>{permissions.map(permission).collect_view()}</ul>
        </section>
    }
}
