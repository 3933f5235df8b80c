//! The filters and the grouping of the shown teams.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::components::{RedrawOnChange, TextField};
use crate::state::teams::Teams;
use mlops_core::model::AreaIx;
use mlops_core::model::level::Level;
use mlops_core::portfolio::{Grouping, Portfolio, Query};
use mlops_core::scoring::case::Scope;
use mlops_core::words::{self, teams as say};

/// The time between the last typed letter and the search.
const SEARCH_DELAY: Duration = Duration::from_millis(150);

/// The controls of the filters and of the grouping.
#[component]
pub fn Filters() -> impl IntoView {
    let teams = expect_context::<Teams>();
    // The options depend on the teams that were read.
    let draw = move |portfolio| filters(teams, portfolio);
    view! {
        <RedrawOnChange value=move || teams.portfolio.get() children=draw/>
    }
}

fn filters(teams: Teams, portfolio: Option<Arc<Portfolio<'static>>>) -> Option<impl IntoView> {
    let portfolio = portfolio?;
    let model = portfolio.model();
    let all: Vec<usize> = (0..portfolio.len()).collect();
    let scopes = [Scope::Essentials, Scope::Full].map(|scope| (Some(scope), words::scope(scope).to_owned()));
    let patterns = portfolio.common_mismatches(&all).into_iter().filter_map(|(pattern, number)| {
        let title = &model.patterns().get(pattern)?.title;
        Some((Some(pattern), format!("{title} ({number})")))
    });
    let manual = portfolio.manual_stages(&all);
    let stages = model.stage_ixs().filter(|stage| manual.iter().any(|one| one.stage == *stage));
    let stages = stages.map(|stage| (Some(stage), model.stage(stage).title.clone()));
    let units: Vec<String> = portfolio.business_units().into_iter().map(str::to_owned).collect();
    let has_units = !units.is_empty();
    let groupings = [
        Some((Grouping::None, say::NO_GROUPS)),
        has_units.then_some((Grouping::BusinessUnit, say::BY_UNIT)),
        Some((Grouping::Prefix, say::BY_PREFIX)),
        Some((Grouping::Tag, say::BY_TAG)),
    ];
    let groupings = groupings.into_iter().flatten().map(|(grouping, text)| (grouping, text.to_owned()));
    let units = or_any(units.into_iter().map(|unit| (Some(unit.clone()), unit)));
    let unit = has_units.then(|| {
        view! {
            <SelectField
                label=words::result::BUSINESS_UNIT
                options=units
                chosen=Signal::derive(move || teams.query.with(|query| query.business_unit.clone()))
                on_choose=move |unit| teams.search(|query| query.business_unit = unit)
            />
        }
    });
    let areas = portfolio.distribution(&all).iter().filter_map(|levels| levels.area).collect();
    let at_most_area = RwSignal::new(teams.query.with_untracked(|query| query.at_most.and_then(|(area, _)| area)));
    let show_all = move |_| {
        teams.search(|query| *query = Query { sort: query.sort, descending: query.descending, ..Query::default() });
        teams.grouping.set(Grouping::None);
        at_most_area.set(None);
    };
    Some(view! {
        <div class="filters" role="search">
            <Search/>
            {unit}
            <SelectField
                label=say::ASKED
                options=or_any(scopes)
                chosen=Signal::derive(move || teams.query.with(|query| query.scope))
                on_choose=move |scope| teams.search(|query| query.scope = scope)
            />
            <AtMost areas area=at_most_area/>
            <SelectField
                label=say::MISMATCH
                options=or_any(patterns)
                chosen=Signal::derive(move || teams.query.with(|query| query.mismatch))
                on_choose=move |pattern| teams.search(|query| query.mismatch = pattern)
            />
            <SelectField
                label=say::MANUAL_STAGE
                options=or_any(stages)
                chosen=Signal::derive(move || teams.query.with(|query| query.manual))
                on_choose=move |step| teams.search(|query| query.manual = step)
            />
            <SelectField
                label=say::GROUP
                options=groupings.collect()
                chosen=teams.grouping
                on_choose=move |grouping| {
                    teams.active.set((0, 0));
                    teams.grouping.set(grouping);
                }
            />
            <button type="button" on:click=show_all>{say::ALL_AGAIN}</button>
        </div>
    })
}

#[component]
fn Search() -> impl IntoView {
    let teams = expect_context::<Teams>();
    let typed = RwSignal::new(String::new());
    // The button that shows all teams again also changes the query.
    let searched = Memo::new(move |_| teams.query.with(|query| query.search.clone()));
    Effect::new(move |_| typed.set(searched.get()));
    let search = move |text: String| {
        typed.set(text.clone());
        set_timeout(
            move || {
                // Only the last of several typed letters starts a search.
                if typed.try_get_untracked().as_deref() == Some(&text) {
                    teams.search(|query| query.search = text);
                }
            },
            SEARCH_DELAY,
        );
    };
    view! { <TextField value=typed on_input=search>{say::SEARCH}</TextField> }
}

/// Two fields that make one filter: an area, and the highest level in it.
#[component]
fn AtMost(
    areas: Vec<AreaIx>,
    /// The chosen area; `None` for the overall level.
    area: RwSignal<Option<AreaIx>>,
) -> impl IntoView {
    let teams = expect_context::<Teams>();
    let level = Signal::derive(move || teams.query.with(|query| query.at_most.map(|(_, level)| level)));
    let ask = move |level: Option<Level>| {
        let area = area.get_untracked();
        teams.search(|query| query.at_most = level.map(|level| (area, level)));
    };
    let title = |area: AreaIx| {
        teams.portfolio.with_untracked(|portfolio| {
            portfolio.as_ref().map(|portfolio| portfolio.model().area(area).title.clone()).unwrap_or_default()
        })
    };
    let mut places = vec![(None, words::pages::OVERALL.to_owned())];
    places.extend(areas.into_iter().map(|area| (Some(area), title(area))));
    let levels = Level::ALL.into_iter().filter(|&level| level < Level::TOP);
    let levels = or_any(levels.map(|level| (Some(level), words::result::level(level))));
    view! {
        <SelectField
            label=say::FILTER_AREA
            options=places
            chosen=area
            on_choose=move |chosen| {
                area.set(chosen);
                ask(level.get_untracked());
            }
        />
        <SelectField label=say::MAX_LEVEL options=levels chosen=level on_choose=ask/>
    }
}

/// The options after the one that filters nothing.
fn or_any<T>(options: impl IntoIterator<Item = (Option<T>, String)>) -> Vec<(Option<T>, String)> {
    std::iter::once((None, say::ANY.to_owned())).chain(options).collect()
}

/// A field with options, one of which is selected.
#[component]
fn SelectField<T: Clone + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    /// Each value with its text.
    options: Vec<(T, String)>,
    #[prop(into)] chosen: Signal<T>,
    #[prop(into)] on_choose: Callback<T>,
) -> impl IntoView {
    let values: Vec<T> = options.iter().map(|(value, _)| value.clone()).collect();
    let change = move |index: String| {
        if let Some(value) = index.parse().ok().and_then(|index: usize| values.get(index)) {
            on_choose.run(value.clone());
        }
    };
    let options = options.into_iter().enumerate().map(|(index, (value, text))| {
        view! { <option value=index.to_string() prop:selected=move || chosen.with(|chosen| *chosen == value)>{text}</option> }
    });
    view! {
        <label class="field">
            <span>{label}</span>
            // Named on its own: the label around it contains all options too.
            <select aria-label=label on:change:target=move |event| change(event.target().value())>
                {options.collect_view()}
            </select>
        </label>
    }
}
