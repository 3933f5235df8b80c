//! What would change with the ticked steps in place: levels, effort, weeks, what is still manual, mismatches.
//!
//! A tick is to be seen within a frame on a slow machine, and most of a redraw is the browser's layout of new text. So
//! what a tick changes is worked out first, and only the parts that came out differently are drawn.

use leptos::prelude::*;

use crate::state::Session;
use crate::ui::element::{Element, el, nothing, reactive};
use mlops_core::advice::patterns::{FiredPattern, fired_patterns, of_track};
use mlops_core::advice::plan::Plan;
use mlops_core::advice::stage_map::{Automation, StageMap, stage_map};
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, CapabilityIx, Model, TrackIx};
use mlops_core::report::Subject;
use mlops_core::report::plan::{Planned, gains, together};
use mlops_core::scoring::profile::{AreaProfile, Profile, Range, profile_of};
use mlops_core::words::{self, plan as say};

/// What the ticked steps come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// All of it in a line.
    pub in_short: String,
    tracks: Vec<OfTrack>,
}

/// The same for one track.
#[derive(Clone, Debug, PartialEq)]
struct OfTrack {
    track: TrackIx,
    bars: Vec<Bar>,
    /// How far each stage is automated, as a class a stage.
    cells: String,
    texts: [String; 5],
}

/// An area today and as planned.
#[derive(Clone, Debug, PartialEq)]
struct Bar {
    area: AreaIx,
    today: Level,
    planned: Range,
    words: String,
    aloud: String,
}

/// What the ticked steps come to; follows every tick.
#[must_use]
pub fn told(session: Session) -> Memo<Told> {
    Memo::new(move |_| session.with_subject(tell).unwrap_or_default())
}

fn tell(subject: &Subject) -> Told {
    let plans = Planned::of(subject);
    let ticked: Vec<CapabilityIx> =
        plans.iter().flat_map(|planned| planned.ticked.steps()).map(|step| step.capability).collect();
    let answers = subject.case.answers.with_yes(ticked.iter().copied());
    let case = subject.case.with(&answers);
    let profile = profile_of(case);
    let left = fired_patterns(case);
    let gained = |planned: &Planned| -> usize {
        let gains = gains(planned, subject.profile, &profile);
        gains.iter().map(|(_, from, to)| usize::from(to.number() - from.number())).sum()
    };
    let effort = together(plans.iter().map(|planned| &planned.ticked)).effort;
    let listed = plans.iter().map(|planned| planned.listed().count()).sum();
    let in_short = say::ticked(ticked.len(), listed, effort, plans.iter().map(gained).sum());
    let of_track = |planned: &Planned| {
        let track = planned.track;
        let (today, after) = (stage_map(subject.case, track), stage_map(case, track));
        let left_out = planned.left_out(subject.case);
        let left_out = if left_out.is_empty() { String::new() } else { say::left_out(case.model, &left_out) };
        let mismatches = say::mismatches(&titles(subject.patterns, track), &titles(&left, track));
        let [sum, takes] = total(&planned.ticked, planned.people);
        OfTrack {
            track,
            bars: bars(subject.profile, &profile, track),
            cells: cells(&after),
            texts: [sum, takes, left_out, say::manual_stages(case.model, &today, &after), mismatches],
        }
    };
    Told { in_short, tracks: plans.iter().map(of_track).collect() }
}

/// The sum of the ticked steps and how long they take.
fn total(ticked: &Plan, people: u32) -> [String; 2] {
    if ticked.is_empty() {
        return [say::NONE_TICKED.to_owned(), String::new()];
    }
    [say::sum(ticked), format!("{}.", words::capitalised(&say::takes(ticked, people)))]
}

fn titles<'m>(patterns: &[FiredPattern<'m>], track: TrackIx) -> Vec<&'m str> {
    let of_track = of_track(patterns, track).into_iter().filter(|fired| fired.is_mismatch());
    of_track.map(|fired| fired.pattern.title.as_str()).collect()
}

fn bars(today: &Profile, planned: &Profile, track: TrackIx) -> Vec<Bar> {
    let areas = planned.tracks.iter().filter(|one| one.track == track).flat_map(|track| &track.areas);
    let bar = |planned: &AreaProfile| {
        let today = today.area(planned.area)?;
        Some(Bar {
            area: planned.area,
            today: today.range.low,
            planned: planned.range,
            words: words::levels::from_to(&words::level_or_range(today), &words::level_or_range(planned)),
            aloud: say::from_to_aloud(&words::stands(today), &words::stands(planned)),
        })
    };
    areas.filter_map(bar).collect()
}

