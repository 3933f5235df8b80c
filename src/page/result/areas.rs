//! Area by area: where each stands, what stands between it and its next level, and the answers behind every cell.

use leptos::prelude::AnyView;

use crate::page::profile::level_heads;
use crate::page::result::Shown;
use crate::page::result::advice::heading;
use crate::route::Route;
use crate::ui::chart::profile::badge;
use crate::ui::control::link;
use crate::ui::disclosure::disclosure;
use crate::ui::document::{document, line};
use crate::ui::element::{Element, el, group};
use crate::ui::external_link::external_link;
use crate::ui::table::{cell, row, table};
use mlops_core::model::{AreaIx, CapabilityIx};
use mlops_core::report::levels;
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::{AreaProfile, LevelResult, TrackProfile};
use mlops_core::words;
use mlops_core::words::result as say;

/// The areas of a track, each folded to a line, and the lenses.
#[must_use]
pub fn area_section(shown: Shown, track: &TrackProfile, id: String) -> Element {
    let areas: Vec<Element> = track.areas.iter().map(|area| area_result(shown, area)).collect();
    el("section")
        .attr("aria-labelledby", id.clone())
        .child(heading(shown.subject, track.track, say::AREA_BY_AREA, id))
        .child(areas)
        .child(disclosure("more", say::LENSES, lenses(shown.subject.case, track)))
}

fn area_result(shown: Shown, area: &AreaProfile) -> Element {
    let model = shown.subject.case.model;
    let about = model.area(area.area);
    let range = area.range;
    let to_questions = shown.id.map(|id| {
        let href = Route::Questions { id: id.to_owned(), area: Some(about.id.clone()) }.href();
        el("p").child(link(say::questions_on(about), href))
    });
    let ahead = (!area.ahead.is_empty()).then(|| {
        group().child(el("p").class("sub").child(say::AHEAD)).child(names(shown.subject.case, &area.ahead)).into_any()
    });
    el("details")
        .class("area")
        .attr("data-area", about.id.clone())
        .attr("data-level", range.low.to_string())
        .attr("data-low", range.low.to_string())
        .attr("data-high", range.high.to_string())
        .child(
            el("summary")
                .child(badge(area))
                .child(el("b").lang(model.language()).child(about.title.clone()))
                .child(el("span").class("quiet").child(say::to_next(area))),
        )
        .child(levels::in_plain_words(model, area.area, range.low).map(|says| line("p", &says)))
        .child(el("p").child(words::why(model, area)))
        .child(area.next_level().map(|level_result| blocking(shown.subject.case, level_result)))
        .child(ahead)
        .child(to_questions)
}

fn names(case: Case, of: &[CapabilityIx]) -> Element {
    let mut list = el("ul");
    for &at in of {
        let capability = case.model.capability(at);
        let level = el("span").class("quiet").child(say::at_level(capability.level));
        let name = el("span").lang(case.model.language()).child(capability.name().to_owned());
        list = list.child(el("li").child(name).child(level));
    }
    list
}

/// A question with the answer it got.
fn answered(case: Case, at: CapabilityIx) -> Element {
    el("li").child(el("span").class("given").child(words::answer_or_open(case.answer(at)))).child(
        el("span").class("asked").lang(case.model.language()).child(case.model.capability(at).question.clone()),
    )
}

/// What stands between an area and its next level.
fn blocking(case: Case, level_result: &LevelResult) -> AnyView {
    let list = |of: &[CapabilityIx]| {
        el("ul").class("checklist").child(of.iter().map(|&at| answered(case, at)).collect::<Vec<_>>())
    };
    let core = (!level_result.core_missing.is_empty()).then(|| {
        let says = say::cannot_do_without(level_result.level);
        group().child(el("p").class("sub").child(says)).child(list(&level_result.core_missing)).into_any()
    });
    let support = (level_result.support_short > 0).then(|| {
        let says = say::needs_some(level_result.level);
        group().child(el("p").class("sub").child(says)).child(list(&level_result.support_missing)).into_any()
    });
    group().child(core).child(support).into_any()
}

/// The answers behind a cell of the profile.
#[must_use]
pub fn checklist(shown: Shown, area: AreaIx, level_result: &LevelResult) -> Element {
    let model = shown.subject.case.model;
    let items: Vec<Element> = level_result.capabilities.iter().map(|&at| checked(shown, at)).collect();
    el("div")
        .child(el("p").class("sub").child(say::level_state(model, level_result)))
        .child(document(&levels::behind_a_cell(model, area, level_result.level)))
        .child(el("ul").class("checklist").child(items))
}

/// A question with its answer and what was said to it.
fn checked(shown: Shown, at: CapabilityIx) -> Element {
    let capability = shown.subject.case.model.capability(at);
    let mut item = answered(shown.subject.case, at);
    if !capability.core {
        item = item.child(el("span").class("noted").child(words::kind(capability)));
    }
    let Some(response) = shown.subject.assessment.and_then(|assessment| assessment.responses.get(&capability.id))
    else {
        return item;
    };
    if !response.note.is_empty() {
        item = item.child(el("span").class("noted").child(response.note.clone()));
    }
    if !response.evidence.is_empty() {
        item = item.child(el("span").class("noted").child(external_link(&response.evidence, &response.evidence)));
    }
    item
}

/// The capabilities in place by lens and level.
fn lenses(case: Case, track: &TrackProfile) -> AnyView {
    let mut rows = Vec::new();
    for profile in &track.lenses {
        let mut shown = row(case.model.lens(profile.lens).title.clone());
        for &share in &profile.levels {
            shown = shown.child(if share.of == 0 {
                cell(say::NOT_ASKED)
            } else {
                let bar = el("progress")
                    .attr("max", share.of.to_string())
                    .attr("value", share.part.to_string())
                    .attr("aria-hidden", "true");
                cell(words::share(share)).child(bar)
            });
        }
        rows.push(shown);
    }
    table(say::lenses_of(case.model, track), &level_heads(&[say::LENS]), rows)
}
