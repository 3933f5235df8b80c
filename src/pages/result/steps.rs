//! Below the first screen: the map of manual work, mismatches, open questions, and later steps.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::dom;
use crate::components::charts::map::StageTiles;
use crate::components::{Blocks, LineText, lang_of, step_id};
use crate::pages::result::PartHeading;
use crate::state::result::ShownResult;
use mlops_core::advice::next_steps::{Advice, List, NextStep};
use mlops_core::advice::patterns::FiredPattern;
use mlops_core::advice::stage_map::{self, StageState};
use mlops_core::model::{Model, TrackIx};
use mlops_core::report::document::{Block, Line};
use mlops_core::report::track::TrackResult;
use mlops_core::report::{Subject, advice};
use mlops_core::scoring::case::Case;
use mlops_core::words;
use mlops_core::words::result as say;

/// The number of open questions, and of mismatches, that are shown; the others are folded.
const SHOWN: usize = 3;

/// A next step for a list.
#[derive(Clone, Debug)]
pub struct ListedStep {
    /// The id of its capability.
    pub id: String,
    /// The number of its class.
    pub class: String,
    /// The name of its capability.
    pub name: String,
    /// Effort and effect.
    pub in_brief: Line,
    /// Its name, level and effort.
    pub in_short: Line,
    /// Everything else about it, below its name.
    pub blocks: Vec<Block>,
}

impl ListedStep {
    #[must_use]
    pub fn of(subject: &Subject, step: &NextStep) -> Self {
        let capability = subject.case.model.capability(step.capability);
        Self {
            id: capability.id.clone(),
            class: step.class.number().to_string(),
            name: capability.name().to_owned(),
            in_brief: advice::in_brief(subject, step),
            in_short: advice::step_in_short(subject.case, step),
            blocks: advice::step_says(subject, step),
        }
    }
}

/// A pattern that fired, in words.
#[derive(Clone, Debug)]
struct ShownPattern {
    id: String,
    kind: &'static str,
    /// For a gap that has become a mismatch: the number of months that the pattern has fired.
    months: Option<u32>,
    title: String,
    blocks: Vec<Block>,
}

/// The patterns of the questionnaire that fired in a track.
#[derive(Clone, Debug)]
pub struct Patterns {
    /// Practices in place with a missing counterpart.
    mismatches: Vec<ShownPattern>,
    /// Gaps that are normal at the team's level.
    gaps: Vec<ShownPattern>,
    /// Answers to check: practices in place without what they depend on.
    to_check: Vec<Line>,
    /// The questions outside the question set that patterns would need.
    unasked: Option<Block>,
}

impl Patterns {
    /// The patterns of a track's result.
    #[must_use]
    pub fn of(case: Case, result: &TrackResult) -> Self {
        let pattern = |fired: &&FiredPattern| {
            let mut blocks = advice::pattern(case, fired, &result.advice);
            // The title is the summary of the folded entry.
            blocks.retain(|block| !matches!(block, Block::Heading(..)));
            ShownPattern {
                id: fired.pattern.id.clone(),
                kind: fired.kind.word(),
                months: fired.months,
                title: fired.pattern.title.clone(),
                blocks,
            }
        };
        Self {
            mismatches: result.mismatches.iter().map(pattern).collect(),
            gaps: result.gaps.iter().map(pattern).collect(),
            to_check: result.to_check.iter().map(|one| advice::answer_to_check(case, one)).collect(),
            unasked: advice::unasked(case, &result.unasked),
        }
    }
}

/// The map of manual work; nothing if no stage has a manual task.
#[component]
pub fn MapSection(
    result: Arc<ShownResult>,
    map: stage_map::StageMap,
    /// Whether it is the first map of the page, which has the explanation.
    is_first: bool,
    /// The title of the track, if there are several tracks.
    track_title: Option<&'static str>,
    id: String,
) -> impl IntoView {
    (!map.stages.is_empty()).then(|| {
        let model = result.model;
        let still_manual = words::advice::still_manual(&map, model);
        let tasks = StoredValue::new(advice::map_table(result.case(), &map, words::report::LIFECYCLE.to_owned()));
        let panel = Callback::new(move |stage: StageState| {
            let tasks = advice::map_stage(result.case(), &stage);
            view! { <div lang=lang_of(model)><Blocks blocks=vec![tasks]/></div> }.into_any()
        });
        // On paper no stage can be opened.
        let is_printing = RwSignal::new(false);
        dom::on_print(move |is_before| is_printing.set(is_before));
        view! {
            <section aria-labelledby=id.clone()>
                <PartHeading id=id.clone() track_title>{words::advice::MAP}</PartHeading>
                {is_first.then(|| view! { <p class="quiet">{words::advice::MAP_ASKS}</p> })}
                <p>{still_manual}</p>
                <StageTiles model map panel/>
                <Show when=move || is_printing.get()>
                    <Blocks blocks=vec![tasks.get_value()]/>
                </Show>
            </section>
        }
    })
}

