//! The start page of a new visitor. The build renders it into `index.html`.

use leptos::prelude::*;

use crate::browser::location;
use crate::components::{LevelPips, NumberField, PageHeading, ScopePicker, TextField, lang_of, set_text};
use crate::route::{Route, Start, parameter};
use crate::state::{Navigation, OpenAssessment};
use mlops_core::assessment::MAX_MODELS;
use mlops_core::model::level::Level;
use mlops_core::scoring::case::{QuestionSet, Scope};
use mlops_core::scoring::profile::Range;
use mlops_core::words;
use mlops_core::words::{pages, result, start as say};

#[component]
pub fn NewVisitor() -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let (title, lead) =
        if model.is_built_in() { (say::HEADING, say::LEAD) } else { (model.title(), say::LEAD_OTHER) };
    view! {
        <div class="new-visitor">
            <div>
                <PageHeading>{title}</PageHeading>
                <p class="lead">{lead}</p>
                <StartForm first=true/>
                <ul class="facts">
                    <li>{say::PRIVATE}</li>
                    <li>{say::PAUSE}</li>
                    <li>{say::EXPLAINED}</li>
                </ul>
            </div>
            {model.is_built_in().then(|| view! { <Example/> })}
        </div>
    }
}

/// The form that begins an assessment.
#[component]
pub fn StartForm(
    /// Whether it is part of the start page of a new visitor.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let embedded = parameter(&location::query(), "embed").as_deref().and_then(Scope::from_word);
    let asked = RwSignal::new(QuestionSet::of(model, embedded.unwrap_or_default()));
    let text = || RwSignal::new(String::new());
    let (title, about, unit) = (text(), text(), text());
    let models = RwSignal::new(None);
    let start = move || {
        let asked = asked.get();
        let tracks = asked.tracks.iter().map(|&track| model.track(track).id.clone()).collect();
        Start {
            scope: asked.scope,
            tracks,
            title: title.get(),
            about: about.get(),
            business_unit: unit.get(),
            models: models.get(),
            ..Start::default()
        }
    };
    let set_models = move |number: Option<u32>| models.set(number);
    let navigation = expect_context::<Navigation>();
    let go = move |()| navigation.navigate(&Route::Start(untrack(start)));
    let evidence = move || Route::Start(Start { evidence: true, ..start() }).href();
    view! {
        <div class=if first { "begin is-first" } else { "begin" }>
            <ScopePicker name="begin" chosen=asked on_choose=move |changed| asked.set(changed)/>
            <TextField id="begin-title" value=title on_input=set_text(title) on_enter=go>
                {say::TEAM}
            </TextField>
            <TextField
                id="begin-about"
                max_length=200
                placeholder=say::ABOUT_HINT
                value=about
                on_input=set_text(about)
                on_enter=go
            >
                {say::ABOUT}
            </TextField>
            <details class="more" id="begin-more">
                <summary>{say::MORE_DETAILS}</summary>
                <TextField id="begin-unit" value=unit on_input=set_text(unit) on_enter=go>
                    {result::BUSINESS_UNIT}
                </TextField>
                <NumberField
                    id="begin-models"
                    value=None
                    range=1..=MAX_MODELS
                    optional=true
                    on_change=set_models
                >
                    {result::MODELS}
                </NumberField>
            </details>
            // A link, so that it works before the program is loaded.
            <a href=move || Route::Start(start()).href() class="button is-primary" id="begin-start">
                {say::START}
            </a>
            <p>
                <a href=evidence id="begin-evidence">
                    {pages::EVIDENCE}
                </a>
            </p>
        </div>
    }
}

/// The result of the worked example after its second round, in short.
#[component]
fn Example() -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let area = |(area, level)| {
        let level = Level::new(level).unwrap_or_default();
        let range = Range { low: level, high: level };
        view! {
            <li>
                <span lang=lang_of(model)>{model.area(area).title.as_str()}</span>
                <LevelPips range text=level.to_string() spoken=words::range(range)/>
            </li>
        }
    };
    let steps = say::EXAMPLE_STEPS.map(|(name, says)| {
        view! {
            <dt>{name}</dt>
            <dd>{says}</dd>
        }
    });
    view! {
        <section class="example" aria-labelledby="example">
            <h2 id="example">{say::EXAMPLE}</h2>
            <p class="verdict">{say::EXAMPLE_VERDICT}</p>
            <ul class="small-profile">{model.area_ixs().zip(say::EXAMPLE_LEVELS).map(area).collect_view()}</ul>
            <dl>{steps}</dl>
            <p class="quiet">{say::EXAMPLE_OF}</p>
        </section>
    }
}
