//! The exports of a plan, grouped by purpose. All of them follow the selection.

use leptos::prelude::*;

use crate::components::charts::drawing::Drawing;
use crate::components::charts::plan::LEGEND;
use crate::components::{ExportButton, ExportFile, ExportSection, MakeFile, PrintSection, html_file, slide_of};
use crate::pages::plan::plan_drawing;
use crate::state::OpenAssessment;
use crate::state::result::ResultSource;
use mlops_core::advice::plan::PlanStep;
use mlops_core::report::document::Document;
use mlops_core::report::plan::{TrackPlan, plan_document};
use mlops_core::report::tracker::{Tracker, rows};
use mlops_core::report::{Subject, csv, markdown};
use mlops_core::words::{self, pages, plan as say, result};

#[component]
pub fn PlanExports() -> impl IntoView {
    let assessment = expect_context::<OpenAssessment>();
    let button = move |label: &'static str, file_name, make: MakeFile| {
        view! { <ExportButton source=ResultSource::Open(assessment) file_name make>{label}</ExportButton> }
    };
    let trackers = Tracker::ALL.map(|tracker| {
        let make = move |subject: &Subject| Some(ExportFile::Csv(tracker_rows(subject, tracker)));
        button(tracker.words(), tracker.file_name(), Box::new(make))
    });
    let png = |subject: &Subject| Some(ExportFile::Png(plan_slide(subject)));
    let svg = |subject: &Subject| Some(ExportFile::Svg(plan_slide(subject)));
    let html = |subject: &Subject| Some(html_file(document(subject), Some(plan_slide(subject))));
    let markdown = |subject: &Subject| Some(ExportFile::Markdown(markdown::write(&document(subject))));
    view! {
        <ExportSection title=result::FOR_A_TRACKER>
            <div class="actions">{trackers.into_iter().collect_view()}</div>
        </ExportSection>
        <ExportSection title=result::FOR_A_SLIDE>
            <div class="actions">
                {button(say::AS_PNG, "plan.png", Box::new(png))}
                {button(say::AS_SVG, "plan.svg", Box::new(svg))}
            </div>
        </ExportSection>
        <ExportSection title=result::AS_A_FILE>
            <div class="actions">
                {button(pages::HTML, "plan.html", Box::new(html))}
                {button(pages::MARKDOWN, "plan.md", Box::new(markdown))}
            </div>
        </ExportSection>
        <PrintSection/>
        <p class="quiet">{say::WHAT_LEAVES}</p>
    }
}

fn document(subject: &Subject) -> Document {
    plan_document(subject, &TrackPlan::of(subject))
}

/// The selected steps as rows for an issue tracker.
fn tracker_rows(subject: &Subject, tracker: Tracker) -> String {
    let planned = TrackPlan::of(subject);
    let steps: Vec<PlanStep> =
        planned.iter().flat_map(|planned| planned.selected_or_all().steps()).copied().collect();
    csv::write(&rows(subject, &steps, tracker))
}

/// The plan of all tracks as a slide.
fn plan_slide(subject: &Subject) -> Drawing {
    let title = |track: &_| subject.case.model.track(*track).title.as_str();
    let tracks: Vec<_> = subject.profile.tracks.iter().map(|track| track.track).collect();
    let titles: Vec<&str> = tracks.iter().map(title).collect();
    slide_of(subject, words::report::plan_of(&words::list(&titles)), &LEGEND, &plan_drawing(subject))
}
