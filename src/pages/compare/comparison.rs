//! A comparison: its report, with charts in place of the tables of levels.

use leptos::prelude::*;

use crate::components::charts::pair::{PairLegend, PairProfile, alt, pair_rows};
use crate::components::{
    Blocks, ButtonLink, Disclosure, EXPORT_POPOVER, LineText, PageHeading, Popover, PopoverButton, SHARE_POPOVER,
};
use crate::pages::compare::export::{ComparisonExports, ShareMenu};
use crate::pages::compare::side::Side;
use crate::route::Route;
use crate::state::OpenAssessment;
use mlops_core::history::compare::{Comparison, compare};
use mlops_core::model::Model;
use mlops_core::report::comparison::comparison_document;
use mlops_core::report::document::{Block, Document};
use mlops_core::words::{compare as say, pages, result as result_words};

/// Two results with their comparison and its report.
#[derive(Clone, Debug)]
pub struct ComparisonReport {
    pub sides: [Side; 2],
    pub comparison: Comparison,
    pub document: Document,
}

/// The comparison of two results, with menus to share and export it.
#[component]
pub fn ComparisonView(
    /// The earlier result and the later one.
    sides: [Side; 2],
) -> impl IntoView {
    let model = expect_context::<OpenAssessment>().model();
    let [before, after] = &sides;
    let comparison = compare(model, &before.record, &after.record);
    let document = comparison_document(model, [&before.record, &after.record], &comparison);
    let swapped = Route::compare(&[&after.key, &before.key]).href();
    let title = document.title.clone();
    let compared = StoredValue::new(ComparisonReport { sides, comparison, document });
    view! {
        <div class="bar is-result">
            <ButtonLink href=swapped>{say::SWAP}</ButtonLink>
            <PopoverButton popover=SHARE_POPOVER>{result_words::SHARE}</PopoverButton>
            <PopoverButton popover=EXPORT_POPOVER>{pages::EXPORT}</PopoverButton>
        </div>
        <div class="result-head">
            <PageHeading>{title}</PageHeading>
            <a href=Route::compare(&[]).href()>{say::CHOOSE_OTHERS}</a>
        </div>
        {compared.with_value(|compared| report(model, compared))}
        <Popover id=SHARE_POPOVER label=result_words::SHARE>
            <ShareMenu compared/>
        </Popover>
        <Popover id=EXPORT_POPOVER label=pages::EXPORT>
            <ComparisonExports compared/>
        </Popover>
    }
}

/// The report without its title. Each table of levels is folded below the chart of the same levels; the sections of
/// areas are side by side if there is room.
fn report(model: &'static Model, compared: &ComparisonReport) -> Vec<AnyView> {
    let blocks = compared.document.blocks.get(1..).unwrap_or_default();
    let end = blocks.iter().position(|block| matches!(block, Block::Heading(2, _))).unwrap_or(blocks.len());
    let (intro, sections) = blocks.split_at(end);
    let mut views = Vec::new();
    let intro = match intro {
        [Block::Paragraph(verdict), rest @ ..] => {
            let verdict = verdict.clone();
            let verdict = view! {
                <p class="verdict">
                    <LineText line=verdict/>
                </p>
            };
            views.push(verdict.into_any());
            rest
        }
        other => other,
    };
    views.push(view! { <Blocks blocks=intro.to_vec()/> }.into_any());
    let mut tracks = compared.comparison.after.tracks.iter();
    let mut areas: Vec<AnyView> = Vec::new();
    for section in sections.chunk_by(|_, next| !matches!(next, Block::Heading(2 | 3, _))) {
        if matches!(section.first(), Some(Block::Heading(3, _))) {
            let area = view! {
                <section>
                    <Blocks blocks=section.to_vec()/>
                </section>
            };
            areas.push(area.into_any());
            continue;
        }
        views.extend(in_columns(std::mem::take(&mut areas)));
        let levels = section.iter().position(is_table_of_levels);
        let Some((at, track)) = levels.and_then(|at| Some((at, tracks.next()?))) else {
            views.push(view! { <Blocks blocks=section.to_vec()/> }.into_any());
            continue;
        };
        let [before, after] = compared.sides.each_ref().map(|side| say::name(&side.record));
        let (above, table) = (section[..at].to_vec(), StoredValue::new(section[at..].to_vec()));
        let rows = pair_rows(model, &compared.comparison, track);
        let chart = view! {
            <Blocks blocks=above/>
            <PairProfile model rows alt=alt(model, &compared.comparison, track)/>
            <PairLegend before after/>
            <Disclosure class="table-twin" summary=|| result_words::AS_TABLE>
                <Blocks blocks=table.get_value()/>
            </Disclosure>
        };
        views.push(chart.into_any());
    }
    views.extend(in_columns(areas));
    views
}

/// The columns of a table of levels: area, before, after, change.
const LEVEL_COLUMNS: usize = 4;

fn is_table_of_levels(block: &Block) -> bool {
    matches!(block, Block::Table { heads, .. } if heads.len() == LEVEL_COLUMNS)
}

fn in_columns(sections: Vec<AnyView>) -> Option<AnyView> {
    (!sections.is_empty()).then(|| view! { <div class="in-columns">{sections}</div> }.into_any())
}
