//! About the model: the rules in words and every question, drawn from the data that the result is computed from.

use leptos::prelude::*;

use crate::codec::words;
use crate::domain::level::Level;
use crate::domain::model::{AreaIx, Capability, Model, Work};
use crate::view::part::disclosure::disclosure;
use crate::view::part::outward::outward;

/// The page about the model.
#[must_use]
pub fn model_page(model: &Model) -> AnyView {
    view! {
        <h1 tabindex="-1">"How this works"</h1>
        <p class="lead">
            {format!(
                "{} questions about things that can be shown, each placed at the lowest level that asks for it. The profile \
                 is the result; a single number is only its floor.",
                model.capabilities().len(),
            )}
        </p>
        {levels(model)}
        {rules(model)}
        {questions(model)}
        {sources(model)}
    }
    .into_any()
}

fn levels(model: &Model) -> AnyView {
    let row = |level: &crate::domain::model::LevelText| {
        view! {
            <tr>
                <th scope="row"><span class=format!("badge l{}", level.level)>{level.level.to_string()}</span></th>
                <td><strong>{level.name.clone()}</strong><br/>{level.summary.clone()}</td>
            </tr>
        }
    };
    view! {
        <h2>"The five levels"</h2>
        <table class="levels">
            <caption class="sr-only">"The five levels"</caption>
            <thead class="sr-only"><tr><th scope="col">"Level"</th><th scope="col">"What it means"</th></tr></thead>
            <tbody>{model.levels().iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The share of supporting points, in words.
fn support(model: &Model) -> String {
    let share = model.support();
    if (share - 0.5).abs() < f64::EPSILON {
        "half".to_owned()
    } else {
        format!("{} %", (share * 100.0).round())
    }
}

fn rules(model: &Model) -> AnyView {
    let support = support(model);
    view! {
        <h2>"The rules"</h2>
        <dl class="rules">
            <dt>"Answers"</dt>
            <dd>"Yes counts 1 point, partly half a point, everything else 0. Not applicable leaves every count."</dd>
            <dt>"Holding a level"</dt>
            <dd>{format!(
                "An area holds a level when every essential capability there is answered yes and the supporting ones reach \
                 at least {support} of their points. A level that asks nothing of an area is held."
            )}</dd>
            <dt>"The level of an area"</dt>
            <dd>"The highest level up to which all levels are held. A plus, as in 2+, says that at least half of the points \
                 of the next level are there."</dd>
            <dt>"The range"</dt>
            <dd>"What is not answered and what nobody knows is taken once as missing and once as in place: that gives the \
                 lowest and the highest level the area can have. Answering can only narrow it."</dd>
            <dt>"The floor"</dt>
            <dd>"The lowest area of a track. Areas are never averaged, and tracks are never mixed."</dd>
            <dt>"Ahead"</dt>
            <dd>"A yes more than one level above the area's own: done already, and waiting for what comes before it."</dd>
            <dt>"Essential and supporting"</dt>
            <dd>"In MLOps, essential is what Microsoft's own model states. Supporting is what other sources add, placed at a \
                 level by judgement. In GenAIOps every capability counts as essential, and the placement is ours. All \
                 scores and thresholds are ours: Microsoft gives none."</dd>
        </dl>
    }
    .into_any()
}

fn questions(model: &Model) -> AnyView {
    let areas: Vec<AnyView> = model.area_ixs().map(|area| area_questions(model, area)).collect();
    view! { <h2>"Every question"</h2> {areas} }.into_any()
}

fn area_questions(model: &Model, area: AreaIx) -> AnyView {
    let about = model.area(area);
    let of_level = |level: Level| {
        let here = |capability: &&Capability| capability.area == area && capability.level == level;
        let items: Vec<_> = model
            .capabilities()
            .iter()
            .filter(here)
            .map(|capability| {
                let kind = if capability.core { "Essential" } else { "Supporting" };
                let lens = &model.lens(capability.lens).title;
                let about = format!("{kind}. {lens}. {}.", capability.basis.trim_end_matches('.'));
                view! { <li>{capability.question.clone()}" "<span class="quiet">{about}</span></li> }
            })
            .collect();
        (!items.is_empty()).then(|| {
            let name = &model.level_text(level).name;
            view! { <p class="sub">{format!("Level {level}, {name}")}</p><ul class="checklist">{items}</ul> }
        })
    };
    let levels = Level::RUNGS.map(of_level);
    let count = model.capabilities().iter().filter(|capability| capability.area == area).count();
    let summary = format!("{} ({})", about.title, words::count(count, "question", "questions"));
    disclosure("more", summary, view! { <p>{about.why.clone()}</p>{levels} })
}

fn sources(model: &Model) -> AnyView {
    let item = |work: &Work| {
        view! { <li>{outward(&work.address, &work.title)}". "<span class="quiet">{work.licence.clone()}</span></li> }
    };
    let source = model.source();
    view! {
        <h2>"Sources"</h2>
        <p>{source.note.clone()}</p>
        <ul>{item(&source.main)}{source.also.iter().map(item).collect_view()}</ul>
        <p class="quiet">{format!("Model \"{}\", revision {}.", model.title(), model.revision())}</p>
    }
    .into_any()
}