/// How far each stage is automated, as a class a stage.
fn cells(map: &StageMap) -> String {
    let class = |automation| match automation {
        Automation::Automated => "is-automatic",
        Automation::Partly => "is-partly",
        Automation::Manual => "is-waiting",
        Automation::Unknown => "is-unknown",
    };
    map.stages.iter().map(|stage| class(stage.automation)).collect::<Vec<_>>().join(" ")
}

/// The part of the page that shows it for a track.
#[must_use]
pub fn what_if(session: Session, told: Memo<Told>, track: TrackIx) -> Element {
    let of_track = move |told: &Told| told.tracks.iter().find(|one| one.track == track).cloned();
    let text = |at: usize| {
        let text =
            Memo::new(move |_| told.with(|told| of_track(told).map(|one| one.texts[at].clone())).unwrap_or_default());
        el("p").reactive_flag("hidden", move || text.with(String::is_empty)).reactive_text(move || text.get())
    };
    let levels = Memo::new(move |_| told.with(|told| of_track(told).map(|one| one.bars)).unwrap_or_default());
    let cells = Memo::new(move |_| told.with(|told| of_track(told).map(|one| one.cells)).unwrap_or_default());
    let [sum, takes, left_out, manual, mismatches] = [0, 1, 2, 3, 4].map(text);
    el("section")
        .class("what-if")
        .attr("aria-label", say::what_if_of(session.model.track(track)))
        .child(el("h3").child(say::WHAT_IF))
        .child(sum.class("sum"))
        .child(takes.class("quiet"))
        .child(left_out.class("left-out"))
        .child(reactive(move || levels.with(|levels| drawn(session.model, levels))))
        .child(
            el("p")
                .class("legend")
                .child(
                    el("span")
                        .child(el("i").class("key is-gained"))
                        .child(say::GAINED)
                        .reactive_flag("hidden", move || levels.with(|levels| !levels.iter().any(Bar::has_gained))),
                )
                .child(
                    el("span")
                        .child(el("b").child("+"))
                        .child(words::result::mark::PLUS)
                        .reactive_flag("hidden", move || levels.with(|levels| !levels.iter().any(Bar::has_plus))),
                ),
        )
        .child(reactive(move || cells.with(|cells| strip(cells))))
        .child(manual)
        .child(mismatches)
}

impl Bar {
    fn has_gained(&self) -> bool {
        self.today < self.planned.low
    }

    fn has_plus(&self) -> bool {
        self.words.contains('+')
    }

    /// The class of a level's pip.
    fn pip(&self, level: Level) -> String {
        if level <= self.today.min(self.planned.low) {
            format!("pip l{level}")
        } else if level <= self.planned.low {
            format!("pip l{level} is-gained")
        } else if level <= self.planned.high {
            "pip is-open".to_owned()
        } else {
            "pip".to_owned()
        }
    }
}

/// The levels as bars, a pip a level; what the ticked steps add is framed.
fn drawn(model: &Model, bars: &[Bar]) -> AnyView {
    let row = |bar: &Bar| {
        let pip = |level| el("i").class(bar.pip(level));
        let pips: Vec<Element> = Level::ASKED.into_iter().map(pip).collect();
        el("li")
            .attr("data-area", model.area(bar.area).id.clone())
            .attr("data-today", bar.today.to_string())
            .attr("data-planned-low", bar.planned.low.to_string())
            .attr("data-planned-high", bar.planned.high.to_string())
            .child(el("span").child(model.area(bar.area).title.clone()))
            .child(el("span").class("pips").attr("aria-hidden", "true").child(pips))
            .child(el("b").attr("aria-hidden", "true").child(bar.words.clone()))
            .child(el("span").class("sr-only").child(bar.aloud.clone()))
    };
    el("ul").class("plan-bars").child(bars.iter().map(row).collect::<Vec<_>>()).into_any()
}

/// The map in one row of numbers. What it says stands in words below it.
fn strip(cells: &str) -> AnyView {
    if cells.is_empty() {
        return nothing();
    }
    let cell = |(at, class): (usize, &str)| el("span").class(class.to_owned()).child((at + 1).to_string());
    let cells = cells.split_whitespace().enumerate().map(cell).collect::<Vec<_>>();
    el("p").class("strip").attr("aria-hidden", "true").child(cells).into_any()
}
