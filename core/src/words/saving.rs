//! Saving, damaged data, and merging a file.

use super::{count, day, list, quantity};
use crate::assessment::fields::Field;
use crate::assessment::merge::Difference;
use crate::assessment::{Assessment, Response};
use crate::moment::Moment;

/// The change is not in IndexedDB yet.
pub const SAVING: &str = "Saving\u{2026}";
/// The change is in localStorage and in IndexedDB.
pub const SAVED: &str = "Saved";
/// The change is only in the memory of this tab.
pub const NOT_SAVED: &str = "Not saved";
/// The change is in localStorage, and IndexedDB does not exist.
pub const SAVED_ONCE: &str = "Saved (no backup)";
/// An explanation of [`SAVED_ONCE`].
pub const ONLY_ONCE: &str = "This browser does not let the page save a backup. If the browser crashes, your answers \
    from the last minute may be lost. You can close the page or the browser safely.";

/// Before the reason why a change is not saved.
pub const NOT_KEPT: &str = "Not saved in this browser. ";
/// After that reason.
pub const WHAT_TO_DO: &str = "You can keep working, and the page keeps trying to save. Before you close it, download \
    the file or copy the link. You can open either one here later.";
pub const DOWNLOAD: &str = super::pages::DOWNLOAD;
/// Link that opens the page outside a frame without storage.
pub const OWN_TAB: &str = "Open in its own tab";
/// Below [`OWN_TAB`].
pub const OWN_TAB_SAYS: &str =
    "In its own tab, the page can save. Your answers go along in the link; save a copy of them there.";
/// A frame may forbid downloads or new tabs, and browsers do not report that.
pub const FRAME_MAY_BLOCK: &str =
    "If nothing opens, or no file is downloaded, this frame blocks it. Copy the link instead.";
/// Link to the page with the share link.
pub const TAKE_LINK: &str = "Create a share link";
/// Reason: the browser gives the page no storage.
pub const BLOCKED: &str =
    "The browser does not let this page store data. This happens in private windows and in frames on other sites.";
/// Reason: the storage is full.
pub const FULL: &str = "The browser's storage for this page is full.";
/// Reason: the stored text is damaged and cannot be set aside.
pub const IN_THE_WAY: &str = "The saved copy of this assessment is damaged. It was not changed, and there is no storage left \
    to set it aside. Free some storage first, for example by deleting old assessments.";
/// Reason: the storage returned another text than was written.
pub const NOT_READ_BACK: &str = "The saved data could not be read back correctly.";

/// Reason: the browser's own message.
#[must_use]
pub fn refused(reason: &str) -> String {
    if reason.is_empty() {
        return "The browser refused to save and gave no reason.".to_owned();
    }
    format!("The browser refused to save: {reason}.")
}

/// Reason: a newer version of the page stored the assessment.
#[must_use]
pub fn newer(version: u64) -> String {
    format!(
        "It was saved by a newer version of this page (file version {version}). Reload the page to get the newer version."
    )
}

/// After the storage was cleared by something other than this page.
pub const CLEARED: &str =
    "Something outside this page cleared its saved data in this browser. The open assessment has been saved again.";
/// After the open assessment was deleted in another tab.
pub const DELETED_ELSEWHERE: &str =
    "This assessment was deleted in another tab. It now exists only in this tab. Your next answer saves it again.";

/// After assessments were restored from the mirror.
#[must_use]
pub fn came_back(assessments: usize) -> String {
    let restored = count(assessments, "assessment was", "assessments were");
    format!("This browser lost some saved data, for example in a crash. {restored} restored from the backup copy.")
}

/// Heading above damaged texts that were set aside.
pub const DAMAGED: &str = "Part of the saved data was damaged";
/// Below [`DAMAGED`].
pub const SET_ASIDE: &str = "The damaged text was set aside unchanged. Nothing else was changed.";

/// A damaged text was replaced by an intact copy.
#[must_use]
pub fn from_copy(title: &str, answers: usize) -> String {
    let answers = quantity::answers(answers);
    format!("\"{title}\" was restored from its backup copy, with {answers}.")
}

/// A damaged text was replaced by its readable part.
#[must_use]
pub fn from_part(title: &str, answers: usize) -> String {
    let answers = quantity::answers(answers);
    format!(
        "There was no complete backup of \"{title}\". {answers} could be read; the rest is missing. Check the assessment."
    )
}

/// A damaged text without any replacement.
pub const NOTHING_READ: &str = "One saved assessment could not be read and had no backup. Its answers are lost.";

/// Button that lists more entries.
#[must_use]
pub fn show_more(more: usize) -> String {
    format!("Show more ({more} not shown)")
}

/// A moment in the person's time zone, which is this many minutes ahead of UTC: "23 November 2026, 10:12".
#[must_use]
pub fn moment(at: u64, zone: i32) -> String {
    let seconds = i64::try_from(at / 1000).unwrap_or_default() + i64::from(zone) * 60;
    let Some(local) = Moment::from_unix_seconds(seconds) else { return String::new() };
    let of_day = seconds.rem_euclid(86_400);
    format!("{}, {:02}:{:02}", day(local.day()), of_day / 3600, of_day / 60 % 60)
}

