//! `badge`: the overall level as an SVG picture for a README or a wiki.

use std::io::Write;

use mlops_core::model::Model;
use mlops_core::portfolio::Standing;
use mlops_core::scoring::profile::Range;
use mlops_core::words;

use crate::compare::record;
use crate::{Failure, Outcome};

const LABEL: &str = "MLOps maturity";
/// The average width of a letter at 11 pixels. `textLength` fits the text to this width in any font.
const LETTER_WIDTH: f64 = 6.4;
const PADDING: f64 = 8.0;

pub fn run(model: &Model, result: &str, out: &mut impl Write) -> Result<Outcome, Failure> {
    let record = record(model, result)?;
    let overall = Standing::of(record.case(model)).overall;
    let svg = svg(&words::result::badge(overall, record.question_set.scope), colour(overall));
    out.write_all(svg.as_bytes()).map_err(Failure::io("standard output"))?;
    Ok(Outcome::AllRead)
}

/// Dark enough for white text: a contrast of at least 4.5 to 1.
fn colour(overall: Option<Range>) -> &'static str {
    match overall.map(|range| range.low.number()) {
        None => "#5c5c5c",
        Some(0) => "#8a4b08",
        Some(1) => "#6b5a00",
        Some(2) => "#2f6b1f",
        Some(3) => "#0b6b57",
        Some(_) => "#1456a0",
    }
}

fn svg(message: &str, colour: &str) -> String {
    let width = |text: &str| {
        let letters = u32::try_from(text.chars().count()).unwrap_or_default();
        (f64::from(letters) * LETTER_WIDTH).round()
    };
    let (label, value) = (width(LABEL), width(message));
    let (left, right) = (label + 2.0 * PADDING, value + 2.0 * PADDING);
    let (total, value_at) = (left + right, left + PADDING);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{total}\" height=\"20\" role=\"img\" aria-label=\"{LABEL}: {message}\">\
         <title>{LABEL}: {message}</title>\
         <rect width=\"{left}\" height=\"20\" fill=\"#444\"/><rect x=\"{left}\" width=\"{right}\" height=\"20\" fill=\"{colour}\"/>\
         <g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\">\
         <text x=\"{PADDING}\" y=\"14\" textLength=\"{label}\">{LABEL}</text>\
         <text x=\"{value_at}\" y=\"14\" textLength=\"{value}\">{message}</text></g></svg>\n"
    )
}
