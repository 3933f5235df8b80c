//! What is said about links: what one holds, what changed since it was made, and why one could not be opened.

use crate::assessment::Assessment;
use crate::link::{Kind, LinkError, MAX_CHARS, Opened, Shared};
use crate::moment::Day;
use crate::scoring::case::Scope;
use crate::scoring::profile::Profile;

/// The business unit, inside a sentence.
pub const THE_BUSINESS_UNIT: &str = "the business unit";

/// What the link holds, and who can read it: one line that names every part. It is told from the link's own content, so
/// that it cannot say otherwise.
#[must_use]
pub fn contains(shared: &Shared) -> String {
    let parts = [
        ("the team's name", !shared.title.is_empty()),
        ("what was assessed", !shared.about.is_empty()),
        (THE_BUSINESS_UNIT, !shared.business_unit.is_empty()),
        ("your notes and evidence links", !shared.notes.is_empty()),
        ("the number of models", shared.models != 1),
        ("the outcome numbers", !shared.outcomes.is_empty()),
        ("your name", !shared.from.name.is_empty()),
        ("your role", !shared.from.role.is_empty()),
        ("the number of the invitation", shared.invitation.is_some()),
    ];
    let held: Vec<&str> = ["your answers", "the day"]
        .into_iter()
        .chain(parts.into_iter().filter(|part| part.1).map(|part| part.0))
        .collect();
    holds(&held)
}

/// "The link holds your answers and the day, and nothing else. …": what is in a link, part by part, and who can read it.
#[must_use]
pub fn holds(parts: &[&str]) -> String {
    let parts = super::list(parts);
    format!("The link holds {parts}, and nothing else. Whoever has it can read that; no server sees it.")
}

/// Why there is no link where the page is a file, and what to do.
pub const ONLY_HERE: &str = "This page is a file on your computer. A link to it would open nowhere else, and it would tell \
                             the names of the folders it lies in. Hand on the file instead, or say above where a copy of \
                             this page lies that others can open.";
/// The same where the page asks for no address: for a link to two results.
pub const ONLY_HERE_FILE: &str = "This page is a file on your computer. A link to it would open nowhere else. Hand on the file \
                                  instead, or say on a result's page, under Share, where a copy of this page lies.";
/// Copies a link.
pub const COPY: &str = "Copy the link";
/// What is said then.
pub const COPIED: &str = "The link is copied.";
/// What is said where the browser does not let the page copy.
pub const NOT_COPIED: &str =
    "The browser does not let this page copy. The link is selected: copy it with Ctrl+C or \u{2318}C.";
/// The label of the field for that.
pub const COPY_ELSEWHERE: &str =
    "Address of a copy of this page that others can open, such as https://wiki.example/mlops/";
/// What stands over a result from a link.
pub const READ_ONLY: &str =
    "This result came in a link. You can read it; nothing that is saved in this browser is touched by it.";
/// Saves what a link brought.
pub const SAVE_COPY: &str = "Save a copy";
/// Begins one's own assessment with the same questions.
pub const ANSWER_YOURSELF: &str = "Answer it yourself";
/// The label of the field for a name that the link did not bring.
pub const NAME_OF_COPY: &str = "Name of the copy";

/// The field of a link.
pub const FIELD: &str = "Link to this result";
/// Opens the system's own ways to hand it on.
pub const SHARE_BY: &str = "Share\u{2026}";
/// What is handed on that way is called.
pub const SUBJECT: &str = "MLOps maturity";
/// Copies an invitation.
pub const COPY_INVITE: &str = "Copy an invitation";
/// Puts the team's name into the link.
pub const WITH_TITLE: &str = "Put the team's name in";
/// Puts into the link what was assessed.
pub const WITH_ABOUT: &str = "Put in what was assessed";
/// Puts notes into the link.
pub const WITH_NOTES: &str = "Put notes and evidence links in";
/// Puts outcome numbers into the link.
pub const WITH_OUTCOMES: &str = "Put the outcome numbers in";
/// Puts the number of an invitation into the link.
pub const WITH_INVITATION: &str = "Say which invitation this answers";
/// Leads to how the page is put into another one.
pub const EMBED: &str = "Put the questions into your wiki";
/// Opens the link as a picture.
pub const AS_QR: &str = "As a QR code";
/// That picture in words.
pub const QR: &str = "QR code of the link to this result";
/// There is none.
pub const NO_QR: &str = "The link is too long for a QR code.";
/// A link brings no result.
pub const NO_RESULT: &str = "This result cannot be opened";
/// A link brings no invitation.
pub const NO_INVITATION: &str = "This invitation cannot be opened";
/// What is safe then.
pub const UNTOUCHED: &str = "Your own assessments are untouched.";
/// What a result without a name is called.
pub const SHARED: &str = "A shared result";

/// Over an invitation that names no team.
pub const INVITED: &str = "You are invited to answer";
/// Before the team that an invitation names.
pub const INVITED_FOR: &str = "You are invited to answer for ";

/// What an invitation asks: "Essentials: 39 questions, about 5 minutes. …"
#[must_use]
pub fn asks(scope: Scope, amount: &str) -> String {
    format!("{}: {amount}. Your answers stay in this browser until you share them yourself.", super::scope(scope))
}

