//! Share links and invitations: what a link contains, what changed since it was made, and why one cannot be opened.

use super::quantity;
use crate::assessment::Assessment;
use crate::link::{DecodedLink, LinkContents, LinkError, LinkKind, MAX_CHARS};
use crate::moment::Day;
use crate::scoring::case::Scope;
use crate::scoring::profile::Profile;

/// In lists of a link's contents, and in lists of differences.
const TEAM_NAME: &str = "the team name";
/// In lists of a link's contents, and in lists of differences.
pub(crate) const ASSESSED_PRODUCT: &str = "the assessed product";
/// In lists of a link's contents, and in lists of differences.
pub(crate) const THE_BUSINESS_UNIT: &str = "the business unit";

/// In lists of a link's contents, and in lists of differences.
pub(crate) const NUMBER_OF_MODELS: &str = "the number of models";

/// What the link contains, and who can read it: one line that names every part. It is made from the contents of the
/// link, so that it cannot differ from them.
#[must_use]
pub fn contains(shared: &LinkContents) -> String {
    let parts = [
        (TEAM_NAME, !shared.title.is_empty()),
        (ASSESSED_PRODUCT, !shared.about.is_empty()),
        (THE_BUSINESS_UNIT, !shared.business_unit.is_empty()),
        ("your notes and evidence links", !shared.notes.is_empty()),
        ("the evidence dates", !shared.evidence_dates.is_empty()),
        (NUMBER_OF_MODELS, shared.models != 1),
        ("the delivery metrics", !shared.outcomes.is_empty()),
        ("your name", !shared.from.name.is_empty()),
        ("your role", !shared.from.role.is_empty()),
        ("the invitation number", shared.invitation.is_some()),
    ];
    let held: Vec<&str> = ["your answers", "the date"]
        .into_iter()
        .chain(parts.into_iter().filter(|part| part.1).map(|part| part.0))
        .collect();
    holds(&held)
}

/// "The link contains your answers and the date, and nothing else. …"
#[must_use]
pub fn holds(parts: &[&str]) -> String {
    let parts = super::list(parts);
    format!(
        "The link contains {parts}, and nothing else. Anyone with the link can read this. It is not sent to a server."
    )
}

/// Why a local file has no link, and what to do.
pub const ONLY_HERE: &str = "This page is a file on your computer. A link to it would work only here and would \
    reveal your folder names. Share the file instead, or enter the web address of this page in the field above.";
/// Why a local file has no link to two results. The page of a comparison has no field for an address.
pub const ONLY_HERE_FILE: &str = "This page is a file on your computer, so a link to it would work only here. Share \
    the file instead, or enter the web address of this page under Share on a result page.";
pub const COPY: &str = "Copy link";
/// After [`COPY`].
pub const COPIED: &str = "Link copied.";
/// If the browser blocks copying.
pub const NOT_COPIED: &str = "Your browser blocked copying. The link is selected: press Ctrl+C or \u{2318}C.";
/// Label of the field for the address of a published copy.
pub const COPY_ELSEWHERE: &str = "Web address of this page, such as https://wiki.example/mlops/";
/// Above a result from a link.
pub const READ_ONLY: &str =
    "You opened this result from a link. It is read-only and does not change anything saved in this browser.";
/// Button that saves a result from a link.
pub const SAVE_COPY: &str = "Save a copy";
/// Button that begins an assessment with the same questions.
pub const ANSWER_YOURSELF: &str = "Answer these questions yourself";
/// Label of the field for the name of a saved copy.
pub const NAME_OF_COPY: &str = "Name of the copy";

/// Label of the field with a link.
pub const FIELD: &str = "Link to this result";
/// Button that opens the device's share dialog.
pub const SHARE_BY: &str = "Share\u{2026}";
/// The subject of what is shared that way.
pub const SUBJECT: &str = "MLOps maturity";
pub const COPY_INVITE: &str = "Copy invitation";
pub const WITH_TITLE: &str = "Include the team name";
pub const WITH_ABOUT: &str = "Include the assessed product";
pub const WITH_NOTES: &str = "Include notes and evidence links";
pub const WITH_EVIDENCE_DATES: &str = "Include evidence dates";
pub const WITH_BUSINESS_UNIT: &str = "Include the business unit";
pub const WITH_MODELS: &str = "Include the number of models";
pub const WITH_OUTCOMES: &str = "Include delivery metrics";
pub const WITH_INVITATION: &str = "Include the invitation number";
/// Link to the page about embedding.
pub const EMBED: &str = super::pages::EMBED;
pub const AS_QR: &str = "Show QR code";
/// The text of the QR code for people who cannot see it.
pub const QR: &str = "QR code of the link to this result";
/// In place of a QR code.
pub const NO_QR: &str = "The link is too long for a QR code.";
/// Heading if the link contains no readable result.
pub const NO_RESULT: &str = "This result cannot be opened";
/// Heading if the link contains no readable invitation.
pub const NO_INVITATION: &str = "This invitation cannot be opened";
/// Below [`NO_RESULT`] and [`NO_INVITATION`].
pub const ASSESSMENTS_SAFE: &str = super::files::ASSESSMENTS_SAFE;
/// The title of a result without a name.
pub const SHARED: &str = super::pages::SHARED;

/// Heading of an invitation without the name of a team.
pub const INVITED: &str = "You are invited to answer";
/// Before the name of the team in an invitation.
pub const INVITED_FOR: &str = "You are invited to answer for ";

/// What an invitation asks: "Essentials: 39 questions, about 9 minutes. …"
#[must_use]
pub fn asks(scope: Scope, amount: &str) -> String {
    format!("{}: {amount}. Your answers stay in this browser until you share them.", super::scope(scope))
}

