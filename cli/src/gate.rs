//! `gate`: whether a result reaches the levels that a pipeline requires.

use std::io::Write;

use mlops_core::history::record::Record;
use mlops_core::model::level::Level;
use mlops_core::model::{AreaIx, Model};
use mlops_core::portfolio::{Grouping, OutputRow, Standing, group_of, json_line};
use mlops_core::report::markdown;
use mlops_core::scoring::profile::Range;
use mlops_core::words;
use serde_json::{Map, Value};

use crate::compare::record;
use crate::{Failure, Outcome};

/// The overall level, in place of an area's id.
const OVERALL: &str = "overall";

/// The format of the report.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Face {
    Text,
    Markdown,
    Json,
}

/// What is required of one area or, if `area` is `None`, of the overall level.
struct Check {
    area: Option<AreaIx>,
    found: Option<Found>,
    minimum: Option<Level>,
    baseline: Option<Found>,
}

/// A level of a result.
#[derive(Clone, Copy)]
struct Found {
    range: Range,
    /// Whether it is not known yet: no level is claimed where it could be any.
    is_unknown: bool,
}

impl Found {
    fn of(standing: &Standing, area: Option<AreaIx>) -> Option<Self> {
        Some(Self { range: standing.range(area)?, is_unknown: standing.is_unknown(area) })
    }

    /// "level 1", "level 1, could be up to 3", "not known yet".
    fn text(self) -> String {
        if self.is_unknown { words::NOT_KNOWN_YET.to_owned() } else { words::range(self.range) }
    }

    /// "at level 1", "not known yet": after "is".
    fn state(self) -> String {
        if self.is_unknown { self.text() } else { format!("at {}", self.text()) }
    }
}

pub fn run(
    model: &Model,
    result: &str,
    minimums: &[String],
    no_drop: Option<&str>,
    face: Face,
    out: &mut impl Write,
) -> Result<Outcome, Failure> {
    let minimums = minimums.iter().map(|text| minimum(model, text)).collect::<Result<Vec<_>, Failure>>()?;
    if minimums.is_empty() && no_drop.is_none() {
        return Err(Failure::Refused(
            "state what to check: --min AREA=LEVEL, --no-drop BASELINE, or both".to_owned(),
        ));
    }
    let result = record(model, result)?;
    let baseline = no_drop.map(|baseline| record(model, baseline)).transpose()?;
    let mut failures = Vec::new();
    if let Some(baseline) = &baseline
        && (baseline.question_set != result.question_set)
    {
        failures
            .push("The two results answer different question sets or tracks, so they cannot be compared.".to_owned());
    }
    let standing = Standing::of(result.case(model));
    let before = baseline.as_ref().map(|baseline| Standing::of(baseline.case(model)));
    let areas = [None].into_iter().chain(model.area_ixs().map(Some));
    let checks: Vec<Check> = areas
        .map(|area| Check {
            area,
            found: Found::of(&standing, area),
            minimum: minimums.iter().filter(|(of, _)| *of == area).map(|(_, level)| *level).max(),
            baseline: before.as_ref().and_then(|before| Found::of(before, area)),
        })
        .collect();
    failures.extend(checks.iter().flat_map(|check| check.failures(model)));
    let text = match face {
        Face::Text => plain(&failures),
        Face::Markdown => summary(model, &result, &checks, &failures),
        Face::Json => facts(model, &result, &standing, &failures),
    };
    out.write_all(text.as_bytes()).map_err(Failure::io("standard output"))?;
    Ok(if failures.is_empty() { Outcome::AllRead } else { Outcome::NotMet })
}

/// Reads `model-release=2`.
fn minimum(model: &Model, text: &str) -> Result<(Option<AreaIx>, Level), Failure> {
    let ids = || model.areas().iter().map(|area| area.id.as_str()).chain([OVERALL]).collect::<Vec<_>>().join(", ");
    let refused = |why: String| Failure::Refused(format!("--min {text}: {why}"));
    let (area, level) = text.split_once('=').ok_or_else(|| refused("expected AREA=LEVEL".to_owned()))?;
    let level = level.parse().ok().and_then(Level::new);
    let level = level.ok_or_else(|| refused("expected a level from 0 to 4".to_owned()))?;
    if area == OVERALL {
        return Ok((None, level));
    }
    let area = model.find_area(area).ok_or_else(|| refused(format!("expected one of {}", ids())))?;
    Ok((Some(area), level))
}

