//! The trend as small multiples, one an area, and the same as a table.

use leptos::prelude::*;

use crate::components::charts::drawing::Picture;
use crate::components::charts::trend::{At, drawing};
use crate::state::local_day;
use crate::ui::disclosure::disclosure;
use crate::ui::element::{Element, el, group, theirs};
use crate::ui::table::{cell, row, table};
use mlops_core::history::snapshots::{Point, Stood, Trend};
use mlops_core::model::Model;
use mlops_core::scoring::profile::Range;
use mlops_core::words::rounds as say;

/// The charts with what moved last; in their place, where there is no earlier state, what to do.
#[must_use]
pub fn trend_part(model: &Model, trend: &Trend) -> AnyView {
    let [.., before, now] = trend.points.as_slice() else {
        return el("p").child(say::NO_TREND).into_any();
    };
    let charts: Vec<Element> =
        series(model, trend).iter().map(|(title, of)| chart(title, trend, of.as_ref())).collect();
    group()
        .child(el("p").class("lead").child(moved(model, trend, before, now)))
        .child(el("div").class("trend").child(charts))
        .child(el("p").class("quiet").child(say::HOW_TO_READ))
        .child(disclosure("more", say::AS_TABLE, trend_table(model, trend)))
        .into_any()
}

type Of = Box<dyn Fn(&Point) -> Stood>;

/// What is drawn: each track's floor, and its areas.
fn series(model: &Model, trend: &Trend) -> Vec<(String, Of)> {
    let mut all: Vec<(String, Of)> = Vec::new();
    for (place, &track) in trend.tracks.iter().enumerate() {
        all.push((say::overall(&model.track(track).title), Box::new(move |point| point.tracks[place])));
        for (at, &area) in trend.areas.iter().enumerate().filter(|&(_, &area)| model.area(area).track == track) {
            all.push((model.area(area).title.clone(), Box::new(move |point| point.areas[at])));
        }
    }
    all
}

fn chart(title: &str, trend: &Trend, of: &dyn Fn(&Point) -> Stood) -> Element {
    let last = trend.points.len() - 1;
    let mark = |at: usize| if at == last { "now".to_owned() } else { (at + 1).to_string() };
    let at = |(at, point): (usize, &Point)| At { seconds: point.at.unix_seconds(), mark: mark(at), stood: of(point) };
    let states: Vec<At> = trend.points.iter().enumerate().map(at).collect();
    let said: Vec<(String, Stood)> =
        trend.points.iter().map(|point| (say::state(point, local_day(point.at)), of(point))).collect();
    el("div")
        .child(el("h3").child(theirs(title.to_owned())))
        .child(view! { <Picture drawing=drawing(say::chart(title, &said), &states)/> }.into_any())
}

/// What moved for certain: past whatever open answers could have said.
fn moved(model: &Model, trend: &Trend, before: &Point, now: &Point) -> String {
    let known = |point: &Point, at: usize| point.areas[at].range.filter(|_| point.areas[at].is_known);
    let with = |is: fn(Range, Range) -> bool| -> Vec<String> {
        let areas = trend.areas.iter().enumerate();
        let moved =
            areas.filter(|&(at, _)| known(before, at).zip(known(now, at)).is_some_and(|(old, new)| is(old, new)));
        moved.map(|(_, &area)| model.area(area).title.clone()).collect()
    };
    let is_settled = |point: &Point| {
        point.areas.iter().all(|one| one.range.is_none_or(|range| one.is_known && range.is_settled()))
    };
    let (up, down) = (with(|old, new| new.low > old.high), with(|old, new| new.high < old.low));
    say::moved(&up, &down, &say::state(before, local_day(before.at)), is_settled(before) && is_settled(now))
}

fn trend_table(model: &Model, trend: &Trend) -> AnyView {
    let series = series(model, trend);
    let mut heads = vec![say::STATE.to_owned()];
    heads.extend(series.iter().map(|(title, _)| title.clone()));
    let rows = trend.points.iter().enumerate().map(|(at, point)| {
        let is_last = at + 1 == trend.points.len();
        let name = say::state_and_day(point, local_day(point.at));
        let name = if is_last { name } else { format!("{}. {name}", at + 1) };
        series.iter().fold(row(name), |row, (_, of)| row.child(cell(say::stood(of(point)))))
    });
    table(say::TREND.to_owned(), &heads, rows.collect())
}
