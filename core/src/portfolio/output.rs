//! A portfolio as rows for a spreadsheet, a database or a warehouse: CSV and JSON Lines.

use super::Standing;
use crate::model::Model;
use crate::moment::Day;
use crate::scoring::case::Questionnaire;
use crate::scoring::profile::{Range, Share};

/// The heads of the columns: `title, business_unit, date, overall_low, overall_high, <area>_low, <area>_high, confidence`, with every area
/// of the model, so that they are the same whatever the teams were asked.
#[must_use]
pub fn csv_head(model: &Model) -> Vec<String> {
    let mut head = ["title", "business_unit", "date", "overall_low", "overall_high"].map(str::to_owned).to_vec();
    for area in model.areas() {
        head.extend(["_low", "_high"].map(|end| format!("{}{end}", area.id)));
    }
    head.push("confidence".to_owned());
    head
}

/// One team's row. Where there is no level the cell is empty. The confidence is a share with two decimals, rounded down, so
/// that 1.00 means all of it.
#[must_use]
pub fn csv_row(title: &str, business_unit: &str, day: Day, standing: &Standing) -> Vec<String> {
    let mut row = vec![title.to_owned(), business_unit.to_owned(), day.to_string()];
    for range in std::iter::once(&standing.overall).chain(&standing.areas) {
        row.extend(ends(*range).map(|end| end.map(|end| end.to_string()).unwrap_or_default()));
    }
    row.push(confidence(standing.confidence).unwrap_or_default());
    row
}

fn ends(range: Option<Range>) -> [Option<u8>; 2] {
    range.map_or([None, None], |range| [range.low, range.high].map(|level| Some(level.number())))
}

fn confidence(share: Share) -> Option<String> {
    let hundredths = (100 * share.part).checked_div(share.of)?;
    Some(format!("{}.{:02}", hundredths / 100, hundredths % 100))
}

/// One team as a line of JSON Lines, without its end: what the CSV says under the same names, with `null` where there is
/// nothing, and which questions were asked (`scope`, `tracks`).
#[must_use]
pub fn json_line(
    model: &Model,
    [title, business_unit]: [&str; 2],
    day: Day,
    questionnaire: &Questionnaire,
    standing: &Standing,
) -> String {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    let tracks: Vec<String> = questionnaire.tracks.iter().map(|&track| text(&model.track(track).id)).collect();
    let mut line = format!(
        "{{\"title\":{},\"business_unit\":{},\"date\":\"{day}\",\"scope\":\"{}\",\"tracks\":[{}]",
        text(title),
        text(business_unit),
        questionnaire.scope.word(),
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
    line.push_str(&format!(",\"confidence\":{confidence}}}"));
    line
}