/// The differences between one's own assessment and a file of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differing {
    /// The ids of capabilities whose answers or notes are newer in the file.
    pub newer_there: Vec<String>,
    /// The ids of capabilities whose answers or notes are newer here.
    pub newer_here: Vec<String>,
    /// Other parts that are newer in the file: "the name", "2 plan steps".
    pub others_there: Vec<String>,
    /// Other parts that are newer here.
    pub others_here: Vec<String>,
}

impl Differing {
    /// Compares the two.
    #[must_use]
    pub fn between(own: &Assessment, file: &Assessment) -> Self {
        let (there, here): (Vec<_>, Vec<_>) = own.differences(file).into_iter().partition(|one| one.is_newer_there);
        let answers = |all: &[Difference]| all.iter().filter_map(|one| one.capability().map(str::to_owned)).collect();
        Self {
            newer_there: answers(&there),
            newer_here: answers(&here),
            others_there: others(&there),
            others_here: others(&here),
        }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The name of a field in a list of differences: as a whole, or counted.
enum Called {
    As(&'static str),
    Counted(&'static str, &'static str),
}

const fn called(field: Field) -> Called {
    match field {
        Field::Title => Called::As("the name"),
        Field::About => Called::As(super::link::ASSESSED_PRODUCT),
        Field::BusinessUnit => Called::As(super::link::THE_BUSINESS_UNIT),
        Field::Scope => Called::As("the question set"),
        Field::Tracks => Called::As("the selected tracks"),
        Field::People => Called::As("the number of people on the plan"),
        Field::Models => Called::As(super::link::NUMBER_OF_MODELS),
        Field::Invitation => Called::As("the invitation"),
        Field::Target => Called::Counted("target", "targets"),
        Field::Plan => Called::Counted("plan step", "plan steps"),
        Field::Outcomes => Called::Counted("delivery metric", "delivery metrics"),
        Field::Snapshots => Called::Counted("snapshot", "snapshots"),
        Field::Sources => Called::Counted("source", "sources"),
        Field::Ignored => Called::Counted("ignored proposal", "ignored proposals"),
    }
}

/// The differences other than answers, in words.
fn others(differences: &[Difference]) -> Vec<String> {
    let number_of = |field: Option<Field>| {
        differences.iter().filter(|one| one.capability().is_none() && one.field == field).count()
    };
    let mut words = Vec::new();
    for &field in Field::ALL {
        match (number_of(Some(field)), called(field)) {
            (0, _) => {}
            (_, Called::As(name)) => words.push(name.to_owned()),
            (number, Called::Counted(one, many)) => words.push(count(number, one, many)),
        }
    }
    let unknown = number_of(None);
    if unknown > 0 {
        words.push(count(unknown, "field of a later version", "fields of a later version"));
    }
    words
}

/// The question about a file of an assessment that is stored here.
#[must_use]
pub fn asks(title: &str, differing: &Differing) -> String {
    let Differing { newer_there, newer_here, others_there, others_here } = differing;
    let differing = newer_there.len() + newer_here.len();
    let answers = quantity::answers_differ(differing);
    let answers = match differing {
        0 => format!("{answers}."),
        _ => format!("{answers}: {} newer in the file, {} newer here.", newer_there.len(), newer_here.len()),
    };
    let mut asks = format!("You already have \"{title}\". {answers}");
    for (where_, others) in [("in the file", others_there), ("here", others_here)] {
        if !others.is_empty() {
            asks.push_str(&format!(" Also newer {where_}: {}.", list(others)));
        }
    }
    asks.push_str(" What do you want to do?");
    asks
}

/// One difference: the question, the answer here and in the file, and which is newer. `zone` gives the minutes
/// that the person's clock is ahead of UTC at a moment.
#[must_use]
pub fn differs(
    question: &str,
    own: Option<&Response>,
    file: Option<&Response>,
    is_newer_there: bool,
    zone: fn(u64) -> i32,
) -> String {
    let says = |response: Option<&Response>| {
        let said = super::answer_or_open(response.and_then(|response| response.value));
        let note = response.is_some_and(|response| !response.note.is_empty() || !response.evidence.is_empty());
        let when = match response.map(|response| response.stamp.at).filter(|&at| at > 0) {
            Some(at) => moment(at, zone(at)),
            None => "unknown time".to_owned(),
        };
        format!("{said}{} ({when})", if note { ", with a note" } else { "" })
    };
    let newer = if is_newer_there { "The file is newer" } else { "Yours is newer" };
    format!("{question} Here: {}. In the file: {}. {newer}.", says(own), says(file))
}

/// What a merge did.
#[must_use]
pub fn merged(differing: &Differing) -> String {
    let Differing { newer_there, newer_here, others_there, .. } = differing;
    let mut did = format!(
        "{} taken from the file. {} kept.",
        count(newer_there.len(), "newer answer was", "newer answers were"),
        count(newer_here.len(), "newer answer in this browser was", "newer answers in this browser were"),
    );
    if !others_there.is_empty() {
        did.push_str(&format!(" Also taken: {}.", list(others_there)));
    }
    did
}
