//! What builder views still draw of [`small_profile`](crate::components): to go with the last of them.

use leptos::prelude::*;

use crate::components::{AreaLevel, LevelPips, SmallProfile, lang_of};
use mlops_core::model::{AreaIx, Model};
use mlops_core::scoring::case::Case;
use mlops_core::scoring::profile::{AreaProfile, Range, TrackProfile};

/// [`SmallProfile`] of a track.
#[must_use]
pub fn small_profile(case: Case, track: &TrackProfile) -> AnyView {
    let areas = track.areas.iter().map(|area| (case.model.area(area.area).title.clone(), area.clone())).collect();
    view! { <SmallProfile areas lang=lang_of(case.model)/> }.into_any()
}

/// An area of a small profile.
#[must_use]
pub fn small_area(model: &Model, area: AreaIx, level: AnyView) -> AnyView {
    view! { <li><span lang=lang_of(model)>{model.area(area).title.clone()}</span>{level}</li> }.into_any()
}

/// [`AreaLevel`] of an area.
#[must_use]
pub fn area_stands(area: &AreaProfile) -> AnyView {
    view! { <AreaLevel area=area.clone()/> }.into_any()
}

/// [`LevelPips`] of a range.
#[must_use]
pub fn stands(range: Range, text: String, spoken: String) -> AnyView {
    view! { <LevelPips range text spoken/> }.into_any()
}