/// "Assessed product: Card fraud scoring".
#[must_use]
pub fn assessed(about: &str) -> String {
    format!("{}: {about}", super::result::ASSESSED)
}

/// The person who answered, if the link names them; else `None`.
#[must_use]
pub fn whose(shared: &LinkContents) -> Option<String> {
    let from = shared.from.line();
    (!from.is_empty()).then(|| format!("Answered by {from}."))
}

/// After an invitation was copied: what it contains.
#[must_use]
pub fn invite_copied(shared: &LinkContents) -> String {
    let also = [(TEAM_NAME, &shared.title), (ASSESSED_PRODUCT, &shared.about)];
    let also: String =
        also.iter().filter(|(_, text)| !text.is_empty()).map(|(part, _)| format!(", {part}")).collect();
    format!(
        "Invitation copied. It contains the question set, the date{also} and a random invitation number, but no answers."
    )
}

/// Why a link could not be opened or made, and what to do.
#[must_use]
pub fn error_text(error: LinkError) -> String {
    match error {
        LinkError::Empty => {
            "The link is incomplete: the result is missing. Copy it again from the original message.".to_owned()
        }
        LinkError::Letter(letter) => {
            format!(
                "The link contains \"{letter}\", which is never part of these links. Copy it again from the original message."
            )
        }
        LinkError::Truncated => {
            "The end of the link is missing. Ask for the link again, or for the file.".to_owned()
        }
        LinkError::Damaged => {
            "The link was changed after it was made, or it belongs to a different questionnaire. It cannot be opened safely. \
             Ask for it again, or for the file."
                .to_owned()
        }
        LinkError::Newer(version) => format!(
            "The link was made by a newer version of this page (link version {version}). Open it where it was made, \
             or ask the site's administrator to update this page."
        ),
        LinkError::OtherModel => {
            "The link belongs to a different questionnaire. Open it where it was made.".to_owned()
        }
        LinkError::OtherRevision { made_with, own } => format!(
            "The link was made with revision {made_with} of the questionnaire. This page has revision {own}, which is not \
             compatible. Open the link where it was made. If it was made here, it was changed afterwards: ask for it again."
        ),
        LinkError::OtherKind => "This is the wrong kind of link. An invitation asks for answers, and a share link contains a \
                                  result. Ask for the other kind."
            .to_owned(),
        LinkError::Overlong(found) => {
            let (found, most) = (quantity::number(found), quantity::number(MAX_CHARS));
            format!("The link has {found} characters, more than the limit of {most}. Ask for it again.")
        }
        LinkError::TooLong(found) => {
            let (found, most) = (quantity::number(found), quantity::number(MAX_CHARS));
            format!(
                "The link would have {found} characters, but email and chat programs cut links at {most}. Leave out the \
                 notes, or share the file instead, which has no such limit."
            )
        }
        LinkError::Unreadable => "This assessment does not fit into a link that can be opened again. Leave out what you added \
                                  last, or share the file instead, which contains everything."
            .to_owned(),
    }
}

/// What differs if a link was made with another revision, or contains parts that this page does not know; `None` if
/// nothing differs.
#[must_use]
pub fn differences(opened: &DecodedLink, kind: LinkKind, own: u32) -> Option<String> {
    let mut words = Vec::new();
    if let Some(made_with) = opened.other_revision {
        words.push(format!(
            "This link was made with revision {made_with} of the questionnaire; this page has revision {own}."
        ));
    }
    if kind == LinkKind::Invite && opened.other_revision.is_some() {
        words.push("You will be asked this page's questions.".to_owned());
    }
    if opened.new_questions > 0 {
        let count = quantity::questions_are(opened.new_questions);
        words.push(format!("{count} new since then, and unanswered."));
    }
    if opened.retired_answers > 0 {
        let count = super::count(opened.retired_answers, "answer to a question", "answers to questions");
        words.push(format!("Left out: {count} that this page no longer asks."));
    }
    if words.len() == 1 && opened.other_revision.is_some() {
        words.push("It asks the same questions; their wording may differ.".to_owned());
    }
    if opened.unknown_parts > 0 {
        let count = super::count(opened.unknown_parts, "part", "parts");
        words.push(format!("Left out: {count} that this version of the page does not know."));
    }
    (!words.is_empty()).then(|| words.join(" "))
}

/// The proposed name for a copy of a result: its title, the person who answered if known, the date, and the overall
/// level. So copies of several people's results differ.
#[must_use]
pub fn name_for(shared: &LinkContents, profile: &Profile) -> String {
    named(&shared.title, &shared.from.line(), shared.day, profile)
}

/// The same for an assessment from a file without a name. `day` is the day of its last change.
#[must_use]
pub fn name_for_file(assessment: &Assessment, day: Day, profile: &Profile) -> String {
    let from = assessment.sources.first().map(|source| source.from.as_str()).unwrap_or_default();
    named("", from, day, profile)
}

fn named(title: &str, from: &str, on: Day, profile: &Profile) -> String {
    let title = if title.is_empty() { super::pages::RESULT } else { title };
    let whose = if from.is_empty() { title.to_owned() } else { format!("{title} from {from}") };
    let day = super::day(on);
    // Without any answer there is no level to name.
    let first = profile.tracks.first().filter(|track| track.confidence.part > 0);
    let level = match first.and_then(|track| track.overall) {
        None => String::new(),
        Some(floor) if floor.is_exact() => super::result::at_level(floor.low),
        Some(floor) => format!(", level {} to {}", floor.low, floor.high),
    };
    format!("{whose}, {day}{level}")
}