/// Mismatches, open questions, and later steps.
#[component]
pub fn StepSection(
    result: Arc<ShownResult>,
    /// The recommended steps of the track.
    advice: Arc<Advice>,
    patterns: Patterns,
    /// The title of the track, if there are several tracks.
    track_title: Option<&'static str>,
    id: String,
) -> impl IntoView {
    let lang = lang_of(result.model);
    let listed = |steps: &[NextStep]| {
        result.with_subject(|subject| steps.iter().map(|step| ListedStep::of(subject, step)).collect::<Vec<_>>())
    };
    let (open, later) = (listed(&advice.find_out), listed(&advice.later));
    let heading = words::advice::list_heading(List::Later, advice.so_far);
    let later = (!later.is_empty()).then(|| {
        let count = words::quantity::steps(later.len());
        view! {
            <details class="more on-paper">
                <summary>{format!("{heading}: {count}")}</summary>
                <ol data-list=List::Later.word()><FoldedSteps steps=later lang=lang.clone()/></ol>
            </details>
        }
    });
    view! {
        <section aria-labelledby=id.clone()>
            <PartHeading id=id.clone() track_title>{say::STEPS}</PartHeading>
            <PatternLists patterns lang=lang.clone()/>
            <FindOut steps=open so_far=advice.so_far lang=lang.clone()/>
            {later}
        </section>
    }
}

/// Mismatches, normal gaps, answers to check, and questions outside the question set that patterns would need.
#[component]
fn PatternLists(patterns: Patterns, lang: Option<String>) -> impl IntoView {
    let Patterns { mismatches: mut first, gaps, to_check, unasked } = patterns;
    let more = first.split_off(first.len().min(SHOWN));
    let folded = |pattern: ShownPattern| {
        view! {
            <div data-pattern=pattern.id data-kind=pattern.kind data-months=pattern.months.map(|months| months.to_string())>
                <details class="stall more">
                    <summary><span lang=lang.clone()>{pattern.title}</span></summary>
                    <div lang=lang.clone()><Blocks blocks=pattern.blocks/></div>
                </details>
            </div>
        }
    };
    let more_count = more.len();
    let more = more.into_iter().map(folded).collect_view();
    let gap_count = gaps.len();
    let gaps = gaps.into_iter().map(folded).collect_view();
    let check_count = to_check.len();
    let to_check = to_check.into_iter().map(|line| view! { <li><LineText line/></li> }).collect_view();
    view! {
        {(!first.is_empty()).then(|| view! {
            <h3>{words::advice::MISMATCHES}</h3>
            <p class="quiet">{words::advice::MISMATCHES_ARE}</p>
        })}
        {first.into_iter().map(folded).collect_view()}
        {(more_count > 0).then(|| view! {
            <details class="more on-paper continues">
                <summary>{say::more_mismatches(more_count)}</summary>
                <div>{more}</div>
            </details>
        })}
        {(gap_count > 0).then(|| view! {
            <details class="more on-paper">
                <summary>{say::normal_gaps(gap_count)}</summary>
                <div>{gaps}</div>
            </details>
        })}
        {(check_count > 0).then(|| view! {
            <details class="more on-paper">
                <summary>{say::answers_to_check(check_count)}</summary>
                <ul>{to_check}</ul>
            </details>
        })}
        <Blocks blocks=unasked.into_iter().collect()/>
    }
}

/// The open questions. Those that narrow the levels most come first.
#[component]
fn FindOut(steps: Vec<ListedStep>, so_far: bool, lang: Option<String>) -> impl IntoView {
    let mut first = steps;
    let more = first.split_off(first.len().min(SHOWN));
    let list = |steps: Vec<ListedStep>| {
        view! {
            <ul class="plain" data-list=List::FindOut.word()><FoldedSteps steps lang=lang.clone()/></ul>
        }
    };
    let more = (!more.is_empty()).then(|| {
        view! {
            <details class="more on-paper continues">
                <summary>{say::more_open(more.len())}</summary>
                {list(more)}
            </details>
        }
    });
    (!first.is_empty()).then(|| {
        view! {
            <h3>{words::advice::list_heading(List::FindOut, so_far)}</h3>
            {list(first)}
            {more}
        }
    })
}

/// Steps that are each folded to one line.
#[component]
fn FoldedSteps(steps: Vec<ListedStep>, lang: Option<String>) -> impl IntoView {
    let step = |step: ListedStep| {
        view! {
            <li id=step_id(&step.id) data-next=step.id.clone() data-class=step.class lang=lang.clone()>
                <details class="more">
                    <summary><LineText line=step.in_short/></summary>
                    <Blocks blocks=step.blocks/>
                </details>
            </li>
        }
    };
    steps.into_iter().map(step).collect_view()
}

/// The practices of another track that can be reused for this one.
#[component]
pub fn ReuseSection(
    model: &'static Model,
    /// The track of the result.
    track: TrackIx,
    /// The practices.
    blocks: Vec<Block>,
    id: String,
) -> impl IntoView {
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{words::advice::extend(model.track(track))}</h2>
            <Blocks blocks/>
        </section>
    }
}
