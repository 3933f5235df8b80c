//! The page about the questionnaire: its levels, rules, questions and sources, drawn from the same data as results.

mod example;

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::charts::profile::LevelBadge;
use crate::components::{ExternalLink, LineText, PageHeading, ScrollTable, lang_of};
use crate::pages::about::example::WorkedExample;
use crate::state::OpenAssessment;
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, Capability, Model, Work};
use mlops_core::report::levels;
use mlops_core::words::{self, about as say, pages};

#[component]
pub fn AboutPage(
    /// The id of the part of the page to scroll to.
    part: Option<String>,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    if let Some(part) = part {
        dom::after_frames(move || dom::show(&part));
    }
    view! {
        <PageHeading>{pages::ABOUT}</PageHeading>
        <p class="lead">{say::lead(model)}</p>
        <h2>{say::LEVELS}</h2>
        <LevelTable model/>
        <h2>{say::RULES}</h2>
        <Definitions entries=say::rules(model).into()/>
        <h2>{say::QUESTIONS}</h2>
        {model.area_ixs().map(|area| view! { <AreaReference model area/> }).collect_view()}
        <WorkedExample model/>
        <Glossary model/>
        <h2>{say::SOURCES}</h2>
        <Sources model/>
    }
}

#[component]
fn LevelTable(model: &'static Model) -> impl IntoView {
    let levels = model.levels();
    let has_pays_off = levels.iter().any(|text| text.pays_off.is_some());
    let columns = if has_pays_off { 4 } else { 3 };
    let heads = say::LEVEL_HEADS.iter().take(columns).map(|&head| head.to_owned()).collect();
    let rows = levels.iter().map(move |text| {
        view! {
            <tr>
                <th scope="row"><LevelBadge level=text.level text=text.level.to_string()/></th>
                <td>{text.name.as_str()}</td>
                <td>{text.summary.as_str()}</td>
                {has_pays_off.then(|| view! { <td>{text.pays_off.as_deref()}</td> })}
            </tr>
        }
    });
    view! { <ScrollTable caption=say::LEVELS heads>{rows.collect_view()}</ScrollTable> }
}

/// Terms with their definitions.
#[component]
fn Definitions(entries: Vec<(&'static str, String)>) -> impl IntoView {
    let entry = |(name, text)| {
        view! {
            <dt>{name}</dt>
            <dd>{text}</dd>
        }
    };
    view! { <dl class="rules">{entries.into_iter().map(entry).collect_view()}</dl> }
}

/// The questions of an area by level, folded.
#[component]
fn AreaReference(model: &'static Model, area: AreaIx) -> impl IntoView {
    let about = model.area(area);
    let of_area = || model.capabilities().iter().filter(move |one| one.area == area);
    let count = of_area().count();
    let level = |level: Level| {
        let questions: Vec<&Capability> = of_area().filter(|one| one.level == level).collect();
        let description = levels::in_plain_words(model, area, level);
        if questions.is_empty() && description.is_none() {
            return None;
        }
        let question = |capability: &'static Capability| {
            let note = say::about_question(capability, model.lens(capability.lens));
            view! { <li>{capability.question.as_str()}<span class="quiet">{note}</span></li> }
        };
        Some(view! {
            <p class="sub">{words::result::level_and_name(model, level)}</p>
            {description.map(|line| view! { <p><LineText line/></p> })}
            {(!questions.is_empty()).then(|| view! {
                <ul class="plain">{questions.into_iter().map(question).collect_view()}</ul>
            })}
        })
    };
    view! {
        <details class="more">
            <summary>{say::area(about, count)}</summary>
            <div lang=lang_of(model)>
                <p>{about.why.as_str()}</p>
                {[Level::ZERO].into_iter().chain(Level::ASKED).filter_map(level).collect_view()}
            </div>
        </details>
    }
}

/// The glossary of the questionnaire. Questions link to its terms.
#[component]
fn Glossary(model: &'static Model) -> impl IntoView {
    let terms = &model.texts().glossary;
    (!terms.is_empty()).then(|| {
        let terms = terms.iter().map(|term| {
            view! {
                <div>
                    <dt id=term.place()>{term.term.as_str()}</dt>
                    <dd>{term.meaning.as_str()}</dd>
                </div>
            }
        });
        view! {
            <h2 id="glossary">{say::GLOSSARY}</h2>
            <dl class="rules terms">{terms.collect_view()}</dl>
        }
    })
}

#[component]
fn Sources(model: &'static Model) -> impl IntoView {
    let source = model.source();
    let work = |Work { title, address, licence }: &'static Work| {
        view! {
            <li>
                <ExternalLink href=address.as_str()>{title.as_str()}</ExternalLink>
                <span class="quiet">{format!(" {licence}")}</span>
            </li>
        }
    };
    view! {
        <p>{source.note.as_str()}</p>
        <ul>{std::iter::once(&source.main).chain(&source.also).map(work).collect_view()}</ul>
        <p class="quiet">{say::edition(model)}</p>
    }
}
