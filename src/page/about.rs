//! About the model: the rules in words and every question, drawn from the data that the result is computed from.

use leptos::prelude::AnyView;

use crate::page::missing::main_heading;
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el, group};
use crate::ui::external_link::external_link;
use crate::ui::table::{cell, row, table};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, Capability, Model, Work};
use mlops_core::words;

/// The page about the model.
#[must_use]
pub fn model_page(model: &Model) -> AnyView {
    let lead = format!(
        "{} questions about things that can be shown, each placed at the lowest level that asks for it. The profile is the \
         result; a single number is only its lowest area.",
        model.capabilities().len(),
    );
    group()
        .child(main_heading("How this works"))
        .child(el("p").class("lead").child(lead))
        .child(el("h2").child("The five levels"))
        .child(levels(model))
        .child(el("h2").child("The rules"))
        .child(rules(model))
        .child(el("h2").child("Every question"))
        .child(model.area_ixs().map(|area| area_questions(model, area)).collect::<Vec<_>>())
        .child(el("h2").child("Sources"))
        .child(sources(model))
        .into_any()
}

fn levels(model: &Model) -> AnyView {
    let mut rows = Vec::new();
    for text in model.levels() {
        let badge = el("span").class(format!("badge l{}", text.level)).child(text.level.to_string());
        rows.push(row(badge).child(cell(text.name.clone())).child(cell(text.summary.clone())));
    }
    let heads = ["Level", "Name", "What it means"].map(str::to_owned);
    table("The five levels".to_owned(), &heads, rows)
}

fn rules(model: &Model) -> Element {
    let support = words::support(model);
    let rule = |name: &'static str, says: String| [el("dt").child(name), el("dd").child(says)];
    let rules = [
        rule(
            "Answers",
            "Yes counts 1 point, partly half a point, everything else 0. Not applicable leaves every count.".to_owned(),
        ),
        rule(
            "Reaching a level",
            format!(
                "An area reaches a level when every essential capability there is answered yes and the supporting ones reach \
                 at least {support} of their points. A level that asks nothing of an area is passed over."
            ),
        ),
        rule(
            "The level of an area",
            "The highest level up to which all levels are reached. A plus, as in 2+, says that at least half of the points of \
             the next level are there."
                .to_owned(),
        ),
        rule(
            "The range",
            "What is not answered and what nobody knows is taken once as missing and once as in place: that gives the \
             lowest and the highest level the area can have. Answering can only narrow it."
                .to_owned(),
        ),
        rule(
            "The overall level",
            "The lowest area of a track. Areas are never averaged, and tracks are never mixed.".to_owned(),
        ),
        rule(
            "Ahead",
            "A yes more than one level above the area's own: done already, and waiting for what comes before it.".to_owned(),
        ),
        rule(
            "Essential and supporting",
            if model.is_built_in() {
                "In MLOps, essential is what Microsoft's own model states. Supporting is what other sources add, placed \
                 at a level by judgement. In GenAIOps every capability counts as essential, and the placement is ours. All \
                 scores and thresholds are ours: Microsoft gives none."
            } else {
                "No level is reached without its essential capabilities; of the supporting ones a share is enough."
            }
            .to_owned(),
        ),
    ];
    let mut list = el("dl").class("rules");
    for [name, says] in rules {
        list = list.child(name).child(says);
    }
    list
}

fn area_questions(model: &Model, area: AreaIx) -> AnyView {
    let about = model.area(area);
    let mut content = el("div").lang(model.language()).child(el("p").child(about.why.clone()));
    let mut count = 0;
    for level in Level::ASKED {
        let here = |capability: &&Capability| capability.area == area && capability.level == level;
        let items: Vec<Element> = model.capabilities().iter().filter(here).map(|one| question(model, one)).collect();
        if !items.is_empty() {
            count += items.len();
            let name = format!("Level {level}, {}", model.level_text(level).name);
            content = content.child(el("p").class("sub").child(name)).child(el("ul").class("plain").child(items));
        }
    }
    disclosure("more", format!("{} ({})", about.title, words::count(count, "question", "questions")), content)
}

fn question(model: &Model, capability: &Capability) -> Element {
    let kind = words::kind(capability);
    let lens = &model.lens(capability.lens).title;
    let about = format!(" {kind}. {lens}. {}.", capability.basis.trim_end_matches('.'));
    el("li").child(capability.question.clone()).child(el("span").class("quiet").child(about))
}

fn sources(model: &Model) -> AnyView {
    let source = model.source();
    let mut list = el("ul");
    for Work { title, address, licence } in std::iter::once(&source.main).chain(&source.also) {
        let licence = el("span").class("quiet").child(format!(" {licence}"));
        list = list.child(el("li").child(external_link(address, title)).child(licence));
    }
    let edition = format!("Model \"{}\", revision {}.", model.title(), model.revision());
    group()
        .child(el("p").child(source.note.clone()))
        .child(list)
        .child(el("p").class("quiet").child(edition))
        .into_any()
}
