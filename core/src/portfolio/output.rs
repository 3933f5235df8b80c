//! A portfolio as rows for a spreadsheet, a database or a warehouse: CSV and JSON Lines.

use super::{Grouping, Standing, prefix, tags};
use crate::model::Model;
use crate::moment::Day;
use crate::scoring::case::QuestionSet;
use crate::scoring::profile::{Fraction, Range};

/// The data of one row.
#[derive(Clone, Copy, Debug)]
pub struct OutputRow<'a> {
    /// The name of the team; empty if unknown.
    pub title: &'a str,
    /// The business unit; empty if unknown.
    pub business_unit: &'a str,
    /// The group: see [`group_of`].
    pub group: &'a str,
    pub day: Day,
    /// The questions that were asked.
    pub question_set: &'a QuestionSet,
    /// The levels.
    pub standing: &'a Standing,
    /// The link to the result; empty if there is none.
    pub link: &'a str,
}

/// The group of a team: its tags or its business unit if teams are grouped by these; otherwise the part of its name
/// before the first separator.
#[must_use]
pub fn group_of(title: &str, business_unit: &str, by: Grouping) -> String {
    match by {
        Grouping::None | Grouping::Prefix => prefix(title).unwrap_or_default().to_owned(),
        Grouping::BusinessUnit => business_unit.to_owned(),
        Grouping::Tag => tags(title).collect::<Vec<_>>().join(", "),
    }
}

/// The heads of the columns: `title, business_unit, group, date, scope, overall_low, overall_high, <area>_low,
/// <area>_high, confidence, link`, with every area of the model, so that they do not depend on what the teams were
/// asked.
#[must_use]
pub fn csv_head(model: &Model) -> Vec<String> {
    let first = ["title", "business_unit", "group", "date", "scope", "overall_low", "overall_high"];
    let mut head = first.map(str::to_owned).to_vec();
    for area in model.areas() {
        head.extend(["_low", "_high"].map(|end| format!("{}{end}", area.id)));
    }
    head.extend(["confidence", "link"].map(str::to_owned));
    head
}

/// The row of one team. A cell without a level is empty. The confidence is a share with two decimals, rounded down,
/// so that 1.00 means all.
#[must_use]
pub fn csv_row(of: &OutputRow) -> Vec<String> {
    let standing = of.standing;
    let mut row: Vec<String> = [of.title, of.business_unit, of.group].map(str::to_owned).to_vec();
    row.extend([of.day.to_string(), of.question_set.scope.word().to_owned()]);
    for range in std::iter::once(&standing.overall).chain(&standing.areas) {
        row.extend(ends(*range).map(|end| end.map(|end| end.to_string()).unwrap_or_default()));
    }
    row.extend([confidence(standing.confidence).unwrap_or_default(), of.link.to_owned()]);
    row
}

fn ends(range: Option<Range>) -> [Option<u8>; 2] {
    range.map_or([None, None], |range| [range.low, range.high].map(|level| Some(level.number())))
}

fn confidence(share: Fraction) -> Option<String> {
    let hundredths = (100 * share.part).checked_div(share.of)?;
    Some(format!("{}.{:02}", hundredths / 100, hundredths % 100))
}

/// One team as a line of JSON Lines, without the line end: the columns of the CSV under the same names, with `null`
/// for missing values, and the tracks that were asked (`tracks`).
#[must_use]
pub fn json_line(model: &Model, of: &OutputRow) -> String {
    let OutputRow { title, business_unit, group, day, question_set, standing, link } = *of;
    let text = |text: &str| serde_json::Value::from(text).to_string();
    let tracks: Vec<String> = question_set.tracks.iter().map(|&track| text(&model.track(track).id)).collect();
    let mut line = format!(
        "{{\"title\":{},\"business_unit\":{},\"group\":{},\"date\":\"{day}\",\"scope\":\"{}\",\"tracks\":[{}]",
        text(title),
        text(business_unit),
        text(group),
        question_set.scope.word(),
        tracks.join(",")
    );
    let mut put = |id: &str, range: Option<Range>| {
        for (name, end) in ["low", "high"].into_iter().zip(ends(range)) {
            let end = end.map_or_else(|| "null".to_owned(), |end| end.to_string());
            line.push_str(&format!(",\"{id}_{name}\":{end}"));
        }
    };
    put("overall", standing.overall);
    for (area, range) in model.areas().iter().zip(&standing.areas) {
        put(&area.id, *range);
    }
    let confidence = confidence(standing.confidence).unwrap_or_else(|| "null".to_owned());
    let link = if link.is_empty() { "null".to_owned() } else { text(link) };
    line.push_str(&format!(",\"confidence\":{confidence},\"link\":{link}}}"));
    line
}
