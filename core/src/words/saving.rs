//! Saving, damaged data, and merging a file.

use super::{count, day, list, quantity};
use crate::assessment::fields::Field;
use crate::assessment::merge::Difference;
use crate::assessment::{Assessment, Response};
use crate::moment::Moment;

/// On its way to where a crash does not reach it.
pub const SAVING: &str = "Saving\u{2026}";
/// It is there.
pub const SAVED: &str = "Saved";
/// It is held for this visit only.
pub const NOT_SAVED: &str = "Not saved";
/// It is in the browser's quick storage, and there is no other.
pub const SAVED_ONCE: &str = "Saved (no backup)";
/// What that means.
pub const ONLY_ONCE: &str = "This browser does not let the page save a backup. If the browser crashes, your answers \
    from the last minute may be lost. You can close the page or the browser safely.";

/// Above why something is not kept.
pub const NOT_KEPT: &str = "Not saved in this browser. ";
/// What to do about it.
pub const WHAT_TO_DO: &str = "You can keep working, and the page keeps trying to save. Before you close it, download \
    the file or copy the link. You can open either one here later.";
/// Takes all of it out as a file.
pub const DOWNLOAD: &str = super::pages::DOWNLOAD;
/// Opens the page outside of the frame that keeps nothing.
pub const OWN_TAB: &str = "Open in its own tab";
/// What that does.
pub const OWN_TAB_SAYS: &str =
    "In its own tab, the page can save. Your answers go along in the link; save a copy of them there.";
/// Where the frame forbids downloads or new tabs, no browser says so.
pub const FRAME_MAY_BLOCK: &str =
    "If nothing opens, or no file is downloaded, this frame blocks it. Copy the link instead.";
/// Leads to where the link is.
pub const TAKE_LINK: &str = "Create a share link";
/// The browser gives the page no storage.
pub const BLOCKED: &str =
    "The browser does not let this page store data. This happens in private windows and in frames on other sites.";
/// There is no room.
pub const FULL: &str = "The browser's storage for this page is full.";
/// A damaged save is in the way.
pub const IN_THE_WAY: &str = "The saved copy of this assessment is damaged. It was not changed, and there is no storage left \
    to set it aside. Free some storage first, for example by deleting old assessments.";
/// What was written did not come back the same.
pub const NOT_READ_BACK: &str = "The saved data could not be read back correctly.";

/// The browser refuses, in its own words.
#[must_use]
pub fn refused(reason: &str) -> String {
    if reason.is_empty() {
        return "The browser refused to save and gave no reason.".to_owned();
    }
    format!("The browser refused to save: {reason}.")
}

/// A newer page has it.
#[must_use]
pub fn newer(version: u64) -> String {
    format!(
        "It was saved by a newer version of this page (file version {version}). Reload the page to get the newer version."
    )
}

/// What somebody else took away was stored again.
pub const CLEARED: &str =
    "Something outside this page cleared its saved data in this browser. The open assessment has been saved again.";
/// What is open was deleted in another tab.
pub const DELETED_ELSEWHERE: &str =
    "This assessment was deleted in another tab. It now exists only in this tab. Your next answer saves it again.";

/// What the browser had not written to disk when it ended.
#[must_use]
pub fn came_back(assessments: usize) -> String {
    let restored = count(assessments, "assessment was", "assessments were");
    format!("This browser lost some saved data, for example in a crash. {restored} restored from the backup copy.")
}

/// Above what was set aside.
pub const DAMAGED: &str = "Part of the saved data was damaged";
/// What became of it, for all of them.
pub const SET_ASIDE: &str = "The damaged text was set aside unchanged. Nothing else was changed.";

/// A damaged save of which there was a whole copy.
#[must_use]
pub fn from_copy(title: &str, answers: usize) -> String {
    let answers = quantity::answers(answers);
    format!("\"{title}\" was restored from its backup copy, with {answers}.")
}

/// A damaged save of which there was no copy.
#[must_use]
pub fn from_part(title: &str, answers: usize) -> String {
    let answers = quantity::answers(answers);
    format!(
        "There was no complete backup of \"{title}\". {answers} could be read; the rest is missing. Check the assessment."
    )
}

/// A damaged save that is lost.
pub const NOTHING_READ: &str = "One saved assessment could not be read and had no backup. Its answers are lost.";

/// There are more than the list shows.
#[must_use]
pub fn show_more(more: usize) -> String {
    format!("Show more ({more} not shown)")
}

/// A moment on the person's clock, which is this many minutes ahead of UTC: "23 November 2026, 10:12".
#[must_use]
pub fn moment(at: u64, zone: i32) -> String {
    let seconds = i64::try_from(at / 1000).unwrap_or_default() + i64::from(zone) * 60;
    let Some(local) = Moment::from_unix_seconds(seconds) else { return String::new() };
    let of_day = seconds.rem_euclid(86_400);
    format!("{}, {:02}:{:02}", day(local.day()), of_day / 3600, of_day / 60 % 60)
}

/// What differs between one's own assessment and a file of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differing {
    /// Answers (with their notes) that are newer in the file, by capability id.
    pub newer_there: Vec<String>,
    /// Answers that are newer here.
    pub newer_here: Vec<String>,
    /// What else is newer in the file: "the name", "2 plan steps".
    pub others_there: Vec<String>,
    /// What else is newer here.
    pub others_here: Vec<String>,
}

impl Differing {
    /// Looks at both.
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

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a field is called in a list of what differs: as one thing, or counted.
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

/// What is not an answer, in words.
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

/// What is asked about a file of an assessment that is here already.
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
