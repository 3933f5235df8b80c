//! The trend as small charts, one per area and overall level, and as a table.

use leptos::prelude::*;

use crate::components::charts::drawing::Picture;
use crate::components::charts::trend::{TrendPoint, drawing};
use crate::components::{Disclosure, ScrollTable, UserText};
use crate::state::{OpenAssessment, local_day};
use mlops_core::history::snapshots::{KnownRange, Point, Trend};
use mlops_core::model::Model;
use mlops_core::scoring::profile::Range;
use mlops_core::words::{self, history as say};

/// The charts with the latest change; without an earlier snapshot, what to do.
#[component]
pub fn TrendCharts(
    trend: Trend,
    /// Whether the table was opened, which outlasts the charts of one trend.
    table_opened: RwSignal<bool>,
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let [.., before, now] = trend.points.as_slice() else {
        return view! { <p>{say::NO_TREND}</p> }.into_any();
    };
    let lead = moved(model, &trend, before, now);
    let charts = series(model, &trend).into_iter().map(|Series { title, is_overall, of }| {
        let chart = chart(&title, &trend, &of);
        view! {
            <div class:is-overall=is_overall>
                <h3>
                    <UserText text=title/>
                </h3>
                {chart}
            </div>
        }
    });
    let charts = charts.collect_view();
    let trend = StoredValue::new(trend);
    view! {
        <p class="lead">{lead}</p>
        <div class="trend">{charts}</div>
        <p class="quiet">{say::HOW_TO_READ}</p>
        <Disclosure class="more" was_opened=table_opened summary=|| say::AS_TABLE>
            {trend.with_value(|trend| view! { <TrendTable trend=trend.clone()/> })}
        </Disclosure>
    }
    .into_any()
}

/// Reads the value of a series at a point of the trend.
type SeriesValue = Box<dyn Fn(&Point) -> KnownRange>;

/// What one chart shows.
struct Series {
    title: String,
    /// Whether it is the overall level of a track. Its chart has a row of its own.
    is_overall: bool,
    of: SeriesValue,
}

/// The series to draw: for each track its overall level and its areas.
fn series(model: &Model, trend: &Trend) -> Vec<Series> {
    let mut all = Vec::new();
    for (place, &track) in trend.tracks.iter().enumerate() {
        let title = say::overall(&model.track(track).title);
        all.push(Series { title, is_overall: true, of: Box::new(move |point| point.tracks[place]) });
        for (at, &area) in trend.areas.iter().enumerate().filter(|&(_, &area)| model.area(area).track == track) {
            let title = model.area(area).title.clone();
            all.push(Series { title, is_overall: false, of: Box::new(move |point| point.areas[at]) });
        }
    }
    all
}

fn chart(title: &str, trend: &Trend, of: &SeriesValue) -> AnyView {
    let last = trend.points.len() - 1;
    let mark = |at: usize| {
        if at == last { words::mid_sentence(say::NOW) } else { say::month(local_day(trend.points[at].at)) }
    };
    let at = |(at, point): (usize, &Point)| TrendPoint {
        seconds: point.at.unix_seconds(),
        mark: mark(at),
        level: of(point),
    };
    let points: Vec<TrendPoint> = trend.points.iter().enumerate().map(at).collect();
    let said: Vec<(String, KnownRange)> =
        trend.points.iter().map(|point| (say::snapshot_name(point, local_day(point.at)), of(point))).collect();
    view! { <Picture drawing=drawing(say::chart(title, &said), &points)/> }.into_any()
}

/// The levels that certainly changed since the last snapshot, whatever the answers to open questions are.
fn moved(model: &Model, trend: &Trend, before: &Point, now: &Point) -> String {
    let known = |point: &Point, at: usize| point.areas[at].range.filter(|_| point.areas[at].is_known);
    let with = |is: fn(Range, Range) -> bool| -> Vec<String> {
        let areas = trend.areas.iter().enumerate();
        let moved =
            areas.filter(|&(at, _)| known(before, at).zip(known(now, at)).is_some_and(|(old, new)| is(old, new)));
        moved.map(|(_, &area)| model.area(area).title.clone()).collect()
    };
    let is_exact =
        |point: &Point| point.areas.iter().all(|one| one.range.is_none_or(|range| one.is_known && range.is_exact()));
    let (up, down) = (with(|old, new| new.low > old.high), with(|old, new| new.high < old.low));
    say::moved(
        &up,
        &down,
        &say::snapshot_in_sentence(before, local_day(before.at)),
        is_exact(before) && is_exact(now),
    )
}

#[component]
fn TrendTable(trend: Trend) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let series = series(model, &trend);
    let heads = std::iter::once(say::SNAPSHOT.to_owned()).chain(series.iter().map(|one| one.title.clone()));
    let heads = heads.collect();
    let last = trend.points.len().saturating_sub(1);
    let row = |(at, point): (usize, &Point)| {
        let name = say::snapshot_and_day(point, local_day(point.at));
        let name = if at == last { name } else { format!("{}. {name}", at + 1) };
        let cells = series.iter().map(|one| view! { <td>{say::known_range((one.of)(point))}</td> }).collect_view();
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells}
            </tr>
        }
    };
    let rows = trend.points.iter().enumerate().map(row).collect_view();
    view! {
        <ScrollTable caption=say::TREND heads>
            {rows}
        </ScrollTable>
    }
}
