//! Area by area: where each stands, what stands between it and its next level, and the answers behind every cell.

use crate::page::result::Shown;
use crate::page::result::advice::heading;
use crate::route::Route;
use crate::ui::chart::profile::badge;
use crate::ui::control::link;
use crate::ui::disclosure::disclosure;
use crate::ui::document::{answered, document};
use crate::ui::element::{Element, el};
use crate::ui::external_link::external_link;
use mlops_core::model::{AreaIx, CapabilityIx, Weight};
use mlops_core::report::areas::{area_says, given, lens_table};
use mlops_core::report::levels;
use mlops_core::scoring::levels::LevelResult;
use mlops_core::scoring::profile::{AreaProfile, TrackProfile};
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
        .child(disclosure("more", say::LENSES, document(&[lens_table(shown.subject.case, track)])))
}

fn area_result(shown: Shown, area: &AreaProfile) -> Element {
    let model = shown.subject.case.model;
    let about = model.area(area.area);
    let range = area.range;
    let to_questions = shown.id.map(|id| {
        let href = Route::Questions { id: id.to_owned(), area: Some(about.id.clone()) }.href();
        el("p").child(link(say::questions_on(about), href))
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
        .child(document(&area_says(shown.subject.case, area)))
        .child(to_questions)
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
    let mut item = answered(shown.subject.case.model.language(), &given(shown.subject.case, at));
    if capability.weight != Weight::Core {
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
