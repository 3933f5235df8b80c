//! What is said of states that got a name, of rounds, and of the trend.

use crate::history::snapshots::{MOST, Point, SnapshotError, Stood};
use crate::moment::Day;
use crate::words::{count, day, history, list, quantity};

/// Heads the charts.
pub const TREND: &str = "Trend";
/// How to read the charts.
pub const HOW_TO_READ: &str = "A mark is the level of an area, a dashed bar what open answers could have raised it to, and a \
                               bar with a question mark a state in which nothing of the area was known. A thin line \
                               leads where something was open. Every state is asked today's questions. The days are to scale.";
/// In place of the charts where there is nothing to compare with.
pub const NO_TREND: &str =
    "There is no earlier state yet. Name today's state, and in three months you will see what moved.";
/// Heads the list of states.
pub const STATES: &str = "Earlier states";
/// The field of a state's name.
pub const NAME: &str = "Name, such as baseline or after Q1";
/// Gives it.
pub const TAKE: &str = "Name today's state";
/// Begins a round.
pub const NEW_ROUND: &str = "Start a new round";
/// What a round is.
pub const ABOUT_ROUND: &str = "A new round keeps today's state under its name and goes through the questions once more, from \
                               the answers you have: for each you say that it is still true, or change it.";
/// Heads where results from elsewhere are taken over.
pub const TAKE_OVER: &str = "Bring an earlier result";
/// What is taken over.
pub const ABOUT_TAKE_OVER: &str = "Links and files of earlier results of this team become states of this assessment, each \
                                   at its own day.";
/// Leads to the result.
pub const BACK: &str = "Back to the result";
/// Leads from a state to what became of it.
pub const COMPARE: &str = "Compare with now";
/// Where another state of the same moment has that name.
pub const NAME_TAKEN: &str = "Another state of the same moment has this name already.";
/// Opens the same as a table.
pub const AS_TABLE: &str = "As a table";
/// The head of the column of states.
pub const STATE: &str = "State";
/// How the assessment stands now, as a state.
pub const NOW: &str = "Now";
/// Where nothing of an area was known.
pub const NOT_KNOWN: &str = "not known";
/// Where an area did not apply.
pub const NO_LEVEL: &str = "did not apply";

/// Why a state was not kept, and what to do.
#[must_use]
pub fn trouble(error: SnapshotError) -> String {
    match error {
        SnapshotError::TooMany => format!(
            "An assessment keeps up to {MOST} states, so that its file stays small enough to be opened everywhere. Delete one \
             that says least, or export the assessment and go on with a copy."
        ),
        SnapshotError::Unchanged => "Nothing has changed since the last snapshot, so no new one was made.".to_owned(),
        SnapshotError::Nothing => "Nothing is answered yet, so there is no state to keep.".to_owned(),
    }
}

/// What a state is called: its name, else its day, as the person in front of the page would say it.
#[must_use]
pub fn state(point: &Point, on: Day) -> String {
    match point.label.as_deref() {
        None => NOW.to_owned(),
        Some("") => day(on),
        Some(label) => label.to_owned(),
    }
}

/// Its name with its day, once each.
#[must_use]
pub fn state_and_day(point: &Point, on: Day) -> String {
    let (name, day) = (state(point, on), day(on));
    if name == day { name } else { format!("{name}, {day}") }
}

/// Where an area stood: "2", "1 to 3", "not known", "did not apply".
#[must_use]
pub fn stood(stood: Stood) -> String {
    match stood.range {
        None => NO_LEVEL.to_owned(),
        Some(_) if !stood.is_known => NOT_KNOWN.to_owned(),
        range => history::range_in_short(range),
    }
}

/// The chart of a whole track.
#[must_use]
pub fn overall(track: &str) -> String {
    format!("{track}, overall")
}

/// A chart in words: "People: baseline 1, now 2."
#[must_use]
pub fn chart(title: &str, points: &[(String, Stood)]) -> String {
    let said: Vec<String> = points
        .iter()
        .map(|(name, one)| match one.range {
            Some(_) if one.is_known => format!("{name}: level {}", stood(*one)),
            _ => format!("{name}: {}", stood(*one)),
        })
        .collect();
    format!("{title}. {}.", said.join("; "))
}

/// What moved for certain since the state before: "Up in people and model release since baseline." With whether anything
/// was not settled: then it may have moved and nobody knows.
#[must_use]
pub fn moved(up: &[String], down: &[String], since: &str, all_settled: bool) -> String {
    let parts = history::up_and_down(&list(up), &list(down));
    match parts.is_empty() {
        false => format!("{} since {since}.", super::capitalised(&parts.join(", "))),
        true if all_settled => format!("Every area stands on the level of {since}."),
        true => {
            format!("No area is known to have moved since {since}: what is open there or now could still say so.")
        }
    }
}

/// After a state was deleted: "\"baseline\" was deleted."
#[must_use]
pub fn deleted(name: &str) -> String {
    let (before, after) = super::frame::DELETED;
    format!("{before}{name}{after}")
}

/// After a state was kept.
#[must_use]
pub fn taken(label: &str) -> String {
    if label.is_empty() {
        "Today's state is kept, under its day.".to_owned()
    } else {
        format!("Today's state is kept as \"{label}\".")
    }
}

/// After results from elsewhere were taken over.
#[must_use]
pub fn taken_over(number: usize) -> String {
    format!("{} taken over.", count(number, "state was", "states were"))
}

/// How many answers a new round has still to confirm, where the result is shown.
#[must_use]
pub fn to_confirm(number: usize) -> String {
    format!(
        "{} from the round before and not confirmed yet. The result counts them as they are.",
        quantity::answers_are(number)
    )
}

/// Leads to them.
pub const CONFIRM: &str = "Go through them";

/// A state in the list: its day, how much was answered, where it stood. The day only where it is not its name.
#[must_use]
pub fn about_state(point: &Point, on: Day) -> String {
    let overall = point.tracks.first().map(|&one| stood(one)).unwrap_or_default();
    let on = if point.label.as_deref() == Some("") { String::new() } else { format!("{}, ", day(on)) };
    format!("{on}{} answered, overall: {overall}", super::share(point.answered))
}

/// What tells the buttons of a state from those of the others.
#[must_use]
pub fn of_state(name: &str) -> String {
    format!(" {name}")
}
