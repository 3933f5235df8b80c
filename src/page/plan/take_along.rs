//! What can be taken along of a plan, by what it is for. All of it follows the ticks.

use crate::browser::page;
use crate::page::export::{File, export, html_file, on_sheet, purpose};
use crate::page::whose::Whose;
use crate::state::Session;
use crate::ui::chart;
use crate::ui::chart::drawing::Drawing;
use crate::ui::control::{actions, button};
use crate::ui::element::{Element, el};
use mlops_core::advice::plan::PlanStep;
use mlops_core::report::document::Document;
use mlops_core::report::plan::{Planned, plan_document, together};
use mlops_core::report::{Subject, csv, markdown, tracker};
use mlops_core::words::{self, buttons, plan as say, result};

/// The menu.
#[must_use]
pub fn take_along(session: Session) -> Element {
    let file = |words, ending, make: fn(&Subject) -> Option<File>| export(Whose::Own(session), words, ending, make);
    let mut trackers = actions();
    for tracker in tracker::Tracker::ALL {
        let rows = move |subject: &Subject| {
            let plans = Planned::of(subject);
            let steps: Vec<PlanStep> = plans.iter().flat_map(|planned| planned.chosen().steps()).copied().collect();
            Some(File::Csv(csv::write(&tracker::rows(subject, &steps, tracker))))
        };
        trackers = trackers.child(export(Whose::Own(session), tracker.words(), tracker.file_name(), rows));
    }
    el("div")
        .child(purpose(result::FOR_A_TRACKER, trackers))
        .child(purpose(
            result::FOR_A_SLIDE,
            actions().child(file(say::AS_PNG, "plan.png", |subject| Some(File::Png(picture(subject))))).child(file(
                say::AS_SVG,
                "plan.svg",
                |subject| Some(File::Svg(picture(subject))),
            )),
        ))
        .child(purpose(
            result::AS_A_FILE,
            actions()
                .child(file(buttons::HTML, "plan.html", |subject| {
                    Some(html_file(written(subject), Some(picture(subject))))
                }))
                .child(file(buttons::MARKDOWN, "plan.md", |subject| {
                    Some(File::Markdown(markdown::write(&written(subject))))
                })),
        ))
        .child(purpose(result::ON_PAPER, actions().child(button(buttons::PRINT, page::print))))
        .child(el("p").class("quiet").child(say::WHAT_LEAVES))
}

fn written(subject: &Subject) -> Document {
    plan_document(subject, &Planned::of(subject))
}

fn picture(subject: &Subject) -> Drawing {
    let plans = Planned::of(subject);
    let tracks: Vec<&str> =
        plans.iter().map(|planned| subject.case.model.track(planned.track).title.as_str()).collect();
    let drawing = chart::plan::drawing(subject.case, &together(plans.iter().map(Planned::chosen)));
    on_sheet(subject, words::export::plan_of(&words::list(&tracks)), &chart::plan::LEGEND, &drawing)
}