impl Check {
    fn name<'a>(&self, model: &'a Model) -> &'a str {
        self.area.map_or("Overall", |area| &model.area(area).title)
    }

    fn failures(&self, model: &Model) -> Vec<String> {
        let name = self.name(model);
        let mut failures = Vec::new();
        if let Some(minimum) = self.minimum {
            match self.found {
                None => failures
                    .push(format!("{name} has no level: none of its questions apply. Required: level {minimum}.")),
                Some(found) if found.range.low < minimum => {
                    failures.push(format!("{name} is {}. Required: level {minimum}.", found.state()));
                }
                Some(_) => {}
            }
        }
        let before = self.baseline.map_or(Level::ZERO, |before| before.range.low);
        match self.found {
            None if self.baseline.is_some() => {
                failures.push(format!("{name} had a level before and has none now: none of its questions apply."));
            }
            Some(found) if found.range.low < before && found.is_unknown => {
                failures.push(format!("{name} was at level {before} and is {}.", found.text()));
            }
            Some(found) if found.range.low < before => {
                failures.push(format!("{name} has dropped from level {before} to {}.", found.text()));
            }
            _ => {}
        }
        failures
    }
}

fn plain(failures: &[String]) -> String {
    if failures.is_empty() {
        return "Passed.\n".to_owned();
    }
    failures.iter().map(|failure| format!("Failed: {failure}\n")).collect()
}

/// A table for a merge request.
fn summary(model: &Model, result: &Record, checks: &[Check], failures: &[String]) -> String {
    let passed = if failures.is_empty() { "passed" } else { "failed" };
    let title = markdown::escaped(words::title(&result.title));
    let scope = words::scope(result.question_set.scope);
    let mut text =
        format!("## MLOps maturity: {passed}\n\n{title}, {}, question set: {scope}\n\n", words::day(result.day));
    text.push_str("| Area | Level | Required | Before | |\n|---|---|---|---|---|\n");
    for check in
        checks.iter().filter(|check| check.found.is_some() || check.minimum.is_some() || check.baseline.is_some())
    {
        let cell = |text: Option<String>| text.unwrap_or_default();
        let state = match (check.failures(model).is_empty(), check.minimum.is_some() || check.baseline.is_some()) {
            (true, true) => "passed",
            (false, _) => "**failed**",
            (true, false) => "",
        };
        text.push_str(&format!(
            "| {} | {} | {} | {} | {state} |\n",
            markdown::escaped(check.name(model)),
            cell(check.found.map(Found::text)),
            cell(check.minimum.map(|minimum| format!("level {minimum}"))),
            cell(check.baseline.map(Found::text)),
        ));
    }
    if !failures.is_empty() {
        text.push('\n');
        failures.iter().for_each(|failure| text.push_str(&format!("- {}\n", markdown::escaped(failure))));
    }
    text
}

/// The columns of `score`, whether the gate passed, and the reasons if it did not.
fn facts(model: &Model, result: &Record, standing: &Standing, failures: &[String]) -> String {
    let group = group_of(&result.title, &result.business_unit, Grouping::None);
    let row = OutputRow {
        title: &result.title,
        business_unit: &result.business_unit,
        group: &group,
        day: result.day,
        question_set: &result.question_set,
        standing,
        link: "",
    };
    let line = json_line(model, &row);
    let mut facts: Map<String, Value> = serde_json::from_str(&line).unwrap_or_default();
    facts.insert("passed".to_owned(), Value::from(failures.is_empty()));
    facts.insert("failures".to_owned(), Value::from(failures));
    Value::Object(facts).to_string() + "\n"
}
