//! About the model: the rules in words and every question, drawn from the data that the result is computed from.

mod example;
mod glossary;

use leptos::prelude::AnyView;

use crate::browser::page;
use crate::page::about::example::worked_example;
use crate::page::about::glossary::glossary;
use crate::page::missing::main_heading;
use crate::ui::disclosure::disclosure;
use crate::ui::document::line;
use crate::ui::element::{Element, el, group};
use crate::ui::external_link::external_link;
use crate::ui::table::{cell, row, table};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, Capability, Model, Work};
use mlops_core::report::levels;
use mlops_core::words::{self, how as say, pages};

/// The page about the model; `part` is the id of what it is to be opened at.
#[must_use]
pub fn model_page(model: &Model, part: Option<&str>) -> AnyView {
    if let Some(part) = part.map(str::to_owned) {
        page::later(move || page::show(&part));
    }
    group()
        .child(main_heading(pages::HOW))
        .child(el("p").class("lead").child(say::lead(model)))
        .child(el("h2").child(say::LEVELS))
        .child(level_table(model))
        .child(el("h2").child(say::RULES))
        .child(rules(model))
        .child(el("h2").child(say::QUESTIONS))
        .child(model.area_ixs().map(|area| area_questions(model, area)).collect::<Vec<_>>())
        .child(worked_example(model))
        .child(glossary(model))
        .child(el("h2").child(say::SOURCES))
        .child(sources(model))
        .into_any()
}

fn level_table(model: &Model) -> AnyView {
    let mut rows = Vec::new();
    for text in model.levels() {
        let badge = el("span").class(format!("badge l{}", text.level)).child(text.level.to_string());
        let pays_off = text.pays_off.clone().unwrap_or_default();
        rows.push(row(badge).child(cell(text.name.clone())).child(cell(text.summary.clone())).child(cell(pays_off)));
    }
    let said = if model.levels().iter().any(|text| text.pays_off.is_some()) { 4 } else { 3 };
    let heads: Vec<String> = say::LEVEL_HEADS.iter().take(said).map(|&head| head.to_owned()).collect();
    table(say::LEVELS.to_owned(), &heads, rows)
}

fn rules(model: &Model) -> Element {
    let mut list = el("dl").class("rules");
    for (name, says) in say::rules(model) {
        list = list.child(el("dt").child(name)).child(el("dd").child(says));
    }
    list
}

fn area_questions(model: &Model, area: AreaIx) -> AnyView {
    let about = model.area(area);
    let mut content = el("div").lang(model.language()).child(el("p").child(about.why.clone()));
    let mut count = 0;
    for level in [Level::ZERO].into_iter().chain(Level::ASKED) {
        let here = |capability: &&Capability| capability.area == area && capability.level == level;
        let items: Vec<Element> = model.capabilities().iter().filter(here).map(|one| question(model, one)).collect();
        let says = levels::in_plain_words(model, area, level);
        if items.is_empty() && says.is_none() {
            continue;
        }
        count += items.len();
        content = content
            .child(el("p").class("sub").child(words::levels::named(model, level)))
            .child(says.map(|says| line("p", &says)))
            .child((!items.is_empty()).then(|| el("ul").class("plain").child(items)));
    }
    disclosure("more", say::area(about, count), content)
}

fn question(model: &Model, capability: &Capability) -> Element {
    let about = say::about_question(capability, model.lens(capability.lens));
    el("li").child(capability.question.clone()).child(el("span").class("quiet").child(about))
}

fn sources(model: &Model) -> AnyView {
    let source = model.source();
    let mut list = el("ul");
    for Work { title, address, licence } in std::iter::once(&source.main).chain(&source.also) {
        let licence = el("span").class("quiet").child(format!(" {licence}"));
        list = list.child(el("li").child(external_link(address, title)).child(licence));
    }
    group()
        .child(el("p").child(source.note.clone()))
        .child(list)
        .child(el("p").class("quiet").child(say::edition(model)))
        .into_any()
}
