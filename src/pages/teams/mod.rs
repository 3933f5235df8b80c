//! Many teams: their distribution, a row for each, and what they have in common.

mod distribution;
mod export;
mod filters;
mod grid;
mod import;
mod loading;
pub mod storage;
mod viewport;

use leptos::prelude::*;

use crate::browser::stylesheet;
use crate::components::{EXPORT_POPOVER, LiveText, PageHeading, Popover, PopoverButton};
use crate::pages::teams::distribution::{Distribution, InCommon};
use crate::pages::teams::export::TeamExports;
use crate::pages::teams::filters::Filters;
use crate::pages::teams::grid::TeamGrid;
use crate::pages::teams::import::{ImportStatus, ImportTeams};
use crate::state::OpenAssessment;
use crate::state::teams::Teams;
use mlops_core::words::{pages, teams as say};

const STYLE: &str = include_str!("../../../style/teams.css");

/// The teams that were read, or the ways to add some.
#[component]
pub fn TeamsPage() -> impl IntoView {
    stylesheet::adopt(STYLE);
    let teams = expect_context::<Teams>();
    teams.start(expect_context::<OpenAssessment>().model());
    let has_teams = Memo::new(move |_| teams.has_some());
    view! {
        <Show when=move || has_teams.get() fallback=|| view! { <NoTeams/> }>
            <ManyTeams/>
        </Show>
    }
}

#[component]
fn NoTeams() -> impl IntoView {
    view! {
        <PageHeading>{pages::TEAMS}</PageHeading>
        <p class="lead">{say::LEAD}</p>
        <ImportStatus/>
        <section>
            <h2>{say::ADD_RESULTS}</h2>
            <ImportTeams/>
        </section>
    }
}

#[component]
fn ManyTeams() -> impl IntoView {
    let teams = expect_context::<Teams>();
    let rows = teams.rows();
    let shown = move || {
        let all = teams.portfolio.with(|portfolio| portfolio.as_ref().map_or(0, |portfolio| portfolio.len()));
        say::shown(rows.with(|rows| rows.len()), all)
    };
    view! {
        <div class="bar is-result">
            <p class="bar-title">
                <LiveText text=Signal::derive(shown)/>
            </p>
            <PopoverButton popover=EXPORT_POPOVER>{pages::EXPORT}</PopoverButton>
        </div>
        <PageHeading>{pages::TEAMS}</PageHeading>
        <ImportStatus/>
        // Its content is drawn even while closed, because it listens to files that are dropped on the page.
        <details class="more">
            <summary>{say::CHANGE_RESULTS}</summary>
            <ImportTeams/>
        </details>
        <Filters/>
        <Distribution rows/>
        <TeamGrid rows/>
        <InCommon rows/>
        <Popover id=EXPORT_POPOVER label=pages::EXPORT>
            <TeamExports rows/>
        </Popover>
    }
}
