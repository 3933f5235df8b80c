//! The history page: snapshots, rounds and the trend.

use super::{compare, count, day, list, quantity, teams};
use crate::history::snapshots::{KnownRange, MOST, Point, SnapshotError};
use crate::moment::Day;

pub const TREND: &str = "Trend";
/// Below the heading of the charts.
pub const HOW_TO_READ: &str = "Each mark is an area's level. A dashed bar shows how high open questions could have \
    raised it. A bar with a question mark means that the level was not known. A thin line means that some questions \
    were open. All snapshots are scored with today's questions. The time axis is to scale.";
/// The label of a snapshot below a chart: "Mar 2027".
#[must_use]
pub fn month(on: Day) -> String {
    let text = day(on);
    let mut parts = text.split(' ').skip(1);
    let month: String = parts.next().unwrap_or_default().chars().take(3).collect();
    format!("{month} {}", parts.next().unwrap_or_default())
}

/// In place of the charts, if there is no snapshot yet.
pub const NO_TREND: &str = "There are no snapshots yet. Save one today, and compare again in three months.";
pub const SNAPSHOTS: &str = "Snapshots";
/// Label of the field for the name of a snapshot.
pub const NAME: &str = "Snapshot name, such as Baseline";
pub const SAVE_SNAPSHOT: &str = "Save a snapshot";
pub const NEW_ROUND: &str = "Start a new round";
/// An explanation of rounds.
pub const ABOUT_ROUND: &str = "A new round saves a snapshot of today's answers. Then it asks you to confirm or \
    change each answer, starting with the oldest evidence. Answers with evidence dated today are not asked again.";
pub const IMPORT_EARLIER: &str = "Import earlier results";
/// Below [`IMPORT_EARLIER`].
pub const ABOUT_IMPORT_EARLIER: &str =
    "Links and files of this team's earlier results become snapshots of this assessment, with their own dates.";
/// Link to the result.
pub const BACK: &str = "Back to result";
/// Link from a snapshot to its comparison with the current answers.
pub const COMPARE: &str = "Compare with current answers";
/// If another snapshot of the same moment has the name.
pub const NAME_TAKEN: &str = "Another snapshot has the same time and name. Choose a different name.";
/// Opens the trend as a table.
pub const AS_TABLE: &str = super::result::AS_TABLE;
/// Head of the column of snapshots.
pub const SNAPSHOT: &str = "Snapshot";
/// Name of the last point of the trend.
pub const NOW: &str = "Now";
/// For an area without any known answer.
pub const NOT_KNOWN: &str = "not known";
/// For an area that did not apply.
pub const NO_LEVEL: &str = "did not apply";

/// Why no snapshot was saved, and what to do.
#[must_use]
pub fn error_text(error: SnapshotError) -> String {
    match error {
        SnapshotError::TooMany => format!(
            "No snapshot was saved: an assessment can have up to {MOST}. Export the assessment to keep them all, \
             then delete one."
        ),
        SnapshotError::Unchanged => "Nothing has changed since the last snapshot, so no new one was made.".to_owned(),
        SnapshotError::Nothing => "Nothing is answered yet, so there is nothing to save.".to_owned(),
    }
}

/// The name of a snapshot, or its day in the person's time zone.
#[must_use]
pub fn snapshot_name(point: &Point, on: Day) -> String {
    match point.label.as_deref() {
        None => NOW.to_owned(),
        Some("") => day(on),
        Some(label) => label.to_owned(),
    }
}

/// The name of a snapshot in a sentence: a label in quotation marks, or the day.
#[must_use]
pub fn snapshot_in_sentence(point: &Point, on: Day) -> String {
    let name = snapshot_name(point, on);
    if point.label.as_deref().is_some_and(|label| !label.is_empty()) { format!("\"{name}\"") } else { name }
}

/// The name of a snapshot with its day, without repetition.
#[must_use]
pub fn snapshot_and_day(point: &Point, on: Day) -> String {
    let (name, day) = (snapshot_name(point, on), day(on));
    if name == day { name } else { format!("{name}, {day}") }
}

/// The level of an area in a snapshot: "2", "1 to 3", "not known", "did not apply".
#[must_use]
pub fn known_range(level: KnownRange) -> String {
    match level.range {
        None => NO_LEVEL.to_owned(),
        Some(_) if !level.is_known => NOT_KNOWN.to_owned(),
        range => compare::range_in_short(range),
    }
}

/// The title of the chart of a track's overall level.
#[must_use]
pub fn overall(track: &str) -> String {
    format!("{track}, overall")
}

/// A chart in words: "People: baseline 1, now 2."
#[must_use]
pub fn chart(title: &str, points: &[(String, KnownRange)]) -> String {
    let said: Vec<String> = points
        .iter()
        .map(|(name, one)| match one.range {
            Some(_) if one.is_known => format!("{name}: level {}", known_range(*one)),
            _ => format!("{name}: {}", known_range(*one)),
        })
        .collect();
    format!("{title}. {}.", said.join("; "))
}

/// What changed for certain since the previous snapshot: "Levels have gone up in People and Model release since
/// Baseline." If open questions may hide a change, the sentence says so.
#[must_use]
pub fn moved(up: &[String], down: &[String], since: &str, all_exact: bool) -> String {
    let parts = teams::up_and_down(&list(up), &list(down));
    match parts.is_empty() {
        false => format!("Levels have gone {} since {since}.", parts.join(", ")),
        true if all_exact => format!("No area has changed level since {since}."),
        true => {
            format!(
                "No area is known to have changed since {since}. Open questions, then or now, could hide a change."
            )
        }
    }
}

/// After a snapshot was deleted: "\"baseline\" was deleted."
#[must_use]
pub fn deleted(name: &str) -> String {
    let (before, after) = super::pages::DELETED;
    format!("{before}{name}{after}")
}

/// After a snapshot was saved.
#[must_use]
pub fn taken(label: &str) -> String {
    if label.is_empty() {
        "Snapshot saved under its date.".to_owned()
    } else {
        format!("Snapshot saved as \"{label}\".")
    }
}

/// After results from elsewhere were added.
#[must_use]
pub fn imported(number: usize) -> String {
    format!("{}.", count(number, "snapshot imported", "snapshots imported"))
}

/// On the result: the number of answers that a new round still has to confirm.
#[must_use]
pub fn to_confirm(number: usize) -> String {
    format!(
        "{} from the previous round and not confirmed yet. The result counts them as they are.",
        quantity::answers_are(number)
    )
}

/// Link to the answers to confirm.
pub const CONFIRM: &str = "Confirm them";

/// A snapshot in the list: its day, unless that is its name, the number of answers, and the overall level.
#[must_use]
pub fn about_snapshot(point: &Point, on: Day) -> String {
    let overall = point.tracks.first().map(|&one| known_range(one)).unwrap_or_default();
    let on = if point.label.as_deref() == Some("") { String::new() } else { format!("{}, ", day(on)) };
    format!("{on}{} answered, overall level {overall}", super::fraction(point.answered))
}

/// Distinguishes the buttons of one snapshot from those of others, for screen readers.
#[must_use]
pub fn of_snapshot(name: &str) -> String {
    format!(" {name}")
}
