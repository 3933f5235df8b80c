//! How the shown teams are distributed over the levels, and what they have in common.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::{Blocks, Disclosure, RedrawOnChange};
use crate::state::teams::{Rows, Teams};
use mlops_core::model::level::Level;
use mlops_core::portfolio::{AreaLevels, Portfolio};
use mlops_core::report::document::Block;
use mlops_core::report::portfolio::{in_common, levels_table};
use mlops_core::words::{result as result_words, teams as say};

/// The smallest part of a bar with room for its number, in percent.
const ROOM_FOR_NUMBER: usize = 4;

/// A bar for each area, and the same as a table.
#[component]
pub fn Distribution(rows: Rows) -> impl IntoView {
    let teams = expect_context::<Teams>();
    let table_opened = RwSignal::new(false);
    let shown = move || Some((teams.portfolio.get()?, rows.get()));
    let content = move |shown: Option<(Arc<Portfolio<'static>>, Arc<Vec<usize>>)>| {
        let (portfolio, rows) = shown?;
        if rows.is_empty() {
            return Some(view! { <p class="notice" role="status">{say::NONE_FOUND}</p> }.into_any());
        }
        let levels = portfolio.distribution(&rows);
        let mixed = portfolio.is_mixed(&rows).then(|| view! { <p class="quiet">{say::mixed()}</p> });
        let has = |number: fn(&AreaLevels) -> usize| levels.iter().any(|levels| number(levels) > 0);
        let (has_none, has_unknown) = (has(|levels| levels.without), has(|levels| levels.not_known));
        let table = StoredValue::new(levels_table(&portfolio, &levels));
        let bars = levels.into_iter().map(|levels| {
            let title = say::area_or_all(portfolio.model(), &levels);
            view! { <DistributionBar title levels of=rows.len()/> }
        });
        let bars = bars.collect_view();
        let content = view! {
            <h2>{say::DISTRIBUTION}</h2>
            {mixed}
            <LevelLegend has_none has_unknown/>
            <ul class="spread">{bars}</ul>
            <Disclosure class="table-twin" was_opened=table_opened summary=|| result_words::AS_TABLE>
                <Blocks blocks=vec![table.get_value()]/>
            </Disclosure>
        };
        Some(content.into_any())
    };
    view! { <RedrawOnChange value=shown let:shown>{content(shown)}</RedrawOnChange> }
}

/// The meaning of the colours.
#[component]
fn LevelLegend(
    /// Whether some teams were not asked about an area.
    has_none: bool,
    /// Whether the level of some teams is not known yet.
    has_unknown: bool,
) -> impl IntoView {
    let key = |class: String, text: String| {
        view! {
            <span>
                <i class=class></i>
                {text}
            </span>
        }
    };
    let keys = Level::ALL.into_iter().map(|level| key(format!("key of-level l{level}"), result_words::level(level)));
    view! {
        <p class="legend">
            {keys.collect_view()}
            {has_unknown.then(|| key("key is-unknown".to_owned(), say::LEVEL_NOT_KNOWN.to_owned()))}
            {has_none.then(|| key("key is-open".to_owned(), say::NOT_ASKED.to_owned()))}
        </p>
    }
}

#[component]
fn DistributionBar(title: String, levels: AreaLevels, of: usize) -> impl IntoView {
    let says = say::spread(&title, &levels);
    let AreaLevels { without, not_known, .. } = levels;
    let parts = levels.teams.into_iter().enumerate().filter(|(_, teams)| *teams > 0).map(|(level, teams)| {
        let number = (100 * teams >= ROOM_FOR_NUMBER * of).then_some(teams);
        view! {
            <span class=format!("l{level}") title=say::teams_at(teams, level) style:flex=format!("{teams} 1 0")>
                {number}
            </span>
        }
    });
    let parts = parts.collect_view();
    view! {
        <li>
            <span>{title}</span>
            <span class="spread-bar" role="img" aria-label=says>
                {parts}
                {(not_known > 0)
                    .then(|| view! { <span class="is-unknown" style:flex=format!("{not_known} 1 0")>"?"</span> })}
                {(without > 0)
                    .then(|| view! { <span class="is-none" style:flex=format!("{without} 1 0")></span> })}
            </span>
        </li>
    }
}

/// What many of the shown teams have in common: steps worth doing once for all, missing practices, mismatches, manual
/// tasks.
#[component]
pub fn InCommon(rows: Rows) -> impl IntoView {
    let teams = expect_context::<Teams>();
    let sections = move || {
        let blocks = teams.portfolio.get().map(|portfolio| in_common(&portfolio, &rows.get()).blocks);
        let blocks = blocks.unwrap_or_default();
        let sections = blocks.chunk_by(|_, next| !matches!(next, Block::Heading(..)));
        sections.map(<[Block]>::to_vec).collect::<Vec<_>>()
    };
    let sections_view = |sections: Vec<Vec<Block>>| {
        let section = |blocks| {
            view! {
                <section>
                    <Blocks blocks/>
                </section>
            }
        };
        sections.into_iter().map(section).collect_view()
    };
    view! {
        <div class="in-common">
            <RedrawOnChange value=sections let:sections>
                {sections_view(sections)}
            </RedrawOnChange>
        </div>
    }
}