/// "What is assessed: Card fraud scoring".
#[must_use]
pub fn assessed(about: &str) -> String {
    format!("{}: {about}", super::outcomes::ASSESSED)
}

/// Who answered, as far as the link says; none where it does not.
#[must_use]
pub fn whose(shared: &Shared) -> Option<String> {
    let from = shared.from.line();
    (!from.is_empty()).then(|| format!("Answered by {from}."))
}

/// That an invitation was copied, and what it holds: every part is named.
#[must_use]
pub fn invite_copied(shared: &Shared) -> String {
    let also = match (shared.title.is_empty(), shared.about.is_empty()) {
        (true, true) => "",
        (false, true) => ", the team's name",
        (true, false) => ", what is assessed",
        (false, false) => ", the team's name, what is assessed",
    };
    format!("The invitation is copied: it holds the questions, the day{also} and a random number, and no answers.")
}

/// Why a link could not be opened or made, and what to do.
#[must_use]
pub fn trouble(error: LinkError) -> String {
    match error {
        LinkError::Empty => {
            "The link ends where the result should begin. Copy it again from where it came.".to_owned()
        }
        LinkError::Letter(letter) => {
            format!("There is a \"{letter}\" in it, which no link of ours has. Copy it again from where it came.")
        }
        LinkError::Truncated => {
            "Its end is missing: something on the way cut it. Ask for the link again, or for the file.".to_owned()
        }
        LinkError::Damaged => {
            "Something in it was changed on the way, or it was made for other questions than this page's. What it says \
             cannot be trusted. Ask for it again, or for the file."
                .to_owned()
        }
        LinkError::Newer(version) => format!(
            "It was made by a newer version of this page (link version {version}). Open it where it was made, or ask whoever \
             runs this site to update it."
        ),
        LinkError::OtherModel => {
            "It belongs to another questionnaire than the one of this page. Open it where it was made.".to_owned()
        }
        LinkError::OtherRevision { made_with, own } => format!(
            "It says that it was made with revision {made_with} of the questionnaire. This page has revision {own}, and its \
             questions do not continue those. Open the link where it was made. If it was made here, something in it was \
             changed on the way: ask for it again."
        ),
        LinkError::OtherKind => "It is no link of this kind: an invitation is no result.".to_owned(),
        LinkError::Overlong(found) => {
            format!("It has {found} characters, and no link of ours has more than {MAX_CHARS}. Ask for it again.")
        }
        LinkError::TooLong(found) => format!(
            "It would have {found} characters, and mail and chat programs cut links at {MAX_CHARS}. Leave the notes out, or \
             share the file instead: it takes any length."
        ),
        LinkError::Unreadable => "What this assessment holds does not fit into a link that can be opened again. Leave out \
                                  what was added last, or share the file instead: it holds everything."
            .to_owned(),
    }
}

/// What is different when a link was made with another revision, or holds what this page does not know; none when
/// nothing is.
#[must_use]
pub fn differences(opened: &Opened, kind: Kind, own: u32) -> Option<String> {
    let mut words = Vec::new();
    if let Some(made_with) = opened.other_revision {
        words.push(format!(
            "This link was made with revision {made_with} of the questionnaire; this page has revision {own}."
        ));
    }
    if kind == Kind::Invite && opened.other_revision.is_some() {
        words.push("You will be asked this page's questions.".to_owned());
    }
    if opened.new_questions > 0 {
        let count = super::quantity::questions_are(opened.new_questions);
        words.push(format!("{count} new since then, and not answered in it."));
    }
    if opened.retired_answers > 0 {
        let count = super::count(opened.retired_answers, "answer was to a question", "answers were to questions");
        words.push(format!("{count} that this page no longer asks, and left out."));
    }
    if words.len() == 1 && opened.other_revision.is_some() {
        words.push("It asks the same questions; their wording may differ.".to_owned());
    }
    if opened.unknown_parts > 0 {
        let count = super::count(opened.unknown_parts, "part", "parts");
        words.push(format!("It also holds {count} that this version of the page does not know, and left out."));
    }
    (!words.is_empty()).then(|| words.join(" "))
}

/// What to call a result that came in a link: its title, whose it is as far as the link says, the day, and the overall
/// level. So copies of what several people sent can be told apart.
#[must_use]
pub fn name_for(shared: &Shared, profile: &Profile) -> String {
    named(&shared.title, &shared.from.line(), shared.day, profile)
}

/// As [`name_for`], of an assessment last changed on this day that came as a file without a name.
#[must_use]
pub fn name_for_file(assessment: &Assessment, day: Day, profile: &Profile) -> String {
    let from = assessment.sources.first().map(|source| source.from.as_str()).unwrap_or_default();
    named("", from, day, profile)
}

fn named(title: &str, from: &str, on: Day, profile: &Profile) -> String {
    let title = if title.is_empty() { super::pages::RESULT } else { title };
    let whose = if from.is_empty() { title.to_owned() } else { format!("{title} from {from}") };
    let day = super::day(on);
    // Where nothing was answered there is no level to name.
    let first = profile.tracks.first().filter(|track| track.confidence.part > 0);
    let level = match first.and_then(|track| track.floor) {
        None => String::new(),
        Some(floor) if floor.is_settled() => super::result::at_level(floor.low),
        Some(floor) => format!(", level {} to {}", floor.low, floor.high),
    };
    format!("{whose} of {day}{level}")
}
